"""Whatever anybody writes runs nowhere: 245 ways to smuggle a script in, in a real browser.

The pages come under the policy of production, and yet it must not be what stops them: a violation
that it reports is a failure too. The screens of the admin are looked at likewise, and there, where
Wagtail needs scripts in its pages, only escaping stands in the way.
"""

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Dialog, Page
from pytest_django import DjangoDbBlocker

from articles.enums import CommentStatus
from articles.models import Comment
from articles.queries.comments import PAGE
from tests.articles.newsroom import make_desk
from tests.databases.template import copy_for
from tests.journeys.conftest import beginning_with
from tests.journeys.poison import ADDRESS, BY_KIND, DISCUSSED, PAYLOADS, Poisoned, poison, rows
from tests.sources.builders import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WATCH = """
window.ran = [];
window.pwn = () => window.ran.push("pwn " + new Error().stack);
document.addEventListener("securitypolicyviolation", (event) =>
  window.ran.push(`refused ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
# What no text of anybody may become, run or not. Wagtail's and our own scripts have no handlers.
SMUGGLED = """
() => [...document.querySelectorAll("main *")].flatMap((element) => {
  const bad = [...element.attributes].filter(({ name, value }) =>
    name.startsWith("on") || name === "srcdoc" || name === "style" && /pwn|evil/.test(value)
    || /^(href|src|action|formaction|xlink:href|data|ping|poster|background)$/.test(name)
      && (/^[\\s\\u0000-\\u0020]*(javascript|vbscript|data:text)/i.test(value)
        || /^\\/\\//.test(value) || name !== "href" && /^https?:\\/\\/evil/.test(value)));
  return bad.map(({ name, value }) => `${element.tagName} ${name}=${value}`);
})
"""
# Opens and focuses all that can be, as a person would who tries everything.
TRY = """
() => {
  for (const details of document.querySelectorAll("main details")) details.open = true;
  for (const element of document.querySelectorAll("main [tabindex], main a, main input"))
    element.focus();
}
"""


@pytest.fixture(scope="module")
def poisoned(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Poisoned]:
    with django_db_blocker.unblock():
        poisoned = poison(make_desk())
        copy = copy_for(connection)
        copy.keep()
        with beginning_with(copy):
            yield poisoned
        copy.drop()
        copy_for(connection).renew()


def test_there_are_at_least_150_payloads_of_every_kind() -> None:
    assert len(set(PAYLOADS)) >= 150
    assert all(len(kind) >= 10 for kind in BY_KIND.values())


def test_nothing_that_anybody_wrote_runs_on_a_public_page(
    poisoned: Poisoned, open_page: Callable[..., Page]
) -> None:
    page, said = watched(open_page())
    assert look_at(page, public_addresses()) == {}
    assert said == []
    page.goto(f"/{ADDRESS}")
    assert page.inner_text("main").count("pwn()") > 10 * len(PAYLOADS)


def test_nothing_that_anybody_wrote_runs_in_the_admin(
    poisoned: Poisoned, open_page: Callable[..., Page]
) -> None:
    page, said = watched(open_page(make_user(username="root", is_superuser=True)))
    assert look_at(page, screens(poisoned)) == {}
    assert said == []


def test_what_feeds_carry_runs_in_no_reader(
    poisoned: Poisoned, open_page: Callable[..., Page]
) -> None:
    page, said = watched(open_page())
    entries = page.request.get("/feeds/feed.json").json()["items"]
    assert len(entries) >= 20
    for entry in entries:
        page.goto("about:blank")  # here no policy holds anything back
        page.set_content(f"<main>{entry['content_html']}</main>")
        assert problems(page) == []
    assert said == []


def test_no_cell_of_a_csv_begins_a_formula(poisoned: Poisoned, client: Client) -> None:
    answer = b"".join(client.get("/api/v1/directives/?format=csv"))
    cells = [cell for row in csv.reader(StringIO(answer.decode(), newline="")) for cell in row]
    assert len(cells) > len(PAYLOADS)
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@")] == []


def watched(page: Page) -> tuple[Page, list[str]]:
    """The page, and what will have spoken up: dialogs, and errors of scripts."""
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.add_init_script(WATCH)
    page.on("dialog", answer)
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, said


def look_at(page: Page, addresses: Iterator[str]) -> dict[str, list[str]]:
    """What each address ran, was refused, or holds though nobody may write it."""
    found = {}
    for address in addresses:
        page.goto(address)
        if wrong := problems(page):
            found[address] = wrong
    return found


def problems(page: Page) -> list[str]:
    """What the page that is open ran, was refused, or holds though nobody may write it."""
    page.evaluate(TRY)
    found: list[str] = page.evaluate("window.ran") + page.evaluate(SMUGGLED)
    return found


def public_addresses() -> Iterator[str]:
    """Every kind of page that shows what somebody wrote."""
    article, discussed = f"/{ADDRESS}", f"/{DISCUSSED}"
    yield from (article, f"{article}provenance/", f"{article}versions/", f"{article}versions/1/")
    yield from ("/", "/corrections/", discussed, "/topics/", "/topics/topic-0/")
    yield from ("/briefings/", "/directives/", "/organisations/", "/authors/", "/authors/author-0/")
    yield from (f"/organisations/body-{number}/" for number in (0, 1, 9))
    yield from (f"{article}challenge/", f"{article}challenge/?claim=%22%3E%3Cscript%3Epwn()")
    shown = Comment.objects.filter(status=CommentStatus.APPROVED).order_by("pk")
    yield from (f"{discussed}?after={comment.pk}" for comment in shown[PAGE - 1 :: PAGE])
    for row in rows(4):
        yield f"/search/?{urlencode({'q': ' '.join(row)[:200]})}"
    names = ("topic", "issuer", "addressee", "organisation", "on", "reply", "after", "from")
    query = urlencode(dict(zip(names, PAYLOADS, strict=False)))
    yield from (f"{path}?{query}" for path in (discussed, "/briefings/", "/directives/"))
    yield f"/briefings/?{urlencode({'page': PAYLOADS[0]})}"
    yield f"/{urlencode({'x': PAYLOADS[0]})}/"


def screens(poisoned: Poisoned) -> Iterator[str]:
    """Where the newsroom reads what others wrote."""
    article = poisoned.article.pk
    yield from ("/admin/", reverse("assay_comments:index"), "/admin/pages/")
    for document in poisoned.documents:
        yield reverse("assay_ingest_review", args=[document.uuid])
    yield reverse("wagtailadmin_pages:edit", args=[article])
    for name in ("assay_checks", "assay_editions"):
        yield reverse(name, args=[article])
    for model in ("sources/organisation", "sources/sourcedocument", "articles/topic"):
        yield f"/admin/snippets/{model}/"
