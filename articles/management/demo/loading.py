"""Loading the demo newsroom, once: wholly or not at all, and never beside other people's work."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale

from articles.actions.newsroom import set_up_newsroom
from articles.enums import EditionKind
from articles.management.demo.briefings import BRIEFINGS, SAMPLES
from articles.management.demo.desk import Desk
from articles.management.demo.doubts import challenge_claims
from articles.management.demo.organisations import make_organisations
from articles.management.demo.ownership import record_the_sale, state_everything
from articles.management.demo.people import (
    ANA,
    EDITH,
    EMIL,
    MO,
    account,
    make_people,
    sign_ins,
)
from articles.management.demo.remarks import post_remarks
from articles.management.demo.topics import make_topics
from articles.models import ArticlePage, CurrentEdition, Edition
from sources.models import SourceDocument


class OtherContentError(Exception):
    """The database holds briefings that are not the demo's."""


@dataclass(frozen=True)
class Standing:
    """A briefing of the demo as it stands now, and where to look at it."""

    title: str
    words: str
    path: str


def password_file() -> Path:
    """Where the passwords of this installation's demo are kept."""
    return Path(settings.VAR_DIR) / "sign-ins.txt"


def load(*, now: datetime.datetime) -> bool:
    """Make the demo newsroom; returns whether there was none yet.

    Raises OtherContentError where there are briefings, and none of them is the demo's.
    """
    if is_loaded():
        return False
    if ArticlePage.objects.exists():
        raise OtherContentError
    passwords = sign_ins(password_file())
    with transaction.atomic():
        _make(passwords, now)
    return True


def is_loaded() -> bool:
    """Whether the demo is there: nobody else has captured the bytes of an invented text."""
    return SourceDocument.objects.with_bytes(SAMPLES[0].text.sha256).exists()


def standings() -> Iterator[Standing]:
    """The demo's briefings that are still there, the newest first."""
    for briefing in reversed(BRIEFINGS):
        pages = ArticlePage.objects.filter(article_sources__source__sha256=briefing.text.sha256)
        if article := pages.order_by("pk").first():
            yield _standing(article)


def _make(passwords: dict[str, str], now: datetime.datetime) -> None:
    for language in {each.language for row in BRIEFINGS for each in row.translations}:
        Locale.objects.get_or_create(language_code=language)
    newsroom = set_up_newsroom()
    make_people(passwords)
    make_topics()
    analyst, moderator = account(ANA), account(MO)
    make_organisations(analyst)
    state_everything(analyst)
    desk = Desk(newsroom.briefings, analyst, checker=account(EMIL), approver=account(EDITH))
    for briefing in BRIEFINGS:
        article = desk.take(briefing, now=now)
        if briefing.remarks or briefing.doubts:
            current = CurrentEdition.objects.get(article_uuid=article.uuid)
            post_remarks(current, briefing.remarks, moderator=moderator, now=now)
            challenge_claims(current, briefing.doubts, editor=desk.approver, now=now)
    record_the_sale(analyst)


def _standing(article: ArticlePage) -> Standing:
    current = CurrentEdition.objects.filter(article_uuid=article.uuid).first()
    if current:
        return Standing(article.title, "published", f"/{current.address}")
    last = Edition.objects.of_article(article.uuid).first()
    if last and last.kind == EditionKind.RETRACTED:
        return Standing(article.title, "retracted", f"/{last.address}")
    return Standing(article.title, _unpublished_words(article), f"/admin/pages/{article.pk}/edit/")


def _unpublished_words(article: ArticlePage) -> str:
    if article.approved_schedule:
        return "scheduled"
    if state := article.current_workflow_task_state:
        return f"in {state.task.name.lower()}"
    return "unpublished" if article.first_published_at else "draft"
