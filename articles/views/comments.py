"""Where a reader's comment arrives: no cookie, no token, but only from our own pages."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from rest_framework.throttling import SimpleRateThrottle

from articles.actions.comments.posting import post_comment
from articles.models.editions import CurrentEdition
from articles.queries.editions import article_at
from articles.views.article import article_response, not_here

FIELDS = ("name", "email", "text", "parent")
TRAP = "website"  # no person sees this field, so whoever fills it is none


class CommentRate(SimpleRateThrottle):
    """How many comments one network address may send by the form (API_RATE_COMMENTS)."""

    scope = "comments"
    cache_format = "assay-comments-%(ident)s"

    def get_cache_key(self, request: Any, view: Any) -> str:  # noqa: ARG002 - as DRF calls it
        """Count by the address the request came from."""
        return self.cache_format % {"ident": self.get_ident(request)}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, address: str) -> HttpResponse:
    """Take a comment and go back to the article, or show what is wrong with the text kept."""
    current = article_at(address)
    if current is None:
        return not_here(request, address)
    if request.method != "POST":
        return HttpResponseRedirect(f"/{current.address}#comments")
    if not is_from_here(request):
        raise PermissionDenied("A comment can only be sent from the page of its briefing.")
    if request.POST.get(TRAP):
        return _received(current)
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    if not CommentRate().allow_request(request, None):  # type: ignore[arg-type]  # reads META only
        errors = {"form": "Too many comments came from your network. Please try again in an hour."}
        return article_response(request, current, form=typed | {"errors": errors}, status=429)
    return _take(request, current, typed)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the form was ours: what browsers say of the page that sent it.

    A client that says nothing is no browser; there is no cookie it could misuse.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc == request.get_host()


def _take(request: HttpRequest, current: CurrentEdition, typed: dict[str, str]) -> HttpResponse:
    parent = typed["parent"]
    try:
        post_comment(
            current=current,
            name=typed["name"],
            email=typed["email"],
            text=typed["text"],
            parent_id=int(parent)
            if parent.isascii() and parent.isdigit() and len(parent) < 18
            else None,
            now=timezone.now(),
        )
    except ValidationError as error:
        errors = {name: messages[0] for name, messages in error.message_dict.items()}
        return article_response(request, current, form=typed | {"errors": errors}, status=422)
    return _received(current)


def _received(current: CurrentEdition) -> HttpResponse:
    response = HttpResponseRedirect(f"/{current.address}?comment=held#comments")
    response.status_code = 303
    return response
