"""The stages of ingest, each run on text that a test wrote, and the shapes that tests compare."""

from typing import Any

from sources.ingest import HighlightNode, ParsedItem, ingest_bytes
from sources.ingest.clean import CleanText, clean_text
from sources.ingest.match import Directory, DirectoryEntry
from sources.ingest.parse import ParsedText, parse_text
from sources.ingest.read import ReadText
from sources.ingest.repair import RepairedText, repair_text

# Two paragraphs of a story, so that a rule can tell what stands before and behind it.
STORY = (
    "Kestrel Lithium opened its second plant on Monday, three weeks ahead of the plan it gave.",
    "The plant stands at the edge of the salt flat, and takes its water from the hills behind it.",
)


def repaired(text: str) -> RepairedText:
    """The text as the second stage leaves it."""
    return repair_text(ReadText(text=text, encoding="utf-8"))


def cleaned(text: str) -> CleanText:
    """The text as the third stage leaves it, with nothing repaired before."""
    return clean_text(RepairedText(ReadText(text=text, encoding="utf-8"), text, ()))


def parsed(text: str) -> ParsedText:
    """The parts of a text, through the third and fourth stage."""
    return parse_text(cleaned(text))


def ingested(text: str, *entries: tuple[str, tuple[str, ...]]) -> ParsedItem:
    """The item of a text, matched with a directory of `entries`."""
    directory = Directory.of(DirectoryEntry(slug, names) for slug, names in entries)
    return ingest_bytes(text.encode(), directory)


def tree(nodes: tuple[HighlightNode, ...]) -> list[Any]:
    """A tree as nested lists: a leaf is its text, a node with children a pair."""
    return [(node.text, tree(node.children)) if node.children else node.text for node in nodes]
