"""Genuine Thai, held aside before anything is called damaged."""

import re

# Whole words that look like damage: "to lift" reads as an inverted "!", "cattle" as a lossy "<=".
_WORDS_LIKE_DAMAGE = frozenset({"ยก", "โค"})
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_BEFORE_FIGURE = re.compile(r"\s?\d")
_PLAUSIBLE_SYMBOLS = re.compile(
    "[\u00a0-\u00bf\u00d7\u00f7\u02c6\u02dc\u2000-\u27bf\u2900-\u2bff\u3000-\u303f\uff00-\uff65"
    "\ufeff\U0001f000-\U0001faff]"
)
_PLAUSIBLE_LETTERS = re.compile(
    "[\u00c0-\u052f\u0e00-\u0e7f\u1e00-\u1eff\u3040-\u9fff\uac00-\ud7af]"
)


def is_thai_word(run: str, *, before: str, after: str) -> bool:
    """Whether a Thai run that could be damage is a word: it stands alone, not glued to Latin.

    `before` is the character before the run ("" at the start), `after` the text behind it.
    """
    if run not in _WORDS_LIKE_DAMAGE or _BEFORE_FIGURE.match(after):
        return False
    return not (is_latin(before) or before.isdigit() or is_latin(after[:1]))


def is_latin(char: str) -> bool:
    """Whether `char` is a letter of the Latin script; false for ""."""
    return bool(_LATIN.match(char))


def is_symbol(char: str) -> bool:
    """Whether `char` is a mark that newsrooms type, of which one alone may be damaged."""
    return bool(_PLAUSIBLE_SYMBOLS.match(char))


def is_letter(char: str) -> bool:
    """Whether `char` is of a script in which a whole word may be damaged."""
    return bool(_PLAUSIBLE_LETTERS.match(char))
