"""The few words of our own that templates speak."""
