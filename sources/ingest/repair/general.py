"""The damage that our own rules do not know, word by word through `ftfy`.

Its options are shut except the repair of encodings: its other cures change text that was never ill.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import ftfy
from ftfy.badness import is_bad

from sources.ingest.item import Repair
from sources.ingest.repair.codepages import REPLACEMENT

_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
_WORD = re.compile(r"\S+")
_LONGEST_WORD = 200  # what is longer is data, and costs time


def repair_words(text: str, *, taken: Sequence[tuple[int, int]]) -> Iterator[Repair]:
    """Repairs of damaged words that touch none of the `taken` stretches, which are sorted."""
    ends = [end for _, end in taken]
    for word in _WORD.finditer(text):
        if word[0].isascii() or len(word[0]) > _LONGEST_WORD or not is_bad(word[0]):
            continue
        following = bisect_right(ends, word.start())
        if following < len(taken) and taken[following][0] < word.end():
            continue
        after = ftfy.fix_encoding(word[0], _CONFIG)
        if after != word[0] and REPLACEMENT not in after:
            yield Repair(word.start(), word[0], after, "general (ftfy)", sure=False)
