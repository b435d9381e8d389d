"""The marks of markdown that stand in lines: headings, rulings, emphasis and cells."""

import re

HEADING = re.compile(r"^\s{0,3}(?P<mark>#{1,6})\s+(?P<text>.*)$")
BOLD_LINE = re.compile(r"^\s*(?P<mark>\*\*|__)(?P<text>[^*_]+(?:[*_][^*_]+)*)(?P=mark)\s*:?\s*$")
QUOTE = re.compile(r"^\s{0,3}(?:>[ \t]?)+")
UNDERLINE = re.compile(r"^(?:={3,}|-{3,})\s*$")
RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_SEPARATOR = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
RUN_IN = re.compile(
    r"^(?:\*\*|__)(?P<label>[^*_\n]{2,80}?)(?P<colon>:?)(?:\*\*|__)\s*(?P<more>:?)\s+"
)
_EMPHASIS = (
    re.compile(r"(\*\*|__)(?=\S)(?P<text>[^\n]+?)(?<=\S)\1"),
    re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])(?P<text>[^*_\n]+?)(?<=\S)\1(?![\w*])"),
)
_SPACES = re.compile(r"[ \t\u00a0]+")


def strip_emphasis(text: str) -> str:
    """`text` without markdown's emphasis and with single spaces."""
    for mark in _EMPHASIS:
        text = mark.sub(lambda found: found["text"], text)
    return _SPACES.sub(" ", text).strip()


def is_separator(line: str) -> bool:
    """Whether a line only rules the head of a table off."""
    return bool(_SEPARATOR.fullmatch(line.strip()))


def split_cells(line: str) -> list[str]:
    """The cells of a row, set apart by bars or tabs."""
    is_piped = "|" in line
    inner = re.sub(r"^\s*\||\|\s*$", "", line) if is_piped else line.strip()
    return [cell.strip() for cell in re.split(r"\||\t" if is_piped else r"\t+", inner)]
