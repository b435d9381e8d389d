"""Who calls the API, and what they may do: Wagtail's API tokens with scopes of our own.

A session cookie never authenticates the API.
"""

import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from wagtail.models import APIToken

from sources.models.tokens import scopes_of

if TYPE_CHECKING:  # rest_framework.views imports this module while it is itself being imported
    from rest_framework.views import APIView


class BearerToken(BaseAuthentication):
    """Reads `Authorization: Bearer wagtail_...`; `request.auth` is then the token."""

    def authenticate(self, request: Request) -> tuple[Any, APIToken] | None:
        """The user and the token, or None where the request brings no bearer token.

        Raises AuthenticationFailed for a token that is malformed, unknown, revoked or whose
        user is no longer active; the message does not tell which.
        """
        scheme, *credentials = get_authorization_header(request).split() or [b""]
        if scheme.lower() != b"bearer":
            return None
        token = self._find(credentials)
        if token is None or not token.user.is_active:
            raise AuthenticationFailed(_("This token is not valid."))
        _touch(token, now=timezone.now())
        return token.user, token

    def authenticate_header(self, _request: Request) -> str:
        """The challenge that goes with a 401."""
        return 'Bearer realm="assay"'

    def _find(self, credentials: list[bytes]) -> APIToken | None:
        if len(credentials) != 1:
            return None
        text = credentials[0].decode("latin-1")
        if not APIToken.validate_token_format(text):
            return None
        return (
            APIToken.objects.filter(
                key_hash__in=APIToken.candidate_key_hashes(text), revoked_at__isnull=True
            )
            .select_related("user", "assay_scope")
            .first()
        )


def _touch(token: APIToken, *, now: datetime.datetime) -> None:
    """Note the use of a token, at most once in the interval that Wagtail's setting names."""
    interval = getattr(settings, "WAGTAILAPI_TOKEN_LAST_USED_INTERVAL", 60)
    if interval is None:
        return
    if token.last_used_at and (now - token.last_used_at).total_seconds() < interval:
        return
    APIToken.objects.filter(pk=token.pk).update(last_used_at=now)


def scope(name: str) -> type[BasePermission]:
    """The permission class that asks for a scope, such as `scope("ingest")`."""

    class HasScope(BasePermission):
        code = "missing_scope"
        needed = name

        @property
        def message(self) -> str:
            return _("This token lacks the scope “%(scope)s”.") % {"scope": name}

        def has_permission(self, request: Request, _view: "APIView") -> bool:
            return name in scopes_of(request.auth)

    return HasScope
