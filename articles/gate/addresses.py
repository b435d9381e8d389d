"""Whether the documents that an article rests on still stand at their addresses."""

from collections.abc import Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.dossier import Dossier
from articles.gate import findings
from articles.gate.findings import Finding
from sources.enums import CheckOutcome
from sources.models import SourceCheck, SourceDocument

PLACE = "article_sources"


def sources_still_stand(dossier: Dossier) -> Iterator[Finding]:
    """What changed or vanished since it was captured, as the last look at its address found it."""
    for attached in dossier.attached:
        document = attached.document
        check = dossier.checks.get(document.pk)
        if check and check.outcome == CheckOutcome.GONE:
            yield Finding(findings.SOURCE_GONE, _gone(document, check), PLACE)
        elif check and check.outcome == CheckOutcome.CHANGED:
            lost = _lost(dossier, document, check)
            yield Finding(findings.SOURCE_CHANGED, _changed(document, check, lost), PLACE)


def _gone(document: SourceDocument, check: SourceCheck) -> str:
    return _("“%(document)s” was gone from its address on %(date)s.") % {
        "document": document,
        "date": check.checked_at.date().isoformat(),
    }


def _changed(document: SourceDocument, check: SourceCheck, lost: list[str]) -> str:
    words = {
        "document": document,
        "date": check.checked_at.date().isoformat(),
        "quotes": " ".join(f"“{Truncator(quote).chars(80)}”" for quote in lost),
    }
    if not lost:
        return (
            _(
                "“%(document)s” read otherwise at its address on %(date)s; "
                "the passages cited here still stood there."
            )
            % words
        )
    return (
        _(
            "“%(document)s” read otherwise at its address on %(date)s. "
            "No longer there, and cited here: %(quotes)s"
        )
        % words
    )


def _lost(dossier: Dossier, document: SourceDocument, check: SourceCheck) -> list[str]:
    """The quotes of this article among those that are no longer there."""
    quotes = (
        document.text[slice(*quote.span)]
        for quote in dossier.quotes.values()
        if quote.span and quote.citation.source_id == document.pk
    )
    return [quote for quote in dict.fromkeys(quotes) if quote in check.lost_quotes]
