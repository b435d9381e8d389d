"""Writing editions: the only code that adds to the public record and to what is derived from it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.dateparse import parse_date

from articles.actions.comments.counting import count_contributions
from articles.actions.indexing import Neighbours, index, neighbours, unindex
from articles.chain import GENESIS, content_digest, seal
from articles.compile import Compiled
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.locking import lock_chain
from articles.models.snippets import Author, Topic
from articles.projection import current_values, directive_values
from articles.queries.files import files_in
from sources.models import Organisation, SourceDocument


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


@transaction.atomic
def issue(issue: Issue, compiled: Compiled) -> Edition:
    """Append a public edition to the record and make it the current one of its article."""
    edition = _append(issue, compiled)
    _show(edition)
    return edition


@transaction.atomic
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
        key, was = current.pk, neighbours(current)
        current.delete()
        unindex(key, was)


def _append(issue: Issue, compiled: Compiled, previous: Edition | None = None) -> Edition:
    lock_chain()
    content = compiled.content
    last = Edition.objects.of_article(issue.article_uuid).first()
    position, head = _head()
    edition = Edition(
        pk=position + 1,
        article_uuid=issue.article_uuid,
        number=last.number + 1 if last else 1,
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
        published_at=last.published_at if last else issue.now,
        content=content,
        body_html=compiled.body_html,
        search_text=compiled.search_text,
        content_sha256=content_digest(
            content=content, body_html=compiled.body_html, search_text=compiled.search_text
        ),
        previous_sha256=head,
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


def _head() -> tuple[int, str]:
    """Position and seal of the newest edition of all."""
    newest = Edition.objects.order_by("-pk").values_list("pk", "sha256").first()
    return newest or (0, GENESIS)


def _name_of(user: Any) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def _show(edition: Edition) -> None:
    content = edition.content
    current, is_new = CurrentEdition.objects.update_or_create(
        article_uuid=edition.article_uuid,
        defaults={"edition": edition, **current_values(edition)},
    )
    was = Neighbours() if is_new else neighbours(current)
    translations = CurrentEdition.objects.translations_of(current)
    if translations.update(translations_changed_at=edition.issued_at):
        current.translations_changed_at = edition.issued_at
        current.save(update_fields=["translations_changed_at"])
    count_contributions(edition.article_uuid)
    slugs = [topic["slug"] for topic in content["topics"]]
    topics = Topic.objects.filter(slug__in=slugs)
    current.topics.set(topics)
    bylines = [author["slug"] for author in content["authors"]]
    current.authors.set(Author.objects.filter(slug__in=bylines))
    organisations = _organisations(content)
    current.organisations.set(organisations.values())
    documents = _documents(content)
    current.documents.set(documents)
    current.files.set(files_in(edition.body_html))
    index(
        current,
        topics=[topic.pk for topic in topics],
        organisations={slug: row.pk for slug, row in organisations.items()},
        documents={str(row.uuid): row.pk for row in documents},
        directives=_write_directives(current, edition, organisations),
        was=was,
    )


def _organisations(content: Mapping[str, Any]) -> dict[str, Organisation]:
    """Every organisation that the content names with a page of its own, by slug."""
    slugs = {party["slug"] for party in _parties(content) if party}
    rows = Organisation.objects.filter(slug__in=slugs - {None})
    return {row.slug: row for row in rows}


def _documents(content: Mapping[str, Any]) -> QuerySet[SourceDocument]:
    """Every source document the content names."""
    return SourceDocument.objects.filter(uuid__in=[row["uuid"] for row in content["sources"]])


def _parties(content: Mapping[str, Any]) -> Iterable[Mapping[str, Any] | None]:
    for source in content["sources"]:
        for party in (source["publisher"], *source["originators"]):
            yield party
            yield from party["ownership"]["path"] if party else ()
    for directive in content["directives"]:
        yield directive["issuer"]
        yield from directive["addressees"]


def _write_directives(
    current: CurrentEdition, edition: Edition, organisations: Mapping[str, Organisation]
) -> list[Directive]:
    current.directives.all().delete()
    rows = [Directive(current=current, **values) for values in directive_values(edition)]
    for row in rows:
        row.issuer = organisations.get((row.content["issuer"] or {}).get("slug") or "")
    Directive.objects.bulk_create(rows)
    link = Directive.addressees.through
    pairs = {
        (row.pk, organisations[party["slug"]].pk)
        for row in rows
        for party in row.content["addressees"]
        if party["slug"] in organisations
    }
    link.objects.bulk_create([link(directive_id=a, organisation_id=b) for a, b in sorted(pairs)])
    return rows
