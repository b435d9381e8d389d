"""Who may answer challenges, and how many wait."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from articles.actions.comments.answering import ANSWER
from articles.models.challenges import Challenge
from articles.queries.challenges import open_challenges

BACKEND = "django.contrib.auth.backends.ModelBackend"


def may_answer(user: Any) -> bool:
    """Whether a person may answer challenges."""
    return bool(user.has_perm(ANSWER))


def answerers() -> QuerySet[Any]:
    """Everybody who may, by name."""
    people = get_user_model().objects.with_perm(ANSWER, backend=BACKEND)
    return people.order_by("first_name", "last_name", "username")


def waiting_for(user: Any) -> QuerySet[Challenge]:
    """The tasks of a person: their own, and those of nobody; none for who may not answer."""
    if not may_answer(user):
        return Challenge.objects.none()
    return open_challenges().filter(Q(assigned_to=user) | Q(assigned_to=None))
