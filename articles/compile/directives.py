"""The directives of an edition as data: who is to do what by when, and what bears it out."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from articles.compile.provenance import corroborate_order, verdict
from articles.compile.quotes import Numbers, numbered
from articles.compile.sections import section_anchor
from articles.dossier import Dossier
from articles.manuscript import Order


def directives(dossier: Dossier, numbers: Numbers) -> Iterator[dict[str, Any]]:
    """Every order of the article, in the order of the text."""
    for section in dossier.manuscript.sections:
        for part in section.parts:
            for order in part.orders:
                yield directive_dict(order, section_anchor(section), dossier, numbers)


def directive_dict(
    order: Order, section: str, dossier: Dossier, numbers: Numbers
) -> dict[str, Any]:
    """A directive as data; `verb` is the word it begins with."""
    return {
        "id": f"d-{order.id[:8]}",
        "uuid": str(directive_uuid(dossier, order)),
        "text": order.text,
        "verb": order.text.split(" ", 1)[0] if order.text else "",
        "issuer": _party(order.issuer_id, "", dossier),
        "addressees": [
            party for key, name in order.addressees if (party := _party(key, name, dossier))
        ],
        "target": order.target,
        "rationale": order.rationale,
        "deadline": order.deadline.isoformat() if order.deadline else None,
        "force": order.force,
        "status": order.status,
        "section": section,
        "citations": numbered(order.citations, numbers),
        "corroboration": verdict(corroborate_order(order, dossier)),
    }


def directive_uuid(dossier: Dossier, order: Order) -> UUID:
    """The identity of a directive: its block's in its article, so that copies differ."""
    return uuid5(dossier.article.uuid, order.id)


def _party(key: int | None, name: str, dossier: Dossier) -> dict[str, str | None] | None:
    organisation = dossier.organisations.get(key or 0)
    if organisation:
        return {"name": organisation.name, "slug": organisation.slug}
    return {"name": name, "slug": None} if name else None
