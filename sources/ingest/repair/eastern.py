"""UTF-8 that was read by a code page of two bytes a character, which swallows the letter behind a
mark: "it’s" becomes "it鈥檚" as Chinese and "it窶冱" as Japanese.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.ingest.repair.codepages import REPLACEMENT
from sources.ingest.repair.damage import Damage
from sources.ingest.repair.scripts import is_symbol, script_of

_LONGEST = 16  # a run of marks is short; a longer one is text
_RUN = re.compile(rf"[^\x00-\x7f]+(?:(?<={REPLACEMENT})\?)?")
_TELLING = re.compile("[\u2010-\u201e\u2026]")
_LOST_BYTE = re.compile(rf"[{REPLACEMENT}?・]")
_AT_LINE_START = re.compile(r"(?:^|\n)[ \t]*\Z")


@dataclass(frozen=True)
class _Page:
    """A page, and what it shows for the two bytes with which marks begin."""

    name: str
    codec: str
    mark: str


_PAGES = (_Page("Chinese", "gbk", "鈥"), _Page("Japanese", "cp932", "窶"))


def find_eastern(text: str) -> Iterator[Damage]:
    """Damage of such a page, where a mark with the letter behind it shows that it was at work."""
    for page in _PAGES:
        if page.mark in text:
            found = [each for run in _RUN.finditer(text) for each in _read_run(text, run, page)]
            if any(_TELLING.match(each.after or "") for each in found):
                yield from found


def _read_run(text: str, run: re.Match[str], page: _Page) -> Iterator[Damage]:
    """The marks of a run, none where it is no damage."""
    start, end = run.span()
    if end - start > _LONGEST:
        return
    rule = f"{page.name} code page"
    for stop in (end, end + 1):
        shown = _restore(text[start:stop], page) if stop <= len(text) else None
        if shown:
            yield Damage(start, stop, rule, shown)
            return
    if text[start] == page.mark and _LOST_BYTE.fullmatch(text[start + 1 : start + 2]):
        yield _lost_mark(text, start, rule)


def _lost_mark(text: str, start: int, rule: str) -> Damage:
    """A mark whose last byte found no partner; before a space at the start of a line a bullet."""
    is_bullet = text[start + 2 : start + 3] == " " and _AT_LINE_START.search(
        text[max(start - 40, 0) : start]
    )
    after = "•" if is_bullet else None
    return Damage(start, start + 2, f"{rule}, byte lost", after, sure=False)


def _restore(shown: str, page: _Page) -> str | None:
    """What the bytes of `shown` mean, None where that is no mark or Western letter."""
    try:
        chars = shown.encode(page.codec).decode("utf-8")
    except UnicodeError:
        return None
    is_plausible = all(
        each.isascii() or is_symbol(each) or script_of(each) == "Latin" for each in chars
    )
    return chars if is_plausible and not chars.isascii() else None
