"""Moderation: the list of what readers wrote, and a decision on each."""
