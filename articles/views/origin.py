"""Whether a form was sent from a page of ours and is read, and what is kept from other sites.

There is no cookie and no token that could tell.
"""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse

TRAP = "website"  # no person sees this field, so whoever fills it is none
LARGEST_FORM = 128 * 1024  # bytes: the longest text in the widest letters, and the fields around it


def require_ours(request: HttpRequest, refusal: str) -> None:
    """Look at a form before a byte of it is read.

    Raises PermissionDenied with the words of `refusal` where another site sent it, and
    RequestDataTooBig where nobody typed all of that.
    """
    require_small(request)
    if not is_from_here(request):
        raise PermissionDenied(refusal)


def require_small(request: HttpRequest) -> None:
    """Raise RequestDataTooBig for more than a form of ours can hold, files included."""
    length = request.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > LARGEST_FORM:
        raise RequestDataTooBig


def is_from_here(request: HttpRequest) -> bool:
    """Whether the form was ours: what browsers say of the page that sent it.

    A client that says nothing is no browser; there is no cookie it could misuse.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc == request.get_host()


def signed_in(request: HttpRequest) -> Any:
    """Who is signed in, if a browser says that the form was ours; else the session is not asked."""
    says_so = request.headers.get("Sec-Fetch-Site") or request.headers.get("Origin")
    is_ours = bool(says_so) and is_from_here(request)
    return request.user if is_ours and request.user.is_authenticated else None


def keep_private(response: HttpResponse) -> HttpResponse:
    """For one reader alone: no cache keeps it, and no other site learns its address, a secret.

    Our own pages do learn it: a browser that says nothing of where a form stands says "null".
    """
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
