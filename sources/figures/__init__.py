"""Figures and names: what a claim states and none of the cited documents does. It only warns."""

from collections.abc import Sequence

from sources.figures.comparison import bears_out
from sources.figures.mention import Kind, Mention
from sources.figures.reading import mentions
from sources.figures.record import Record

__all__ = ["Kind", "Mention", "Record", "bears_out", "mentions", "not_borne_out", "unsupported"]


def unsupported(claim: str, documents: Sequence[str]) -> tuple[Mention, ...]:
    """The mentions of the claim that stand in none of the documents, in the order of the text."""
    return not_borne_out(claim, [Record(document) for document in documents])


def not_borne_out(claim: str, records: Sequence[Record]) -> tuple[Mention, ...]:
    """The same over documents that are read already.

    Names are passed over where a document is not in Latin letters: it would hold them in its own.
    """
    are_latin = all(record.is_latin for record in records)
    return tuple(
        mention
        for mention in mentions(claim)
        if not any(bears_out(record, mention) for record in records)
        and (are_latin or mention.kind is not Kind.NAME)
    )
