"""UTF-8 that was read by a rarer code page, as a telling mark or a word of such letters shows."""

import re
from collections.abc import Iterator
from itertools import groupby

from sources.ingest.repair.codepages import RARE, WESTERN, CodePage
from sources.ingest.repair.damage import Damage
from sources.ingest.repair.scripts import is_symbol, script_of

# Dashes, quotation marks, the ellipsis: these show that the page was at work in this text.
_TELLING = re.compile("[\u2010-\u201e\u2026]")
_LETTERS_OF_A_WORD = 3


def find_rare(text: str) -> Iterator[Damage]:
    """Damage of every page that was at work in this text; only there is one letter enough."""
    for page in (*RARE, WESTERN):
        shown = [
            Damage(found.start(), found.end(), f"{page.name} code page", char)
            for found in page.sequence.finditer(text)
            if (char := page.restore(found[0])) and (is_symbol(char) or script_of(char))
        ]
        scripts = _scripts_of_words(shown)
        is_telling = any(_TELLING.match(each.after or "") for each in shown)
        if is_telling or scripts:
            yield from (each for each in shown if _is_credible(each, scripts))
        if is_telling:
            yield from _cut_marks(text, page)


def _is_credible(damage: Damage, scripts: frozenset[str]) -> bool:
    char = damage.after or ""
    return is_symbol(char) or script_of(char) in scripts | {"Latin"}


def _scripts_of_words(shown: list[Damage]) -> frozenset[str]:
    """The scripts, other than Latin, of which several letters stand side by side."""
    found = set()
    for script, letters in groupby(shown, lambda each: script_of(each.after or "")):
        if script in (None, "Latin"):
            continue
        run, end = 0, -1
        for each in letters:
            run = run + 1 if each.start == end else 1
            end = each.end
            if run == _LETTERS_OF_A_WORD:
                found.add(script)
    return frozenset(found)


def _cut_marks(text: str, page: CodePage) -> Iterator[Damage]:
    """Marks of which the page had no character for the last byte."""
    rule = f"{page.name} code page, byte lost"
    if not page.open_quotes or page is WESTERN:
        return
    after = page.open_quotes if len(page.open_quotes) == 1 else None
    for cut in page.cut_mark.finditer(text):
        yield Damage(cut.start(), cut.end(), rule, after, is_quote=True)
