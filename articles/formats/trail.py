"""The way to a page from the front page, for readers and for search engines."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Crumb:
    """A step of the way; without `path` it is the page itself. `language` is the label's own."""

    label: str | Promise
    path: str = ""
    language: str = ""
