"""Who owns whom in the demo, with the evidence; the ownership of the four real organisations is as
publicly known.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import User

from articles.management.demo import organisations as on_record
from articles.management.demo.organisations import named
from sources.actions.ownership import end_ownership, state_ownership
from sources.enums import ControlKind
from sources.models import Ownership

REGISTER = "Sample: the company register of Estmark, an invented country."
IMPRINT = "Sample: the imprint, in which the paper names its owner."


@dataclass(frozen=True)
class Statement:
    """Who owns whom, and how anyone knows."""

    owned: str
    control: ControlKind
    note: str
    owner: str = ""
    share: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None


STATEMENTS = (
    Statement(
        on_record.BAOGANG,
        ControlKind.STATE,
        "Publicly known: a group of the autonomous region, supervised by its commission for "
        "state-owned assets.",
        owner=on_record.INNER_MONGOLIA,
    ),
    Statement(
        on_record.NORTHERN_RARE_EARTH,
        ControlKind.SUBSIDIARY,
        "Publicly known, and said by the item itself: “a flagship subsidiary of the Baogang "
        "Group”.",
        owner=on_record.BAOGANG,
    ),
    Statement(
        on_record.BAOGANG_DAILY,
        ControlKind.SUBSIDIARY,
        "Publicly known: the newspaper of the group bears its name and is published by it.",
        owner=on_record.BAOGANG,
    ),
    Statement(
        on_record.UNITY_DAILY,
        ControlKind.PARTY_ORGAN,
        "Sample: the front page, which says “Organ of the Unity Party”.",
        owner=on_record.UNITY,
    ),
    Statement(
        on_record.ESTMARK_MINERALS,
        ControlKind.STATE,
        REGISTER,
        owner=on_record.ESTMARK,
        share="100",
    ),
    Statement(
        on_record.TARNFJELL,
        ControlKind.MAJORITY,
        REGISTER,
        owner=on_record.ESTMARK_MINERALS,
        share="62.5",
        since=datetime.date(2019, 5, 1),
    ),
    Statement(
        on_record.TARNFJELL, ControlKind.MINORITY, REGISTER, owner=on_record.GREYHAVEN, share="20"
    ),
    Statement(
        on_record.GREYHAVEN,
        ControlKind.LISTED,
        "Sample: the list of shareholders above 3 per cent.",
    ),
    Statement(
        on_record.LUMENHALL,
        ControlKind.SUBSIDIARY,
        REGISTER,
        owner=on_record.GREYHAVEN,
        since=datetime.date(2015, 1, 1),
        until=datetime.date(2024, 7, 1),
    ),
    Statement(
        on_record.LUMENHALL,
        ControlKind.PRIVATE,
        "Sample: the founders bought the company back.",
        since=datetime.date(2024, 7, 1),
    ),
    Statement(
        on_record.METALLHOF, ControlKind.PRIVATE, "Sample: in its fourth generation a family’s."
    ),
    Statement(
        on_record.OSTERBY, ControlKind.LISTED, "Sample: its own shares are traded at the exchange."
    ),
    Statement(
        on_record.PALLAS,
        ControlKind.STATE,
        "Sample: founded by law in 1961.",
        owner=on_record.ESTMARK,
    ),
    Statement(
        on_record.SMELTERS, ControlKind.PRIVATE, "Sample: its five members, of whom none decides."
    ),
    Statement(on_record.COURIER, ControlKind.PRIVATE, IMPRINT),
    Statement(on_record.REVIEW, ControlKind.PRIVATE, IMPRINT),
    Statement(on_record.ANCHORAGE, ControlKind.PRIVATE, IMPRINT),
    Statement(
        on_record.QUILLON,
        ControlKind.UNKNOWN,
        "Sample: no imprint, and the name of the site is registered by a service.",
    ),
)

# Found out only after the briefing on Greyhaven's quarter had been published.
SOLD_ON = datetime.date(2026, 9, 1)
SALE = Statement(
    on_record.REVIEW,
    ControlKind.SUBSIDIARY,
    "Sample: an entry of 12 November in the company register, made two months late.",
    owner=on_record.GREYHAVEN,
    share="75",
    since=SOLD_ON,
)


def state_everything(user: User) -> None:
    """Put all statements but the belated one on record."""
    for statement in STATEMENTS:
        _state(statement, user)


def record_the_sale(user: User) -> None:
    """End what was on record of the Review's owner and say who owns it since."""
    before = Ownership.objects.get(owned__name=SALE.owned)
    end_ownership(statement=before, on=SOLD_ON, user=user)
    _state(SALE, user)


def _state(statement: Statement, user: User) -> None:
    [owned] = named([statement.owned])
    state_ownership(
        owned=owned,
        control=statement.control,
        owner=named([statement.owner])[0] if statement.owner else None,
        share=Decimal(statement.share) if statement.share else None,
        valid_from=statement.since,
        valid_to=statement.until,
        evidence_note=statement.note,
        user=user,
    )
