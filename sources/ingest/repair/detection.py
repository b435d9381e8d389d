"""Finds damaged marks. A mark whose bytes all survived is settled here; one that lost bytes is
left to the words around it, with the marks that it may have been.
"""

import html.entities
import re
from collections.abc import Iterable, Iterator

from sources.ingest.repair.codepages import REPLACEMENT
from sources.ingest.repair.damage import NBSP, Damage
from sources.ingest.repair.eastern import find_eastern
from sources.ingest.repair.leads import find_leads
from sources.ingest.repair.rare import find_rare
from sources.ingest.repair.thai import find_thai
from sources.ingest.repair.western import find_western

_LOST_CHARACTER = re.compile(f"ï¿½|{REPLACEMENT}")
UNKNOWN = "replacement character"
_NAMES = sorted(html.entities.name2codepoint, key=len, reverse=True)
# "&amp;#8217;" was escaped twice.
_REFERENCE = re.compile(
    rf"&(?:amp;){{0,3}}(?:#\d{{2,6}}|#x[0-9a-fA-F]{{2,5}}|apos|{'|'.join(_NAMES)});"
)
_CONTROL = re.compile("(?<![\xc2-\xf4])(?<![\xc2-\xf4][\x80-\xbf])[\x80-\x9f]")


def find_damage(text: str) -> tuple[Damage, ...]:
    """Every damaged stretch, in order, none overlapping another. Linear in the length of `text`."""
    found = [
        *find_thai(text),
        *find_western(text),
        *find_rare(text),
        *find_eastern(text),
        *find_leads(text),
        *_find_controls(text),
        *_find_references(text),
        *_find_unknown(text),
    ]
    return tuple(_without_overlaps(sorted(found, key=lambda each: (each.start, -each.end))))


def _without_overlaps(found: Iterable[Damage]) -> Iterator[Damage]:
    end = 0
    for damage in found:
        if damage.start >= end:
            yield damage
            end = damage.end


def _find_controls(text: str) -> Iterator[Damage]:
    """Control characters that nobody types: bytes of Windows-1252 that were never decoded."""
    for control in _CONTROL.finditer(text):
        char = control[0].encode("latin-1").decode("windows-1252", errors="ignore")
        if char:
            yield Damage(control.start(), control.end(), "undecoded Windows-1252", char)


def _find_references(text: str) -> Iterator[Damage]:
    for reference in _REFERENCE.finditer(text):
        char = _unescape(reference[0])
        if char.isprintable() or char == NBSP:
            yield Damage(reference.start(), reference.end(), "character reference", char)


def _unescape(reference: str) -> str:
    """The character of a reference, however often it was escaped."""
    while (char := html.unescape(reference)) != reference:
        reference = char
    return char


def _find_unknown(text: str) -> Iterator[Damage]:
    for mark in _LOST_CHARACTER.finditer(text):
        yield Damage(mark.start(), mark.end(), UNKNOWN)
