"""Where a reader reports a comment (DSA Art. 16): no account, no script, and no cookie."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.actions.comments.limits import TooManyError, too_many
from articles.actions.comments.reporting import report_comment
from articles.enums import CommentReason
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.queries.moderation import public_comment
from articles.views.article import above
from articles.views.origin import TRAP, require_ours
from articles.views.rendering import render_page
from articles.views.throttles import network_address, refusing

FIELDS = ("reason", "explanation", "email")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is wrong with a comment; take the answer, or show what is wrong with it."""
    found = public_comment(pk)
    if found is None:
        raise Http404
    comment, current = found
    if request.method != "POST":
        name = "sent" if "sent" in request.GET else "report"
        return _page(request, name, comment, current, form={}, errors={})
    require_ours(request, _("A report can only be sent from its own page."))
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    if request.POST.get(TRAP):
        return _sent(comment)
    status, errors = _take(request, comment, typed)
    if not errors:
        return _sent(comment)
    response = _page(request, "report", comment, current, form=typed, errors=errors)
    response.status_code = status
    response["Cache-Control"] = "no-store"
    return response


def _take(
    request: HttpRequest, comment: Comment, typed: dict[str, str]
) -> tuple[int, dict[str, str]]:
    """Store it; else the status of the answer and what is wrong with each field."""
    if scope := refusing(request, email=typed["email"]):
        return 429, {"form": too_many(scope)}
    try:
        report_comment(
            comment=comment,
            reason=typed["reason"],
            explanation=typed["explanation"],
            email=typed["email"],
            address=network_address(request),
            now=timezone.now(),
        )
    except ValidationError as error:
        errors = {name: messages[0] for name, messages in error.message_dict.items()}
        return (429 if isinstance(error, TooManyError) else 422), errors
    return 200, {}


def _page(
    request: HttpRequest, name: str, comment: Comment, current: CurrentEdition, **context: Any
) -> HttpResponse:
    described = {
        "title": _("Report a comment"),
        "above": above(current),
        "robots": "noindex",
        "comment": comment,
        "article": {"title": current.edition.title, "path": f"/{current.address}"},
        "reasons": CommentReason.choices,
        **context,
    }
    return render_page(request, f"articles/moderation/{name}.html", described)


def _sent(comment: Comment) -> HttpResponse:
    response = HttpResponseRedirect(f"/comments/{comment.pk}/report/?sent")
    response.status_code = 303
    return response
