"""What readers write: who they are, what they post, and what is decided on it."""
