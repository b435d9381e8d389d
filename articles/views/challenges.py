"""A reader challenges a claim, and everybody reads what became of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.actions.comments.challenging import challenge_claim
from articles.actions.comments.limits import TooManyError, too_many
from articles.actions.comments.sending import Sender
from articles.enums import ChallengeReason
from articles.formats.challenged import doubt
from articles.formats.language import written_in
from articles.formats.named import named_claim, named_claims
from articles.models.editions import CurrentEdition
from articles.queries.challenges import challenges_page
from articles.queries.editions import article_at
from articles.views import parameters
from articles.views.article import above, not_here
from articles.views.lists import foreign_cursor_is_bad
from articles.views.origin import TRAP, require_ours, signed_in
from articles.views.rendering import render_page
from articles.views.throttles import network_address, refusing

ROWS = 50
FIELDS = ("claim", "reason", "text", "source_url", "name", "email")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def challenge(request: HttpRequest, address: str) -> HttpResponse:
    """Ask which claim is wrong and why; take the answer, or show what is wrong with it."""
    current = article_at(address)
    if current is None:
        return not_here(request, address)
    if request.method != "POST":
        if "sent" in request.GET:
            return _page(request, current, "sent")
        return _form(request, current, {"claim": request.GET.get("claim", "")})
    require_ours(request, _("A challenge can only be sent from its own page."))
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    if request.POST.get(TRAP):
        return _sent(current)
    with written_in(current.language):
        if scope := refusing(request, email=typed["email"]):
            return _form(request, current, typed, errors={"form": too_many(scope)}, status=429)
        return _take(request, current, typed)


@require_safe
@foreign_cursor_is_bad
def challenges(request: HttpRequest, address: str) -> HttpResponse:
    """Every challenge of a briefing with its outcome, newest first."""
    current = article_at(address)
    if current is None:
        return not_here(request, address, "challenges/")
    page = challenges_page(current.article_uuid, limit=ROWS, cursor=parameters.cursor(request))
    with written_in(current.language):
        path = f"/{current.address}"
        return _page(
            request,
            current,
            "list",
            doubts=[doubt(row, path=path) for row in page.rows],
            pager=parameters.pager(request, newer=page.previous, older=page.next, can_jump=False),
        )


def _take(request: HttpRequest, current: CurrentEdition, typed: dict[str, str]) -> HttpResponse:
    sender = Sender(user=signed_in(request), address=network_address(request))
    try:
        challenge_claim(
            current=current,
            claim_id=typed["claim"],
            reason=typed["reason"],
            text=typed["text"],
            source_url=typed["source_url"],
            name=typed["name"],
            email=typed["email"],
            sender=sender,
            now=timezone.now(),
        )
    except ValidationError as error:
        errors = {name: messages[0] for name, messages in error.message_dict.items()}
        status = 429 if isinstance(error, TooManyError) else 422
        return _form(request, current, typed, errors=errors, status=status)
    return _sent(current, is_taken=bool(sender.user))


def _form(
    request: HttpRequest,
    current: CurrentEdition,
    typed: dict[str, str],
    *,
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form for a claim, with what was typed; without a claim, all of them to choose from."""
    claim = named_claim(current.edition.content, typed["claim"])
    if claim is None and not errors:
        claims = list(named_claims(current.edition.content))
        return _page(request, current, "choose", claims=claims)
    response = _page(
        request,
        current,
        "form",
        claim=claim,
        form=typed,
        errors=errors or {},
        reasons=ChallengeReason.choices,
        status=status,
    )
    response["Cache-Control"] = "no-store"
    return response


def _page(
    request: HttpRequest, current: CurrentEdition, name: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    edition = current.edition
    with written_in(current.language):
        crumb = _("Challenges") if name == "list" else _("Challenge a claim")
        described = {
            "current": "briefings",
            "title": f"{crumb}: {edition.title}",
            "above": above(current),
            "crumb": crumb,
            "robots": "noindex",
            "article": {
                "title": edition.title,
                "path": f"/{current.address}",
                "language": current.language,
                "number": edition.number,
            },
            **context,
        }
        template = f"articles/challenges/{name}.html"
        return render_page(request, template, described, status=status)


def _sent(current: CurrentEdition, *, is_taken: bool = False) -> HttpResponse:
    """What happens next; who is signed in has nothing to confirm."""
    where = "challenges/" if is_taken else "challenge/?sent"
    response = HttpResponseRedirect(f"/{current.address}{where}")
    response.status_code = 303
    return response
