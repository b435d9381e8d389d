"""Original and result of ingest, cut into pieces that show what was repaired and removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sources.ingest.item import ParsedItem, Removal, Repair

AROUND = 30  # characters shown on either side of a doubtful repair


@dataclass(frozen=True)
class Piece:
    """A run of text with what happened to it: the repair in it, or the removal it belongs to."""

    text: str
    repair: Repair | None = None
    removal: Removal | None = None


@dataclass(frozen=True)
class Doubt:
    """A repair that allowed another reading, with the words around it as they came."""

    before: str
    repair: Repair
    after: str


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    repair: Repair | None = None
    removal: Removal | None = None


def original_pieces(item: ParsedItem) -> list[Piece]:
    """The text as it came; damaged marks carry their repair."""
    spans = [
        _Span(repair.position, repair.position + len(repair.before), repair=repair)
        for repair in item.repairs
    ]
    return list(_cut(item.source_text, spans))


def result_pieces(item: ParsedItem) -> list[Piece]:
    """The text after repair; repaired marks carry their repair, what was taken out its removal."""
    spans = [*_repaired_spans(item), *_removed_spans(item)]
    return list(_cut(item.repaired_text, spans))


def doubts(item: ParsedItem) -> list[Doubt]:
    """Every repair that an editor should look at, in the order of the text."""
    return [_doubt(item.source_text, repair) for repair in item.repairs if not repair.sure]


def _doubt(text: str, repair: Repair) -> Doubt:
    end = repair.position + len(repair.before)
    return Doubt(
        before=text[max(repair.position - AROUND, 0) : repair.position],
        repair=repair,
        after=text[end : end + AROUND],
    )


def _repaired_spans(item: ParsedItem) -> Iterator[_Span]:
    """Where repairs ended up: each one moves what follows it."""
    shift = 0
    for repair in sorted(item.repairs, key=lambda repair: repair.position):
        start = repair.position + shift
        yield _Span(start, start + len(repair.after), repair=repair)
        shift += len(repair.after) - len(repair.before)


def _removed_spans(item: ParsedItem) -> Iterator[_Span]:
    """What stands in the text; the markup of a page never did."""
    for removal in item.removals:
        if item.repaired_text.startswith(removal.text, removal.position):
            end = removal.position + len(removal.text)
            yield _Span(removal.position, end, removal=removal)


def _cut(text: str, spans: list[_Span]) -> Iterator[Piece]:
    """Cut at every edge; a piece knows the repair and the removal that cover it."""
    edges = {0, len(text)} | {edge for span in spans for edge in (span.start, span.end)}
    places = sorted(edge for edge in edges if 0 <= edge <= len(text))
    ordered = sorted(spans, key=lambda span: span.start)
    active: list[_Span] = []
    following = 0
    for start, end in pairwise(places):
        active = [span for span in active if span.end > start]
        while following < len(ordered) and ordered[following].start <= start:
            if ordered[following].end > start:
                active.append(ordered[following])
            following += 1
        yield Piece(
            text[start:end],
            repair=next((span.repair for span in active if span.repair), None),
            removal=next((span.removal for span in active if span.removal), None),
        )
