"""The passages of a document as JSON, each with the quote and context that a citation stores."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.editorial.citing.forms import PassageForm
from sources.anchoring import select
from sources.passages import Passage, propose, search

MOST_PROPOSED = 5
MOST_FOUND = 20
MOST_CONTEXT = 1000  # characters; a passage that needs more is one of many that are alike
NEARLY_ALL, MUCH = 0.8, 0.5


class FindPassagesView(View):
    """Answers with passages; reads by POST, since a claim may be longer than an address."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """400 with `message` for what cannot be asked, 403 for those who may edit no briefing."""
        if not may_cite(request.user):
            return JsonResponse({"message": _("You may not edit briefings.")}, status=403)
        form = PassageForm(request.POST)
        if not form.is_valid():
            return JsonResponse({"message": _first_error(form)}, status=400)
        text, query = form.cleaned_data["document"].text, form.cleaned_data["query"]
        if query:
            found = search(text=text, query=query, limit=MOST_FOUND)
        else:
            found = propose(claim=form.cleaned_data["claim"], text=text, limit=MOST_PROPOSED)
        rows = [row for passage in found if (row := passage_dict(passage, text))]
        return JsonResponse({"message": _summary(len(rows), query=query), "passages": rows})


def may_cite(user: Any) -> bool:
    """Whether a person may write or edit briefings anywhere."""
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(user, ["add", "change"]))


def passage_dict(passage: Passage, text: str) -> dict[str, Any] | None:
    """A passage as the editor shows and stores it; None where no short context tells it apart."""
    selector = select(text, passage.text, passage.start)
    if selector is None or len(selector.prefix) + len(selector.suffix) > MOST_CONTEXT:
        return None
    return {
        "exact": selector.exact,
        # As a line of a form keeps them.
        "prefix": " ".join(selector.prefix.split()),
        "suffix": " ".join(selector.suffix.split()),
        "marks": passage.marks,
        "score": round(passage.score * 100),
        "likeness": likeness(passage.score),
        "missing": missing_words(passage),
    }


def likeness(score: float) -> str:
    """A score in words."""
    if score >= NEARLY_ALL:
        return _("Says nearly the same")
    return _("Says much of it") if score >= MUCH else _("Says some of it")


def missing_words(passage: Passage) -> str:
    """What of the claim the passage does not bear out; empty where nothing is missing."""
    if not passage.missing:
        return ""
    return _("Not in it: %(missing)s") % {"missing": ", ".join(passage.missing)}


def _summary(count: int, *, query: str) -> str:
    if query:
        found = ngettext("%(count)d passage found.", "%(count)d passages found.", count)
        return found % {"count": count} if count else _("No passage holds these words.")
    if not count:
        return _("No passage of this document is like the claim. Search for its words.")
    proposed = ngettext("%(count)d passage proposed.", "%(count)d passages proposed.", count)
    return proposed % {"count": count}


def _first_error(form: PassageForm) -> str:
    return str(next(message for messages in form.errors.values() for message in messages))
