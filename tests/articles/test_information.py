"""What the newsroom says of itself: editors write it, readers get what is public of it, at once."""

import json
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from articles.actions.newsroom import set_up_newsroom
from articles.enums import Policy
from articles.models import HomePage, Information, InformationPage
from articles.queries.information import public_policies
from tests.articles.newsroom import Desk, make_published
from tests.articles.public import make_cast, make_public
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

WORD = "quillonite"
ADDRESS = "/imprint/"


def make_page(*, slug: str = "imprint", text: str = f"<p>{WORD}</p>") -> InformationPage:
    """A draft in which the word stands everywhere."""
    set_up_newsroom()
    page = InformationPage(
        title=f"{WORD} imprint", slug=slug, summary=f"On {WORD}.", text=text, live=False
    )
    HomePage.objects.get().add_child(instance=page)
    page.save_revision()
    return fresh(page)


def make_public_page(**values: str) -> InformationPage:
    """The same, published."""
    page = make_page(**values)
    page.get_latest_revision().publish()
    return fresh(page)


def fresh(page: InformationPage) -> InformationPage:
    return InformationPage.objects.get(pk=page.pk)


def body_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


# -- What readers get -------------------------------------------------------------------------


@pytest.mark.parametrize("policy", Policy)
def test_new_newsroom_tells_how_it_works(client: Client, policy: Policy) -> None:
    set_up_newsroom()
    text = body_of(client, f"/{policy}")
    assert text.count("<h1") == 1
    assert f'<link rel="canonical" href="https://testserver/{policy}">' in text


def test_setting_up_again_brings_nothing_back_that_an_editor_took_away() -> None:
    set_up_newsroom()
    InformationPage.objects.get(slug="contact").delete()
    set_up_newsroom()
    assert Policy.CONTACT not in public_policies()


def test_published_page_shows_title_summary_and_text(client: Client) -> None:
    make_public_page(text="<h2>Who answers</h2><p>Ada does.</p>")
    text = body_of(client, ADDRESS)
    assert f"{WORD} imprint</h1>" in text
    assert f"On {WORD}." in text
    assert '<h2 id="who-answers">Who answers</h2><p>Ada does.</p>' in text


def test_two_headings_that_say_the_same_share_no_anchor(client: Client) -> None:
    make_public_page(text="<h2>Who</h2><p>Ada.</p><h2>Who</h2><p>Bo.</p>")
    assert body_of(client, ADDRESS).count('id="who"') == 1


def test_nothing_runs_that_an_editor_pastes(client: Client) -> None:
    link = '<a href="javascript:x()">b</a>'
    make_public_page(text=f'<p onclick="x()">a<script>x()</script>{link}</p>')
    text = body_of(client, ADDRESS)
    assert "x()" not in text


def test_links_lead_to_what_is_public_and_lose_their_tags_where_it_is_not(
    client: Client, desk: Desk
) -> None:
    public = make_published(desk)
    draft = make_page(slug="draft")
    link = '<a linktype="page" id="{}">{}</a>'
    make_public_page(text=f"<p>{link.format(public.pk, 'one')} {link.format(draft.pk, 'two')}</p>")
    text = body_of(client, ADDRESS)
    assert f'<a href="/{public.public_address}" rel="noopener">one</a> two' in text


def test_draft_that_goes_on_changes_nothing_for_readers(client: Client) -> None:
    page = make_public_page()
    page.text = "<p>zirkelnacht</p>"
    page.save_revision()
    assert "zirkelnacht" not in body_of(client, ADDRESS)
    fresh(page).get_latest_revision().publish()
    assert "zirkelnacht" in body_of(client, ADDRESS)


def test_page_follows_its_address(client: Client) -> None:
    page = make_public_page()
    page.slug = "about-us"
    page.save_revision().publish()
    body_of(client, "/about-us/")
    body_of(client, ADDRESS, status=404)


# -- What readers do not get ------------------------------------------------------------------


def _unpublished(page: InformationPage) -> None:
    page.unpublish()


def _private(page: InformationPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def _private_parent(page: InformationPage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def _deleted(page: InformationPage) -> None:
    page.delete()


def _deleted_as_a_plain_page(page: InformationPage) -> None:
    Page.objects.get(pk=page.pk).delete()


def _unpublished_as_a_plain_page(page: InformationPage) -> None:
    plain = Page.objects.get(pk=page.pk)
    plain.live = False
    plain.save()


@pytest.mark.parametrize(
    "close",
    [
        _unpublished,
        _private,
        _private_parent,
        _deleted,
        _deleted_as_a_plain_page,
        _unpublished_as_a_plain_page,
    ],
    ids=lambda close: close.__name__.strip("_"),
)
def test_nothing_shows_of_a_page_that_was_closed(
    client: Client, close: Callable[[InformationPage], None]
) -> None:
    page = make_public_page()
    assert WORD in body_of(client, ADDRESS)
    close(page)
    assert WORD not in body_of(client, ADDRESS, status=404)
    assert not Information.objects.filter(address="imprint/").exists()


def test_draft_is_not_found(client: Client) -> None:
    make_page()
    assert WORD not in body_of(client, ADDRESS, status=404)


def test_page_that_is_private_no_longer_is_read_again(client: Client) -> None:
    page = make_public_page()
    _private(page)
    PageViewRestriction.objects.get().delete()
    assert WORD in body_of(client, ADDRESS)


# -- Where it is linked -----------------------------------------------------------------------


def test_footer_leads_to_the_policies_that_are_public_and_to_no_other(client: Client) -> None:
    set_up_newsroom()
    make_cast()
    make_public()
    InformationPage.objects.get(slug="contact").unpublish()
    for address in ("/", "/briefings/", "/briefings/northern-rare-earth/", "/about/"):
        footer = body_of(client, address).split("<footer")[1]
        assert 'href="/sourcing-policy/"' in footer
        assert 'href="/contact/"' not in footer


def test_footer_costs_an_article_no_query(client: Client) -> None:
    set_up_newsroom()
    make_public()
    with CaptureQueriesContext(connection) as captured:
        body_of(client, "/briefings/northern-rare-earth/")
    assert len(captured) <= 3


# -- For editors ------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["briefings", "search", "admin", "topics", "corrections"])
def test_address_that_leads_elsewhere_is_refused(slug: str) -> None:
    set_up_newsroom()
    page = InformationPage(title="Mine", slug=slug, text="<p>Words.</p>")
    with pytest.raises(ValidationError):
        HomePage.objects.get().add_child(instance=page)


def test_preview_shows_the_draft_as_readers_would_get_it() -> None:
    page = make_page(text="<h2>Who answers</h2>")
    response = page.serve_preview(RequestFactory().get("/"), "")
    assert '<h2 id="who-answers">' in response.content.decode()
    assert "noindex" in response.content.decode()


def test_editor_publishes_it_from_the_admin_without_a_review(desk: Desk) -> None:
    page = make_page()
    client = Client()
    client.force_login(make_user(is_superuser=True))
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "text": json.dumps({"blocks": [{"text": "Ada answers."}], "entityMap": {}}),
        "action-publish": "1",
    }
    assert not page.has_workflow
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    client.post(f"/admin/pages/{page.pk}/edit/", data)
    assert "Ada answers." in body_of(Client(), ADDRESS)
