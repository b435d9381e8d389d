"""People and organisations as schema.org has them: the newsroom, its authors, whom it writes of."""

from collections.abc import Collection
from typing import Any

from articles.enums import Policy
from articles.formats.jsonld.script import Content, Node, filled
from articles.formats.site import Site
from sources.enums import OrganisationKind

KINDS = {
    OrganisationKind.MEDIA: "NewsMediaOrganization",
    OrganisationKind.COMPANY: "Corporation",
    OrganisationKind.GOVERNMENT: "GovernmentOrganization",
    OrganisationKind.RESEARCH: "ResearchOrganization",
}
# Which page answers for what schema.org lets a newsroom promise.
PROMISES = {
    "publishingPrinciples": Policy.SOURCING,
    "verificationFactCheckingPolicy": Policy.SOURCING,
    "correctionsPolicy": Policy.CORRECTIONS,
}


def newsroom(site: Site, policies: Collection[Policy]) -> Node:
    """Who publishes; it points at policies that are public, and always at the corrections."""
    promised = {
        name: site.absolute(policy) for name, policy in PROMISES.items() if policy in policies
    }
    contact = {"@type": "ContactPoint", "url": site.absolute(Policy.CONTACT)}
    return filled(
        {
            "@type": "NewsMediaOrganization",
            "@id": site.absolute("#newsroom"),
            "name": site.name,
            "url": site.absolute("/"),
            "correctionsPolicy": site.absolute("corrections/"),
            **promised,
            "contactPoint": contact if Policy.CONTACT in policies else None,
        }
    )


def person(author: Content, site: Site) -> Node:
    """An author as an edition names them."""
    return filled(
        {
            "@type": "Person",
            "name": author["name"],
            "jobTitle": author["role"],
            "url": site.absolute(f"authors/{author['slug']}/"),
        }
    )


def author_person(author: Any, *, site: Site, policies: Collection[Policy]) -> Node:
    """An author as their own page tells."""
    described = {"name": author.name, "slug": author.slug, "role": author.role}
    works_for = {"worksFor": newsroom(site, policies)}
    return filled({**person(described, site), "description": author.bio, **works_for})


def organisation(party: Content, site: Site, same: Content) -> Node:
    """An organisation as content names it; `same` has addresses of the same by slug."""
    slug = party["slug"]
    return filled(
        {
            "@type": _type_of(party.get("kind", "")),
            "name": party["name"],
            "url": site.absolute(f"organisations/{slug}/") if slug else "",
            "sameAs": same.get(slug or "", []),
        }
    )


def owned(party: Content, site: Site, same: Content) -> Node:
    """An organisation with its owners as nested `parentOrganization`."""
    node = organisation(party, site, same)
    node["ownershipFundingInfo"] = party["ownership"]["words"]
    below = node
    for step in party["ownership"]["path"]:
        below["parentOrganization"] = organisation(step, site, same)
        below = below["parentOrganization"]
    return node


def organisation_record(record: Any, *, party: Content, site: Site) -> Node:
    """An organisation as its own page tells; `party` is it with its owners."""
    itself = {**party, "slug": record.slug, "kind": record.kind}
    node = owned(itself, site, {record.slug: record.same_as})
    return filled({**node, "alternateName": record.native_name, "leiCode": record.lei})


def _type_of(kind: str) -> str:
    return KINDS.get(OrganisationKind(kind), "Organization") if kind else "Organization"
