"""What reading hands to the next stage."""

from dataclasses import dataclass
from typing import Literal

from sources.ingest.item import Removal


@dataclass(frozen=True)
class ReadText:
    """The text of an item with lines ended by "\\n", and how it was won.

    `notes` are sentences on what reading changed. `dropped` holds the markup that has no place in
    plain text, each distinct tag once; its positions count characters in `text`. `is_cut` is true
    where markup ends in the middle of an element, so that the last line is not whole.
    """

    text: str
    encoding: str
    form: Literal["plain", "html", "post"] = "plain"
    notes: tuple[str, ...] = ()
    dropped: tuple[Removal, ...] = ()
    is_cut: bool = False
