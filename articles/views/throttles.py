"""DRF's throttles for forms: quick, on the cache that processes share, counting every attempt."""

from typing import Any

from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

from articles.actions.comments.commenters import email_key
from articles.actions.comments.networks import network_of


class CommentRate(SimpleRateThrottle):
    """How much one network may send (API_RATE_COMMENTS)."""

    scope = "comments"
    cache_format = "assay-%(scope)s-%(ident)s"

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Count by what `view`, a text here, is counted by."""
        return self.cache_format % {"scope": self.scope, "ident": self.ident(request, view)}

    def ident(self, request: Any, _key: str) -> str:
        """The network that the request came from."""
        return network_of(self.get_ident(request)) or "unknown"


class AddressRate(CommentRate):
    """How much may be sent with one e-mail address (API_RATE_COMMENTS_ADDRESS)."""

    scope = "comments_address"

    def ident(self, _request: Any, key: str) -> str:
        """The hash of the address."""
        return email_key(key)


class ArticleRate(CommentRate):
    """How much may be sent to one article (API_RATE_COMMENTS_ARTICLE)."""

    scope = "comments_article"

    def ident(self, _request: Any, key: str) -> str:
        """The article."""
        return key


def refusing(request: HttpRequest, *, email: str, article: str = "") -> str:
    """The scope whose limit is reached, or nothing."""
    asked: list[tuple[CommentRate, str]] = [(CommentRate(), "")]
    asked += [(AddressRate(), email)] if email else []
    asked += [(ArticleRate(), article)] if article else []
    for throttle, key in asked:
        if not throttle.allow_request(request, key):  # type: ignore[arg-type]  # reads META alone
            return throttle.scope
    return ""


def network_address(request: HttpRequest) -> str:
    """Where a request came from, as far as the proxies in front of us are believed."""
    return CommentRate().get_ident(request) or ""  # type: ignore[arg-type]  # reads META alone
