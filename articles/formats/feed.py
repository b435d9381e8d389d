"""What feeds tell: briefings, directives, corrections. The disclaimer stands in every item."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.enums import DirectiveForce, DirectiveStatus
from articles.formats.correction import Correction
from articles.formats.language import marked, written_in
from articles.formats.site import Site
from articles.formats.wording import day, in_words, standing_alone

NO_ATTRIBUTES = SafeString("")


@dataclass(frozen=True)
class FeedEntry:
    """An item of any feed; `html` is safe. A correction of a briefing moves `updated_at`.

    `extra` is what the standards have no word for.
    """

    id: str
    url: str
    title: str
    html: SafeString
    published_at: datetime.datetime
    updated_at: datetime.datetime
    language: str
    authors: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    source_url: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def briefing_entry(summary: Mapping[str, Any], *, site: Site) -> FeedEntry:
    """A briefing, by the summary of its edition."""
    return FeedEntry(
        id=f"urn:uuid:{summary['uuid']}",
        url=site.absolute(summary["address"]),
        title=summary["title"],
        html=_spoken(summary["language"], lambda own: _html(summary, own)),
        published_at=_moment(summary["published_at"]),
        updated_at=_moment(summary["updated_at"]),
        language=summary["language"],
        authors=[author["name"] for author in summary["authors"]],
        topics=[topic["name"] for topic in summary["topics"]],
        source_url=next((row["url"] for row in summary["sources"] if row["url"]), ""),
        extra={
            "corroboration": summary["corroboration"]["state"],
            "disclaimer": summary["disclaimer"],
        },
    )


def directive_entry(
    directive: Mapping[str, Any], summary: Mapping[str, Any], *, site: Site
) -> FeedEntry:
    """A directive as its edition has it, with the summary of the briefing that reports it."""
    return FeedEntry(
        id=f"urn:uuid:{directive['uuid']}",
        url=site.absolute(f"{summary['address']}#{directive['id']}"),
        title=directive["text"],
        html=_spoken(summary["language"], lambda _own: _directive_html(directive, summary)),
        published_at=_moment(summary["published_at"]),
        updated_at=_moment(summary["updated_at"]),
        language=summary["language"],
        topics=[topic["name"] for topic in summary["topics"]],
        extra={
            "corroboration": directive["corroboration"]["state"],
            "disclaimer": summary["disclaimer"],
            "force": directive["force"],
            "status": directive["status"],
        },
    )


def correction_entry(correction: Correction, *, site: Site) -> FeedEntry:
    """A line of the corrections log; a retraction is read in the log itself."""
    return FeedEntry(
        id=correction.id,
        url=site.absolute(correction.path or f"corrections/#{correction.anchor}"),
        title=correction.headline,
        html=_notice(correction),
        published_at=correction.issued_at,
        updated_at=correction.issued_at,
        language=correction.language,
        extra={"kind": correction.kind.value, "disclaimer": correction.disclaimer},
    )


def json_item(entry: FeedEntry) -> dict[str, Any]:
    """An item of a JSON Feed 1.1; `extra` stands under `_assay`."""
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
        "_assay": {key: value for key, value in entry.extra.items() if value},
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


def _spoken(language: str, write: Callable[[SafeString], SafeString]) -> SafeString:
    """What an item says around a briefing, in its language where the system speaks that.

    `write` gets the attributes of the briefing's own words.
    """
    site = get_language() or ""
    with written_in(language):
        html = write(marked(language))
        ours = marked(get_language() or "", within=site)
    return format_html("<div{}>{}</div>", ours, html) if ours else html


def _html(summary: Mapping[str, Any], own: SafeString) -> SafeString:
    return _joined(
        *(_correction(row) for row in summary["corrections"]),
        format_html("<p{}>{}</p>", own, summary["standfirst"]),
        highlight_tree(summary["highlights"], own),
        _evidence(summary["corroboration"]),
        _small(summary["disclaimer"]),
    )


def _directive_html(directive: Mapping[str, Any], summary: Mapping[str, Any]) -> SafeString:
    issuer = directive["issuer"]
    facts = (
        (_("Issuer"), issuer["name"] if issuer else ""),
        (_("Addressee"), in_words([party["name"] for party in directive["addressees"]])),
        (_("Target"), directive["target"]),
        (_("Deadline"), day(directive["deadline"]) or _("none stated")),
        (_("Force"), DirectiveForce(directive["force"]).label),
        (_("Status"), DirectiveStatus(directive["status"]).label),
        (_("Briefing"), summary["title"]),
    )
    told = [(name, value) for name, value in facts if value]
    return _joined(
        format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}</li>", told)),
        _evidence(directive["corroboration"]),
        _small(summary["disclaimer"]),
    )


def _notice(correction: Correction) -> SafeString:
    """The reason with its kind and day."""
    own, reason = marked(correction.language), format_html("{}", correction.reason)
    if own:
        reason = format_html("<span{}>{}</span>", own, reason)
    told = (correction.kind_words, day(correction.issued_at), reason)
    return _joined(
        format_html("<p><strong>{}, {}:</strong> {}</p>", *told),
        _small(correction.disclaimer),
    )


def _evidence(verdict: Mapping[str, Any]) -> SafeString:
    words = standing_alone(verdict["words"])
    return format_html("<p><strong>{}.</strong> {}</p>", words, verdict["reason"])


def _small(text: str) -> SafeString:
    return format_html("<p><small>{}</small></p>", text) if text else SafeString("")


def _joined(*parts: SafeString) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _correction(row: Mapping[str, Any]) -> SafeString:
    return format_html(
        "<p><strong>{}, {}:</strong> {}</p>", row["kind_words"], day(row["issued_at"]), row["text"]
    )


def _moment(value: str) -> datetime.datetime:
    moment = parse_datetime(value)
    if moment is None:
        raise ValueError(f"Not a time: {value!r}")
    return moment
