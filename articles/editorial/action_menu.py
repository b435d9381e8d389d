"""The buttons under the editor: the next step is primary, and Publish waits for approval."""

from collections.abc import Mapping, MutableSequence
from typing import Any

from django.http import HttpRequest
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem

from articles.editorial.next_step import Step, approve_label, is_approved, next_step
from articles.models.pages import ArticlePage

ITEM_OF_STEP = {
    Step.APPROVE: "approve",
    Step.PUBLISH: "action-publish",
    Step.SUBMIT: "action-submit",
}


def order_actions(
    items: MutableSequence[ActionMenuItem], request: HttpRequest, context: Mapping[str, Any]
) -> None:
    """Hook `construct_page_action_menu`: rearrange in place, for articles alone."""
    if context["view"] == "create":
        if is_new_article(request):
            _drop(items, "action-publish")
        return
    article = context["page"].specific
    if not isinstance(article, ArticlePage):
        return
    if not is_approved(article):
        _drop(items, "action-publish")
    _name_approvals(items, article)
    step = next_step(article=article, user=request.user).step
    _bring_to_front(items, ITEM_OF_STEP.get(step, ""))


def is_new_article(request: HttpRequest) -> bool:
    """Whether the page that is being created is an article."""
    match = request.resolver_match
    kwargs = match.kwargs if match else {}
    model = (kwargs.get("content_type_app_name"), kwargs.get("content_type_model_name"))
    return model == ("articles", "articlepage")


def _drop(items: MutableSequence[ActionMenuItem], name: str) -> None:
    items[:] = [item for item in items if item.name != name]


def _name_approvals(items: MutableSequence[ActionMenuItem], article: ArticlePage) -> None:
    for item in items:
        if isinstance(item, WorkflowMenuItem) and item.name == "approve" and not item.launch_modal:
            item.label = approve_label(article)


def _bring_to_front(items: MutableSequence[ActionMenuItem], name: str) -> None:
    items[:] = sorted(items, key=lambda item: item.name != name)
