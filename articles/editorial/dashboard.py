"""The first panel of the dashboard: what waits for the person who signed in."""

from collections.abc import Iterator, Mapping, MutableSequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from articles.editorial.challenges.access import waiting_for
from articles.editorial.checks import Checks, read_checks
from articles.editorial.comments.access import may_moderate
from articles.editorial.comments.queue import waiting_count
from articles.editorial.ingest.access import may_ingest
from articles.editorial.next_step import offers_approval
from articles.models.pages import ArticlePage

MOST_DRAFTS = 5
MOST_CHALLENGES = 5


@dataclass(frozen=True)
class Review:
    """A briefing that the person can approve now."""

    article: ArticlePage
    task: str
    url: str


class WaitingPanel(Component):
    """Reviews, own drafts, comments and challenges that wait for this person."""

    name = "waiting_for_you"
    template_name = "editorial/waiting.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Collect what waits; nothing of what the person may not see."""
        user = parent_context["request"].user
        return {
            "reviews": list(reviews_for(user)),
            "drafts": list(drafts_of(user)),
            "comments": waiting_count() if may_moderate(user) else 0,
            "challenges": list(waiting_for(user)[:MOST_CHALLENGES]),
            "today": timezone.now().date(),
            "may_ingest": may_ingest(user),
        }


def show_waiting(_request: HttpRequest, panels: MutableSequence[Component]) -> None:
    """Hook `construct_homepage_panels`: ours takes the place of Wagtail's list of reviews."""
    panels[:] = [
        panel for panel in panels if getattr(panel, "name", "") != "workflow_objects_to_moderate"
    ]
    panels.append(WaitingPanel())


def reviews_for(user: Any) -> Iterator[Review]:
    """The reviews that are this person's to give: not those of what they edited last."""
    states = TaskState.objects.reviewable_by(user).order_by("started_at")
    for state in states.select_related("task", "workflow_state").specific():
        article = state.workflow_state.content_object
        article = article.specific if article else None
        if not isinstance(article, ArticlePage):
            continue
        if offers_approval(task=state.task.specific, article=article, user=user):
            yield Review(
                article=article,
                task=state.task.name,
                url=reverse("assay_checks", args=[article.pk]),
            )


def drafts_of(user: Any) -> Iterator[Checks]:
    """The person's newest drafts that nobody reviews yet, with what the gate says of each."""
    drafts = ArticlePage.objects.filter(owner=user, has_unpublished_changes=True)
    for draft in drafts.order_by("-latest_revision_created_at")[:MOST_DRAFTS]:
        if not draft.workflow_in_progress and (checks := read_checks(draft)):
            yield checks
