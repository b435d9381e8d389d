"""UTF-8 that was read as Windows-1252, by far the most frequent damage."""

import re
from collections.abc import Iterator

from sources.ingest.repair.codepages import WESTERN
from sources.ingest.repair.damage import NBSP, Damage

_WESTERN_PLAUSIBLE = re.compile(
    r"[\u00a0-\u00ff\u2000-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\ufeff\U0001f000-\U0001faff]"
)
_WESTERN_LEADS = re.compile("[ÂÃâïð]")
_WESTERN_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]—–â-]|$)", re.MULTILINE)
_WESTERN_SPACE = re.compile(r"(?<=[a-z\d.,;:!?)\]”’\"])Â ")


def find_western(text: str) -> Iterator[Damage]:
    """Damage by the code page that most readers fall back to, where it shows a likely mark."""
    for lead in _WESTERN_LEADS.finditer(text):
        shown = WESTERN.sequence.match(text, lead.start())
        char = WESTERN.restore(shown[0]) if shown else None
        if shown and char and _WESTERN_PLAUSIBLE.match(char):
            twice = _western_twice(text, shown.start())
            yield twice or Damage(shown.start(), shown.end(), "Western code page", char)
    for quote in _WESTERN_QUOTE.finditer(text):  # of all marks only its last byte has no character
        yield Damage(quote.start(), quote.end(), "Western code page, byte lost", "”")
    for space in _WESTERN_SPACE.finditer(text):
        yield Damage(space.start(), space.end(), "Western code page, byte lost", NBSP)


def _western_twice(text: str, start: int) -> Damage | None:
    """A mark that was misread, saved, and misread again."""
    once, end = "", start
    while len(once) < 4 and (shown := WESTERN.sequence.match(text, end)):
        once += WESTERN.restore(shown[0]) or " "
        end = shown.end()
        char = WESTERN.restore(once)
        if char and _WESTERN_PLAUSIBLE.match(char):
            return Damage(start, end, "Western code page, twice", char)
    return None
