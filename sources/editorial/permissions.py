"""Who may do what with the record in the admin: Django's permissions, but nobody deletes."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy


class KeptOnRecord(ModelPermissionPolicy):
    """Rows that are corrected or ended, never deleted; `closed` names what else nobody does."""

    def __init__(self, model: type[Model], *, closed: Iterable[str] = ()) -> None:
        super().__init__(model)
        self.closed = frozenset({"delete", *closed})

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether a person may do it; for what is closed, not even a superuser may."""
        return action not in self.closed and bool(super().user_has_permission(user, action))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """The people who may do one of these."""
        people: QuerySet[Any] = super().users_with_any_permission(set(actions) - self.closed)
        return people
