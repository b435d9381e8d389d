"""Tests of sources.formats."""
