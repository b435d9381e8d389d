"""Ingest in the admin: bytes come in, are read and repaired, are looked over, become a draft."""
