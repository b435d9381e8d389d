"""Pictures of the demo: one for the README, and one of every page in every state to look at."""
