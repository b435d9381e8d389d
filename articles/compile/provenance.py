"""The part of an edition that says where it comes from: sources, owners, corroboration, disclaimer.

It depends on the ownership record and on nothing an editor types, so it can be compiled anew for an
edition of kind *provenance* without touching the text.
"""

from collections.abc import Sequence
from typing import Any

from articles.dossier import Attached, Dossier
from articles.formats.language import written_in
from articles.manuscript import Order
from sources.disclaimer import AiUse, Former, Outlet, Tongues, compose
from sources.enums import CaptureWay, Credibility, OrganisationKind, Reliability, TestimonyRole
from sources.formats.chain import chain_data
from sources.independence import Corroboration, Testimony, assess
from sources.models import Organisation, SourceDocument
from sources.ownership import OwnershipGraph


def provenance_of(dossier: Dossier) -> dict[str, Any]:
    """`sources`, `corroboration`, `disclaimer` and `ai_assistance` of the content.

    In the article's language, also where an editor looks at them before they are public.
    """
    with written_in(dossier.article.language):
        corroboration = corroborate(dossier)
        return {
            "sources": [source_dict(attached, dossier) for attached in dossier.attached],
            "corroboration": verdict(corroboration),
            "disclaimer": disclaimer_text(dossier, corroboration),
            "ai_assistance": _ai_assistance(dossier),
        }


def corroborate(dossier: Dossier) -> Corroboration:
    """Whether independent documents bear the article out; only cited documents testify."""
    cited = dossier.cited_ids
    testimonies = (
        _testimony(attached, dossier)
        for attached in dossier.attached
        if attached.document.pk in cited or attached.role == TestimonyRole.CONTRADICTING
    )
    return assess(testimonies, dossier.graph)


def corroborate_order(order: Order, dossier: Dossier) -> Corroboration:
    """Whether independent documents bear a directive out; only those that it cites testify."""
    cited = {item.source_id for item in order.citations if dossier.quotes[item].span}
    testimonies = (
        _testimony(attached, dossier)
        for attached in dossier.attached
        if attached.document.pk in cited
    )
    return assess(testimonies, dossier.graph)


def verdict(corroboration: Corroboration) -> dict[str, str]:
    """A corroboration as content has it, of an article or of a directive."""
    return {
        "state": str(corroboration.state.value),
        "words": corroboration.state.words,
        "reason": corroboration.reason,
    }


def disclaimer_text(dossier: Dossier, corroboration: Corroboration) -> str:
    """The disclaimer, from the record; an editor can only add to it."""
    article = dossier.article
    outlets = [outlet(organisation, dossier.graph) for organisation in outlets_of(dossier)]
    use = AiUse(article.ai_tool, article.ai_purpose, dossier.responsible)
    return compose(
        outlets,
        corroboration,
        tongues=Tongues(article.language, tuple(row.language for row in _bearing(dossier))),
        ai=use if article.ai_tool else None,
        note=article.disclaimer_note,
    )


def outlets_of(dossier: Dossier) -> list[Organisation]:
    """The organisations whose word the article rests on, each once, in order."""
    found: dict[int, Organisation] = {}
    for document in _bearing(dossier):
        for organisation in dossier.originators(document):
            found.setdefault(organisation.pk, organisation)
    return list(found.values())


def outlet(organisation: Organisation, graph: OwnershipGraph) -> Outlet:
    """An organisation as the disclaimer speaks of it."""
    steps = graph.path(organisation.pk)
    return Outlet(
        name=organisation.name,
        status=graph.status(organisation.pk),
        path_names=tuple(step.owner.name for step in steps if step.owner),
        kind=OrganisationKind(organisation.kind),
        former=tuple(
            Former(step.owner.name, step.valid_to)
            for step in graph.last_owners(organisation.pk)
            if step.owner and step.valid_to
        ),
    )


def source_dict(attached: Attached, dossier: Dossier) -> dict[str, Any]:
    """A source document as the public sees it; never its whole text."""
    document = attached.document
    publisher = document.publisher
    return {
        "uuid": str(document.uuid),
        "title": document.title or str(document),
        "url": document.url,
        "language": document.language,
        "published_on": document.published_on.isoformat() if document.published_on else None,
        "publisher": organisation_dict(publisher, dossier.graph) if publisher else None,
        "originators": [
            organisation_dict(row, dossier.graph) for row in document.originators.all()
        ],
        "role": attached.role,
        "reliability": _reliability(dossier.originators(document)),
        "credibility": {
            "code": document.credibility,
            "words": Credibility(document.credibility).words,
        },
        **_capture(document),
    }


def organisation_dict(organisation: Organisation, graph: OwnershipGraph) -> dict[str, Any]:
    """An organisation with its ownership on the graph's date, from itself up to the top."""
    status = graph.status(organisation.pk)
    return {
        "name": organisation.name,
        "slug": organisation.slug,
        "kind": organisation.kind,
        "ownership": {
            "status": str(status.value),
            "words": status.words,
            "path": [
                {
                    "name": step.owner.name,
                    "slug": step.owner.slug,
                    "control": str(step.control.value),
                    "control_words": step.control.words,
                    "since": step.valid_from.isoformat() if step.valid_from else None,
                }
                for step in graph.path(organisation.pk)
                if step.owner
            ],
            **chain_data(organisation.pk, graph),
        },
    }


def _bearing(dossier: Dossier) -> list[SourceDocument]:
    """The documents that the article rests on, in order."""
    roles = (TestimonyRole.PRIMARY, TestimonyRole.SUPPORTING)
    return [attached.document for attached in dossier.attached if attached.role in roles]


def _testimony(attached: Attached, dossier: Dossier) -> Testimony:
    document = attached.document
    return Testimony(
        document_id=document.pk,
        uuid=str(document.uuid),
        title=str(document),
        originators=tuple(row.pk for row in dossier.originators(document)),
        cluster=document.republication_cluster,
        role=attached.role,
    )


def _capture(document: SourceDocument) -> dict[str, Any]:
    return {
        "sha256": document.sha256,
        "captured_at": document.captured_at.isoformat().replace("+00:00", "Z"),
        "captured_way": document.captured_way,
        "captured_way_words": CaptureWay(document.captured_way).words,
    }


def _reliability(originators: Sequence[Organisation]) -> dict[str, str]:
    """The first judged grade among those a document comes from; F where nobody could judge."""
    grades = [Reliability(organisation.reliability) for organisation in originators]
    grade = next((grade for grade in grades if grade.is_judged), Reliability.F)
    return {"code": grade.value, "words": grade.words}


def _ai_assistance(dossier: Dossier) -> dict[str, str] | None:
    article = dossier.article
    if not article.ai_tool:
        return None
    return {
        "tool": article.ai_tool,
        "purpose": article.ai_purpose,
        "responsible": dossier.responsible,
    }
