"""Moderators decide on comments, one at a time or many at once; nobody else does."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.enums import CommentStatus
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, make_published
from tests.articles.readers import make_comment

LIST = "assay_comments:index"


def _comment(
    article: ArticlePage, *, name: str = "Ada", status: CommentStatus = CommentStatus.PENDING
) -> Comment:
    return make_comment(
        article_uuid=article.uuid,
        name=name,
        email=f"{name.lower()}@reader.example",
        text=f"{name} asks what the figure means.",
        status=status,
    )


@pytest.fixture
def article(desk: Desk) -> ArticlePage:
    return make_published(desk)


@pytest.fixture
def moderator(desk: Desk, client: Client) -> Client:
    client.force_login(desk.moderator)
    return client


def test_list_shows_text_and_article(moderator: Client, article: ArticlePage) -> None:
    _comment(article)
    html = moderator.get(reverse(LIST)).content.decode()
    assert "Ada asks what the figure means." in html
    assert article.title in html


def test_button_of_a_row_carries_the_token_of_its_form(desk: Desk, article: ArticlePage) -> None:
    comment = _comment(article)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(desk.moderator)
    html = browser.get(reverse(LIST)).content.decode()
    form = html.partition(reverse("assay_comments:approve", args=[comment.pk]))[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.partition("</form>")[0])
    assert token
    browser.post(
        reverse("assay_comments:approve", args=[comment.pk]), {"csrfmiddlewaretoken": token[1]}
    )
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED


def test_newest_comment_stands_first(moderator: Client, article: ArticlePage) -> None:
    _comment(article, name="Early")
    _comment(article, name="Late")
    shown = moderator.get(reverse(LIST)).context["object_list"]
    assert [comment.name for comment in shown] == ["Late", "Early"]


def test_list_is_filtered_by_status(moderator: Client, article: ArticlePage) -> None:
    _comment(article, name="Waiting")
    _comment(article, name="Done", status=CommentStatus.APPROVED)
    shown = moderator.get(reverse(LIST), {"status": "pending"}).context["object_list"]
    assert [comment.name for comment in shown] == ["Waiting"]


def test_approved_comment_is_counted(moderator: Client, article: ArticlePage) -> None:
    comment = _comment(article)
    response = moderator.post(reverse("assay_comments:approve", args=[comment.pk]))
    assert response["Location"] == reverse(LIST)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED
    assert CurrentEdition.objects.get().comment_count == 1


def test_rejection_asks_for_its_reason(moderator: Client, article: ArticlePage) -> None:
    comment = _comment(article)
    address = reverse("assay_comments:reject", args=[comment.pk])
    assert moderator.post(address, {"reason": " "}).status_code == 200
    moderator.post(address, {"reason": "Advertising"})
    comment.refresh_from_db()
    assert (comment.status, comment.decision_note) == (CommentStatus.REJECTED, "Advertising")


@pytest.mark.parametrize(
    ("action", "data", "status"),
    [
        ("approve", {}, CommentStatus.APPROVED),
        ("reject", {"reason": "Advertising"}, CommentStatus.REJECTED),
    ],
)
def test_many_comments_are_decided_at_once(
    moderator: Client, article: ArticlePage, action: str, data: dict[str, str], status: str
) -> None:
    keys = [_comment(article, name=name).pk for name in ("Ada", "Bob")]
    address = reverse("wagtail_bulk_action", args=["articles", "comment", action])
    query = "&".join(f"id={key}" for key in keys)
    assert moderator.get(f"{address}?{query}").status_code == 200
    moderator.post(f"{address}?{query}", data)
    assert set(Comment.objects.values_list("status", flat=True)) == {status}


def test_analyst_neither_sees_nor_decides(desk: Desk, client: Client, article: ArticlePage) -> None:
    comment = _comment(article)
    client.force_login(desk.analyst)
    assert client.get(reverse(LIST)).status_code == 302
    client.post(reverse("assay_comments:approve", args=[comment.pk]))
    client.post(
        reverse("wagtail_bulk_action", args=["articles", "comment", "approve"])
        + f"?id={comment.pk}"
    )
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING


def test_menu_says_how_many_wait(moderator: Client, article: ArticlePage) -> None:
    _comment(article)
    assert "Comments (1)" in moderator.get(reverse("wagtailadmin_home")).content.decode()


def test_list_costs_the_same_with_ten_times_the_comments(
    moderator: Client, article: ArticlePage
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            moderator.get(reverse(LIST))
        return len(queries)

    _comment(article)
    cost()
    few = cost()
    for number in range(10):
        _comment(article, name=f"Reader{number}")
    assert cost() == few
