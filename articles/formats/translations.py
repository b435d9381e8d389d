"""From the editions of one briefing in several languages to what leads from one to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings

from sources.languages import own_name_of, primary


class Spoken(Protocol):
    """A briefing in one language, and where it is read."""

    @property
    def language(self) -> str:
        """BCP 47."""

    @property
    def address(self) -> str:
        """Below the site's root."""


@dataclass(frozen=True)
class Alternate:
    """A briefing in one language; `name` is what the language calls itself."""

    language: str
    name: str
    path: str


def alternates(rows: Iterable[Spoken]) -> list[Alternate]:
    """In the order of the rows."""
    return [
        Alternate(
            language=row.language,
            name=own_name_of(row.language) or row.language,
            path=f"/{row.address}",
        )
        for row in rows
    ]


def hreflang(rows: Iterable[Spoken]) -> list[tuple[str, str]]:
    """What search engines are told: each language with its path, and which suits everybody else.

    That is the one in the language of the site. Nothing where there is one language alone.
    """
    paths = [(row.language, f"/{row.address}") for row in rows]
    if len(paths) < 2:
        return []
    site = primary(settings.LANGUAGE_CODE)
    for_others = [("x-default", path) for tag, path in paths if primary(tag) == site]
    return [*paths, *for_others[:1]]
