"""Orders as data: a ministry's circular with addressees, days and every status."""

import datetime
from typing import Any

from articles.enums import ChangeKind, CommentReason, CommentStatus
from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import (
    Briefing,
    Change,
    Edit,
    Named,
    Quote,
    Remark,
    Report,
    Text,
    Witness,
    heading,
    paragraph,
)
from articles.management.demo.topics import MINING, REGULATION
from sources.enums import CaptureWay, Credibility

CIRCULAR = Text(
    file="ministry-circular.txt",
    captured_on=datetime.date(2026, 10, 19),
    publisher=on_record.MINISTRY,
    way=CaptureWay.UPLOAD,
    credibility=Credibility.PROBABLE,
    credibility_reason="The ministry’s own order; that it was sent is not in doubt.",
)
LETTER = Text(
    file="ministry-letter.txt",
    captured_on=datetime.date(2026, 11, 3),
    publisher=on_record.MINISTRY,
    way=CaptureWay.UPLOAD,
    credibility=Credibility.PROBABLE,
)
ISSUER = {"issuer": Named(on_record.MINISTRY)}


def to(*names: str) -> tuple[dict[str, Any], ...]:
    """Organisations on record as addressees."""
    return tuple({"organisation": Named(name), "name": ""} for name in names)


EVERY_MINE = to(on_record.TARNFJELL, on_record.GREYHAVEN)
AS_ORDERED = (
    Edit(
        "Publish ore, grade",
        amend=ISSUER
        | {
            "addressees": EVERY_MINE,
            "target": "Every pit",
            "deadline": "2027-04-30",
            "rationale": "First due for the first quarter of 2027.",
        },
    ),
    Edit(
        "Measure the freeboard",
        amend=ISSUER
        | {"addressees": EVERY_MINE, "target": "Every tailings dam", "status": "under_way"},
    ),
    Edit(
        "Install flow meters",
        amend=ISSUER | {"addressees": EVERY_MINE, "deadline": "2026-11-15"},
    ),
    Edit(
        "Refuse to load",
        amend=ISSUER | {"addressees": to(on_record.PORT), "force": "guidance"},
    ),
    Edit(
        "Draw up a common format",
        amend=ISSUER
        | {
            "addressees": (
                *to(on_record.SMELTERS),
                {"organisation": None, "name": "The ministry’s own statisticians"},
            ),
            "deadline": "2026-12-01",
            "force": "target",
        },
    ),
)
SINCE_THE_LETTER = Change(
    kind=ChangeKind.UPDATED,
    note=(
        "The ministry has dropped its request to the port, and the format of the report is agreed. "
        "The day for the flow meters has passed without word that they are in place."
    ),
    witnesses=(Witness(LETTER),),
    edits=(
        Edit("Install flow meters", amend={"status": "overdue"}),
        Edit(
            "Refuse to load",
            amend={
                "status": "dropped",
                "rationale": "The port asked on what law a refusal would rest.",
            },
        ),
        Edit("Draw up a common format", amend={"status": "done"}),
        Edit(
            "The duty falls on",
            then=(
                heading("What Has Changed Since"),
                paragraph(
                    "Two weeks later the ministry gave up the sharpest of its five points: the "
                    "port need not refuse anybody’s concentrate. The other four stand.",
                    Quote(
                        LETTER,
                        "The Ministry of Mines does not hold to its request that the port refuse "
                        "nickel concentrate from mines whose report is overdue.",
                    ),
                ),
            ),
        ),
    ),
)

BRIEFING = Briefing(
    title="Nickel mines must publish their figures each quarter",
    text=CIRCULAR,
    day=datetime.date(2026, 10, 20),
    standfirst=(
        "Five points in a circular replace the yearly return of every nickel mine in Estmark. The "
        "first report is due at the end of April 2027."
    ),
    topics=(MINING, REGULATION),
    edits=AS_ORDERED,
    changes=(SINCE_THE_LETTER,),
    remarks=(
        Remark(
            name="A reader in Skerry",
            text="Who checks the readings of the freeboard? The ministry has two inspectors.",
            status=CommentStatus.PENDING,
        ),
        Remark(
            name="Torvald",
            text="The ministry will wave it all through, as it did with the yearly return.",
            report=Report(
                CommentReason.FALSE,
                "Two yearly returns were sent back last spring. This is made up.",
            ),
        ),
        Remark(
            name="Sigrid Aune",
            text="My brother drives for one of these mines. They measure when they feel like it.",
            status=CommentStatus.REJECTED,
            reason=CommentReason.FALSE,
            note="Nothing here can be checked.",
            appeal=(
                "I do not ask you to believe my brother. That the readings are late can be seen in "
                "the ministry’s own list, and that is all I wanted to say."
            ),
        ),
    ),
)
