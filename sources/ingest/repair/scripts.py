"""The scripts that characters belong to: which are marks, and which are letters of one script."""

import re

_SYMBOLS = re.compile(
    "[\u00a0-\u00bf\u00d7\u00f7\u02c6\u02dc\u2000-\u23ff\u2460-\u27bf\u2900-\u2bff\u3000-\u303f\uff00-\uff65"
    "\ufe0e\ufe0f\ufeff\U0001f000-\U0001faff]"
)
_LETTERS = {
    "Latin": re.compile("[\u00c0-\u024f\u1e00-\u1eff]"),
    "Greek": re.compile("[\u0370-\u03ff]"),
    "Cyrillic": re.compile("[\u0400-\u045f]"),
    "Thai": re.compile("[\u0e00-\u0e7f]"),
    "East Asian": re.compile("[\u3040-\u9fff\uac00-\ud7af]"),
}


def is_symbol(char: str) -> bool:
    """Whether `char` is a mark that newsrooms type, of which one alone may be damaged."""
    return bool(_SYMBOLS.match(char))


def script_of(char: str) -> str | None:
    """The script of a letter of which a whole word may be damaged, None for any other character."""
    if is_symbol(char):
        return None
    return next((name for name, letters in _LETTERS.items() if letters.match(char)), None)
