"""From the summary of an edition to one entry of a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from articles.formats.language import spoken_for


@dataclass(frozen=True)
class Entry:
    """A briefing as a headline; `correction` is its newest notice, `passage` a search hit.

    `published_on` is empty where that is the day of the briefing: lists are ordered by it, so they
    tell it where it is another. `spoken` is the language of the reason, which the system wrote.
    """

    url: str
    language: str
    title: str
    standfirst: str
    briefing_date: str
    published_on: str
    state: str
    reason: str
    topics: list[Mapping[str, Any]]
    highlights: list[Mapping[str, Any]]
    issuer: str
    correction: Mapping[str, Any] | None
    passage: SafeString
    spoken: str = ""


def entry_of(
    summary: Mapping[str, Any],
    *,
    address: str,
    issuer: str = "",
    passage: SafeString | None = None,
) -> Entry:
    """Lay out a summary; `issuer` is who issued its first directive."""
    corrections, published_on = summary["corrections"], summary["published_at"][:10]
    return Entry(
        url=f"/{address}",
        language=summary["language"],
        spoken=spoken_for(summary["language"]),
        title=summary["title"],
        standfirst=summary["standfirst"],
        briefing_date=summary["briefing_date"],
        published_on=published_on if published_on != summary["briefing_date"] else "",
        state=summary["corroboration"]["state"],
        reason=summary["corroboration"]["reason"],
        topics=summary["topics"],
        highlights=summary["highlights"],
        issuer=issuer,
        correction=corrections[0] if corrections else None,
        passage=passage or SafeString(""),
    )
