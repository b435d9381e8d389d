"""Finds damaged marks. A mark whose bytes all survived is settled here; one that lost bytes is
left to `context`, with the marks that it may have been.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.ingest.repair.codepages import REPLACEMENT, THAI, WESTERN
from sources.ingest.repair.thai import is_latin, is_letter, is_symbol, is_thai_word

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Damage:
    """A damaged stretch `text[start:end]`.

    `after` is the mark where the bytes tell it, None where only the context can; then `is_quote`
    says that some bytes survived and leave nothing but quotation marks and apostrophes.
    """

    start: int
    end: int
    rule: str
    after: str | None = None
    sure: bool = True
    is_quote: bool = False


_THAI_RUN = re.compile("[\u0e00-\u0e7f]+")
# UTF-8 begins with these bytes: E2 for punctuation, C2 for symbols, C3 for Western letters.
_E2, _C2, _C3 = "โ", "ย", "ร"
# E2 and the third byte, where the second was a control character and fell out.
_HALF = {"ฆ": "…", "ฌ": "€", "ฒ": "′", "ณ": "″", "ฅ": "≥", "ค": "≤"}
_LOST = re.compile(
    f"(?P<quote>{_E2}€[{REPLACEMENT}\x98\x99\x9c\x9d]?(?![\\d]))"
    f"|(?P<half>{_E2}[ฆฌฒณฅค])"
    f"|(?P<dot>{_E2}ข)"
    f"|(?P<mark>{_E2}(?:{REPLACEMENT}{{1,2}})?)"
    f"|(?P<space>{_C2}[ {NBSP}]?)"
    f"|(?P<cross>(?<=[\\d ]){_C3}(?=[\\d ]))"
)
_WESTERN_PLAUSIBLE = re.compile(r"[\u00a0-\u00ff\u2000-\u206f\u20a0-\u22ff\ufeff]")
_WESTERN_LEADS = re.compile("[ÂÃâï]")
_WESTERN_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]]|$)", re.MULTILINE)
_UNKNOWN = re.compile(f"ï¿½|{REPLACEMENT}")
UNKNOWN = "replacement character"
_REFERENCE = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|amp|nbsp|quot|lt|gt|[mn]dash|[lr][sd]quo|hellip|copy|reg"
    r"|trade|bull|middot|deg|plusmn|times|euro|pound|yen|frac12|eacute|egrave|ouml|uuml|auml);"
)


def find_damage(text: str) -> tuple[Damage, ...]:
    """Every damaged stretch, in order, none overlapping another. Linear in the length of `text`."""
    found = [
        *_find_thai(text),
        *_find_western(text),
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


def _find_thai(text: str) -> Iterator[Damage]:
    for run in _THAI_RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 2]
        if is_thai_word(run[0], before=before, after=after):
            continue
        damages = _split_run(text, run.start(), run.end())
        if damages is not None:
            yield from damages
        elif run[0].endswith(_E2):  # a leading vowel cannot end a word
            yield Damage(run.end() - 1, run.end(), "Thai code page, bytes lost")


def _split_run(text: str, start: int, end: int) -> list[Damage] | None:
    """The marks that make up a Thai run, None where any part of it is no mark: then it is Thai."""
    damages: list[Damage] = []
    place = start
    while place < end:
        damage = _whole_thai_mark(text, place) or _lost_thai_mark(text, place)
        if damage is None:
            return None
        damages.append(damage)
        place = damage.end
    return damages if _is_credible(damages, text) else None


def _is_credible(damages: list[Damage], text: str) -> bool:
    """A lone letter must touch a Latin word, or Thai "car" would turn into "ö"."""
    only = damages[0]
    if len(damages) > 1 or only.after is None or is_symbol(only.after):
        return True
    neighbours = (text[max(only.start - 1, 0) : only.start], text[only.end : only.end + 1])
    return any(is_latin(char) or char == "-" or _THAI_RUN.match(char) for char in neighbours)


def _whole_thai_mark(text: str, place: int) -> Damage | None:
    shown = THAI.sequence.match(text, place)
    char = THAI.restore(shown[0]) if shown else None
    if shown is None or char is None or not (is_symbol(char) or is_letter(char)):
        return None
    return Damage(shown.start(), shown.end(), "Thai code page", char)


def _lost_thai_mark(text: str, place: int) -> Damage | None:
    lost = _LOST.match(text, place)
    if lost is None:
        return None
    start, end, kind = lost.start(), lost.end(), lost.lastgroup
    rule = "Thai code page, bytes lost"
    if kind == "half":
        return Damage(start, end, rule, _HALF[lost[0][1]])
    if kind == "dot":
        is_after_word = text[start - 1 : start].isalnum() and start > 0
        return Damage(start, end, rule, "™" if is_after_word else "•", sure=False)
    if kind == "space":
        return Damage(start, end, rule, NBSP)
    if kind == "cross":
        return Damage(start, end, rule, "×", sure=False)
    return Damage(start, end, rule, is_quote=kind == "quote")


def _find_western(text: str) -> Iterator[Damage]:
    for lead in _WESTERN_LEADS.finditer(text):
        shown = WESTERN.sequence.match(text, lead.start())
        char = WESTERN.restore(shown[0]) if shown else None
        if shown and char and _WESTERN_PLAUSIBLE.match(char):
            yield Damage(shown.start(), shown.end(), "Western code page", char)
    for quote in _WESTERN_QUOTE.finditer(text):  # of all marks only its last byte has no character
        yield Damage(quote.start(), quote.end(), "Western code page, byte lost", "”")


def _find_references(text: str) -> Iterator[Damage]:
    for reference in _REFERENCE.finditer(text):
        char = html.unescape(reference[0])
        if char.isprintable() or char == NBSP:
            yield Damage(reference.start(), reference.end(), "character reference", char)


def _find_unknown(text: str) -> Iterator[Damage]:
    for mark in _UNKNOWN.finditer(text):
        yield Damage(mark.start(), mark.end(), UNKNOWN)
