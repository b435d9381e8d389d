"""Tests of the public API over editions."""
