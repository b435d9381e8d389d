"""A disputed sample: one paper saw the gate closed, another says that it never was."""

import datetime

from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import (
    Block,
    Briefing,
    Edit,
    Picture,
    Quote,
    Text,
    Witness,
    heading,
    paragraph,
)
from articles.management.demo.topics import TRADE
from sources.enums import Credibility, TestimonyRole

COURIER = Text(
    file="acid-courier.txt",
    captured_on=datetime.date(2026, 10, 21),
    publisher=on_record.COURIER,
    url="https://courier.example/2026/10/21/acid",
    credibility=Credibility.PROBABLE,
    credibility_reason="Two witnesses, and a notice that the paper has read.",
)
UNITY_DAILY = Text(
    file="acid-unity.txt",
    captured_on=datetime.date(2026, 10, 22),
    publisher=on_record.UNITY_DAILY,
    credibility=Credibility.DOUBTFUL,
    credibility_reason="No ship and no witness is named.",
)
ORIGINAL = (
    "كنّا قد وصلنا الذراع وعلى وشك أن نبدأ حين انكسرت. وأغلق طاقم الميناء الصمام في أقل من دقيقة."
)

MAP = Block(
    "image",
    {
        "image": Picture(
            "harbour",
            title="The harbour of Sundhavn",
            alt_text=(
                "Sketch map of the harbour: seven berths in a row along the quay, numbered from "
                "left to right. Berths 6 and 7, on the right, are marked as the acid terminal; two "
                "ships lie outside in the roads."
            ),
        ),
        "caption": "The acid terminal lies at the outer end of the quay, away from the town.",
        "credit": "Drawn for this sample",
    },
)
MASTER = (
    paragraph(
        "The loading arm broke as the tanker at berth 6 was about to take on acid. Its master "
        "watched, and spoke by radio.",
        Quote(COURIER, "“We had connected and were about to begin when the arm gave way,”"),
    ),
    Block(
        "quotation",
        {
            "text": "We had connected and were about to begin when the arm gave way. The crew of "
            "the port closed the valve within a minute.",
            "original": ORIGINAL,
            "language": "ar",
            "attribution": "Captain Samir Nadim, by radio",
            "citations": (Quote(COURIER, ORIGINAL),),
        },
    ),
)
DENIAL = (
    heading("What the Other Side Says"),
    paragraph(
        "<i>Unity Daily</i>, the organ of the governing party, reports the opposite: the terminal "
        "was not closed for an hour, and what can be seen at berth 6 is maintenance.",
        Quote(
            UNITY_DAILY,
            "The acid terminal at Sundhavn has not been closed for a single hour, the port’s "
            "management told this newspaper on Wednesday.",
        ),
        Quote(UNITY_DAILY, "Work at berth 6 is part of the yearly maintenance"),
    ),
)

BRIEFING = Briefing(
    title="Was the acid terminal at Sundhavn closed? Two papers disagree",
    text=COURIER,
    witnesses=(Witness(UNITY_DAILY, TestimonyRole.CONTRADICTING),),
    day=datetime.date(2026, 10, 22),
    standfirst=(
        "A loading arm leaked and the gate was shut, says the town’s paper. Nothing happened, says "
        "the party’s. The refinery has acid for nine days."
    ),
    topics=(TRADE,),
    edits=(
        Edit("Two tankers with", then=(MAP,)),
        Edit("“We had connected", then=MASTER, drops=True),
        Edit("The port authority will test", then=DENIAL),
    ),
)
