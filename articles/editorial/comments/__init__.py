"""Moderation: the queue of what readers wrote, what the rules found in it, and the decisions."""
