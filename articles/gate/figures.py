"""Whether the documents bear out the figures and names of a text. What is in none is a warning.

Title, standfirst, highlights, body and directives are looked at; the analysis is our own reading.
A block answers to the documents that it cites, and where it cites none, to all that are attached.
"""

import datetime
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles.dossier import Dossier
from articles.gate import findings
from articles.gate.findings import Finding
from articles.manuscript import Citation, Manuscript, Order, Part, flat, list_values
from sources.figures import Record, not_borne_out
from sources.models import SourceDocument

# The fields of a block that hold words; pictures, files and links make no claims.
_FIELDS = {
    "paragraph": ("text",),
    "callout": ("heading", "text"),
    "quotation": ("text", "attribution"),
    "key_figure": ("label",),
    "table": ("caption",),
    "chart": ("caption",),
    "directives": ("introduction",),
}
_YEAR_END = re.compile(r"\bend of (?:the year|20\d\d)\b|\byear[- ]end\b|年底|年末", re.IGNORECASE)
_BOUNDARY = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|br|hr)\b[^>]*>")


class Claim(NamedTuple):
    """What one block says, at its place; each text is looked at by itself."""

    field: str
    block: str
    texts: tuple[str, ...]
    citations: tuple[Citation, ...] = ()
    deadline: datetime.date | None = None


def figures_are_borne_out(dossier: Dossier) -> Iterator[Finding]:
    """Every number, date and name stands in a document that the block cites."""
    shelf = _Shelf(dossier)
    for claim in (*_above_the_text(dossier), *claims(dossier.manuscript)):
        records = shelf.records(claim)
        for text in dict.fromkeys(_unsupported(claim, records)):
            yield Finding(findings.NOT_IN_SOURCES, _message(claim, text), claim.field, claim.block)


def claims(manuscript: Manuscript) -> Iterator[Claim]:
    """What highlights, body and directives say, block by block."""
    for highlight in flat(manuscript.highlights):
        yield Claim("highlights", highlight.id, (highlight.text,), highlight.citations)
    for section in manuscript.sections:
        yield Claim("body", section.id, (section.heading,))
        for part in section.parts:
            yield Claim("body", part.id, tuple(_texts(part)), part.citations)
            yield from (_ordered(order) for order in part.orders)


def _above_the_text(dossier: Dossier) -> Iterator[Claim]:
    for name in ("title", "standfirst"):
        yield Claim(name, "", (getattr(dossier.article, name),))


class _Shelf:
    """The documents of a dossier, each read once and only when a block needs it."""

    def __init__(self, dossier: Dossier) -> None:
        self._documents = dossier.documents
        self._attached = [attached.document.pk for attached in dossier.attached]
        self._records: dict[int, Record] = {}

    def records(self, claim: Claim) -> list[Record]:
        """The documents that a claim answers to."""
        cited = dict.fromkeys(citation.source_id or 0 for citation in claim.citations)
        keys = [key for key in cited if key in self._documents] or self._attached
        return [self._record(key) for key in keys]

    def _record(self, key: int) -> Record:
        if key not in self._records:
            self._records[key] = Record("\n".join(_of_document(self._documents[key])))
        return self._records[key]


def _of_document(document: SourceDocument) -> Iterator[str]:
    """The text, and what is on record about it: a briefing may name publisher and date."""
    yield document.text
    yield document.title
    if document.published_on:
        yield document.published_on.isoformat()
    organisations = [document.publisher, *document.originators.all()]
    yield from (organisation.name for organisation in organisations if organisation)


def _unsupported(claim: Claim, records: Sequence[Record]) -> Iterator[str]:
    if not records:
        return
    for text in claim.texts:
        yield from (mention.text for mention in not_borne_out(text, records))
    if claim.deadline and not _is_set(claim.deadline, records):
        yield date_format(claim.deadline, "j F Y")


def _message(claim: Claim, text: str) -> str:
    if claim.citations:
        message = _("“%(text)s” stands in none of the cited documents.")
    else:
        message = _("“%(text)s” stands in none of the attached documents.")
    return message % {"text": " ".join(text.split())}


def _is_set(deadline: datetime.date, records: Sequence[Record]) -> bool:
    """Whether a document sets it. The last day of a month or year need not be named."""
    following = deadline + datetime.timedelta(days=1)
    if not not_borne_out(deadline.isoformat(), records):
        return True
    if following.day == 1 and not not_borne_out(f"{deadline:%Y-%m}", records):
        return True
    is_last = following.month == following.day == 1
    return is_last and any(_YEAR_END.search(record.text) for record in records)


def _ordered(order: Order) -> Claim:
    names = (name for _key, name in order.addressees)
    texts = (order.text, order.target, order.rationale, *names)
    return Claim("body", order.id, texts, order.citations, order.deadline)


def _texts(part: Part) -> Iterator[str]:
    """The texts of a block as they are read."""
    value = part.value
    yield from (_plain(value.get(name) or "") for name in _FIELDS.get(part.kind, ()))
    if part.kind == "key_figure":
        yield _measured(value, value.get("unit"))
    elif part.kind == "table":
        for row in list_values(value.get("rows")):
            yield "\n".join(str(cell or "") for cell in list_values(row.get("cells")))
    elif part.kind == "chart":
        for point in list_values(value.get("points")):
            yield from (point.get("label") or "", _measured(point, value.get("unit")))


def _measured(value: Mapping[str, Any], unit: str | None) -> str:
    """A figure together with its unit."""
    return f"{value.get('value') or ''} {unit or ''}".strip()


def _plain(rich: str) -> str:
    """Rich text with a line for each of its blocks."""
    return html.unescape(strip_tags(_BOUNDARY.sub("\n", rich)))
