"""A corroborated sample: a company says so, and a paper that nobody shares with it bears it out."""

import datetime

from articles.enums import ChallengeReason, ChallengeStatus, CommentReason, CommentStatus
from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import (
    Block,
    Briefing,
    Doubt,
    Edit,
    Quote,
    Remark,
    Text,
    Witness,
    heading,
    paragraph,
)
from articles.management.demo.topics import NICKEL
from sources.enums import CaptureWay, Credibility

STATEMENT = Text(
    file="tarnfjell-statement.html",
    captured_on=datetime.date(2026, 10, 14),
    publisher=on_record.TARNFJELL,
    way=CaptureWay.ADDRESS,
    media_type="text/html",
    url="https://tarnfjell.example/news/second-line",
    credibility=Credibility.PROBABLE,
    credibility_reason="The Courier read the permit and spoke with people who work on the line.",
)
REPORT = Text(
    file="tarnfjell-courier.txt",
    captured_on=datetime.date(2026, 10, 15),
    publisher=on_record.COURIER,
    url="https://courier.example/2026/10/15/second-line",
    credibility=Credibility.PROBABLE,
)

KEY_FIGURE = Block(
    "key_figure",
    {
        "value": "36,000",
        "unit": "t",
        "label": "of nickel sulphate a year, both lines together",
        "citations": (
            Quote(STATEMENT, "36,000 tonnes a year of nickel sulphate"),
            Quote(REPORT, "allows 36,000 tonnes of nickel sulphate a year for both lines together"),
        ),
    },
)
CHART = Block(
    "chart",
    {
        "caption": "Nickel sulphate that Sundhavn can make in a year",
        "kind": "bar",
        "unit": "thousand tonnes",
        "points": (
            {"label": "2023", "value": "15"},
            {"label": "2024", "value": "17"},
            {"label": "2025", "value": "19"},
            {"label": "2026", "value": "36"},
        ),
        "citations": (
            Quote(
                STATEMENT,
                "Capacity was 15,000 tonnes of sulphate in 2023, 17,000 in 2024 and 19,000 in "
                "2025.",
            ),
        ),
    },
)
WHAT_THE_COURIER_FOUND = (
    heading("What the Workers Say"),
    paragraph(
        "Four people who work on the line told the <i>Sundhavn Courier</i> the same day and the "
        "same cause. They are less sure of the date: two of them expect the rated output in late "
        "spring, not in March, since only one of two dryers has been accepted.",
        Quote(
            REPORT, "All four say that feed reached the new leaching tanks on Monday, 12 October."
        ),
        Quote(
            REPORT,
            "Two of them expect the line to need until late spring to reach its rated output, "
            "because only one of its two dryers has been accepted so far.",
        ),
    ),
    Block(
        "quotation",
        {
            "text": "We were told in July that it was the vessels, and it was. Nobody cut a corner "
            "to catch up.",
            "attribution": "Marit Solheim, who speaks for the workers at the refinery",
            "citations": (Quote(REPORT, "“Nobody cut a corner to catch up.”"),),
        },
    ),
)

BRIEFING = Briefing(
    title="Tarnfjell’s second nickel line is running, eleven weeks late",
    text=STATEMENT,
    witnesses=(Witness(REPORT),),
    day=datetime.date(2026, 10, 16),
    standfirst=(
        "Sundhavn can now turn all of the mine’s concentrate into battery-grade sulphate. The "
        "town’s paper saw the permit and the acid; it doubts only the company’s date for full "
        "output."
    ),
    topics=(NICKEL,),
    edits=(
        Edit("What the Line Changes", then=(KEY_FIGURE,)),
        Edit("The delay came from", then=WHAT_THE_COURIER_FOUND),
        Edit("Three cell makers", then=(CHART,)),
    ),
    analysis=(
        heading("Why it matters"),
        paragraph(
            "The line ends the shipping of matte. Whoever refined it abroad loses two fifths of a "
            "mine’s output within half a year, and will look for it at the Osterby Exchange, to "
            "which the new contracts are tied. A floor in a contract is worth most when others "
            "sell; the next months will show what this one is worth."
        ),
    ),
    remarks=(
        Remark(
            name="Ragnhild Moe",
            text=(
                "The permit limits the discharge into the sound to 40 tonnes a day. Is that more "
                "or less than before?"
            ),
            replies=(
                Remark(
                    name="Jonas Eide",
                    text=(
                        "Less, if both lines run: the old permit had 28 tonnes for the first line "
                        "alone."
                    ),
                    replies=(
                        Remark(
                            name="Ragnhild Moe",
                            text="So it is less only when both run. Who counts the tonnes?",
                            replies=(
                                Remark(
                                    name="H. Sund",
                                    text="The port does, at the outfall. I read the meter there.",
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Remark(name="H. Sund", text="Clear and short. More of these, please."),
        Remark(
            name="Torvald",
            text="Which three cell makers? One of them must be Lumenhall.",
            status=CommentStatus.PENDING,
        ),
        Remark(
            name="Torvald",
            text="And who pays for the pipe into the sound?",
            status=CommentStatus.DELETED,
            replies=(Remark(name="Jonas Eide", text="The port does, it says so in the permit."),),
        ),
        Remark(
            name="Angry of Sundhavn",
            text=(
                "It has all been written down: https://sundhavn.example/1 "
                "https://sundhavn.example/2 https://sundhavn.example/3"
            ),
            status=CommentStatus.HELD,
        ),
        Remark(
            name="A passer-by",
            text="I typed an address that I do not read.",
            status=CommentStatus.UNCONFIRMED,
        ),
        Remark(
            name="Best Sulphate",
            text="Any tonnage, any grade, lowest price on the coast. Call us today!",
            status=CommentStatus.REJECTED,
            reason=CommentReason.SPAM,
            note="Advertising.",
        ),
    ),
    doubts=(
        Doubt(
            name="Ragnhild Moe",
            at="36,000 tonnes a year",
            reason=ChallengeReason.FIGURE,
            text=(
                "Nineteen thousand for the first line and as much again for the second would be "
                "38,000 tonnes, not 36,000."
            ),
            outcome=ChallengeStatus.KEPT,
            answer=(
                "Both the company and the permit that the Courier read have 36,000 tonnes for the "
                "two lines together. The second line is the smaller one, with 17,000."
            ),
        ),
        Doubt(
            name="Jonas Eide",
            at="All of the added output is sold",
            reason=ChallengeReason.DEPENDENT,
            text=(
                "Only the company says so. The Courier spoke of the permit and of the acid, and "
                "nobody outside has seen a contract."
            ),
        ),
    ),
)
