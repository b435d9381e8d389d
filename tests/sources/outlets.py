"""Outlets for the golden disclaimers, which are the same in every language."""

import datetime

from sources.disclaimer import Former, Outlet
from sources.enums import CorroborationState, OrganisationKind, OwnershipStatus

SINGLE = CorroborationState.SINGLE_SOURCE
UNVERIFIED = CorroborationState.UNVERIFIED
CORROBORATED = CorroborationState.CORROBORATED
DISPUTED = CorroborationState.DISPUTED

COMPANY = OrganisationKind.COMPANY
GOVERNMENT = OrganisationKind.GOVERNMENT
OWNED = OwnershipStatus.STATE_OWNED
CONTROLLED = OwnershipStatus.STATE_CONTROLLED
AFFILIATED = OwnershipStatus.STATE_AFFILIATED_MEDIA
PRIVATE = OwnershipStatus.PRIVATE
UNKNOWN = OwnershipStatus.UNKNOWN

# The seed: a newspaper and a company of one group, which belongs to a government.
BAOGANG = ("Baogang Group", "Inner Mongolia government")
DAILY = Outlet("Baogang Daily", OWNED, BAOGANG)
NORTHERN = Outlet("Northern Rare Earth Group", OWNED, BAOGANG, COMPANY)
GROUP = Outlet("Baogang Group", OWNED, BAOGANG[1:], COMPANY)

SHEEP = Outlet("Steppe Sheep Farms", OWNED, BAOGANG[1:], COMPANY)

# Nobody stands above these, or nobody knows who does.
HERALD = Outlet("Harbour Herald", PRIVATE)
SUN = Outlet("Skerry Sun", PRIVATE)
FJORD = Outlet("Fjord Post", OwnershipStatus.LISTED)
BLOG, *OTHER_BLOGS = (Outlet(name, UNKNOWN) for name in ("Nameless Blog", "Other Blog", "Third"))

# The state in its other shapes.
MINISTRY = Outlet("Ministry of Mines", OWNED, kind=GOVERNMENT)
HARBOUR = Outlet("Harbour Office", OWNED, kind=GOVERNMENT)
PARTY = Outlet("Lantern Party", CONTROLLED, kind=OrganisationKind.PARTY)
LANTERN = Outlet("People's Lantern", AFFILIATED, ("Press", "Lantern Party"))
LANTERN_TV = Outlet("Lantern TV", CONTROLLED, ("Lantern Party",))
LANTERN_RADIO = Outlet("Lantern Radio", AFFILIATED, ("Lantern Party",))
WORKS = Outlet("Island Works", OWNED, ("Island government",), COMPANY)
MILLS = Outlet("Island Mills", OWNED, ("Island government",), COMPANY)
PIER = Outlet("Pier Steel", CONTROLLED, ("Pier Holding", "Pier government"), COMPANY)

LIFT = Outlet("Pier Lifts", CONTROLLED, ("Pier Holding", "Pier government"), COMPANY)

# One owner above all, and one of them above the others.
QUAY = tuple(Outlet(f"Quay {number}", PRIVATE, ("Quay Press",)) for number in (1, 2, 3))
MINING = Outlet("Greyhaven Mining", OwnershipStatus.LISTED, kind=COMPANY)
REVIEW = Outlet("Skerry Mining Review", OwnershipStatus.LISTED, ("Greyhaven Mining",))
RADIO = Outlet("Skerry Radio", OwnershipStatus.LISTED, ("Skerry Mining Review", "Greyhaven Mining"))

# Sold: until then somebody else controlled them.
SOLD = Outlet("Cove Post", PRIVATE, former=(Former("Quay Press", datetime.date(2024, 7, 1)),))
SOLD_TOO = Outlet("Cove Radio", PRIVATE, former=SOLD.former)
SOLD_ALONE = Outlet("Bay Post", UNKNOWN, former=(Former("Bay Bank", datetime.date(2023, 3, 15)),))

Case = tuple[tuple[Outlet, ...], CorroborationState]
CASES: dict[str, Case] = {
    "the seed": ((DAILY, NORTHERN), SINGLE),
    "one state-owned outlet": ((DAILY,), SINGLE),
    "one state-owned company": ((NORTHERN,), SINGLE),
    "one private outlet": ((HERALD,), SINGLE),
    "one of unknown ownership": ((BLOG,), UNVERIFIED),
    "one state body": ((MINISTRY,), SINGLE),
    "one political party": ((PARTY,), SINGLE),
    "one organ of a party": ((LANTERN,), SINGLE),
    "none": ((), UNVERIFIED),
    "the same one twice": ((DAILY, DAILY), SINGLE),
    "two alike without an owner": ((HERALD, SUN), DISPUTED),
    "three of unknown ownership": ((BLOG, *OTHER_BLOGS), UNVERIFIED),
    "three of one owner": (QUAY, SINGLE),
    "two companies of one government": ((WORKS, MILLS), SINGLE),
    "two state bodies": ((MINISTRY, HARBOUR), CORROBORATED),
    "two organs of one party": ((LANTERN, LANTERN_RADIO), SINGLE),
    "two kinds of one party": ((LANTERN, LANTERN_TV), SINGLE),
    "two companies that a state controls": ((PIER, LIFT), SINGLE),
    "two companies of two governments": ((WORKS, PIER), CORROBORATED),
    "two newspapers of two owners": ((QUAY[0], REVIEW), CORROBORATED),
    "private and listed": ((HERALD, FJORD), CORROBORATED),
    "a state body and a private outlet": ((MINISTRY, HERALD), CORROBORATED),
    "known and unknown": ((HERALD, BLOG), SINGLE),
    "state-owned, private and listed": ((DAILY, HERALD, FJORD), CORROBORATED),
    "two of one owner and a third": ((DAILY, NORTHERN, HERALD), CORROBORATED),
    "an owner and its outlet": ((MINING, REVIEW), SINGLE),
    "an outlet and its owner, which has one itself": ((DAILY, GROUP), SINGLE),
    "an owner and two outlets": ((MINING, REVIEW, RADIO), SINGLE),
    "an owner, its outlet and a third": ((MINING, REVIEW, HERALD), CORROBORATED),
    "an owner, its outlet and another below the same top": ((GROUP, DAILY, SHEEP), SINGLE),
    "one that was sold": ((SOLD,), SINGLE),
    "two that were sold together": ((SOLD, SOLD_TOO), CORROBORATED),
    "three of which two were sold": ((SOLD, SOLD_ALONE, HERALD), CORROBORATED),
}
