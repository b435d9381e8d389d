"""What sitemaps list, in pages that cost the same whichever is asked for.

A page is a range of primary keys. Briefings are counted by their editions: those only ever grow, so
a page that is full gets nothing new, and an update moves its briefing to the last page.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    ExpressionWrapper,
    F,
    Max,
    Model,
    QuerySet,
)

from articles.models.editions import CurrentEdition, Edition
from articles.models.information import Information
from articles.models.snippets import Author, Topic
from articles.queries.editions import current_editions
from sources.models import Organisation

PER_PAGE = 5_000
MOST_NEWS = 1_000  # of Google's news sitemap, which wants the last two days alone
NEWS_AGE = datetime.timedelta(hours=48)
_BRIEFING = ("address", "edition__issued_at", "translation_key", "translations_changed_at")
SUBJECTS: dict[str, type[Model]] = {
    "organisations": Organisation,
    "topics": Topic,
    "authors": Author,
}


@dataclass(frozen=True)
class SitemapPage:
    """A page that is not empty; `changed_at` is None where nobody keeps count."""

    section: str
    number: int
    changed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Listed:
    """An address of the site, and when what stands there last changed, if that is known.

    `translations` are all that say the same, itself included; empty where it is the only one.
    """

    address: str
    changed_at: datetime.datetime | None = None
    translations: Sequence[Translation] = ()


@dataclass(frozen=True)
class Translation:
    """Where a briefing is read in one language."""

    language: str
    address: str


@dataclass(frozen=True)
class News:
    """A briefing of the last two days."""

    address: str
    title: str
    language: str
    published_at: datetime.datetime


def briefing_pages() -> list[SitemapPage]:
    """The pages of briefings, each as new as its newest edition. Two queries."""
    rows = _paged(CurrentEdition.objects.order_by(), "edition_id").values("page")
    newest = rows.annotate(newest=Max("edition_id")).values_list("page", "newest")
    return _as_new_as({("briefings", page): edition for page, edition in newest})


def briefings_on(number: int) -> list[Listed]:
    """The briefings of a page. One query, and another where some are translated."""
    start = number * PER_PAGE
    rows = CurrentEdition.objects.filter(edition_id__gte=start, edition_id__lt=start + PER_PAGE)
    found = list(rows.order_by("edition_id").values_list(*_BRIEFING))
    translated = _translations({key for *_, key, changed_at in found if changed_at})
    return [
        Listed(address, issued_at, translated.get(key, ())) for address, issued_at, key, _ in found
    ]


def _translations(keys: Collection[UUID]) -> dict[UUID, list[Translation]]:
    """By translation key, where one briefing is public in at least two languages."""
    if not keys:
        return {}
    rows = CurrentEdition.objects.filter(translation_key__in=keys).order_by("language", "pk")
    found: dict[UUID, list[Translation]] = {}
    for key, language, address in rows.values_list("translation_key", "language", "address"):
        found.setdefault(key, []).append(Translation(language, address))
    return {key: each for key, each in found.items() if len(each) > 1}


def subject_pages() -> list[SitemapPage]:
    """The pages of organisations, topics and authors that a briefing is about or by.

    Each as new as the newest edition about or by one of them. Four queries.
    """
    newest: dict[tuple[str, int], int] = {}
    for section in SUBJECTS:
        rows = _paged(CurrentEdition.links(section), _subject(section)).order_by().values("page")
        for page, edition in rows.annotate(newest=Max("currentedition__edition")).values_list(
            "page", "newest"
        ):
            newest[section, page] = edition
    return _as_new_as(newest)


def subjects_on(section: str, number: int) -> list[Listed]:
    """The subjects of a page, each as new as the newest edition about or by it. One query."""
    subject, start = _subject(section), number * PER_PAGE
    on_page = {f"{subject}__gte": start, f"{subject}__lt": start + PER_PAGE}
    rows = (
        CurrentEdition.links(section)
        .filter(**on_page)
        .values(subject, f"{subject}__slug")
        .order_by(subject)
    )
    newest = rows.annotate(newest=Max("currentedition__edition__issued_at"))
    return [
        Listed(f"{section}/{slug}/", changed_at)
        for slug, changed_at in newest.values_list(f"{subject}__slug", "newest")
    ]


def information_pages() -> list[Listed]:
    """What the newsroom says of itself. One query."""
    rows = Information.objects.values_list("address", "updated_at")
    return [Listed(address, updated_at) for address, updated_at in rows]


def news(*, now: datetime.datetime) -> list[News]:
    """The briefings of the last two days, newest first. One query."""
    recent = current_editions().filter(published_at__gte=now - NEWS_AGE)
    fields = ("address", "edition__title", "language", "published_at")
    return [News(*row) for row in recent.values_list(*fields)[:MOST_NEWS]]


def _as_new_as(newest: Mapping[tuple[str, int], int]) -> list[SitemapPage]:
    """Pages with the moment of the newest edition on each. One query."""
    editions = Edition.objects.filter(pk__in=set(newest.values()))
    moments = dict(editions.values_list("pk", "issued_at"))
    return [
        SitemapPage(section, page, moments[edition])
        for (section, page), edition in sorted(newest.items())
    ]


def _subject(section: str) -> str:
    return SUBJECTS[section].__name__.lower()


def _paged(rows: QuerySet[Any], column: str) -> QuerySet[Any]:
    """Rows with the `page` that their key falls into."""
    page = ExpressionWrapper(F(column) / PER_PAGE, output_field=BigIntegerField())
    return rows.annotate(page=page)
