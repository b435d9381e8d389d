"""Tests of the rules that look at a comment before anybody does."""
