"""Commands of the articles domain."""
