"""The rules about the text: each takes a dossier and yields findings. None of them queries."""

import html
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles.dossier import Dossier
from articles.enums import ChangeKind
from articles.gate import findings
from articles.gate.addresses import sources_still_stand
from articles.gate.figures import figures_are_borne_out
from articles.gate.findings import Finding
from articles.manuscript import Order, flat
from sources.ingest.inspection import find_damage, find_leftovers

Check: TypeAlias = Callable[[Dossier], Iterator[Finding]]
Passage: TypeAlias = tuple[str, str, str]  # field, block id, text


def preflight(dossier: Dossier) -> tuple[Finding, ...]:
    """Every finding about the text, those that block first."""
    found = [finding for check in CHECKS for finding in check(dossier)]
    return tuple(sorted(found, key=lambda finding: not finding.blocks))


def passages(dossier: Dossier) -> Iterator[Passage]:
    """All the text that readers would see, with its place."""
    article, manuscript = dossier.article, dossier.manuscript
    yield "title", "", article.title
    yield "standfirst", "", article.standfirst
    yield "disclaimer_note", "", article.disclaimer_note
    yield "ai_purpose", "", article.ai_purpose
    yield "change_note", "", article.change_note
    for highlight in flat(manuscript.highlights):
        yield "highlights", highlight.id, highlight.text
    for name, sections in (("body", manuscript.sections), ("analysis", manuscript.analysis)):
        for section in sections:
            yield name, section.id, section.heading
            for part in section.parts:
                yield from ((name, part.id, text) for text in texts_of(part.value))
                yield from (
                    (name, order.id, text) for order in part.orders for text in words_of(order)
                )


def words_of(order: Order) -> Iterator[str]:
    """Everything of a directive that somebody typed."""
    yield from (order.text, order.target, order.rationale)
    yield from (name for _id, name in order.addressees)


def texts_of(value: object) -> Iterator[str]:
    """Every string inside a block's value as it is read; citations are evidence, not text."""
    if isinstance(value, str):
        yield html.unescape(strip_tags(value))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("citations", "directives", "id", "type"):
                yield from texts_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item)


def has_sources(dossier: Dossier) -> Iterator[Finding]:
    """A briefing rests on at least one captured document."""
    if not dossier.attached:
        yield Finding(findings.NO_SOURCE, _("No source document is attached."), "article_sources")


def records_are_there(dossier: Dossier) -> Iterator[Finding]:
    """What a draft names is still on record: a draft keeps nobody from deleting it."""
    messages = {
        "article_sources": _("A source document of the list has been deleted since."),
        "article_authors": _("An author in the byline has been deleted since."),
    }
    for field, message in messages.items():
        if field in dossier.deleted:
            yield Finding(findings.DELETED, message, field)


def has_text(dossier: Dossier) -> Iterator[Finding]:
    """There is something to read, and something that stands for it."""
    if not any(section.parts for section in dossier.manuscript.sections):
        yield Finding(findings.EMPTY_TEXT, _("The body is empty."), "body")
    if not dossier.article.standfirst.strip():
        yield Finding(findings.NO_STANDFIRST, _("The standfirst is empty."), "standfirst")


def directives_are_borne_out(dossier: Dossier) -> Iterator[Finding]:
    """Every directive is cited and has an issuer."""
    for order in dossier.manuscript.orders():
        text = _short(order.text)
        if not order.citations:
            message = _("No passage is cited for the directive “%(text)s”.") % {"text": text}
            yield Finding(findings.NO_CITATION, message, "body", order.id)
        if order.issuer_id is None:
            message = _("Nobody is named as issuer of “%(text)s”.") % {"text": text}
            yield Finding(findings.NO_ISSUER, message, "body", order.id)


def quotes_are_found(dossier: Dossier) -> Iterator[Finding]:
    """Every citation leads to its passage, in a document that is among the sources."""
    listed = {attached.document.pk for attached in dossier.attached}
    for field, block, citation in dossier.manuscript.citations():
        quote = dossier.quotes[citation]
        if quote.span is None:
            message = _("“%(quote)s” does not stand in the document it is cited from.")
            message %= {"quote": _short(citation.exact) or "…"}
            yield Finding(findings.QUOTE_NOT_FOUND, message, field, block)
        elif citation.source_id not in listed:
            document = dossier.documents[citation.source_id or 0]
            message = _("“%(document)s” is cited, but it is not listed as a source.")
            yield Finding(findings.NOT_LISTED, message % {"document": document}, field, block)


def text_is_whole(dossier: Dossier) -> Iterator[Finding]:
    """Nothing is damaged, and nothing is left over from the tools that made the text."""
    for field, block, text in passages(dossier):
        for damage in find_damage(text):
            message = _("“%(text)s” contains damaged characters.") % {"text": _short(damage)}
            yield Finding(findings.DAMAGED, message, field, block)
        for leftover in find_leftovers(text):
            message = _("“%(text)s” is a leftover.") % {"text": _short(leftover)}
            yield Finding(findings.LEFTOVER, message, field, block)


def sections_have_text(dossier: Dossier) -> Iterator[Finding]:
    """No heading stands alone."""
    manuscript = dossier.manuscript
    for name, sections in (("body", manuscript.sections), ("analysis", manuscript.analysis)):
        for section in sections:
            if not any("".join(texts_of(p.value)).strip() or p.orders for p in section.parts):
                message = _("Nothing stands under “%(heading)s”.") % {"heading": section.heading}
                yield Finding(findings.EMPTY_SECTION, message, name, section.id)


def ownership_is_on_record(dossier: Dossier) -> Iterator[Finding]:
    """The disclaimer can name an owner, or say that none could be found, for every source."""
    for attached in dossier.attached:
        originators = dossier.originators(attached.document)
        if not originators:
            message = _("It is not said where “%(document)s” comes from.")
            message %= {"document": attached.document}
            yield Finding(findings.NO_ORIGIN, message, "article_sources")
        for organisation in originators:
            if not dossier.graph.has_record(organisation.pk):
                message = _("Who owns %(name)s on %(date)s is not on record.") % {
                    "name": organisation.name,
                    "date": dossier.article.briefing_date.isoformat(),
                }
                yield Finding(findings.NO_OWNERSHIP, message, "article_sources")


def grades_still_stand(dossier: Dossier) -> Iterator[Finding]:
    """No source is called confirmed that nothing independent bears out any more."""
    for attached in dossier.attached:
        if reason := dossier.unconfirmed.get(attached.document.pk):
            message = _("“%(document)s” is graded 1, confirmed by independent sources. %(reason)s")
            message %= {"document": attached.document, "reason": reason}
            yield Finding(findings.UNCONFIRMED, message, "article_sources")


def someone_answers_for_the_machine(dossier: Dossier) -> Iterator[Finding]:
    """EU AI Act Art. 50(4): a person answers for text that a machine helped to make."""
    article = dossier.article
    if (article.ai_tool or article.ai_purpose) and not dossier.responsible:
        message = _("%(tool)s was used, but nobody answers for the text.")
        message %= {"tool": article.ai_tool or _("An AI tool")}
        yield Finding(findings.AI_WITHOUT_PERSON, message, "ai_responsible")


def images_are_described(dossier: Dossier) -> Iterator[Finding]:
    """WCAG 2.2, 1.1.1: an image has alternative text unless it is decoration."""
    for part in dossier.manuscript.parts():
        image = part.value.get("image") if part.kind == "image" else None
        if image and not image.get("decorative") and not (image.get("alt_text") or "").strip():
            message = _("An image has no alternative text.")
            yield Finding(findings.NO_ALT_TEXT, message, "body", part.id)


def corrections_are_explained(dossier: Dossier) -> Iterator[Finding]:
    """Readers are told what was wrong, or the edition is no correction."""
    article, previous = dossier.article, dossier.previous
    is_correction = article.change_kind in ChangeKind.corrections()
    if previous and is_correction and not article.change_note.strip():
        message = _("Readers are not told what was wrong or unclear.")
        yield Finding(findings.NO_NOTE, message, "change_note")


CHECKS: tuple[Check, ...] = (
    has_sources,
    records_are_there,
    has_text,
    directives_are_borne_out,
    quotes_are_found,
    figures_are_borne_out,
    text_is_whole,
    sections_have_text,
    ownership_is_on_record,
    grades_still_stand,
    sources_still_stand,
    someone_answers_for_the_machine,
    images_are_described,
    corrections_are_explained,
)


def _short(text: str, length: int = 80) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
