"""A quarter in figures, with a correction, and an owner who is found out afterwards."""

import datetime

from articles.enums import ChangeKind
from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import (
    Attachment,
    Block,
    Briefing,
    Change,
    Edit,
    Quote,
    Text,
    Witness,
    heading,
    paragraph,
)
from articles.management.demo.topics import MINING, NICKEL
from sources.enums import CaptureWay, Credibility

QUARTER = Text(
    file="greyhaven-q3.html",
    captured_on=datetime.date(2026, 10, 28),
    publisher=on_record.GREYHAVEN,
    way=CaptureWay.ADDRESS,
    media_type="text/html",
    url="https://greyhaven.example/investors/2026-q3",
    credibility=Credibility.PROBABLE,
)
REVIEW = Text(
    file="greyhaven-skerry.txt",
    captured_on=datetime.date(2026, 10, 30),
    publisher=on_record.REVIEW,
    url="https://skerry-review.example/greyhaven-crusher",
    credibility=Credibility.POSSIBLE,
)
COSTS = "Cash costs fell to 9,850 a tonne of nickel, the fourth fall in a row"
EARLIER_COSTS = (
    "they were 13,900 a year ago, 12,900 at the turn of the year, 11,800 in the first quarter and "
    "10,700 in the second."
)

CHART = Block(
    "chart",
    {
        "caption": "Cash cost of a tonne of nickel, by quarter",
        "kind": "line",
        "unit": "per tonne",
        "points": (
            {"label": "Q3 2025", "value": "13900"},
            {"label": "Q4 2025", "value": "12900"},
            {"label": "Q1 2026", "value": "11800"},
            {"label": "Q2 2026", "value": "10700"},
            {"label": "Q3 2026", "value": "9850"},
        ),
        "citations": (Quote(QUARTER, EARLIER_COSTS),),
    },
)
FIGURES = Block(
    "document",
    {
        "document": Attachment(
            filename="greyhaven-q3-2026.csv",
            title="Greyhaven Metals, third quarter 2026 (sample)",
            content=(
                "measure,unit,2026-Q3,2026-Q2,2025-Q3\n"
                "ore mined,kt,1410,1500,1465\n"
                "nickel grade,per cent,1.38,1.31,1.29\n"
                "nickel produced,t,16900,17050,16300\n"
                "cash cost,per t,9850,10700,13900\n"
            ),
        ),
        "title": "The figures of the quarter",
    },
)
WRONG = "Cash costs are 29 per cent lower than a year ago, and 18 per cent lower than in spring."
RIGHT = "Cash costs are 29 per cent lower than a year ago, and 8 per cent lower than in spring."
SEEN_FROM_THE_ROAD = (
    heading("What Others Saw"),
    paragraph(
        "The <i>Skerry Mining Review</i> counted trucks from the public road for two days and read "
        "the freight lists of the branch line. Both agree with the company’s figures.",
        Quote(
            REVIEW,
            "Freight lists of the branch line show 17,000 tonnes of nickel in product shipped from "
            "July to September, a little more than the company says it produced.",
        ),
    ),
)

BRIEFING = Briefing(
    title="Greyhaven mines less ore and spends less on each tonne",
    text=QUARTER,
    witnesses=(Witness(REVIEW),),
    day=datetime.date(2026, 10, 30),
    standfirst=(
        "A crusher stood still, the grade rose, and the forecast for the year stands at 67,000 to "
        "69,000 tonnes of nickel."
    ),
    topics=(MINING, NICKEL),
    edits=(
        Edit(
            "Measure",
            amend={
                "caption": "Greyhaven Metals, third quarter",
                "citations": (
                    Quote(QUARTER, "Nickel produced, tonnes | 16,900 | 17,050 | 16,300"),
                ),
            },
        ),
        Edit("The company left lower-grade", then=(paragraph(WRONG, Quote(QUARTER, COSTS)), CHART)),
        Edit("Greyhaven Metals keeps", then=(FIGURES, *SEEN_FROM_THE_ROAD)),
    ),
    changes=(
        Change(
            kind=ChangeKind.CORRECTED,
            note=(
                "An earlier version said that cash costs were 18 per cent lower than in the "
                "second quarter. They were 8 per cent lower: 9,850 after 10,700."
            ),
            edits=(
                Edit(
                    "Cash costs are 29 per cent",
                    then=(paragraph(RIGHT, Quote(QUARTER, COSTS)),),
                    drops=True,
                ),
            ),
        ),
    ),
)
