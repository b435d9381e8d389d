"""Deleting pages in the admin: its screens go past a page's own `delete`, and so past its locks."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from articles.models.locking import lock_for_deletion


def wait_for_others(request: HttpRequest, page: Page) -> None:
    """Delete once nobody publishes or saves it: whoever came first has what they began."""
    if request.method == "POST":
        lock_for_deletion(page)


def wait_for_others_of_many(
    _request: HttpRequest, action_type: str, objects: Sequence[Any], _action: Any
) -> None:
    """The same where many are deleted at once."""
    if action_type == "delete":
        pages = [each for each in objects if isinstance(each, Page)]
        for page in sorted(pages, key=lambda page: page.pk):
            lock_for_deletion(page)
