"""What nobody confirmed goes, with the addresses that were given for it; all else stays."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command

from articles.actions.comments.networks import network_key
from articles.actions.comments.tidying import tidy
from articles.enums import ChallengeReason, ChallengeStatus, ClaimKind, CommentStatus
from articles.models.challenges import Challenge
from articles.models.commenters import Commenter, NetworkSalt
from articles.models.comments import Comment
from tests.articles.public import NOW, make_public
from tests.articles.readers import make_comment, make_commenter

pytestmark = pytest.mark.django_db
LATER = NOW + datetime.timedelta(days=3, seconds=1)


def test_what_nobody_confirmed_goes_when_its_link_has_expired() -> None:
    key = make_public().article_uuid
    stranger = make_commenter(email="stranger@example.org", confirmed_at=None)
    make_comment(article_uuid=key, commenter=stranger, status=CommentStatus.UNCONFIRMED)
    Challenge.objects.create(
        article_uuid=key,
        edition_number=1,
        claim_kind=ClaimKind.HIGHLIGHT,
        claim_id="h-1",
        claim_text="Words",
        commenter=stranger,
        reason=ChallengeReason.FIGURE,
        text="Wrong.",
        status=ChallengeStatus.UNCONFIRMED,
        created_at=NOW,
        due_on=NOW.date(),
    )
    assert set(tidy(now=NOW).values()) == {0}
    assert tidy(now=LATER) == {"comments": 1, "challenges": 1, "commenters": 1, "salts": 0}
    assert not Commenter.objects.exists()


@pytest.mark.parametrize("status", [one for one in CommentStatus if one != "unconfirmed"])
def test_what_was_confirmed_stays_whatever_became_of_it(status: CommentStatus) -> None:
    make_comment(article_uuid=make_public().article_uuid, status=status)
    tidy(now=LATER)
    assert (Comment.objects.count(), Commenter.objects.count()) == (1, 1)


@pytest.mark.parametrize("name", ["confirmed_at", "erased_at"])
def test_who_was_known_once_is_not_forgotten_by_the_broom(name: str) -> None:
    make_commenter(confirmed_at=None)
    Commenter.objects.update(email="", **{name: NOW})
    tidy(now=LATER)
    assert Commenter.objects.exists()


def test_command_says_what_it_deleted() -> None:
    network_key(address="192.0.2.1", now=NOW)
    printed = StringIO()
    call_command("tidy_comments", stdout=printed)
    assert printed.getvalue() == "Deleted: 1 salts.\n"
    assert not NetworkSalt.objects.exists()
    printed = StringIO()
    call_command("tidy_comments", stdout=printed)
    assert printed.getvalue() == "Deleted: nothing.\n"
