"""Where a reader's comment arrives: no cookie, no token, but only from our own pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.actions.comments.limits import TooManyError, too_many
from articles.actions.comments.links import Link
from articles.actions.comments.posting import post_comment
from articles.actions.comments.sending import Sender
from articles.formats.language import written_in
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.queries.editions import article_at
from articles.views.article import article_response, not_here
from articles.views.origin import TRAP, require_ours, signed_in
from articles.views.stamps import age_of
from articles.views.thread import key_of
from articles.views.throttles import network_address, refusing

FIELDS = ("name", "email", "text", "parent", "about", "stamp")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, address: str) -> HttpResponse:
    """Take a comment and go back to the article, or show what is wrong with the text kept."""
    current = article_at(address)
    if current is None:
        return not_here(request, address)
    if request.method != "POST":
        return HttpResponseRedirect(f"/{current.address}#comments")
    require_ours(request, _("A comment can only be sent from the page of its briefing."))
    with written_in(current.edition.language):
        return _answer(request, current)


def _answer(request: HttpRequest, current: CurrentEdition) -> HttpResponse:
    """What the sender gets, in the language of the page that they wrote on."""
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    article = str(current.article_uuid)
    if scope := refusing(request, email=typed["email"], article=article):
        return _refused(request, current, typed, {"form": too_many(scope)}, status=429)
    seconds = age_of(typed["stamp"], current.article_uuid)
    if seconds is None:
        message = _("This page had been open for long. Please send your comment once more.")
        return _refused(request, current, typed, {"form": message}, status=422)
    return _take(request, current, typed, seconds)


def _take(
    request: HttpRequest, current: CurrentEdition, typed: dict[str, str], seconds: float
) -> HttpResponse:
    sender = Sender(
        user=signed_in(request),
        address=network_address(request),
        seconds=seconds,
        trap=request.POST.get(TRAP, ""),
    )
    try:
        comment = post_comment(
            current=current,
            name=typed["name"],
            email=typed["email"],
            text=typed["text"],
            parent_id=key_of(typed["parent"]) or None,
            about=typed["about"],
            sender=sender,
            now=timezone.now(),
        )
    except ValidationError as error:
        errors = {name: messages[0] for name, messages in error.message_dict.items()}
        status = 429 if isinstance(error, TooManyError) else 422
        return _refused(request, current, typed, errors, status=status)
    return _received(current, comment, sender)


def _refused(
    request: HttpRequest,
    current: CurrentEdition,
    typed: dict[str, str],
    errors: dict[str, str],
    *,
    status: int,
) -> HttpResponse:
    """The page again, with everything that was typed."""
    form: dict[str, Any] = {**typed, "errors": errors}
    return article_response(request, current, form=form, status=status)


def _received(current: CurrentEdition, comment: Comment, sender: Sender) -> HttpResponse:
    """Back to the article, whose page says what happens next; who signed in sees the comment."""
    page = f"/{current.address}?comment=confirm#comments"
    response = HttpResponseRedirect(Link.OWN.path(comment.pk) if sender.user else page)
    response.status_code = 303
    return response
