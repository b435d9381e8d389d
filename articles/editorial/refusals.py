"""A refusal, told to the person who asked: what stands in the way, and where to put it right.

The middleware also runs the requests that open or close a page's public door in one transaction
each, so that a refused one leaves nothing half done. The editor is not among them: a refused
publication must not lose the draft that was saved with it.
"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import ResolverMatch, reverse
from wagtail.admin import messages

from articles.models.locking import lock_chain
from articles.models.pages import ArticlePage
from articles.refusals import Refusal

DOORS = frozenset(
    {
        "wagtail_bulk_action",
        "wagtailadmin_api:pages:action",
        "wagtailadmin_pages:convert_alias",
        "wagtailadmin_pages:copy",
        "wagtailadmin_pages:delete",
        "wagtailadmin_pages:move_confirm",
        "wagtailadmin_pages:set_privacy",
        "wagtailadmin_pages:unpublish",
        "wagtailadmin_pages:workflow_action",
    }
)


class RefusalMiddleware:
    """Answers a Refusal that a view of the admin raised; stands last, so nothing comes between."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand on; the work is done around the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Run the view in one transaction where it opens or closes a door."""
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name not in DOORS:
            return None
        try:
            with transaction.atomic():
                lock_chain()
                response: HttpResponse = view(request, *args, **kwargs)
                return response
        except Refusal as refusal:
            return answer(request, refusal)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal inside the admin; other doors have words of their own."""
        if isinstance(error, Refusal) and request.path.startswith(reverse("wagtailadmin_home")):
            return answer(request, error)
        return None


def answer(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The refusal in the form that the asker can show: JSON for scripts, else the checks screen."""
    if not request.accepts("text/html") or _is_for_scripts(request):
        return _autosave_error(refusal)
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return _modal(request, refusal)
    _tell(request, refusal)
    return HttpResponseRedirect(checks_url(refusal.article))


def _is_for_scripts(request: HttpRequest) -> bool:
    """Whether it is the API of Wagtail's admin, whatever the asker says that it accepts."""
    match: ResolverMatch | None = request.resolver_match
    return match is not None and "wagtailadmin_api" in match.namespaces


def checks_url(article: ArticlePage) -> str:
    """Where the checks of an article stand; the dashboard for one that was never saved."""
    if article.pk is None:
        return reverse("wagtailadmin_home")
    return reverse("assay_checks", args=[article.pk])


def _autosave_error(refusal: Refusal) -> JsonResponse:
    """In the shape of wagtail.admin.views.generic.mixins.JsonPostResponseMixin."""
    body = {"success": False, "error_code": "refused", "error_message": str(refusal)}
    return JsonResponse(body, status=400)


def _modal(request: HttpRequest, refusal: Refusal) -> JsonResponse:
    """A step that Wagtail's modal knows: lead to the checks, or show the refusal where it is."""
    match: ResolverMatch | None = request.resolver_match
    if match is not None and match.url_name == "set_privacy":
        return JsonResponse({"step": "set_privacy", "html": _words(refusal)})
    _tell(request, refusal)
    return JsonResponse({"step": "success", "redirect": checks_url(refusal.article)})


def _tell(request: HttpRequest, refusal: Refusal) -> None:
    messages.error(request, _words(refusal))


def _words(refusal: Refusal) -> str:
    context = {
        "article": refusal.article,
        "step": getattr(refusal, "step", ""),
        "findings": getattr(refusal, "findings", ()),
        "message": str(refusal),
    }
    return render_to_string("editorial/refusal.html", context)
