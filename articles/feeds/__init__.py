"""RSS, Atom and JSON Feed: of briefings, of directives, and of what was wrong with either."""
