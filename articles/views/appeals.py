"""Where the writer of a rejected comment reads why, objects, and later reads the answer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.actions.comments.appealing import appeal_rejection, may_still_appeal
from articles.actions.comments.links import Link, LinkError
from articles.models.comments import Comment
from articles.queries.editions import article_by_uuid
from articles.views.article import above
from articles.views.origin import keep_private, require_ours
from articles.views.rendering import render_page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: HttpRequest, token: str) -> HttpResponse:
    """The decision with its reason, and the form; or what came of the objection."""
    try:
        comment = _comment(token)
    except LinkError as error:
        context = {"title": _("This link leads nowhere"), "why": str(error)}
        return _private(request, "articles/comments/link.html", context, status=410)
    if request.method != "POST":
        return _shown(request, comment)
    require_ours(request, _("An objection can only be sent from its own page."))
    text = request.POST.get("text", "")
    try:
        appeal_rejection(comment=comment, text=text, now=timezone.now())
    except ValidationError as error:
        errors = {name: messages[0] for name, messages in error.message_dict.items()}
        return _shown(request, comment, text=text, errors=errors, status=422)
    response = HttpResponseRedirect(Link.APPEAL.path(comment.pk))
    response.status_code = 303
    return response


def _comment(token: str) -> Comment:
    """The comment of a link; raises LinkError where it was deleted meanwhile."""
    key = Link.APPEAL.read(token)[0]
    comment = Comment.objects.select_related("appeal", "commenter").filter(pk=key).first()
    if comment is None or not comment.text:
        raise LinkError(_("This comment is no longer here."))
    return comment


def _shown(
    request: HttpRequest,
    comment: Comment,
    *,
    text: str = "",
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    current = article_by_uuid(comment.article_uuid)
    context = {
        "title": _("Your comment, and our decision"),
        "above": above(current) if current else [],
        "comment": comment,
        "appeal": getattr(comment, "appeal", None),
        "may_appeal": may_still_appeal(comment=comment, now=timezone.now()),
        "article": {"title": current.edition.title, "path": f"/{current.address}"}
        if current
        else None,
        "text": text,
        "errors": errors or {},
    }
    return _private(request, "articles/moderation/appeal.html", context, status=status)


def _private(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """For one reader alone: not cached, not indexed, and the link goes to nobody else."""
    described = {"robots": "noindex, nofollow", **context}
    return keep_private(render_page(request, template, described, status=status))
