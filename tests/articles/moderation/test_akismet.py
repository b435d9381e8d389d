"""Akismet is asked where there is a key, told little, and never trusted to be there."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from articles.actions.comments.akismet import have_akismet_asked, judge
from articles.actions.comments.deciding import approve_comment
from articles.enums import CommentStatus
from articles.models.comments import Comment
from tests.articles.public import NOW, make_public
from tests.articles.readers import make_comment
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db


class Akismet(BaseHTTPRequestHandler):
    """Answers as it was told to, and remembers what it was told."""

    answer = (200, b"false")
    told: dict[str, list[str]] = {}

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).told = parse_qs(body.decode())
        self.send_response(self.answer[0])
        self.end_headers()
        self.wfile.write(self.answer[1])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Say nothing."""


@pytest.fixture
def akismet(settings: Any) -> Iterator[type[Akismet]]:
    Akismet.answer, Akismet.told = (200, b"false"), {}
    with HTTPServer(("127.0.0.1", 0), Akismet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.AKISMET_KEY = "a-key"
        settings.AKISMET_URL = f"http://127.0.0.1:{server.server_port}/1.1/comment-check"
        yield Akismet
        server.shutdown()


def waiting(status: CommentStatus = CommentStatus.PENDING) -> Comment:
    return make_comment(article_uuid=make_public().article_uuid, status=status)


def test_akismet_is_told_words_and_name_and_no_network(akismet: type[Akismet]) -> None:
    assert judge(comment=waiting(), now=NOW) is False
    assert akismet.told["comment_content"] == ["Is it 38,000 tonnes?"]
    assert akismet.told["comment_author"] == ["Marta Vidal"]
    assert akismet.told["user_ip"] == ["127.0.0.1"]


def test_spam_is_held_even_where_it_was_public(akismet: type[Akismet]) -> None:
    akismet.answer = (200, b"true")
    comment = waiting(CommentStatus.APPROVED)
    assert judge(comment=comment, now=NOW) is True
    comment.refresh_from_db()
    assert comment.status == CommentStatus.HELD
    assert [(row.rule, row.note) for row in comment.decisions.all()] == [
        ("akismet", "Akismet calls it spam.")
    ]


@pytest.mark.parametrize("answer", [(500, b"false"), (200, b"invalid"), (200, b"")])
def test_no_answer_is_a_moderators_task(akismet: type[Akismet], answer: tuple[int, bytes]) -> None:
    akismet.answer = answer
    comment = waiting(CommentStatus.APPROVED)
    judge(comment=comment, now=NOW)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PENDING


def test_server_that_is_not_there_is_no_answer(settings: Any) -> None:
    settings.AKISMET_KEY, settings.AKISMET_URL = "a-key", "http://127.0.0.1:9/1.1/comment-check"
    comment = waiting()
    judge(comment=comment, now=NOW)
    assert comment.decisions.get().note == "Akismet could not be asked."


def test_what_a_person_approved_stays_approved(akismet: type[Akismet]) -> None:
    akismet.answer = (200, b"true")
    comment = waiting()
    approve_comment(comment=comment, user=make_user(is_superuser=True), now=NOW)
    judge(comment=comment, now=NOW)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("key", "is_asked"), [("a-key", True), ("", False)])
def test_without_a_key_nobody_is_asked(
    akismet: type[Akismet], settings: Any, key: str, is_asked: bool
) -> None:
    settings.AKISMET_KEY = key
    have_akismet_asked(waiting())
    assert bool(akismet.told) is is_asked
