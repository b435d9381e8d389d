"""The newsroom of the machine: its people, its folders, its clock, and what it can be asked."""

import copy
import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from articles.actions.newsroom import CHIEF_EDITORS
from articles.models.folders import ArticleIndexPage
from articles.models.pages import ArticlePage
from sources.enums import ControlKind, OrganisationKind
from sources.models import Organisation, Ownership
from tests.articles.newsroom import Desk, make_desk, make_person
from tests.sources.builders import make_organisation

START = datetime.datetime(2025, 11, 3, 9, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
NOBODY = "nobody"
PEOPLE = ("ana", "edith", "emil", "cleo", "mo", "admin", NOBODY)
POWERLESS = frozenset({"mo", NOBODY})  # neither may change a word, let alone publish one
CHIEFS = frozenset({"cleo", "admin"})  # who may publish in an emergency
SYSTEM = "edith"  # whose name stands under what code does
ROOM = 6  # briefings at a time, so that people meet at the same one


@dataclass(frozen=True)
class Newsroom:
    """What is stored once and the same for every run of the machine."""

    desk: Desk
    folders: tuple[int, ...]
    owners: tuple[Organisation, ...]
    sessions: dict[str, str]
    ids: dict[str, int | None]


def make_newsroom() -> Newsroom:
    """People who are signed in, an open folder beside the briefings, and a private one."""
    desk = make_desk()
    make_person("cleo", CHIEF_EDITORS)
    User.objects.create_superuser("admin", first_name="Admin")
    folders = [desk.briefings, *(_folder(desk, title) for title in ("Archive", "Closed"))]
    PageViewRestriction.objects.create(page=folders[-1], restriction_type="login")
    holding = make_organisation(name="Quay Holding", kind=OrganisationKind.COMPANY)
    owner = Ownership.objects.get(owned=desk.herald).owner
    assert owner is not None
    ids = dict(User.objects.values_list("username", "pk"))
    return Newsroom(
        desk=desk,
        folders=tuple(folder.pk for folder in folders),
        owners=(owner, holding),
        sessions={name: _sign_in(name) for name in PEOPLE if name != NOBODY},
        ids=ids | {NOBODY: None},
    )


class World:
    """One run: a clock that moves only when told to, and a browser for each person."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        self.desk = newsroom.desk
        self._travel = time_machine.travel(START, tick=False)
        self.clock = self._travel.start()
        self.browsers = {name: self._browser(name) for name in PEOPLE}

    def beside(self) -> Self:
        """The same world for somebody else who is in it at the same time."""
        other = copy.copy(self)
        other.browsers = {name: self._browser(name) for name in PEOPLE}
        return other

    def close(self) -> None:
        """Let time run on."""
        self._travel.stop()

    def _browser(self, name: str) -> Client:
        client = Client()
        if name != NOBODY:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.newsroom.sessions[name]
        return client

    def post(self, person: str, name: str, *args: Any, **data: Any) -> Any:
        """Send a form to a view of the admin."""
        return self.browsers[person].post(reverse(name, args=args), data)

    def call(self, person: str, page_id: int, deed: str, **data: Any) -> Any:
        """Ask the API of Wagtail's admin for a deed."""
        address = reverse("wagtailadmin_api:pages:action", args=[page_id, deed])
        return self.browsers[person].post(address, data, content_type="application/json")

    def bulk(self, person: str, deed: str, *page_ids: int, **data: Any) -> Any:
        """Do something to several pages at once."""
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", deed])
        chosen = "&".join(f"id={page_id}" for page_id in page_ids)
        return self.browsers[person].post(f"{address}?{chosen}&next=/admin/", data)

    def user(self, person: str) -> User | None:
        """The account of a person."""
        return User.objects.filter(username=person).first()

    def article(self, which: int) -> ArticlePage | None:
        """One of the briefings there are, or None where there is none."""
        rows = list(ArticlePage.objects.order_by("pk"))
        return rows[which % len(rows)] if rows else None

    def folder(self, which: int) -> ArticleIndexPage:
        """One of the three folders."""
        folders = self.newsroom.folders
        return ArticleIndexPage.objects.get(pk=folders[which % len(folders)])

    def has_room(self) -> bool:
        """Whether another briefing may be added."""
        return ArticlePage.objects.count() < ROOM


@contextmanager
def at_a_fixed_time() -> Iterator[None]:
    """What is stored for all runs is stored before the first of them begins."""
    with time_machine.travel(START - MINUTE, tick=False):
        yield


def _folder(desk: Desk, title: str) -> ArticleIndexPage:
    folder = ArticleIndexPage(title=title, slug=title.lower())
    desk.briefings.get_parent().add_child(instance=folder)
    return folder


def _sign_in(name: str) -> str:
    """A session that outlasts all the days that a run may let pass."""
    client = Client()
    client.force_login(User.objects.get(username=name))
    session = client.session
    session.set_expiry(datetime.timedelta(days=3650))
    session.save()
    return str(session.session_key)


def owner_of(organisation: Organisation) -> int | None:
    """Who is on record as its owner."""
    row = Ownership.objects.filter(owned=organisation).first()
    return row.owner_id if row else None


def change_owner(newsroom: Newsroom) -> None:
    """Have the one outlet change hands between its two possible owners."""
    row = Ownership.objects.get(owned=newsroom.desk.herald)
    first, second = newsroom.owners
    row.owner = second if row.owner_id == first.pk else first
    row.control = ControlKind.SUBSIDIARY if row.owner == second else ControlKind.STATE
    row.save()
