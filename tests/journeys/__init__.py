"""Whole stories in a real Chromium, as people would live them; `make browser` runs them."""
