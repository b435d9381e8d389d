"""Challenges as editors' tasks: what readers doubt, who looks into it, and what they are told."""
