"""Ingest turns the raw bytes of a news item into a `ParsedItem`, by pure functions, in five stages:
read, repair, clean, parse, match.
"""
