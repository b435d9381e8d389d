"""Threads: in pages that stay where they are, at the same price however long and deep they grow."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from articles.actions.comments.counting import count_contributions
from articles.enums import CommentState, CommentStatus
from articles.models.comments import DEEPEST, Comment, path_of
from articles.queries.comments import PAGE, thread_at, thread_from, thread_until
from articles.views.thread import shown
from tests.articles.public import BODY, NOW, make_cast, make_public, seed_content
from tests.articles.readers import make_comment, make_commenter

pytestmark = pytest.mark.django_db
ADDRESS = "/briefings/northern-rare-earth/"
FIRST_KEY = 1_000_000  # the database counts its own from 1


def make_thread(article_uuid: UUID, parents: list[int | None]) -> list[Comment]:
    """Many comments at once; each answers the one at the place that `parents` gives, or none."""
    commenter = make_commenter()
    rows: list[Comment] = []
    for number, place in enumerate(parents):
        row = Comment(
            pk=FIRST_KEY + number,
            article_uuid=article_uuid,
            parent=None if place is None else rows[place],
            commenter=commenter,
            name=f"Reader {number}",
            text=f"Comment {number}.",
            text_sha256=f"{number}",
            status=CommentStatus.APPROVED,
            created_at=NOW,
            decided_at=NOW,
        )
        row.depth = row.parent.depth + 1 if row.parent else 1
        row.path = path_of(row)
        rows.append(row)
    Comment.objects.bulk_create(rows, batch_size=1000)
    count_contributions(article_uuid)
    return rows


def forest(count: int) -> list[int | None]:
    """Threads of five: a comment, two answers, an answer to the second, and one to that."""
    shape = [None, 0, 0, 2, 3]
    return [
        None if (above := shape[place % 5]) is None else place - place % 5 + above
        for place in range(count)
    ]


SHAPES: dict[str, list[int | None]] = {
    "threads": forest(5000),
    "chain": [None, *range(DEEPEST - 1)],
    "one parent": [None, *[0] * 5000],
    "none beneath another": [None] * 5000,
}


def walk(article_uuid: UUID) -> list[int]:
    """Every comment from the first page to the last."""
    page = thread_from(article_uuid)
    keys = [row.id for row in page.comments]
    while page.after:
        page = thread_from(article_uuid, after=page.after)
        keys += [row.id for row in page.comments]
    return keys


@pytest.mark.parametrize("shape", SHAPES)
def test_thread_is_walked_in_reading_order_and_nobody_is_left_out(shape: str) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, SHAPES[shape])
    children: dict[int | None, list[int]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row.pk)
    expected: list[int] = []
    stack = children[None][::-1]
    while stack:
        expected.append(stack.pop())
        stack += children.get(expected[-1], [])[::-1]
    assert walk(key) == expected


@pytest.mark.parametrize("shape", ["few", *SHAPES])
def test_first_page_costs_three_queries_however_long_the_thread(
    client: Client, django_assert_num_queries: Any, shape: str
) -> None:
    make_cast()
    make_public(slug="another")
    section = seed_content()["sections"][0]
    current = make_public(sections=[section] * 30, body_html=BODY * 30)
    make_thread(current.article_uuid, SHAPES.get(shape, forest(50)))
    with django_assert_num_queries(3):
        response = client.get(ADDRESS)
    assert response.content.decode().count('<li class="comment comment--') == PAGE


@pytest.mark.parametrize("count", [60, 5000])
def test_page_of_one_comment_costs_the_same_however_long_the_thread(
    client: Client, django_assert_max_num_queries: Any, count: int
) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, forest(count))
    with django_assert_max_num_queries(6):
        client.get(f"{ADDRESS}?comment={rows[57].pk}")


def test_pages_lead_to_each_other_and_back(client: Client) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, forest(PAGE * 2 + 10))
    first = client.get(ADDRESS).content.decode()
    assert 'rel="prev"' not in first
    later = re.search(r'href="(\?after=\d+)#comments" rel="next"', first)
    assert later
    second = client.get(ADDRESS + later[1]).content.decode()
    assert f'id="comment-{rows[PAGE].pk}"' in second
    earlier = re.search(r'href="(\?before=\d+)#comments" rel="prev"', second)
    assert earlier
    back = client.get(ADDRESS + earlier[1]).content.decode()
    assert [int(key) for key in re.findall(r'id="comment-(\d+)"', back)] == [
        row.pk for row in rows[:PAGE]
    ]


def test_page_stays_where_it_is_when_more_is_written(client: Client) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, forest(PAGE + 20))
    link = thread_from(key).after
    before = [row.id for row in thread_from(key, after=link).comments]
    make_comment(article_uuid=key, parent=rows[0], text="A late answer at the very top.")
    Comment.objects.filter(pk=rows[-1].pk).update(status=CommentStatus.REJECTED)
    assert [row.id for row in thread_from(key, after=link).comments] == before[:-1]


@pytest.mark.parametrize("place", [0, 3, PAGE - 1, PAGE, PAGE + 7, 119])
def test_permanent_link_leads_to_the_page_on_which_a_comment_stands(
    client: Client, place: int
) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, forest(120))
    text = client.get(f"{ADDRESS}?comment={rows[place].pk}").content.decode()
    assert f'id="comment-{rows[place].pk}"' in text
    root = rows[place - place % 5]
    assert f'id="comment-{root.pk}"' in text, "what it answers is to be seen too"


@pytest.mark.parametrize("shape", ["chain", "one parent"])
def test_permanent_link_leads_far_into_a_branch_that_is_longer_than_a_page(shape: str) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, SHAPES[shape])
    last = thread_at(key, comment=rows[-1].pk)
    assert [row.id for row in last.comments] == [rows[-1].pk]
    assert shown(last.comments)[0].says_whom
    assert len(thread_until(key, before=last.before).comments) == PAGE


def test_levels_beyond_the_third_stand_on_it_and_say_whom_they_answer(client: Client) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, [None, 0, 1, 2, 3])
    found = shown(thread_from(key).comments)
    assert [row.level for row in found] == [1, 2, 3, 3, 3]
    assert [row.says_whom for row in found] == [False, False, False, True, True]
    text = client.get(ADDRESS).content.decode()
    assert f'href="#comment-{rows[2].pk}">in reply to Reader 2</a>' in text


def test_thread_is_deep_in_data_to_the_last_level() -> None:
    key = make_public().article_uuid
    chain = make_thread(key, SHAPES["chain"])
    assert chain[-1].depth == DEEPEST
    assert len(walk(key)) == DEEPEST


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (CommentStatus.DELETED, CommentState.DELETED),
        (CommentStatus.REJECTED, CommentState.REMOVED),
        (CommentStatus.HELD, CommentState.WAITING),
    ],
)
def test_place_of_what_is_not_shown_stays_while_somebody_has_answered(
    client: Client, status: CommentStatus, state: CommentState
) -> None:
    key = make_public().article_uuid
    rows = make_thread(key, [None, 0, 1, None])
    decided = None if status == CommentStatus.HELD else NOW
    hidden = Comment.objects.filter(pk__in=[rows[0].pk, rows[1].pk, rows[3].pk])
    hidden.update(status=status, decided_at=decided)
    found = thread_from(key).comments
    assert [row.state for row in found] == [state, state, CommentState.SHOWN]
    assert [row.name + row.text for row in found[:2]] == ["", ""]
    text = client.get(ADDRESS).content.decode()
    assert str(state.label) in text
    assert "Comment 0." not in text
    Comment.objects.filter(pk=rows[2].pk).update(status=status, decided_at=decided)
    assert thread_from(key).comments == []


def test_page_that_begins_the_thread_leads_to_nothing_earlier() -> None:
    key = make_public().article_uuid
    rows = make_thread(key, forest(60))
    assert not thread_at(key, comment=rows[3].pk).before
    assert thread_at(key, comment=rows[7].pk).before == rows[5].pk


def test_place_of_another_article_is_the_first_page(client: Client) -> None:
    make_thread(make_public().article_uuid, forest(60))
    elsewhere = make_comment(article_uuid=make_public(slug="elsewhere").article_uuid)
    first = [row.id for row in thread_from(make_public().article_uuid).comments]
    for name in ("comment", "after", "before", "reply"):
        text = client.get(ADDRESS, {name: elsewhere.pk}).content.decode()
        assert f'id="comment-{first[0]}"' in text
        assert f'id="comment-{elsewhere.pk}"' not in text
