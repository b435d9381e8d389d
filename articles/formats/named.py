"""The claims of an edition that have an address of their own: its highlights and its directives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from articles.enums import ClaimKind


@dataclass(frozen=True)
class NamedClaim:
    """What readers can point at; `id` is its fragment on the page."""

    kind: ClaimKind
    id: str
    text: str


def named_claim(content: Mapping[str, Any], claim_id: str) -> NamedClaim | None:
    """The claim of an edition with this fragment; None where it has none such."""
    claims = named_claims(content) if claim_id else ()
    return next((claim for claim in claims if claim.id == claim_id), None)


def named_claims(content: Mapping[str, Any]) -> Iterator[NamedClaim]:
    """Every highlight of the tree, then every directive, in the order of reading."""
    yield from _highlights(content["highlights"])
    for row in content["directives"]:
        yield NamedClaim(ClaimKind.DIRECTIVE, row["id"], row["text"])


def _highlights(rows: Iterable[Mapping[str, Any]]) -> Iterator[NamedClaim]:
    for row in rows:
        yield NamedClaim(ClaimKind.HIGHLIGHT, row["id"], row["text"])
        yield from _highlights(row["children"])
