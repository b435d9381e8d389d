"""A newsroom with people and briefings: what tests of gate, editions and screens stand on."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils.text import slugify
from wagtail.models import Revision

from articles.actions.newsroom import ANALYSTS, EDITORS, MODERATORS, set_up_newsroom
from articles.models.attached import ArticleSource
from articles.models.fingerprints import content_fingerprint
from articles.models.folders import ArticleIndexPage
from articles.models.pages import ArticlePage
from sources.enums import ControlKind, OrganisationKind, TestimonyRole
from sources.models import Organisation, SourceDocument
from tests.sources.builders import make_organisation, make_ownership, make_source_document

QUOTE = "The harbour board met on Friday."
ORDER = "It ordered every mine to publish its figures."
DAY = datetime.date(2025, 10, 24)


@dataclass(frozen=True)
class Desk:
    """Everybody and everything that a test of a screen needs."""

    briefings: ArticleIndexPage
    analyst: User
    editor: User
    second_editor: User
    moderator: User
    document: SourceDocument
    herald: Organisation


def make_desk() -> Desk:
    """Set up the newsroom, four people, and a document whose owner is on record."""
    newsroom = set_up_newsroom(with_policies=False)
    port = make_organisation(name="Port Authority", kind=OrganisationKind.GOVERNMENT)
    herald = make_organisation(name="Harbour Herald")
    make_ownership(owned=herald, owner=port, control=ControlKind.STATE)
    return Desk(
        briefings=newsroom.briefings,
        analyst=make_person("ana", ANALYSTS),
        editor=make_person("edith", EDITORS),
        second_editor=make_person("emil", EDITORS),
        moderator=make_person("mo", MODERATORS),
        document=make_source_document(raw=f"{QUOTE} {ORDER}".encode(), publisher=herald),
        herald=herald,
    )


def make_person(username: str, group: str) -> User:
    """A person in one group."""
    user = User.objects.create_user(username, first_name=username.title())
    user.groups.add(Group.objects.get(name=group))
    return user


def make_draft(
    desk: Desk, *, title: str = "Harbour board meets", quote: str = QUOTE
) -> ArticlePage:
    """The analyst's draft: a highlight, a cited paragraph and a cited directive."""
    article = ArticlePage(
        title=title,
        slug=slugify(title),
        standfirst="The board met and ordered figures.",
        briefing_date=DAY,
        owner=desk.analyst,
        live=False,
        highlights=[block("highlight", _claim(desk, quote, children=[]))],
        body=[
            block("heading", "The meeting"),
            block("paragraph", _claim(desk, quote, text=f"<p>{quote}</p>")),
            block("directives", _directives(desk)),
        ],
        article_sources=[ArticleSource(source=desk.document, role=TestimonyRole.PRIMARY)],
    )
    desk.briefings.add_child(instance=article)
    article.save_revision(user=desk.analyst)
    return fresh(article)


def make_published(desk: Desk, **values: Any) -> ArticlePage:
    """A briefing that went the whole way: drafted, checked, approved, published."""
    article = submit(desk, make_draft(desk, **values))
    approve(article, desk.editor)
    approve(fresh(article), desk.second_editor)
    return fresh(article)


def make_approved(desk: Desk, **values: Any) -> ArticlePage:
    """A briefing that both reviews have passed and that nobody can read: it was taken offline."""
    article = make_published(desk, **values)
    article.unpublish(user=desk.editor)
    return fresh(article)


def revise(article: ArticlePage, user: User, **values: Any) -> Revision:
    """Save a new draft with other values, as somebody who edits it."""
    draft = fresh(article).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user)


def submit(desk: Desk, article: ArticlePage) -> ArticlePage:
    """Start the review of a draft, as its analyst."""
    article.get_workflow().start(article, desk.analyst)
    return fresh(article)


def republish(desk: Desk, article: ArticlePage) -> ArticlePage:
    """Take the newest draft through both reviews, the last of which publishes it."""
    article = submit(desk, fresh(article))
    approve(article, desk.editor)
    approve(fresh(article), desk.second_editor)
    return fresh(article)


def approve(article: ArticlePage, user: User) -> None:
    """Approve the task at hand."""
    state = article.current_workflow_task_state
    state.task.specific.on_action(state.specific, user, "approve")


def seen(article: ArticlePage) -> dict[str, str]:
    """What a form says of the words that it was opened with."""
    revision = article.get_latest_revision()
    return {"seen": content_fingerprint(revision.content)}


def fresh(article: ArticlePage) -> ArticlePage:
    """The article as stored, without anything cached."""
    return ArticlePage.objects.get(pk=article.pk)


def _directives(desk: Desk) -> dict[str, Any]:
    order = {
        "text": "Publish the figures of every mine",
        "issuer": desk.herald.pk,
        "addressees": [],
        "target": "",
        "rationale": "",
        "deadline": None,
        "force": "order",
        "status": "announced",
        "citations": [citation(desk, ORDER)],
    }
    return {"introduction": "", "directives": [item(order)]}


def _claim(desk: Desk, quote: str, **values: Any) -> dict[str, Any]:
    return {"text": quote, "citations": [citation(desk, quote)], **values}


def citation(desk: Desk, quote: str) -> dict[str, Any]:
    """A citation of the desk's document."""
    return item({"source": desk.document.pk, "exact": quote, "prefix": "", "suffix": ""})


def block(kind: str, value: Any) -> dict[str, Any]:
    """A block of a stream, as the database has it."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def item(value: Any) -> dict[str, Any]:
    """An item of a list block, as the database has it."""
    return block("item", value)
