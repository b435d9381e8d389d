"""The blocks of an article's streams, one family per module."""
