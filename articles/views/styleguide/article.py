"""The components of a briefing, top to bottom, with their states."""

from articles.queries.related import Related
from articles.views.styleguide import sample
from articles.views.styleguide.components import Component

_CITED = {"citations": [sample.note(1)]}

OF_AN_ARTICLE = [
    Component(
        "components/provenance_strip.html",
        [
            (state, {"corroboration": {"state": state, "reason": words}, "how_url": "/"})
            for state, words in sample.VERDICTS.items()
        ],
    ),
    Component("components/correction_notice.html", [("", {"corrections": [sample.correction()]})]),
    Component("components/contents.html", [("", {"sections": sample.contents(), "rest": []})]),
    Component(
        "components/highlights.html", [("", {"branches": sample.branches()})], frame="article"
    ),
    Component(
        "blocks/section.html",
        [("", {"section": {"id": "s-1", "heading": "What the circular says"}, "parts": []})],
        frame="article",
    ),
    Component("blocks/subheading.html", [("", {"text": "For the port"})]),
    Component(
        "blocks/paragraph.html",
        [("cited", {"html": "<p>The board met on Friday.</p>", **_CITED})],
        frame="article",
    ),
    Component(
        "blocks/directives.html",
        [
            (
                "",
                {
                    "introduction": "The ministry asks:",
                    "directives": [
                        {**sample.directive(), "notes": [sample.note(1)]},
                        {
                            **sample.directive(id="d-2", deadline=None, status="overdue"),
                            "notes": [],
                        },
                    ],
                },
            )
        ],
        frame="article",
    ),
    Component(
        "blocks/quotation.html",
        [
            (
                "translated",
                {
                    "text": "Too late to be of use to anyone but historians",
                    "original": "Zu spät für alle außer Historikern",
                    "language": "de",
                    "attribution": "The ministry",
                    **_CITED,
                },
            )
        ],
        frame="article",
    ),
    Component(
        "blocks/key_figure.html",
        [("", {"value": "67,000", "unit": "t", "label": "of nickel a year", **_CITED})],
        frame="article",
    ),
    Component(
        "blocks/table.html",
        [("", {"caption": "Output", "header": ["What", "Tonnes"], "rows": [["Ore", "1,200"]]})],
        frame="article",
    ),
    Component(
        "blocks/chart.html",
        [
            (kind, {"caption": "Output", "unit": "kt", "chart": sample.chart(kind)})
            for kind in ("bar", "line")
        ],
        frame="article",
    ),
    Component(
        "blocks/image.html",
        [
            (
                "",
                {
                    "src": "/static/favicon.svg",
                    "width": 160,
                    "height": 160,
                    "alt": "A bead of metal in a cupel",
                    "caption": "A bead of metal.",
                    "credit": "Assay",
                },
            )
        ],
        frame="article",
    ),
    Component(
        "blocks/document.html",
        [("", {"title": "The circular", "url": "/", "size": 120000, "media_type": "PDF"})],
    ),
    Component("blocks/embed.html", [("", {"title": "A film", "url": "https://film.example/1"})]),
    Component(
        "blocks/callout.html", [("", {"heading": "What is feed?", "html": "<p>Crushed ore.</p>"})]
    ),
    Component(
        "blocks/analysis.html",
        [
            (
                "",
                {
                    "analysis": {"id": "analysis", "heading": "Why it matters"},
                    "parts": ["<p>Outsiders can compare the mines for the first time.</p>"],
                    "authors": [{"name": "Ana Berg"}],
                },
            )
        ],
        frame="article",
    ),
    Component(
        "components/source_card.html",
        [
            ("known", {"source": sample.source(), "speakers": sample.speakers()}),
            ("from nobody known", {"source": sample.source(), "speakers": []}),
        ],
    ),
    Component("components/evidence_check.html", [("", {"sha256": sample.HASH})]),
    Component("components/cite.html", [("", {"cite": sample.cite()})]),
    Component(
        "components/related.html",
        [("", {"related": [Related("/", "en", "Sodium cells", "On the same topic: Nickel")]})],
    ),
    Component("components/endnotes.html", [("on paper", {"endnotes": sample.endnotes()})]),
]
