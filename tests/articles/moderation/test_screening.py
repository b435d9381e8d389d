"""From a text to its place: what the rules found is on record, and trust is earned and lost."""

import datetime
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User

from articles.actions.comments.banning import ban_commenter, lift_ban
from articles.actions.comments.deciding import approve_comment, reject_comment
from articles.actions.comments.screening import admit_comment, is_trusted, screen_comment
from articles.actions.comments.steering import close_thread, reopen_thread, set_mode
from articles.enums import CommentReason, CommentStatus, ModerationDeed, ModerationMode
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.moderation import BlockedPattern, ModerationDecision, Thread
from articles.models.snippets import Author
from tests.articles.public import NOW, make_public
from tests.articles.readers import make_comment, make_commenter
from tests.sources.builders import make_user

pytestmark = pytest.mark.django_db

LATER = NOW + datetime.timedelta(hours=1)


@pytest.fixture
def moderator() -> User:
    return make_user(username="mo", is_superuser=True)


@pytest.fixture
def article() -> UUID:
    return make_public().article_uuid


def arrive(
    article: UUID, text: str = "Which month is meant?", name: str = "Marta Vidal", **known: Any
) -> Comment:
    """Write a comment and confirm it at once."""
    status = CommentStatus.UNCONFIRMED
    comment = make_comment(article_uuid=article, text=text, name=name, status=status)
    screen_comment(comment=comment, now=NOW, **known)
    return admit_comment(comment=comment, now=NOW)


def earn_trust(article: UUID, comments: int = 3) -> None:
    for number in range(comments):
        make_comment(article_uuid=article, text=f"Earlier question {number}")


def record(comment: Comment) -> list[tuple[str, str, str]]:
    rows = comment.decisions.order_by("pk")
    return [
        (row.deed, row.rule, comment.text[row.start : row.end] if row.end else "") for row in rows
    ]


def test_moderator_reads_first_and_the_record_says_so(article: UUID) -> None:
    comment = arrive(article)
    assert comment.status == CommentStatus.PENDING
    assert record(comment) == [(ModerationDeed.QUEUED, "first", "")]


def test_trusted_commenter_is_public_at_once_and_counted(article: UUID) -> None:
    earn_trust(article)
    comment = arrive(article)
    assert comment.status == CommentStatus.APPROVED
    assert record(comment) == [(ModerationDeed.APPROVED, "trusted", "")]
    assert CurrentEdition.objects.get().comment_count == 4


def test_newsroom_itself_is_not_moderated(article: UUID) -> None:
    comment = make_comment(
        article_uuid=article,
        text="IT STANDS IN THE ANNEX, ON PAGE NINE.",
        is_by_staff=True,
        status=CommentStatus.UNCONFIRMED,
    )
    screen_comment(comment=comment, now=NOW)
    assert admit_comment(comment=comment, now=NOW).status == CommentStatus.APPROVED


@pytest.mark.parametrize("name", ["Hall, Edith", "Ana Berg"])
def test_trust_does_not_reach_whoever_calls_themselves_as_the_newsroom_does(
    article: UUID, name: str
) -> None:
    User.objects.create_user("edith", first_name="Edith", last_name="Hall")
    Author.objects.create(name="Ana Berg", slug="ana-berg")
    earn_trust(article)
    comment = arrive(article, name=name)
    assert comment.status == CommentStatus.HELD
    assert record(comment)[0] == (ModerationDeed.HELD, "posing", "")


def test_finding_is_kept_with_rule_version_span_and_words(article: UUID) -> None:
    BlockedPattern.objects.create(pattern="miracle cure")
    earn_trust(article)
    comment = arrive(article, text="Buy the m1racle cure of mine")
    decision = comment.decisions.get()
    assert comment.status == CommentStatus.HELD
    assert (decision.rule, decision.rule_version, decision.made_by) == ("blocked", 1, None)
    assert comment.text[decision.start : decision.end] == "m1racle cure"
    assert decision.note == "Blocked: “miracle cure”."


def test_light_finding_queues_what_would_have_been_public(article: UUID) -> None:
    earn_trust(article)
    comment = arrive(article, text="It is at https://a.example")
    assert comment.status == CommentStatus.PENDING
    assert record(comment) == [(ModerationDeed.QUEUED, "links", "https://a.example")]


@pytest.mark.parametrize(("known", "rule"), [({"seconds": 0.5}, "haste"), ({"trap": "x"}, "trap")])
def test_what_a_program_gives_away_holds_the_comment(
    article: UUID, known: dict[str, Any], rule: str
) -> None:
    assert record(arrive(article, **known)) == [(ModerationDeed.HELD, rule, "")]


def test_same_words_under_another_article_are_repetition(article: UUID) -> None:
    text = "An interesting article, and well written."
    make_comment(article_uuid=make_public(slug="another").article_uuid, text=text)
    assert arrive(article, text=text).status == CommentStatus.HELD


def test_edited_text_is_judged_anew(article: UUID) -> None:
    comment = arrive(article, text="It is at https://a.example")
    earn_trust(article)
    comment.text, comment.edited_at = "It is in the annex.", LATER
    comment.save()
    screen_comment(comment=comment, now=LATER)
    assert admit_comment(comment=comment, now=LATER).status == CommentStatus.APPROVED


def test_program_does_not_become_a_person_by_editing(article: UUID) -> None:
    comment = arrive(article, trap="https://spam.example")
    comment.text, comment.edited_at = "It is in the annex.", LATER
    comment.save()
    screen_comment(comment=comment, now=LATER)
    assert admit_comment(comment=comment, now=LATER).status == CommentStatus.HELD


def test_what_a_person_decided_is_not_undone_by_admission(article: UUID, moderator: User) -> None:
    comment = arrive(article)
    reject_comment(comment=comment, user=moderator, reason=CommentReason.SPAM, now=NOW)
    assert admit_comment(comment=comment, now=LATER).status == CommentStatus.REJECTED


@pytest.mark.parametrize(
    ("approved", "rejected_days_ago", "is_now"),
    [(2, None, False), (3, None, True), (3, 30, False), (3, 120, True)],
)
def test_trust_is_earned_by_approvals_and_lost_by_a_late_rejection(
    article: UUID, approved: int, rejected_days_ago: int | None, is_now: bool
) -> None:
    earn_trust(article, approved)
    if rejected_days_ago is not None:
        make_comment(
            article_uuid=article,
            text="Cheap pills",
            status=CommentStatus.REJECTED,
            decided_at=NOW - datetime.timedelta(days=rejected_days_ago),
        )
    assert is_trusted(make_commenter(), now=NOW) is is_now


def test_banned_commenter_is_not_trusted_and_what_waits_is_rejected(
    article: UUID, moderator: User
) -> None:
    earn_trust(article)
    waiting = make_comment(article_uuid=article, text="One more", status=CommentStatus.PENDING)
    commenter = make_commenter()
    ban_commenter(commenter=commenter, reason="Threats.", user=moderator, now=NOW)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decision_note) == (CommentStatus.REJECTED, "Threats.")
    assert not is_trusted(commenter, now=NOW)
    lift_ban(commenter=commenter, user=moderator)
    commenter.refresh_from_db()
    assert not commenter.is_banned


@pytest.mark.parametrize(
    ("mode", "status"),
    [
        (ModerationMode.AFTER, CommentStatus.APPROVED),
        (ModerationMode.BEFORE, CommentStatus.PENDING),
        ("", CommentStatus.PENDING),
    ],
)
def test_moderator_sets_who_reads_first_for_an_article(
    article: UUID, moderator: User, mode: str, status: CommentStatus
) -> None:
    set_mode(article_uuid=article, mode=mode, user=moderator)
    assert arrive(article).status == status


def test_trust_gives_way_to_an_article_that_is_read_first(article: UUID, moderator: User) -> None:
    earn_trust(article)
    set_mode(article_uuid=article, mode=ModerationMode.BEFORE, user=moderator)
    assert arrive(article).status == CommentStatus.PENDING


def test_thread_is_closed_with_a_note_and_opened_again(article: UUID, moderator: User) -> None:
    close_thread(article_uuid=article, user=moderator, now=NOW, note="It turns in circles.")
    thread = Thread.objects.get()
    assert (thread.closed_at, thread.closing_note) == (NOW, "It turns in circles.")
    assert reopen_thread(article_uuid=article, user=moderator).closed_at is None


def test_decision_of_a_person_is_on_record_beside_those_of_rules(
    article: UUID, moderator: User
) -> None:
    comment = arrive(article)
    approve_comment(comment=comment, user=moderator, now=NOW)
    approve_comment(comment=comment, user=moderator, now=LATER)
    deeds = ModerationDecision.objects.filter(made_by=moderator).values_list("deed", flat=True)
    assert list(deeds) == [ModerationDeed.APPROVED, ModerationDeed.KEPT]
