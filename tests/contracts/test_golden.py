"""Golden answers: what consumers of the seed edition have received so far.

A failure means that they would receive something else. If that is wanted, write the files anew
with `WRITE_GOLDEN=1 python -m pytest tests/contracts` and show the difference in the commit.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from articles.enums import ChallengeStatus, ClaimKind, CommentStatus
from articles.models.comments import Comment
from tests.articles.public import NOW, make_cast, make_public
from tests.articles.readers import make_challenge, make_comment

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("article", "articles/{article}/"),
        ("articles", "articles/"),
        ("ninjs", "articles/{article}/ninjs/"),
        ("provenance", "articles/{article}/provenance/"),
        ("directives", "directives/?limit=2"),
        ("organisation", "organisations/northern-rare-earth-group/"),
        ("topics", "topics/"),
        ("problem", "articles/?corroboration=certain&colour=red"),
    ],
)
def test_the_answer_is_the_golden_one(client: Client, name: str, address: str) -> None:
    make_cast()
    current = make_public()
    response = client.get(f"/api/v1/{address.format(article=current.article_uuid)}")
    is_golden(name, response.json())


def test_the_thread_is_the_golden_one(client: Client) -> None:
    key = make_public().article_uuid
    about = (ClaimKind.HIGHLIGHT, "h-3", "Compliance")
    first = make_comment(article_uuid=key, about=about)
    place = make_comment(article_uuid=key, parent=first, text="")
    make_comment(article_uuid=key, parent=place, text="It is.", is_by_staff=True, edited_at=NOW)
    Comment.objects.filter(pk=place.pk).update(status=CommentStatus.DELETED)
    answer = client.get(f"/api/v1/articles/{key}/comments/").json()
    places = {row["id"]: place for place, row in enumerate(answer["results"], start=1)}
    for row in answer["results"]:
        row.update(id=places[row["id"]], parent=places.get(row["parent"]))
    is_golden("comments", answer)


def test_the_challenges_are_the_golden_ones(client: Client) -> None:
    current = make_public()
    key = current.article_uuid
    make_challenge(
        current,
        status=ChallengeStatus.CORRECTED,
        answer="It was 38,000.",
        answered_edition=2,
        source_url="https://a.example/report",
    )
    make_challenge(current, source_url="https://a.example/unseen")
    answer = client.get(f"/api/v1/articles/{key}/challenges/").json()
    for place, row in enumerate(answer["results"], start=1):
        row.update(id=place, url=row["url"].partition("#")[0])
    is_golden("challenges", answer)


def is_golden(name: str, given: Any) -> None:
    """Compare with the file, or write it."""
    answer = _without_chance(given)
    path = GOLDEN / f"{name}.json"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(json.dumps(answer, indent=2, ensure_ascii=False) + "\n")
    assert answer == json.loads(path.read_text())


def _without_chance(answer: Any) -> Any:
    """The answer without what differs from day to day or from run to run."""
    if answer.get("next"):
        answer["next"] = answer["next"].split("cursor=")[0] + "cursor=..."
    if "on" in answer.get("ownership", {}):
        answer["ownership"]["on"] = "today"
    return answer
