"""A briefing in several languages: each public by itself, each leading to the others."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree
from wagtail.models import Locale, Page

from articles.actions.standing import retract
from articles.models import ArticlePage, CurrentEdition, HomePage, InformationPage
from tests.articles.newsroom import Desk, make_published, republish, revise

pytestmark = pytest.mark.django_db
ALTERNATE = r'rel="alternate"\s+hreflang="([^"]+)"\s+href="https?://[^/"]+([^"]+)"'


def read(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def german(desk: Desk) -> Locale:
    """German as a language of the site, with the tree that belongs to it."""
    locale: Locale = Locale.objects.create(language_code="de")
    return locale


def translate(desk: Desk, article: ArticlePage, locale: Locale) -> ArticlePage:
    """A public translation, through reviews of its own."""
    draft = article.copy_for_translation(locale)
    revise(draft, desk.analyst, title="Der Hafenrat tagt")
    return republish(desk, draft)


def test_new_language_gets_a_tree_with_the_folders_rights_and_workflow_of_the_sites_own(
    desk: Desk, german: Locale
) -> None:
    home = Page.objects.get(locale=german, depth=2)
    assert home.slug == "de"
    assert home.get_children().get().slug == "briefings"
    assert (
        desk.editor.has_perm("wagtailcore.publish_page")
        or home.permissions_for_user(desk.editor).can_publish()
    )
    assert home.get_workflow() == desk.briefings.get_workflow()


def test_language_that_the_site_is_not_set_up_for_gets_no_tree(desk: Desk) -> None:
    locale = Locale.objects.create(language_code="fr")
    assert not Page.objects.filter(locale=locale).exists()


def test_both_pages_lead_to_each_other_and_tell_search_engines(desk: Desk, german: Locale) -> None:
    article = make_published(desk)
    translation_ = translate(desk, article, german)
    english, deutsch = (f"/{page.public_address}" for page in (article, translation_))
    assert deutsch == "/de/briefings/harbour-board-meets/"
    html = read(english)
    assert f'<a href="{deutsch}" hreflang="de" lang="de">Deutsch</a>' in html
    assert "Also in:" in html
    assert f'<a href="{english}" hreflang="en" lang="en">English</a>' in read(deutsch)
    for page in (html, read(deutsch)):
        found = re.findall(ALTERNATE, page)
        assert sorted(found) == [("de", deutsch), ("en", english), ("x-default", english)]


def test_page_without_a_translation_speaks_of_none(desk: Desk) -> None:
    html = read(f"/{make_published(desk).public_address}")
    assert "hreflang" not in html
    assert "Also in:" not in html


def test_draft_of_a_translation_is_spoken_of_nowhere(desk: Desk, german: Locale) -> None:
    article = make_published(desk)
    article.copy_for_translation(german)
    assert "hreflang" not in read(f"/{article.public_address}")
    assert "hreflang" not in read("/sitemap-briefings-0.xml")
    assert Client().get(f"/api/v1/articles/{article.uuid}/").json()["translations"] == []


def test_api_tells_the_translations_that_are_public(desk: Desk, german: Locale) -> None:
    article = make_published(desk)
    before = Client().get(f"/api/v1/articles/{article.uuid}/")
    translation_ = translate(desk, article, german)
    after = Client().get(f"/api/v1/articles/{article.uuid}/", HTTP_IF_NONE_MATCH=before["ETag"])
    assert after.status_code == 200
    assert after.json()["translations"] == [
        {
            "uuid": str(translation_.uuid),
            "title": "Der Hafenrat tagt",
            "url": "https://testserver/de/briefings/harbour-board-meets/",
            "language": "de",
        }
    ]


def test_translation_that_was_taken_back_is_gone_from_page_and_api(
    desk: Desk, german: Locale
) -> None:
    article = make_published(desk)
    translation_ = translate(desk, article, german)
    told = Client().get(f"/api/v1/articles/{article.uuid}/")
    retract(article=translation_, reason="Der Rat tagte nicht.", user=desk.editor)
    again = Client().get(f"/api/v1/articles/{article.uuid}/", HTTP_IF_NONE_MATCH=told["ETag"])
    assert again.json()["translations"] == []
    assert "hreflang" not in read(f"/{article.public_address}")


def test_sitemap_tells_every_language_of_a_briefing(desk: Desk, german: Locale) -> None:
    translate(desk, make_published(desk), german)
    root = etree.fromstring(read("/sitemap-briefings-0.xml").encode())
    links = list(_alternates(root))
    assert len(links) == 2
    assert links[0] == links[1]
    assert [tag for tag, _ in links[0]] == ["de", "en", "x-default"]


def _alternates(root: Any) -> Iterator[list[tuple[str, str]]]:
    for url in root:
        found = url.findall("{http://www.w3.org/1999/xhtml}link[@rel='alternate']")
        yield [(link.get("hreflang"), link.get("href")) for link in found]


def test_related_briefings_are_others_and_not_the_same_in_another_language(
    desk: Desk, german: Locale
) -> None:
    article = make_published(desk)
    translate(desk, article, german)
    assert "Related briefings" not in read(f"/{article.public_address}")


def test_correction_of_one_language_leaves_the_other_as_it_is(desk: Desk, german: Locale) -> None:
    article = make_published(desk)
    translation_ = translate(desk, article, german)
    revise(article, desk.analyst, change_kind="corrected", change_note="The day was wrong.")
    republish(desk, article)
    numbers = {row.language: row.edition.number for row in CurrentEdition.objects.whole()}
    assert numbers == {"en": 2, "de": 1}
    assert "The day was wrong." not in read(f"/{translation_.public_address}")


def test_page_with_a_translation_costs_one_query_more(
    desk: Desk, german: Locale, django_assert_max_num_queries: Any
) -> None:
    article = make_published(desk)
    with django_assert_max_num_queries(3) as alone:
        read(f"/{article.public_address}")
    translate(desk, article, german)
    with django_assert_max_num_queries(len(alone) + 1):
        read(f"/{article.public_address}")


def test_links_of_the_admin_lead_to_the_address_of_the_language(desk: Desk, german: Locale) -> None:
    translation_ = translate(desk, make_published(desk), german)
    assert translation_.url == "/de/briefings/harbour-board-meets/"


def test_editor_translates_a_briefing_in_the_admin(desk: Desk, german: Locale) -> None:
    article = make_published(desk)
    client = Client()
    client.force_login(desk.editor)
    assert desk.editor.has_perm("simple_translation.submit_translation")
    address = reverse("simple_translation:submit_page_translation", args=[article.pk])
    client.post(address, {"locales": [german.pk]})
    made = ArticlePage.objects.get(locale=german)
    assert (made.language, made.live, made.translation_key) == (
        "de",
        False,
        article.translation_key,
    )
    assert client.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).status_code == 200


@pytest.mark.parametrize("address", ["/de/", "/de/briefings/"])
def test_beginning_of_a_language_leads_to_the_briefings_in_it(
    desk: Desk, german: Locale, address: str
) -> None:
    translate(desk, make_published(desk), german)
    response = Client().get(address, follow=True)
    assert response.redirect_chain == [("/briefings/?language=de", 302)]
    html = response.content.decode()
    assert html.count('class="entry"') == 1
    assert "Der Hafenrat tagt" in html


def test_information_page_is_translated_into_the_tree_of_its_language(
    desk: Desk, german: Locale
) -> None:
    page = InformationPage(title="Imprint", slug="imprint", text="<p>Who we are.</p>")
    HomePage.objects.get(locale=desk.briefings.locale).add_child(instance=page)
    translated = page.copy_for_translation(german)
    translated.get_latest_revision().publish()
    assert '<html lang="en">' in read("/imprint/")
    assert '<html lang="de">' in read("/de/imprint/")
