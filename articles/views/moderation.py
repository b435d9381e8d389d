"""How this newsroom moderates, in numbers that everybody may see (DSA Art. 15, 24)."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.queries.moderation import Numbers, numbers
from articles.views.rendering import render_page

KEY = "assay-moderation-numbers"
SECONDS = 60 * 60


@require_safe
def moderation(request: HttpRequest) -> HttpResponse:
    """Decisions by month and by reason, reports, appeals; counted once an hour."""
    context = {
        "title": _("Moderation in numbers"),
        "description": _("How comments are moderated here, and how often which way."),
        "numbers": _numbers(),
    }
    return render_page(request, "articles/moderation/numbers.html", context)


def _numbers() -> Numbers:
    counted: Numbers | None = cache.get(KEY)
    if counted is None:
        counted = numbers(now=timezone.now())
        cache.set(KEY, counted, SECONDS)
    return counted
