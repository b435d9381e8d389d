"""What an action raises when it says no: told to people in words, never a bare error.

Not PermissionDenied, which Wagtail's admin answers with one and the same sentence.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.models.pages import ArticlePage


class Refusal(Exception):  # noqa: N818 - the deed was refused; nothing went wrong
    """An action on an article that was not carried out; `str()` says why and what to do."""

    def __init__(self, article: "ArticlePage", message: str) -> None:
        self.article = article
        super().__init__(message)
