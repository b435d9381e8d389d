"""Reads over editions and what is derived from them, one module per subject. No writes."""
