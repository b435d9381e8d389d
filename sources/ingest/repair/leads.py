"""UTF-8 of which only the first byte is left: a reader without characters for the others dropped
them, and "China’s" became "Chinaβs" as Greek and "Chinaâs" as Western.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sources.ingest.repair.damage import Damage

# By the third byte, where the second fell out and this one has a character.
_DOT = "•"
_THIRD_BYTES = {0xA2: _DOT, 0xA6: "…", 0xAC: "€", 0xB2: "′", 0xB3: "″", 0xB9: "‹", 0xBA: "›"}
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|with)\b")
_ENGLISH_WORDS = 4
_CONTRACTION = r"(?:(?<=n)t|s|re|ve|ll)(?![^\W_])"
# Words that English borrowed with their circumflex; damage beside them is not likely.
_LOANS = re.compile(r"(?:ch|p|gr|b|d|fl|m|r|g|appr?)â(?:t|ch|n|m|l|c)\w", re.IGNORECASE)


@dataclass(frozen=True)
class _Page:
    """A page that shows E2, the byte with which marks begin, as the letter `lead`."""

    name: str
    codec: str
    lead: str
    script: str

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """A contraction or a possessive, with which nothing but damage puts the letter."""
        ending = _CONTRACTION.replace("(?<=n)", f"(?<=n{self.lead})")
        return re.compile(rf"[a-z]{self.lead}{ending}")

    @cached_property
    def thirds(self) -> dict[str, str]:
        """What is left of a mark behind its first byte, with the mark."""
        shown = {self.char_of(byte): mark for byte, mark in _THIRD_BYTES.items()}
        return {char: mark for char, mark in shown.items() if char}

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """The letter and what is left behind it."""
        return re.compile(rf"{self.lead}(?P<third>[{''.join(map(re.escape, self.thirds))}])?")

    @cached_property
    def run(self) -> re.Pattern[str]:
        """Marks side by side, alone among letters of another script."""
        marks = self.mark.pattern.replace("?P<third>", "?:")
        return re.compile(rf"(?<![{self.script}])(?:{marks}){{1,4}}(?![{self.script}-])")

    def char_of(self, byte: int) -> str:
        """What the page shows for a byte, "" where it has nothing."""
        return bytes([byte]).decode(self.codec, errors="ignore")


_PAGES = (
    _Page("Western", "latin_1", "â", "\u00c0-\u00ff"),
    _Page("Baltic", "iso8859_13", "ā", "\u00c0-\u017f"),
    _Page("Greek", "iso8859_7", "β", "\u0370-\u03ff"),
    _Page("Hebrew", "iso8859_8", "ג", "\u0590-\u05ff"),
    _Page("Cyrillic", "iso8859_5", "т", "\u0400-\u04ff"),
    _Page("Arabic", "iso8859_6", "ق", "\u0600-\u06ff"),
)


def find_leads(text: str) -> Iterator[Damage]:
    """Damage of a page where a contraction shows that it was at work in this English text."""
    for page in _PAGES:
        if page.lead in text and page.telling.search(text) and _is_english(text):
            yield from _read_marks(text, page)


def _read_marks(text: str, page: _Page) -> Iterator[Damage]:
    rule = f"{page.name} code page, bytes lost"
    for run in page.run.finditer(text):
        if _LOANS.search(text[max(run.start() - 4, 0) : run.end() + 2]):
            continue
        for mark in page.mark.finditer(text, run.start(), run.end()):
            after = page.thirds.get(mark["third"] or "")
            is_behind_word = text[mark.start() - 1 : mark.start()].isalnum()
            if after == _DOT and is_behind_word:
                after = "™"
            yield Damage(mark.start(), mark.end(), rule, after, sure=after != _DOT)


def _is_english(text: str) -> bool:
    found = _ENGLISH.finditer(text)
    return sum(1 for _, _ in zip(range(_ENGLISH_WORDS), found, strict=False)) == _ENGLISH_WORDS
