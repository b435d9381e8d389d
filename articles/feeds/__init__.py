"""RSS, Atom and JSON Feed: of briefings, and of what was wrong with them."""
