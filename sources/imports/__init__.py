"""Statements of ownership read from files that others made: pure functions, no database.

Each reader takes the text of a file and returns a `Reading`: what the file claims, claim by claim,
and what of it cannot be read.
"""

from sources.imports.claim import Claim, FileError, Named, Reading, Unreadable
from sources.imports.table import read_table
from sources.imports.wikidata import read_wikidata

__all__ = [
    "Claim",
    "FileError",
    "Named",
    "Reading",
    "Unreadable",
    "read_table",
    "read_wikidata",
]
