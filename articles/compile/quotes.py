"""The citations of an edition: which count, the number each bears, and the words it stands on."""

from collections.abc import Iterable, Mapping
from typing import Any

from articles.dossier import Dossier
from articles.manuscript import Citation

Numbers = Mapping[Citation, int]


def citation_numbers(dossier: Dossier) -> dict[Citation, int]:
    """The number of each citation whose quote is found in a listed source, as they appear."""
    listed = {attached.document.pk for attached in dossier.attached}
    numbers: dict[Citation, int] = {}
    for _, _, citation in dossier.manuscript.citations():
        if dossier.quotes[citation].span and citation.source_id in listed:
            numbers.setdefault(citation, len(numbers) + 1)
    return numbers


def numbered(citations: Iterable[Citation], numbers: Numbers) -> list[int]:
    """The numbers of the citations that have one."""
    return [numbers[citation] for citation in citations if citation in numbers]


def citation_dict(citation: Citation, number: int, dossier: Dossier) -> dict[str, Any]:
    """A W3C TextQuoteSelector and TextPositionSelector on the document's text."""
    document = dossier.documents[citation.source_id or 0]
    start, end = dossier.quotes[citation].span or (0, 0)
    return {
        "number": number,
        "source": str(document.uuid),
        "quote": document.text[start:end],
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "start": start,
        "end": end,
    }
