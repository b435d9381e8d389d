"""What the specimens of the style guide say: an invented briefing, cut up for components."""

import datetime
from typing import Any

from django.utils.safestring import SafeString

from articles.enums import DirectiveStatus, EditionKind
from articles.formats.chart import Chart, plot
from articles.formats.entry import Entry
from articles.formats.notes import Note
from articles.formats.page import Branch, ContentsEntry, Speaker
from articles.formats.timeline import Timeline, timeline
from sources.formats.picture import Picture, picture_of

DAY, MOMENT = "2026-10-24", "2026-10-24T09:30:00+00:00"
TODAY = datetime.date(2026, 10, 24)
HASH = "81aa776cb166" + "0" * 52
PATH = "/briefings/"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MINISTRY = {"name": "Ministry of Mines", "slug": "ministry-of-mines"}
PORT = {"name": "Port Authority", "slug": None}
TRANSLATION = {"path": "/de/briefings/", "language": "de", "name": "Deutsch"}
VERDICTS = {
    "unverified": "No source that we could check.",
    "single_source": "Harbour Herald and Port Authority: both controlled by the Republic.",
    "corroborated": "Harbour Herald and Union Wire bear it out, independent of each other.",
    "disputed": "Harbour Herald says so; Union Wire says otherwise.",
}


def note(number: int, *, repeats: bool = False) -> Note:
    """The evidence for a claim."""
    return Note(
        number=number,
        quote="The board ordered every mine to publish its figures.",
        excerpt="The board ordered every mine to publish its figures.",
        source="1",
        language="en",
        source_title="The board meets",
        publisher="Harbour Herald",
        published_on=DAY,
        grade="usually reliable; probably true",
        repeats=repeats,
    )


def branches() -> list[Branch]:
    """Highlights: one alone, one with what stands beneath it."""
    leaves = [
        Branch("h-3", "Ore, grade and recovery for each pit", [note(3, repeats=True)], []),
        Branch("h-4", "Water drawn and returned", [], []),
    ]
    return [
        Branch("h-1", "Every nickel mine reports its figures each quarter", [note(1)], []),
        Branch("h-2", "What the circular asks for:", [note(2, repeats=True)], leaves),
    ]


def contents() -> list[ContentsEntry]:
    """Lines of the contents."""
    return [
        ContentsEntry("highlights", "Highlights"),
        ContentsEntry("s-1", "What the circular says"),
    ]


def party(*, owned: bool = True) -> dict[str, Any]:
    """An organisation as an edition holds it."""
    path = [
        {
            "name": "Port Authority",
            "slug": "port-authority",
            "control_words": "owned by",
            "since": DAY,
        }
    ]
    words = "state-owned" if owned else "nothing on record"
    ownership = {"words": words, "path": path if owned else []}
    return {"name": "Harbour Herald", "slug": "harbour-herald", "ownership": ownership}


def picture() -> Picture | None:
    """Who owns whom, drawn."""
    return picture_of(
        {
            "parties": [
                {
                    "name": "Harbour Herald",
                    "slug": "herald",
                    "kind": "media",
                    "words": "state-owned",
                },
                {"name": "Republic", "slug": "republic", "kind": "government", "words": "state"},
            ],
            "statements": [
                {
                    "organisation": "herald",
                    "control": "state",
                    "control_words": "owned by",
                    "owner": "republic",
                    "share": "100",
                    "since": DAY,
                }
            ],
        }
    )


def source() -> dict[str, Any]:
    """A source document as an edition holds it."""
    return {
        "uuid": "1",
        "title": "The board meets",
        "language": "en",
        "url": "https://herald.example/board",
        "role": "primary",
        "published_on": DAY,
        "reliability": {"code": "B", "words": "usually reliable"},
        "credibility": {"code": "2", "words": "probably true"},
        "captured_at": MOMENT,
        "captured_way_words": "fetched from its address",
        "sha256": HASH,
    }


def speakers() -> list[Speaker]:
    """Who speaks through it."""
    return [Speaker("Published by", party())]


def directive(**values: Any) -> dict[str, Any]:
    """An order as an edition holds it."""
    return {
        "id": "d-1",
        "text": "Publish ore, grade and recovery for each pit.",
        "verb": "Publish",
        "issuer": MINISTRY,
        "addressees": [PORT],
        "target": "Every pit",
        "rationale": "First due for the first quarter.",
        "deadline": "2027-04-30",
        "force": "order",
        "status": "announced",
        "corroboration": {"state": "single_source", "reason": VERDICTS["single_source"]},
        **values,
    }


def row(**values: Any) -> dict[str, Any]:
    """A directive as the tracker reads it from its row."""
    content = directive(**values)
    return {
        "anchor": content["id"],
        "text": content["text"],
        "content": content,
        "deadline": content["deadline"],
        "force": content["force"],
        "status": content["status"],
        "corroboration": content["corroboration"]["state"],
        "current": {
            "address": PATH.lstrip("/"),
            "language": "en",
            "summary": {"title": "Mines must publish their figures", "briefing_date": DAY},
        },
    }


def entry(state: str = "single_source", **values: Any) -> Entry:
    """A briefing in a list."""
    plain: dict[str, Any] = {
        "url": PATH,
        "language": "en",
        "spoken": "en",
        "title": "Mines must publish their figures each quarter",
        "standfirst": "Five points in a circular replace the yearly return.",
        "briefing_date": DAY,
        "published_on": "",
        "state": state,
        "reason": VERDICTS[state],
        "topics": [],
        "highlights": [],
        "issuer": "",
        "correction": None,
        "passage": SafeString(""),
    }
    return Entry(**plain | values)


def correction() -> dict[str, Any]:
    """What readers are told of a change."""
    text = "The first report is due in April, not in March."
    kind = EditionKind.CORRECTED
    return {"kind": kind, "kind_words": kind.label, "text": text, "issued_at": MOMENT, "number": 2}


def chart(kind: str) -> Chart:
    """Three figures, one of them below zero."""
    points = (("Q1", 12), ("Q2", -3), ("Q3", 20))
    return plot(kind=kind, points=[{"label": label, "value": value} for label, value in points])


def deadlines() -> Timeline | None:
    """Two months in which something is due, one of them full."""
    counts = {
        datetime.date(2026, 11, 1): dict.fromkeys(DirectiveStatus.values, 1),
        datetime.date(2027, 2, 1): {"announced": 9},
    }
    return timeline(counts, today=TODAY, months=MONTHS)


def cite() -> dict[str, Any]:
    """How to refer to an edition."""
    return {
        "styles": [("APA", "Berg, A. (2026, October 24). Mines must publish their figures.")],
        "files": [],
        "number": 2,
        "version_url": f"{PATH}versions/2/",
        "versions_url": f"{PATH}versions/",
        "sha256": HASH,
    }


def endnotes() -> list[dict[str, Any]]:
    """A margin note on paper."""
    return [
        {
            "number": 1,
            "quote": note(1).quote,
            "publisher": "Harbour Herald",
            "source_title": "The board meets",
            "published_on": DAY,
            "url": "https://herald.example/board",
            "sha256": HASH,
        }
    ]


def doubt() -> dict[str, Any]:
    """What came of a challenge."""
    return {
        "status": "corrected",
        "made_at": MOMENT,
        "outcome": "corrected",
        "url": f"{PATH}challenges/",
    }


def comment(**values: Any) -> dict[str, Any]:
    """What a reader wrote."""
    return {
        "id": 1,
        "state": "shown",
        "name": "Ada",
        "text": "Is that figure before or after tax?",
        "created_at": MOMENT,
        **values,
    }
