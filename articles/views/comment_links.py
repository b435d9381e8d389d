"""Where signed links from our letters lead: confirm, one's own comment, mail, and one's data.

Nothing happens by opening one, since programs that scan mail open links; each has its button.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.actions.comments.changing import delete_comment, edit_comment, may_edit
from articles.actions.comments.confirming import confirm, read_confirmation
from articles.actions.comments.leaving import ask_for_data, erase, set_mail, set_queue_mail
from articles.actions.comments.links import Link, LinkError
from articles.actions.comments.mailing import Writing
from articles.actions.comments.wording import email_wanted, is_email
from articles.enums import CommentStatus
from articles.models.commenters import Commenter, NoQueueMail
from articles.models.comments import Comment
from articles.queries.editions import article_by_uuid
from articles.queries.readers import counts_of, everything_of, standing_in_words
from articles.views.origin import keep_private, require_ours, require_small
from articles.views.rendering import render_page
from articles.views.throttles import refusing

View = Callable[..., HttpResponse]


def _private(view: View) -> View:
    """For one reader alone: not cached, not indexed; a link that leads nowhere says why."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except LinkError as error:
            title = _("This link leads nowhere")
            response = _page(request, "link", status=410, title=title, why=str(error))
        return keep_private(response)

    return guarded


@_private
def comment_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an address, and take what was written with it."""
    if request.method != "POST":
        found = read_confirmation(token)
        own_path = Link.OWN.path(found.row.pk) if found.what is Writing.COMMENT else ""
        context = {"found": found, "own_path": own_path, **_about(found.row)}
        return _page(request, "confirm", title=_("Please confirm"), **context)
    _require_ours(request)
    found = confirm(token=token, now=timezone.now())
    if found.what is Writing.COMMENT:
        return _see(Link.OWN.path(found.row.pk))
    return _page(request, "confirmed", title=_("Thank you"), found=found, **_about(found.row))


@_private
def own_comment(request: HttpRequest, token: str) -> HttpResponse:
    """One's own comment: where it stands, and what may still be done with it."""
    comment = _own(token)
    errors: dict[str, list[str]] = {}
    text = comment.text
    if request.method == "POST":
        _require_ours(request)
        text = request.POST.get("text", "")
        try:
            if request.POST.get("deed") == "delete":
                delete_comment(comment=comment, now=timezone.now())
            else:
                edit_comment(comment=comment, text=text, now=timezone.now())
            return _see(Link.OWN.path(comment.pk))
        except ValidationError as error:
            errors = error.message_dict
    return _page(
        request,
        "own",
        status=422 if errors else 200,
        title=_("Your comment"),
        comment=comment,
        text=text,
        errors={name: messages[0] for name, messages in errors.items()},
        may_edit=may_edit(comment, now=timezone.now()),
        standing=standing_in_words(comment),
        confirm_path=_confirm_path(comment),
        appeal_path=Link.APPEAL.path(comment.pk)
        if comment.status == CommentStatus.REJECTED
        else "",
        **_about(comment),
    )


@_private
def comment_mail(request: HttpRequest, token: str) -> HttpResponse:
    """No more mail, with one click of a mail program too (RFC 8058); or mail again."""
    commenter = _commenter(Link.UNSUBSCRIBE, token)
    if request.method == "POST":
        set_mail(commenter=commenter, wanted=_wants_mail(request), now=timezone.now())
    says = (
        _(
            "You get no mail from us about your comments. What you ask for yourself, such as a "
            "link to confirm, still comes."
        )
        if commenter.unsubscribed_at
        else _("You get mail when your comment is public, and when somebody replies to it.")
    )
    return _mail_page(request, is_wanted=not commenter.unsubscribed_at, says=says)


@_private
def queue_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The same for who moderates or answers: mail on what waits, or none."""
    (key,) = Link.QUEUE_MAIL.read(token)
    user = get_user_model().objects.filter(pk=key, is_active=True).first()
    if user is None:
        raise LinkError(_("This account is no longer here."))
    if request.method == "POST":
        set_queue_mail(user=user, wanted=_wants_mail(request), now=timezone.now())
    is_wanted = not NoQueueMail.objects.filter(user=user).exists()
    says = (
        _("You get mail when something begins to wait: a comment, a report, a challenge.")
        if is_wanted
        else _("You get no mail on what waits. The menu of the newsroom shows it.")
    )
    return _mail_page(request, is_wanted=is_wanted, says=says)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask_my_data(request: HttpRequest) -> HttpResponse:
    """Ask for the link to what is stored of one; nobody learns here whether anything is."""
    if request.method != "POST":
        return _page(request, "ask_my_data", title=_("What we have stored of you"))
    _require_ours(request)
    email = request.POST.get("email", "")
    if not is_email(email):
        errors = {"email": email_wanted()}
        title = _("What we have stored of you")
        return _page(request, "ask_my_data", status=422, title=title, email=email, errors=errors)
    if refusing(request, email=email):
        title = _("Please try again later")
        return _page(request, "asked_my_data", status=429, title=title, is_refused=True)
    ask_for_data(email=email)
    return keep_private(_page(request, "asked_my_data", title=_("Please look into your mail")))


@_private
def my_data(request: HttpRequest, token: str) -> HttpResponse:
    """All that is stored of a reader; one button erases it."""
    commenter = _commenter(Link.DATA, token)
    if request.method == "POST":
        _require_ours(request)
        erase(commenter=commenter, now=timezone.now())
        return _page(request, "erased", title=_("Erased"))
    return _page(
        request,
        "my_data",
        title=_("What we have stored of you"),
        commenter=commenter,
        comments=commenter.comments.order_by("-pk"),
        counts=counts_of(commenter),
        export_path=f"{request.path}export.json",
        mail_path=Link.UNSUBSCRIBE.path(commenter.pk),
    )


@_private
def export_my_data(_request: HttpRequest, token: str) -> HttpResponse:
    """The same as a file for programs."""
    data = everything_of(_commenter(Link.DATA, token))
    response = JsonResponse(data, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


def _page(
    request: HttpRequest, name: str, *, title: str, status: int = 200, **context: Any
) -> HttpResponse:
    described = {"title": title, "robots": "noindex, nofollow", **context}
    return render_page(request, f"articles/comments/{name}.html", described, status=status)


def _wants_mail(request: HttpRequest) -> bool:
    """What was pressed: our own button, or nothing but that of a mail program."""
    require_small(request)
    return request.POST.get("mail") == "yes"


def _mail_page(request: HttpRequest, *, is_wanted: bool, says: str) -> HttpResponse:
    title = _("Mail from us")
    return _page(request, "mail", title=title, is_wanted=is_wanted, says=says)


def _see(path: str) -> HttpResponse:
    response = HttpResponseRedirect(path)
    response.status_code = 303
    return response


def _require_ours(request: HttpRequest) -> None:
    require_ours(request, _("This can only be done from its own page."))


def _own(token: str) -> Comment:
    (key,) = Link.OWN.read(token)
    comment = Comment.objects.select_related("commenter").filter(pk=key).first()
    if comment is None:
        raise LinkError(_("Your comment is no longer here: it was not confirmed in time."))
    return comment


def _commenter(link: Link, token: str) -> Commenter:
    (key,) = link.read(token)
    commenter = Commenter.objects.filter(pk=key, erased_at=None).first()
    if commenter is None:
        raise LinkError(_("Nothing is stored here any more."))
    return commenter


def _confirm_path(comment: Comment) -> str:
    """Where it is confirmed, while it is not. Who has this page came by the same letter."""
    if comment.status != CommentStatus.UNCONFIRMED:
        return ""
    return Link.CONFIRM.path(comment.commenter_id, str(Writing.COMMENT), comment.pk)


def _about(row: Any) -> dict[str, Any]:
    """The briefing that something was written on, where it can be read."""
    uuid = getattr(row, "article_uuid", None) or row.comment.article_uuid
    return {"current_edition": article_by_uuid(uuid)}
