"""Other items that came along: the next stories of a feed, and lists of links to them."""

from bisect import bisect_left
from collections.abc import Sequence

from sources.ingest.clean.lines import Line
from sources.ingest.clean.patterns import whole_line
from sources.ingest.clean.sheet import Sheet

PARAGRAPHS_OF_A_STORY = 2

LIST_HEADING = whole_line(
    r"(?:related|recommended|trending|latest|popular|recent|more|further|other|top)(?: (?:\w+ )?)"
    r"(?:articles?|posts?|stor(?:y|ies)|news|reading|reads|content|coverage|topics|comments)"
    r"(?: (?:from|on|in) .{0,60})?:?",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,20}|recommended for you:?",
    r"explore more (?:on|in|about) .{1,60}|you may have missed|in other news|don['’]t miss|editor['’]?s['’]? picks|trending(?: now)?",
    r"(?:what to )?read next:?|most (?:read|popular|viewed):?|up next:?|related:?|see also:?",
    r"more (?:from|on|in) [^.]{1,60}",
)
"""Heads a list of links to other items."""

FEED_TIME = whole_line(
    r"(?:updated |posted |published )?(?:\d{1,3}|an?|one) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?) ago"
    r"(?:\s*[-–—|·•].{0,80})?"
)
"""The time line of a story in a feed; behind the text it begins another story."""


def remove_other_stories(sheet: Sheet) -> None:
    """Take out everything from the time line of another story on, and lists of links."""
    rows = sheet.standing()
    places = [order for order, (_, line) in enumerate(rows) if line.is_prose]
    end_of_links = 0
    for order, (_, line) in enumerate(rows):
        before = bisect_left(places, order)
        if FEED_TIME.fullmatch(line.bare):
            if before >= PARAGRAPHS_OF_A_STORY:
                sheet.remove_all(rows[order:], "another story")
                return
            sheet.remove_all(rows[order : order + 1], "time line")
        elif before and order >= end_of_links and LIST_HEADING.fullmatch(line.bare):
            next_paragraph = [*places[before : before + 1], len(rows)][0]
            end_of_links = _remove_links(sheet, rows, order, next_paragraph)


def _remove_links(
    sheet: Sheet, rows: Sequence[tuple[int, Line]], heading: int, next_paragraph: int
) -> int:
    """A heading and the links behind it: all that is left, or the bullets before a paragraph.

    Returns where what was looked at ends.
    """
    is_last = next_paragraph == len(rows)
    if is_last or rows[heading + 1][1].is_bullet:
        sheet.remove_all(rows[heading:next_paragraph], "links to other items")
    return next_paragraph
