"""Lines to blocks, by the marks, the indentation and the gaps that the lines have."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sources.ingest.parse import labels
from sources.ingest.parse.blocks import Block, Bullet, ListBlock, TableBlock, TextBlock
from sources.ingest.parse.bullets import BULLET, ORNAMENT, match_ordered
from sources.ingest.parse.markdown import (
    BOLD_LINE,
    HEADING,
    QUOTE,
    RULE,
    RUN_IN,
    UNDERLINE,
    is_separator,
    split_cells,
    strip_emphasis,
)

_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’')\]]*$")
_TAB = 4


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a cleaned text, in order."""
    lines = text.split("\n")
    reader = _Reader(lines, is_wrapped=_is_wrapped(lines))
    return tuple(reader.read())


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the text was broken at a fixed width: no long line, and many that just fit."""
    lengths = [len(line) for line in lines if line.strip() and not BULLET.match(line)]
    if len(lengths) < 6 or max(lengths) > 100:
        return False
    return sum(length > 55 for length in lengths) > len(lengths) / 2


class _Reader:
    """Walks the lines once; each method takes what it can from the front."""

    def __init__(self, lines: Sequence[str], *, is_wrapped: bool) -> None:
        self._lines = _without_quote_marks(lines)
        self._is_wrapped = is_wrapped
        self._at = 0
        dashes = sum(bool(re.match(r"\s*[–—]\s", line)) for line in lines)
        self._has_dash_lists = dashes > 1
        signs = Counter(found["mark"] for line in lines if (found := ORNAMENT.match(line)))
        self._signs = frozenset(sign for sign, count in signs.items() if count > 1)

    def read(self) -> Iterator[Block]:
        has_gap = True
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip() or RULE.match(line):
                self._at += 1
                has_gap = True
                continue
            yield self._read_block(line, has_gap=has_gap)
            has_gap = False

    def _read_block(self, line: str, *, has_gap: bool) -> Block:
        if self._starts_table():
            return self._read_table()
        if self._starts_sign_list():
            return self._read_sign_list()
        if self._match_bullet(line):
            return self._read_list()
        if self._starts_bare_list():
            return self._read_bare_list()
        return self._read_text(has_gap=has_gap)

    def _match_bullet(self, line: str) -> Bullet | None:
        found = BULLET.match(line) or match_ordered(line) or self._match_sign(line)
        if found is None or RULE.match(line) or BOLD_LINE.match(line):
            return None
        if found["mark"] in "–—" and not self._has_dash_lists:
            return None
        indent = len(found["indent"].expandtabs(_TAB))
        return Bullet(_item(found["text"]), indent, found["mark"])

    def _starts_sign_list(self) -> bool:
        """Whether items stand here each of which has a sign of its own, under a label."""
        here = self._lines[self._at : self._at + 2]
        return len(here) == 2 and all(map(ORNAMENT.match, here)) and _is_led(self._line_above())

    def _read_sign_list(self) -> ListBlock:
        bullets: list[Bullet] = []
        while self._at < len(self._lines) and (found := ORNAMENT.match(self._lines[self._at])):
            bullets.append(Bullet(_item(found["text"]), len(found["indent"]), "•"))
            self._at += 1
        return ListBlock(tuple(bullets))

    def _line_above(self) -> str:
        before = range(self._at - 1, -1, -1)
        return next((self._lines[at] for at in before if self._lines[at].strip()), "")

    def _starts_bare_list(self) -> bool:
        """Whether items that lost their marks stand here: indented lines under a label."""
        here = self._lines[self._at : self._at + 2]
        if len(here) < 2 or min(map(_indent, here)) < 1:
            return False
        above = self._line_above()
        return _is_led(above) and min(map(_indent, here)) > _indent(above)

    def _read_bare_list(self) -> ListBlock:
        least = _indent(self._lines[self._at])
        first = self._at
        while self._at < len(self._lines) and _indent(self._lines[self._at]) >= least:
            self._at += 1
        lines = self._lines[first : self._at]
        return ListBlock(tuple(Bullet(strip_emphasis(line), _indent(line), "") for line in lines))

    def _match_sign(self, line: str) -> re.Match[str] | None:
        found = ORNAMENT.match(line)
        return found if found and found["mark"] in self._signs else None

    def _read_list(self) -> ListBlock:
        bullets: list[Bullet] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            bullet = self._match_bullet(line)
            if bullet:
                bullets.append(bullet)
            elif bullets and self._continues_bullet(line, bullets[-1]):
                text = f"{bullets[-1].text} {strip_emphasis(line)}"
                bullets[-1] = replace(bullets[-1], text=text)
            elif line.strip() or not self._has_bullet_ahead():
                break
            self._at += 1
        return ListBlock(tuple(bullets))

    def _continues_bullet(self, line: str, bullet: Bullet) -> bool:
        if not line.strip() or not self._lines[self._at - 1].strip() or self._starts_table():
            return False
        indent = _indent(line)
        is_open = not _ENDS_SENTENCE.search(bullet.text)
        return indent > bullet.indent or (is_open and line.lstrip()[:1].islower())

    def _has_bullet_ahead(self) -> bool:
        for line in self._lines[self._at : self._at + 3]:
            if line.strip():
                return self._match_bullet(line) is not None
        return False

    def _starts_table(self) -> bool:
        if self._at < len(self._lines) and self._match_bullet(self._lines[self._at]):
            return False
        return _cells(self._lines, self._at) > 1 and (
            _cells(self._lines, self._at + 1) > 1
            or is_separator("".join(self._lines[self._at + 1 : self._at + 2]))
        )

    def _read_table(self) -> TableBlock:
        rows: list[tuple[str, ...]] = []
        has_header = is_separator("".join(self._lines[self._at + 1 : self._at + 2]))
        while self._at < len(self._lines) and _cells(self._lines, self._at) > 1:
            line = self._lines[self._at]
            if not is_separator(line):
                rows.append(tuple(strip_emphasis(cell) for cell in split_cells(line)))
            self._at += 1
        width = max(map(len, rows), default=0)
        filled = tuple((*row, *[""] * (width - len(row))) for row in rows)
        return TableBlock(filled, has_header)

    def _read_text(self, *, has_gap: bool) -> TextBlock:
        first = self._at
        block = self._read_any_text(has_gap=has_gap)
        return replace(block, lines=range(first, self._at))

    def _read_any_text(self, *, has_gap: bool) -> TextBlock:
        line = self._lines[self._at]
        self._at += 1
        marked = self._read_marked(line, has_gap=has_gap)
        if marked:
            return marked
        pieces = [line.strip()]
        while self._at < len(self._lines) and self._continues_text(pieces[-1]):
            pieces.append(self._lines[self._at].strip())
            self._at += 1
        return _label(" ".join(pieces), has_gap=has_gap)

    def _read_marked(self, line: str, *, has_gap: bool) -> TextBlock | None:
        found = HEADING.match(line) or BOLD_LINE.match(line)
        if found:
            level = len(found["mark"]) if found["mark"].startswith("#") else 0
            text = strip_emphasis(found["text"].rstrip(" \t#"))
            return TextBlock(text, has_gap, is_marked=True, level=level)
        following = "".join(self._lines[self._at : self._at + 1])
        if UNDERLINE.match(following) and len(line) < 150 and not _ENDS_SENTENCE.search(line):
            level = 1 if following.startswith("=") else 2
            self._at += 1
            return TextBlock(strip_emphasis(line), has_gap, is_marked=True, level=level)
        return None

    def _continues_text(self, line: str) -> bool:
        following = self._lines[self._at]
        if not following.strip() or self._match_bullet(following) or HEADING.match(following):
            return False
        if RULE.match(following) or self._starts_table() or BOLD_LINE.match(following):
            return False
        is_open = not _ENDS_SENTENCE.search(line.rstrip())
        if self._is_wrapped and len(line) > 50:
            return True
        return is_open and following.lstrip()[:1].islower()


def _item(text: str) -> str:
    return labels.without_pictures(strip_emphasis(text))


def _is_led(above: str) -> bool:
    """Whether the line announces a list."""
    label = labels.bare(strip_emphasis(above))
    return above.rstrip(" *_").endswith(":") or bool(labels.HIGHLIGHTS.fullmatch(label))


def _without_quote_marks(lines: Sequence[str]) -> Sequence[str]:
    """The lines without the ">" of a quoted block, which is never a single line."""
    quoted = sum(line.lstrip().startswith("> ") for line in lines)
    return [QUOTE.sub("", line) for line in lines] if quoted > 1 else lines


def _indent(line: str) -> int:
    """In how many columns a line begins; -1 where it is blank."""
    text = line.expandtabs(_TAB)
    return len(text) - len(text.lstrip()) if text.strip() else -1


def _label(line: str, *, has_gap: bool) -> TextBlock:
    found = RUN_IN.match(line)
    if found and (found["colon"] or found["more"] or found["label"].endswith((".", "?"))):
        text = strip_emphasis(line[found.end() :])
        return TextBlock(text, has_gap, label=found["label"].strip(" .:"))
    return TextBlock(strip_emphasis(line), has_gap)


def _cells(lines: Sequence[str], at: int) -> int:
    """How many cells the line at `at` would have as a row; 0 past the end."""
    if at >= len(lines) or not lines[at].strip():
        return 0
    return 2 if is_separator(lines[at]) and "|" in lines[at] else len(split_cells(lines[at]))
