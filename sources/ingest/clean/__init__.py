"""Third stage: takes out what is not the item: an assistant's talk, leftovers of the editor, the
furniture of the page. Nothing goes without a record of its text, place and reason.
"""

from dataclasses import dataclass

from sources.ingest.clean.assistant import remove_assistant
from sources.ingest.clean.contents import remove_contents
from sources.ingest.clean.furniture import remove_furniture
from sources.ingest.clean.leftovers import remove_leftovers
from sources.ingest.clean.lines import Line, split_lines
from sources.ingest.clean.sheet import Sheet
from sources.ingest.clean.stories import remove_other_stories
from sources.ingest.item import Removal
from sources.ingest.repair import RepairedText

__all__ = ["CleanText", "clean_text"]


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


def clean_text(repaired: RepairedText) -> CleanText:
    """Remove every leftover that a rule knows. Linear in the length of the text."""
    sheet = Sheet(list(split_lines(repaired.text)))
    remove_leftovers(sheet)
    remove_furniture(sheet)
    remove_assistant(sheet)
    remove_contents(sheet)
    remove_other_stories(sheet)
    if repaired.read.is_cut:
        _remove_cut_heading(sheet)
    dropped = (
        Removal(repaired.place_after(each.position), each.text, each.reason)
        for each in repaired.read.dropped
    )
    return CleanText(
        repaired=repaired,
        lines=tuple(line for line in sheet.lines if line is not None),
        removals=tuple(sorted([*dropped, *sheet.outermost()], key=lambda each: each.position)),
        comments_count=sheet.comments_count,
    )


def _remove_cut_heading(sheet: Sheet) -> None:
    last = sheet.standing()[-1:]
    if last and last[0][1].text.startswith("#"):
        sheet.remove_all(last, "heading cut off in the middle")
