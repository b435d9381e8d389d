"""Challenges in the API: what readers doubted and what became of it, and never who they are."""

import uuid

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import ChallengeStatus, ClaimKind, EditionKind
from tests.articles.api.calls import read, refused, walk
from tests.articles.public import NOW, make_public, take_back
from tests.articles.readers import make_challenge

pytestmark = pytest.mark.django_db
SOURCE = "https://a.example/report"


def test_a_challenge_is_told_with_its_claim_and_its_outcome(client: Client) -> None:
    current = make_public()
    made = make_challenge(
        current,
        claim=(ClaimKind.DIRECTIVE, "d-00000001", "Raise recovery"),
        status=ChallengeStatus.CORRECTED,
        answer="It was Phase III.",
        answered_edition=2,
        source_url=SOURCE,
    )
    [row] = read(client, f"articles/{current.article_uuid}/challenges/")["results"]
    assert row == {
        "id": made.pk,
        "claim": {"kind": "directive", "id": "d-00000001", "text": "Raise recovery"},
        "reason": "figure",
        "source_url": SOURCE,
        "status": "corrected",
        "edition": 1,
        "answer": "It was Phase III.",
        "answer_edition": 2,
        "made_at": "2025-10-24T09:30:00Z",
        "decided_at": "2025-10-24T09:30:00Z",
        "url": f"https://testserver/{current.address}challenges/#challenge-{made.pk}",
    }


def test_neither_the_reader_nor_an_address_that_nobody_looked_at_is_told(client: Client) -> None:
    current = make_public()
    address = f"/api/v1/articles/{current.article_uuid}/challenges/"
    make_challenge(current, source_url=SOURCE, text="I saw it myself.", email="a@example.org")
    unconfirmed = ChallengeStatus.UNCONFIRMED
    make_challenge(current, status=unconfirmed, email="b@example.org")
    answer = client.get(address)
    assert len(answer.json()["results"]) == 1
    for hidden in ("example.org", "Marta", "saw it myself", SOURCE):
        assert hidden not in answer.content.decode()


def test_challenges_are_walked_by_their_links(client: Client) -> None:
    current = make_public()
    made = [make_challenge(current, email=f"{number}@example.org").pk for number in range(5)]
    address = f"articles/{current.article_uuid}/challenges/"
    assert [row["id"] for row in walk(client, address, limit=2)] == made[::-1]
    further = read(client, address, limit=2)["next"].partition("?")[2]
    elsewhere = make_public(slug="elsewhere").article_uuid
    refused(client, f"articles/{elsewhere}/challenges/?{further}")


def test_challenges_of_what_cannot_be_read_are_refused(client: Client) -> None:
    current = make_public()
    make_challenge(current)
    take_back(current, kind=EditionKind.RETRACTED, reason="Forged.")
    problem = refused(client, f"articles/{current.article_uuid}/challenges/", 410)
    assert problem["detail"] == "Forged."
    refused(client, f"articles/{uuid.uuid4()}/challenges/", 404)


@pytest.mark.parametrize("rows", [3, 30])
def test_challenges_take_two_queries_however_many(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    current = make_public()
    for number in range(rows):
        make_challenge(current, email=f"{number}@example.org")
    with django_assert_num_queries(2):
        answer = read(client, f"articles/{current.article_uuid}/challenges/", limit=100)
    assert len(answer["results"]) == rows


def test_challenges_are_sent_again_once_one_is_answered(client: Client) -> None:
    current = make_public()
    made = make_challenge(current)
    address = f"/api/v1/articles/{current.article_uuid}/challenges/"
    held = {"If-None-Match": client.get(address)["ETag"]}
    assert client.get(address, headers=held).status_code == 304
    type(made).objects.update(status=ChallengeStatus.KEPT, answer="It is so.", decided_at=NOW)
    assert client.get(address, headers=held).status_code == 200
