"""Databases for the tests: a PostgreSQL without a service, and copies of one migrated state."""
