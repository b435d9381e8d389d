"""Three samples on batteries: a rumour, a test with its picture, and a report in German."""

import datetime

from articles.enums import CommentPolicy
from articles.management.demo import organisations as on_record
from articles.management.demo.briefings.in_german import SODIUM_CELLS
from articles.management.demo.people import ANA
from articles.management.demo.shapes import (
    Block,
    Briefing,
    Edit,
    Picture,
    Quote,
    Text,
    heading,
    paragraph,
)
from articles.management.demo.topics import BATTERIES, NICKEL, TRADE
from sources.enums import CaptureWay, Credibility

RUMOUR = Text(
    file="lumenhall-quillon.txt",
    captured_on=datetime.date(2026, 10, 26),
    publisher=on_record.QUILLON,
    way=CaptureWay.API,
    credibility=Credibility.UNJUDGED,
)
REPORT = Text(
    file="pallas-report.txt",
    captured_on=datetime.date(2026, 11, 5),
    originators=(on_record.PALLAS,),
    credibility=Credibility.PROBABLE,
    credibility_reason="Method and raw data are published with the report.",
)
OPENING = Text(
    file="metallhof.txt",
    captured_on=datetime.date(2026, 11, 2),
    publisher=on_record.METALLHOF,
    way=CaptureWay.COMMAND,
    language="de",
    published_on=datetime.date(2026, 11, 2),
    credibility=Credibility.POSSIBLE,
)
GERMAN = "„Die Zellen altern gleichmäßig, und das ist die eigentliche Nachricht“"

SALE = Briefing(
    title="Lumenhall Cells is said to look for a buyer",
    text=RUMOUR,
    day=datetime.date(2026, 10, 26),
    standfirst=(
        "A wire service without an imprint names a price and no bidder. Nobody else reports it."
    ),
    topics=(BATTERIES, TRADE),
    fields={"comment_policy": CommentPolicy.CLOSED},
    edits=(
        Edit(
            "The price under discussion",
            then=(
                Block(
                    "callout",
                    {
                        "heading": "Why this is marked “unverified”",
                        "text": "<p>We looked for the owner of Quillon Wire and did not find one. "
                        "Whoever owns it might also own the buyer, or the seller: so what it says "
                        "stands here as a lead to follow, <b>not</b> as a fact.</p>",
                    },
                ),
            ),
        ),
    ),
)

TEST_RIG = Block(
    "image",
    {
        "image": Picture(
            "cells",
            title="Capacity of the sodium cells over 4,000 cycles",
            alt_text=(
                "Drawing of two curves that fall slowly from left to right. The upper one, the "
                "mean of the cells, ends at 91 per cent after 4,000 cycles; the lower one, the "
                "weakest cell, ends at 88 per cent."
            ),
        ),
        "caption": "Mean of the cells (upper curve) and the weakest of them (lower curve).",
        "credit": "Drawn for this sample from the two figures in the report",
    },
)
VOGT = (
    Block(
        "quotation",
        {
            "text": "The cells age evenly, and that is the real news.",
            "original": "Die Zellen altern gleichmäßig, und das ist die eigentliche Nachricht.",
            "language": "de",
            "attribution": "Dr Henrike Vogt, who led the test",
            "citations": (Quote(REPORT, GERMAN),),
        },
    ),
    paragraph(
        "The institute itself names the limits: one batch, and no charging below freezing, where "
        "sodium cells are known to suffer.",
        Quote(
            REPORT,
            "The institute warns that all cells came from one batch, and that none was charged "
            "below freezing, where sodium cells are known to suffer.",
        ),
    ),
    Block(
        "embed",
        {
            "url": "https://pallas.example/recordings/sodium-cells",
            "title": "Recording of the presentation, 38 minutes",
        },
    ),
)

TEST = Briefing(
    title="Sodium cells keep 91 per cent of their capacity after 4,000 cycles",
    text=REPORT,
    day=datetime.date(2026, 11, 6),
    standfirst=(
        "Fourteen months in the laboratory stand for eleven years in a cellar. The state’s own "
        "institute made the test; nobody has repeated it yet."
    ),
    topics=(BATTERIES,),
    fields={
        "ai_tool": "Fernsicht 3",
        "ai_purpose": "a first translation of the quotation from German",
        "ai_responsible": ANA,
    },
    edits=(
        Edit("Sixty-four pouch cells", then=(TEST_RIG,)),
        Edit("„Die Zellen altern", then=VOGT, drops=True),
    ),
    translations=(SODIUM_CELLS,),
)

RECYCLING = Briefing(
    title="Metallhof Brandt gewinnt Nickel aus alten Zellen zurück",
    text=OPENING,
    day=datetime.date(2026, 11, 3),
    standfirst=(
        "Zwölf Tonnen schwarze Masse am Tag, im Frühjahr dreißig: Die Anlage läuft, die Zahlen "
        "stammen vom Betreiber."
    ),
    topics=(BATTERIES, NICKEL),
    edits=(
        Edit(
            "Wie das Verfahren arbeitet",
            then=(
                Block(
                    "key_figure",
                    {
                        "value": "96",
                        "unit": "%",
                        "label": "des Nickels gehen nach Angaben des Unternehmens in Lösung",
                        "citations": (
                            Quote(OPENING, "96 Prozent des Nickels und 93 Prozent des Kobalts"),
                        ),
                    },
                ),
            ),
        ),
    ),
    analysis=(
        heading("Unsere Einschätzung"),
        paragraph(
            "Dreißig Tonnen am Tag wären ein Zehntel dessen, was die Raffinerie in Sundhavn an "
            "Nickel braucht. Die Ausbeute hat bisher niemand außer dem Betreiber gemessen."
        ),
    ),
)
