"""Commands of the sources domain."""
