"""A newsroom in which anybody tries anything, and what must hold whatever they tried."""
