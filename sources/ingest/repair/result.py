"""What repairing hands to the next stage."""

from bisect import bisect_right
from dataclasses import dataclass

from sources.ingest.item import Repair
from sources.ingest.read import ReadText


@dataclass(frozen=True)
class RepairedText:
    """The repaired text, every repair in the order of the text, and what was read before."""

    read: ReadText
    text: str
    repairs: tuple[Repair, ...]

    def place_after(self, position: int) -> int:
        """Where a position of the text before repair lies in the repaired text."""
        count = bisect_right(self.repairs, position, key=lambda repair: repair.position)
        return position + sum(len(each.after) - len(each.before) for each in self.repairs[:count])
