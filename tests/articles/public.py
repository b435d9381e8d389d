"""Public briefings for tests of the site: the seed edition, recorded with changes."""

import copy
import datetime
import json
import uuid
from functools import cache
from pathlib import Path
from typing import Any

from articles.actions.recording import Issue, close, issue
from articles.compile import Compiled
from articles.enums import EditionKind
from articles.models import Author, Topic
from articles.models.editions import CurrentEdition, Edition
from sources.enums import ControlKind, OrganisationKind
from sources.models import Organisation
from tests.sources.builders import make_organisation, make_ownership

SEED = Path(__file__).parent / "data" / "seed_edition.json"
NOW = datetime.datetime(2025, 10, 24, 9, 30, tzinfo=datetime.UTC)
BODY = """
<section class="section"><div class="claim">
<div class="paragraph"><p>The company reviewed its quarter.</p><sup class="citation-mark">
<span class="citation-mark__number">3</span></sup></div>
<details class="margin-notes"><summary>3</summary>a note</details>
</div></section>
"""


@cache
def _seed() -> str:
    return SEED.read_text()


def seed_content() -> dict[str, Any]:
    """The content of the seed edition, anew each time."""
    content: dict[str, Any] = json.loads(_seed())
    return content


def make_public(
    *,
    slug: str = "northern-rare-earth",
    issued_at: datetime.datetime = NOW,
    kind: EditionKind = EditionKind.PUBLISHED,
    reason: str = "",
    body_html: str = BODY,
    moved_to: str = "",
    **changes: Any,
) -> CurrentEdition:
    """Record an edition of the article with this slug and return what readers see now."""
    content = seed_content() | copy.deepcopy(changes)
    article_uuid = uuid.uuid5(uuid.NAMESPACE_URL, slug)
    moment = issued_at.isoformat().replace("+00:00", "Z")
    content |= {
        "uuid": str(article_uuid),
        "translation_key": changes.get("translation_key", str(article_uuid)),
        "address": moved_to or f"briefings/{slug}/",
        "published_at": moment,
        "updated_at": moment,
    }
    for position, directive in enumerate(content["directives"]):
        directive["uuid"] = str(uuid.uuid5(article_uuid, str(position)))
    edition = issue(
        _issue(slug, kind=kind, reason=reason, now=issued_at, address=moved_to),
        Compiled(
            content=content,
            body_html=body_html,
            search_text=" ".join(section["text"] for section in content["sections"]),
        ),
    )
    return CurrentEdition.objects.whole().get(edition=edition)


def take_back(current: CurrentEdition, *, kind: EditionKind, reason: str = "") -> Edition:
    """Retract or withdraw a public article."""
    slug = current.address.split("/")[1]
    return close(_issue(slug, kind=kind, reason=reason, now=NOW), current.edition)


def make_cast() -> dict[str, Organisation]:
    """The organisations of the seed with who owns whom, its author and its topics."""
    names = {
        "inner-mongolia-government": ("Government of Inner Mongolia", OrganisationKind.GOVERNMENT),
        "baogang-group": ("Baogang Group", OrganisationKind.COMPANY),
        "baogang-daily": ("Baogang Daily", OrganisationKind.MEDIA),
        "northern-rare-earth-group": ("Northern Rare Earth Group", OrganisationKind.COMPANY),
    }
    cast = {
        slug: make_organisation(name=name, slug=slug, kind=kind, country="CN")
        for slug, (name, kind) in names.items()
    }
    group, state = cast["baogang-group"], cast["inner-mongolia-government"]
    make_ownership(owned=group, owner=state, control=ControlKind.STATE)
    make_ownership(owned=cast["baogang-daily"], owner=group, control=ControlKind.PARTY_ORGAN)
    make_ownership(
        owned=cast["northern-rare-earth-group"],
        owner=group,
        control=ControlKind.MAJORITY,
        valid_from=datetime.date(1997, 9, 12),
    )
    for author in seed_content()["authors"]:
        Author.objects.create(name=author["name"], slug=author["slug"], role=author["role"])
    for topic in seed_content()["topics"]:
        Topic.objects.create(name=topic["name"], slug=topic["slug"])
    return cast


def _issue(
    slug: str, *, kind: EditionKind, reason: str, now: datetime.datetime, address: str = ""
) -> Issue:
    return Issue(
        article_uuid=uuid.uuid5(uuid.NAMESPACE_URL, slug),
        page_id=1,
        kind=kind,
        reason=reason,
        address=address or f"briefings/{slug}/",
        now=now,
    )
