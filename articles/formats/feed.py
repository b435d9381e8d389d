"""From the summary of an edition to an item of a feed; the disclaimer stands in every one."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.formats.language import marked, written_in
from articles.formats.site import Site
from articles.formats.wording import day

NO_ATTRIBUTES = SafeString("")


@dataclass(frozen=True)
class FeedEntry:
    """An item of any feed; `html` is safe. A correction moves `updated_at`."""

    id: str
    url: str
    title: str
    html: SafeString
    published_at: datetime.datetime
    updated_at: datetime.datetime
    authors: list[str]
    topics: list[str]
    language: str
    source_url: str
    corroboration: str
    disclaimer: str


def feed_entry(summary: Mapping[str, Any], *, site: Site) -> FeedEntry:
    """Lay out a summary."""
    return FeedEntry(
        id=f"urn:uuid:{summary['uuid']}",
        url=site.absolute(summary["address"]),
        title=summary["title"],
        html=_html(summary),
        published_at=_moment(summary["published_at"]),
        updated_at=_moment(summary["updated_at"]),
        authors=[author["name"] for author in summary["authors"]],
        topics=[topic["name"] for topic in summary["topics"]],
        language=summary["language"],
        source_url=next((row["url"] for row in summary["sources"] if row["url"]), ""),
        corroboration=summary["corroboration"]["state"],
        disclaimer=summary["disclaimer"],
    )


def json_item(entry: FeedEntry) -> dict[str, Any]:
    """An item of a JSON Feed 1.1; what the standard has no word for stands under `_assay`."""
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.source_url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": entry.published_at.isoformat(),
        "date_modified": entry.updated_at.isoformat(),
        "authors": [{"name": name} for name in entry.authors],
        "tags": entry.topics,
        "language": entry.language,
        "_assay": {"corroboration": entry.corroboration, "disclaimer": entry.disclaimer},
    }
    return {key: value for key, value in item.items() if value}


def highlight_tree(
    highlights: Iterable[Mapping[str, Any]], attributes: SafeString = NO_ATTRIBUTES
) -> SafeString:
    """Highlights as a list in a list; empty where there are none."""
    rows = [(row["text"], highlight_tree(row["children"])) for row in highlights]
    if not rows:
        return SafeString("")
    items = format_html_join("", "<li>{}{}</li>", rows)
    return format_html("<ul{}>{}</ul>", attributes, items)


def _html(summary: Mapping[str, Any]) -> SafeString:
    """What an item says; the language of the system's words and of the briefing's are marked."""
    around = get_language() or ""
    with written_in(summary["language"]):
        parts = _parts(summary, own=marked(summary["language"]))
        ours = marked(get_language() or "", within=around)
    html = format_html_join("", "{}", ((part,) for part in parts))
    return format_html("<div{}>{}</div>", ours, html) if ours else html


def _parts(summary: Mapping[str, Any], *, own: SafeString) -> list[SafeString]:
    corroboration = summary["corroboration"]
    words = corroboration["words"].replace("-", " ").capitalize()
    return [
        *(_correction(row) for row in summary["corrections"]),
        format_html("<p{}>{}</p>", own, summary["standfirst"]),
        highlight_tree(summary["highlights"], own),
        format_html("<p><strong>{}.</strong> {}</p>", words, corroboration["reason"]),
        format_html("<p><small>{}</small></p>", summary["disclaimer"]),
    ]


def _correction(row: Mapping[str, Any]) -> SafeString:
    return format_html(
        "<p><strong>{}, {}:</strong> {}</p>", row["kind_words"], day(row["issued_at"]), row["text"]
    )


def _moment(value: str) -> datetime.datetime:
    moment = parse_datetime(value)
    if moment is None:
        raise ValueError(f"Not a time: {value!r}")
    return moment
