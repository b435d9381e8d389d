"""Authors: who wrote a briefing, with everything public that they wrote."""

import datetime

import pytest
from django.test import Client

from articles.enums import EditionKind
from articles.models import Author
from tests.articles.public import NOW, make_cast, make_public, take_back

pytestmark = pytest.mark.django_db

LENA = "/authors/lena-hartwig/"


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_byline_leads_to_the_author_and_the_author_to_the_briefing(client: Client) -> None:
    make_cast()
    make_public()
    assert f'href="{LENA}"' in text_of(client, "/briefings/northern-rare-earth/")
    assert 'href="/briefings/northern-rare-earth/"' in text_of(client, LENA)
    assert f'href="{LENA}"' in text_of(client, "/authors/")


def test_author_shows_role_and_biography(client: Client) -> None:
    make_cast()
    make_public()
    Author.objects.update(bio="She reads meters.\n\nAnd <b>writes</b>.")
    text = text_of(client, LENA)
    assert "Analyst" in text
    assert "<p>And &lt;b&gt;writes&lt;/b&gt;.</p>" in text


def test_author_without_a_public_briefing_is_not_found(client: Client) -> None:
    make_cast()
    text_of(client, LENA, status=404)
    current = make_public()
    text_of(client, LENA)
    take_back(current, kind=EditionKind.WITHDRAWN)
    text_of(client, LENA, status=404)
    assert "Lena" not in text_of(client, "/authors/")


def test_author_who_left_the_byline_is_no_longer_one(client: Client) -> None:
    make_cast()
    make_public()
    make_public(authors=[], kind=EditionKind.CORRECTED, reason="It was not hers.")
    text_of(client, LENA, status=404)


def test_author_with_much_to_read_has_pages(client: Client) -> None:
    make_cast()
    for number in range(25):
        make_public(slug=f"b-{number}", issued_at=NOW - datetime.timedelta(hours=number))
    text = text_of(client, LENA)
    assert text.count('<article class="entry">') == 20
    older = text.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    assert text_of(client, f"{LENA}{older}").count('<article class="entry">') == 5
