"""Writing editions: the only code that adds to the public record and to what is derived from it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, Subquery
from django.utils.dateparse import parse_date

from articles.actions.comments.counting import contributions
from articles.actions.indexing import Neighbours, index, neighbours, unindex
from articles.actions.linking import Keys, address, link, linked_to, named_in
from articles.chain import GENESIS, content_digest, seal
from articles.compile import Compiled
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.locking import lock_chain
from articles.projection import current_values, directive_values


@dataclass(frozen=True)
class Issue:
    """What an edition is to say of itself."""

    article_uuid: UUID
    page_id: int
    kind: EditionKind
    reason: str
    address: str
    now: datetime.datetime
    revision_id: int | None = None
    user: Any = None


@transaction.atomic(savepoint=False)
def issue(issue: Issue, compiled: Compiled) -> Edition:
    """Append a public edition to the record and make it the current one of its article."""
    edition = _append(issue, compiled)
    _show(edition)
    return edition


@transaction.atomic(savepoint=False)
def close(issue: Issue, previous: Edition) -> Edition:
    """Append an edition after which the article is no longer public: retracted or withdrawn.

    It holds the reason and nothing of the content.
    """
    content = {"uuid": str(issue.article_uuid), "reason": issue.reason}
    tombstone = Compiled(content=content, body_html="", search_text="")
    edition = _append(issue, tombstone, previous)
    hide(issue.article_uuid, now=issue.now)
    return edition


def hide(article_uuid: UUID, *, now: datetime.datetime) -> None:
    """Take an article off every list, page, feed and index."""
    for current in CurrentEdition.objects.filter(article_uuid=article_uuid):
        CurrentEdition.objects.translations_of(current).update(translations_changed_at=now)
        key, was = current.pk, neighbours(current.pk)
        current.delete()
        unindex(key, was)


def _append(issue: Issue, compiled: Compiled, previous: Edition | None = None) -> Edition:
    lock_chain()
    content = compiled.content
    place = _next_place(issue)
    edition = Edition(
        pk=place.position,
        article_uuid=issue.article_uuid,
        number=place.number,
        kind=issue.kind.value,
        reason=issue.reason,
        page_id=issue.page_id,
        revision_id=issue.revision_id,
        issued_at=issue.now,
        issued_by_id=getattr(issue.user, "pk", None),
        issued_by_name=_name_of(issue.user),
        address=issue.address,
        language=content.get("language", previous.language if previous else ""),
        title=content.get("title", ""),
        standfirst=content.get("standfirst", ""),
        briefing_date=_briefing_date(content, previous),
        published_at=place.published_at,
        content=content,
        body_html=compiled.body_html,
        search_text=compiled.search_text,
        content_sha256=content_digest(
            content=content, body_html=compiled.body_html, search_text=compiled.search_text
        ),
        previous_sha256=place.head,
    )
    edition.sha256 = seal(edition)
    edition.save(force_insert=True)
    return edition


def _briefing_date(content: Mapping[str, Any], previous: Edition | None) -> datetime.date:
    date = parse_date(content.get("briefing_date", ""))
    if date is None:
        if previous is None:
            raise ValueError("An edition without a briefing date needs one before it.")
        return previous.briefing_date
    return date


@dataclass(frozen=True)
class _Place:
    """Where an edition stands in the chain and among those of its article."""

    position: int
    head: str  # the seal of the edition before
    number: int
    published_at: datetime.datetime


def _next_place(issue: Issue) -> _Place:
    """The place after the newest edition of all. One query."""
    own = Edition.objects.of_article(issue.article_uuid)
    last = (Subquery(own.values(name)[:1]) for name in ("number", "published_at"))
    newest = Edition.objects.order_by("-pk").values_list("pk", "sha256", *last).first()
    position, head, number, published_at = newest or (0, GENESIS, None, None)
    return _Place(position + 1, head, (number or 0) + 1, published_at or issue.now)


def _name_of(user: Any) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def _show(edition: Edition) -> None:
    current, shown = _write_current(edition)
    links, named = linked_to(current.pk), named_in(edition)
    link(current.pk, was=links.keys, now=named.keys)
    before, directives, changed = _write_directives(current, edition, named.organisations)
    _address(directives, named.organisations, links.addressees)
    is_about_the_same = shown is not None and _frame(shown, links.keys) == _frame(
        current, named.keys
    )
    index(
        current,
        named=named,
        directives=directives,
        was=Neighbours(
            organisations=links.keys["organisations"],
            documents=links.keys["documents"],
            directives=before,
            unchanged=before - changed if is_about_the_same else frozenset(),
        ),
    )


def _frame(current: CurrentEdition, keys: Keys) -> tuple[object, ...]:
    """What directives are found by beside what they say."""
    return (current.language, current.briefing_date, keys["topics"], keys["organisations"])


def _write_current(edition: Edition) -> tuple[CurrentEdition, CurrentEdition | None]:
    """Make an edition the one that readers see of its article, and tell its translations.

    Returns it with what was shown until now.
    """
    values = {"edition": edition, **current_values(edition)}
    current = CurrentEdition(article_uuid=edition.article_uuid, **values)
    own = Q(article_uuid=current.article_uuid)
    of_the_key = CurrentEdition.objects.filter(own | Q(translation_key=current.translation_key))
    framed = of_the_key.only("article_uuid", "language", "briefing_date")
    rows = {row.article_uuid: row for row in framed}
    shown = rows.pop(current.article_uuid, None)
    if rows:
        values["translations_changed_at"] = edition.issued_at
        translations = CurrentEdition.objects.filter(article_uuid__in=rows)
        translations.update(translations_changed_at=edition.issued_at)
    values |= contributions(edition.article_uuid)
    if shown is None:
        return CurrentEdition.objects.create(article_uuid=current.article_uuid, **values), None
    current.pk = shown.pk
    CurrentEdition.objects.filter(own).update(**values)
    return current, shown


def _write_directives(
    current: CurrentEdition, edition: Edition, organisations: Mapping[str, int]
) -> tuple[frozenset[int], list[Directive], frozenset[int]]:
    """The keys of the rows that were there, the rows that are there now, the keys of changed ones.

    Rows stay where they are of the same directives in the same order.
    """
    stored = list(Directive.objects.filter(current=current).order_by("position"))
    before = frozenset(row.pk for row in stored)
    values = directive_values(edition)
    for each in values:
        issuer = each["content"]["issuer"] or {}
        each["issuer_id"] = organisations.get(issuer.get("slug") or "")
    if [row.uuid for row in stored] != [each["uuid"] for each in values]:
        current.directives.all().delete()
        rows = [Directive(current=current, **each) for each in values]
        return before, Directive.objects.bulk_create(rows), before
    if changed := [row for row, each in zip(stored, values, strict=True) if _set(row, each)]:
        Directive.objects.bulk_update(changed, list(values[0]))
    return before, stored, frozenset(row.pk for row in changed)


def _set(row: Directive, values: Mapping[str, Any]) -> bool:
    """Set columns of a row, and tell whether that changed it."""
    before = [getattr(row, name) for name in values]
    for name, value in values.items():
        setattr(row, name, value)
    return before != list(values.values())


def _address(
    rows: list[Directive],
    organisations: Mapping[str, int],
    was: frozenset[tuple[int, int]],
) -> None:
    """Tie directives to those of their addressees that are on record."""
    pairs = frozenset(
        (row.pk, organisations[party["slug"]])
        for row in rows
        for party in row.content["addressees"]
        if party["slug"] in organisations
    )
    keys = {row.pk for row in rows}
    address(was=frozenset(pair for pair in was if pair[0] in keys), now=pairs)
