"""Third stage: takes out what is not the item: an assistant's talk, leftovers of the editor, the
furniture of the page. Nothing goes without a record of its text, place and reason.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sources.ingest.clean import rules
from sources.ingest.clean.lines import Line, split_lines
from sources.ingest.item import Removal
from sources.ingest.repair import RepairedText

__all__ = ["CleanText", "clean_text"]

_OPENING_LINES = 3
_PARAGRAPHS_OF_A_STORY = 2
_WORDS = {"no": 0, "zero": 0, "one": 1}
_BULLET = re.compile(r"\s*(?:[-•*·–]|\d{1,2}[.)])\s")


@dataclass(frozen=True)
class CleanText:
    """The item alone: the lines that are left; `removals` count characters of `repaired.text`.

    `comments_count` is what a counter in the removed furniture said, None where there was none.
    """

    repaired: RepairedText
    lines: tuple[Line, ...]
    removals: tuple[Removal, ...]
    comments_count: int | None

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line.text for line in self.lines)

    def whole_line(self, number: int) -> tuple[int, str]:
        """Place and words of a line as it stood before anything was taken out of it."""
        start = self.lines[number].start
        line = self.repaired.text[start:].partition("\n")[0]
        return start + len(line) - len(line.lstrip()), line.strip()


@dataclass
class _Sheet:
    """The lines still standing, None where one was removed."""

    lines: list[Line | None]
    removals: list[Removal] = field(default_factory=list)
    comments_count: int | None = None

    def standing(self) -> Iterator[tuple[int, Line]]:
        """Number and line of every line that stands and is not blank."""
        for number, line in enumerate(self.lines):
            if line is not None and line.text.strip():
                yield number, line

    def remove(self, number: int, reason: str) -> None:
        line = self.lines[number]
        if line is not None and line.text.strip():
            place = line.start + len(line.text) - len(line.text.lstrip())
            self.removals.append(Removal(place, line.text.strip(), reason))
            self.lines[number] = None


def clean_text(repaired: RepairedText) -> CleanText:
    """Remove every leftover that a rule knows. Linear in the length of the text."""
    sheet = _Sheet(list(split_lines(repaired.text)))
    _remove_leftovers(sheet)
    _remove_assistant(sheet)
    _remove_contents(sheet)
    _remove_furniture(sheet)
    _remove_other_stories(sheet)
    if repaired.read.is_cut:
        _remove_cut_heading(sheet)
    dropped = (
        Removal(repaired.place_after(each.position), each.text, each.reason)
        for each in repaired.read.dropped
    )
    removals = sorted([*dropped, *sheet.removals], key=lambda removal: removal.position)
    lines = tuple(line for line in sheet.lines if line is not None)
    return CleanText(repaired, lines, tuple(removals), sheet.comments_count)


def _remove_leftovers(sheet: _Sheet) -> None:
    for number, line in sheet.standing():
        text, found = _strip_line(line)
        if not found:
            continue
        sheet.removals += found
        sheet.lines[number] = Line(line.start, text) if text.strip() else None


def _strip_line(line: Line) -> tuple[str, list[Removal]]:
    """A line without the stretches that are leftovers; of a link only its words stay."""
    cuts = [
        (match.start(), match.end(), reason)
        for reason, rule in rules.LEFTOVERS
        for match in rule.finditer(line.text)
    ]
    for link in rules.LINK.finditer(line.text):
        cuts.append((link.start(), link.start("words"), ""))
        cuts.append((link.end("words"), link.end(), "address of a link"))
    text, found, end = "", [], 0
    for start, stop, reason in sorted(cuts):
        if start < end:
            continue
        text += line.text[end:start]
        end = stop
        if reason:
            words = line.text[start:stop]
            place = line.start + start + len(words) - len(words.lstrip())
            found.append(Removal(place, words.strip(), reason))
    return text + line.text[end:], found


def _remove_assistant(sheet: _Sheet) -> None:
    for order, (number, line) in enumerate(list(sheet.standing())):
        is_opening = order < _OPENING_LINES and rules.ASSISTANT_OPENING.fullmatch(line.bare)
        if is_opening or rules.ASSISTANT_TALK.fullmatch(line.bare):
            sheet.remove(number, "assistant's talk")


def _remove_contents(sheet: _Sheet) -> None:
    """A table of contents, with the entries that stand again below as headings."""
    lines = list(sheet.standing())
    last_place = {line.folded: order for order, (_, line) in enumerate(lines)}
    for order, (number, line) in enumerate(lines):
        if not rules.CONTENTS_HEADING.fullmatch(line.bare):
            continue
        entries = _contents_entries(lines, order, last_place)
        if entries or rules.CONTENTS_SURE.fullmatch(line.bare):
            sheet.remove(number, "table of contents")
        for entry in entries:
            sheet.remove(entry, "entry of the table of contents")


def _contents_entries(
    lines: Sequence[tuple[int, Line]], heading: int, last_place: dict[str, int]
) -> list[int]:
    entries = []
    for order in range(heading + 1, len(lines)):
        number, line = lines[order]
        if last_place[line.folded] == order:
            break
        entries.append(number)
    return entries


def _remove_other_stories(sheet: _Sheet) -> None:
    """From the time line of a feed to the end, and lists of links under a heading that says so."""
    lines = list(sheet.standing())
    paragraphs = 0
    for order, (_, line) in enumerate(lines):
        if rules.FEED_TIME.fullmatch(line.bare):
            is_behind = paragraphs >= _PARAGRAPHS_OF_A_STORY
            for other, _ in lines[order:] if is_behind else lines[order : order + 1]:
                sheet.remove(other, "another story" if is_behind else "time line")
        elif paragraphs and rules.BLOCK_HEADING.fullmatch(line.bare):
            _remove_link_list(sheet, lines, order)
        paragraphs += _is_prose(line)


def _remove_link_list(sheet: _Sheet, lines: Sequence[tuple[int, Line]], heading: int) -> None:
    links = []
    for number, line in lines[heading + 1 :]:
        if _is_prose(line):
            break
        links.append(number)
    followers = lines[heading + 1 + len(links) : heading + 2 + len(links)]
    if followers and not all(
        _BULLET.match(line.text) for _, line in lines[heading + 1 : heading + 2]
    ):
        return
    for number in (lines[heading][0], *links):
        sheet.remove(number, "links to other items")


def _is_prose(line: Line) -> bool:
    return len(line.text) > 80 and line.text.rstrip().endswith((".", "”", '"', "!", "?"))


def _remove_furniture(sheet: _Sheet) -> None:
    for number, line in sheet.standing():
        counter = rules.COMMENT_COUNT.fullmatch(line.bare)
        if counter:
            sheet.comments_count = _read_count(counter)
            sheet.remove(number, "comment counter")
            continue
        for reason, rule in rules.LINE_RULES:
            if rule.fullmatch(line.bare):
                sheet.remove(number, reason)
                break


def _read_count(counter: re.Match[str]) -> int:
    said = next(group for group in counter.groups() if group is not None).lower()
    return _WORDS[said] if said in _WORDS else int(said)


def _remove_cut_heading(sheet: _Sheet) -> None:
    last = next(iter(reversed(list(sheet.standing()))), None)
    if last and last[1].text.startswith("#"):
        sheet.remove(last[0], "heading cut off in the middle")
