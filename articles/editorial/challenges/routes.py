"""The addresses of the challenges in the admin, and the menu's way to them."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem

from articles.editorial.challenges.access import may_answer, waiting_for
from articles.editorial.challenges.screens import AnswerView, AssignView, ChallengesView

urlpatterns = [
    path("", ChallengesView.as_view(), name="index"),
    path("<int:pk>/", AnswerView.as_view(), name="answer"),
    path("<int:pk>/assign/", AssignView.as_view(), name="assign"),
]
challenge_urls = path("challenges/", include((urlpatterns, "assay_challenges")))


class ChallengeMenuItem(MenuItem):
    """The menu's way to the challenges, with how many wait for this person."""

    def is_shown(self, request: HttpRequest) -> bool:
        """For those who may answer."""
        return may_answer(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        """With the count of this moment; the item itself is shared by all requests."""
        component = super().render_component(request)
        if waiting := waiting_for(request.user).count():
            component.label = _("Challenges (%(count)d)") % {"count": waiting}
        return component
