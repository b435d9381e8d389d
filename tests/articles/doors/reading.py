"""What comes of a door that was tried: what readers get, and what the person is told."""

import json
from typing import Any

from django.contrib.messages import get_messages
from django.test import Client

from articles.models.editions import CurrentEdition, Edition
from articles.models.pages import ArticlePage
from tests.articles.newsroom import fresh


def assert_unread(client: Client, article: ArticlePage) -> None:
    """No edition, no page; and the tree does not claim that there is one."""
    assert not Edition.objects.of_article(article.uuid).exists()
    assert not CurrentEdition.objects.filter(article_uuid=article.uuid).exists()
    assert not fresh(article).live
    assert Client().get(f"/{article.public_address}").status_code == 404


def assert_read(article: ArticlePage) -> Edition:
    """Exactly one current edition, of the newest number, and a page at its address."""
    edition = CurrentEdition.objects.whole().get(article_uuid=article.uuid).edition
    assert edition == Edition.objects.of_article(article.uuid).first()
    assert fresh(article).live
    assert Client().get(f"/{edition.address}").status_code == 200
    return edition


def told(response: Any) -> str:
    """What the person reads: the messages of the answer, or its JSON."""
    assert response.status_code not in (403, 500)
    if response["Content-Type"].startswith("application/json"):
        return str(json.loads(response.content).get("error_message", ""))
    return " ".join(str(message) for message in get_messages(response.wsgi_request))
