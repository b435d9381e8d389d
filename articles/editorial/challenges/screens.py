"""The list of challenges, the most urgent first, and the screen on which one is answered."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.actions.comments.answering import answer_challenge, assign_challenge
from articles.editorial.challenges.access import may_answer
from articles.editorial.challenges.forms import AnswerForm, AssignForm
from articles.enums import ChallengeStatus
from articles.models.challenges import Challenge
from articles.models.editions import Edition
from articles.models.pages import ArticlePage
from articles.queries.challenges import open_challenges

ROWS = 50


class _EditorView(View):
    """For those who may answer; everybody else is refused."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_answer(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def challenge(self) -> Challenge:
        return get_object_or_404(_with_article(Challenge.objects.all()), pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        items = [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("assay_challenges:index"), "label": _("Challenges")},
        ]
        return [*items, {"url": "", "label": _("Answer")}] if "pk" in self.kwargs else items


class ChallengesView(_EditorView, WagtailAdminTemplateMixin, TemplateView):
    """What readers doubt: what waits, or what was answered."""

    page_title = gettext_lazy("Challenges")
    header_icon = "help"
    template_name = "editorial/challenges/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One page of rows; two queries."""
        is_done = self.request.GET.get("show") == "answered"
        rows = _answered() if is_done else open_challenges()
        page = Paginator(_with_article(rows), ROWS).get_page(self.request.GET.get("p"))
        today = timezone.now().date()
        return super().get_context_data(page=page, is_done=is_done, today=today, **kwargs)


class AnswerView(_EditorView, WagtailAdminTemplateMixin, FormView[AnswerForm]):
    """The challenge with the claim as it was and as it is, and what readers are to be told."""

    form_class = AnswerForm
    page_title = gettext_lazy("Challenge")
    header_icon = "help"
    template_name = "editorial/challenges/answer.html"

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        """Answer and return to the list."""
        try:
            answer_challenge(
                challenge=self.challenge,
                user=self.request.user,
                now=timezone.now(),
                **form.cleaned_data,
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The challenge is answered, and readers see it."))
        return HttpResponseRedirect(reverse("assay_challenges:index"))

    def get_page_subtitle(self) -> str:
        """Which briefing it is about."""
        return str(getattr(self.challenge, "article_title", "") or "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the editions that could answer it, and who could look into it."""
        challenge = self.challenge
        later = Edition.objects.filter(
            article_uuid=challenge.article_uuid, number__gt=challenge.edition_number
        )
        return super().get_context_data(
            challenge=challenge,
            assign=AssignForm(initial={"to": challenge.assigned_to_id}),
            editions=later.defer("content", "body_html", "search_text").order_by("number"),
            is_overdue=challenge.due_on < timezone.now().date(),
            **kwargs,
        )


class AssignView(_EditorView):
    """Gives the task to somebody."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Assign and go back to the challenge."""
        form = AssignForm(request.POST)
        if form.is_valid():
            to = form.cleaned_data["to"]
            assign_challenge(challenge=self.challenge, to=to, user=request.user)
            name = to.get_full_name() or to.get_username() if to else _("nobody")
            messages.success(request, _("Assigned to %(name)s.") % {"name": name})
        else:
            messages.error(request, _("This person may not answer challenges."))
        return HttpResponseRedirect(reverse("assay_challenges:answer", args=[self.challenge.pk]))


def _answered() -> QuerySet[Challenge]:
    decided = Challenge.objects.exclude(status__in=ChallengeStatus.undecided())
    return decided.order_by("-decided_at", "-pk")


def _with_article(rows: QuerySet[Challenge]) -> QuerySet[Challenge]:
    """With the page that a challenge is about, which may be gone."""
    article = ArticlePage.objects.filter(uuid=OuterRef("article_uuid"))
    return rows.select_related("assigned_to", "commenter", "decided_by").annotate(
        article_title=Subquery(article.values("title")[:1]),
        article_pk=Subquery(article.values("pk")[:1]),
    )
