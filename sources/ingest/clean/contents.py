"""Tables of contents, with the entries that stand again below as headings."""

from collections.abc import Sequence

from sources.ingest.clean.lines import Line
from sources.ingest.clean.patterns import whole_line
from sources.ingest.clean.sheet import Sheet

HEADING = whole_line(
    r"(?:toggle )?(?:table of contents?|contents|in this (?:article|story|post|report)|on this page|jump to)"
    r"(?:\s*(?:\[?(?:hide|show|toggle)\]?))*\s*:?"
)
SURE = whole_line(r"(?:toggle )?table of contents?\b.*|contents:?")


def remove_contents(sheet: Sheet) -> None:
    """Take out the heading of the table and its entries; a doubtful heading only with entries."""
    rows = sheet.standing()
    last_place = {line.folded: order for order, (_, line) in enumerate(rows)}
    end_of_last = 0
    for order, (number, line) in enumerate(rows):
        if order < end_of_last or not (HEADING.fullmatch(line.bare) or SURE.fullmatch(line.bare)):
            continue
        entries = _entries_behind(rows, order, last_place)
        end_of_last = order + 1 + len(entries)
        if entries or SURE.fullmatch(line.bare):
            sheet.remove(number, "table of contents")
        sheet.remove_all(entries, "entry of the table of contents")


def _entries_behind(
    rows: Sequence[tuple[int, Line]], heading: int, last_place: dict[str, int]
) -> Sequence[tuple[int, Line]]:
    end = heading + 1
    while end < len(rows) and rows[end][1].folded and last_place[rows[end][1].folded] != end:
        end += 1
    return rows[heading + 1 : end]
