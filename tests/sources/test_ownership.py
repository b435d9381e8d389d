"""What the graph of control says of an organisation on a day."""

import time

import pytest

from sources.enums import OwnershipStatus
from tests.sources.graphs import SEED, Link, Sketch

STATUSES: list[tuple[str, str, list[Link], OwnershipStatus]] = [
    ("the seed's newspaper", "Baogang Daily", SEED, OwnershipStatus.STATE_OWNED),
    ("the seed's group", "Baogang Group", SEED, OwnershipStatus.STATE_OWNED),
    (
        "a majority on the way",
        "Ore Works",
        [("Ore Works", "subsidiary", "Holding"), ("Holding", "majority", "Ministry of Mines")],
        OwnershipStatus.STATE_CONTROLLED,
    ),
    (
        "a majority of the whole",
        "Ore Works",
        [("Ore Works", "majority 100", "Ministry of Mines")],
        OwnershipStatus.STATE_CONTROLLED,
    ),
    (
        "a party's newspaper",
        "People's Lantern",
        [("People's Lantern", "party_organ", "Lantern Party")],
        OwnershipStatus.STATE_AFFILIATED_MEDIA,
    ),
    (
        "a newspaper under a party's company",
        "People's Lantern",
        [("People's Lantern", "subsidiary", "Press"), ("Press", "state", "Lantern Party")],
        OwnershipStatus.STATE_AFFILIATED_MEDIA,
    ),
    (
        "a newspaper that is organ of a company",
        "Harbour Herald",
        [("Harbour Herald", "party_organ", "Press"), ("Press", "unknown")],
        OwnershipStatus.STATE_AFFILIATED_MEDIA,
    ),
    (
        "a party's company",
        "Press",
        [("Press", "subsidiary", "Lantern Party")],
        OwnershipStatus.STATE_CONTROLLED,
    ),
    ("listed", "Ore Works", [("Ore Works", "listed")], OwnershipStatus.LISTED),
    (
        "private at the top",
        "Harbour Herald",
        [("Harbour Herald", "majority 80", "Quay Press"), ("Quay Press", "private")],
        OwnershipStatus.PRIVATE,
    ),
    ("looked for, not found", "Ore Works", [("Ore Works", "unknown")], OwnershipStatus.UNKNOWN),
    (
        "an owner without a record",
        "Ore Works",
        [("Ore Works", "subsidiary", "Shell")],
        OwnershipStatus.UNKNOWN,
    ),
    (
        "only a minority holder",
        "Ore Works",
        [("Ore Works", "minority 20", "Ministry of Mines")],
        OwnershipStatus.UNKNOWN,
    ),
    (
        "listed beside a minority holder",
        "Ore Works",
        [("Ore Works", "minority 20", "Ministry of Mines"), ("Ore Works", "listed")],
        OwnershipStatus.LISTED,
    ),
    (
        "the state and a private owner together",
        "Ore Works",
        [
            ("Ore Works", "subsidiary 40", "Quay Press"),
            ("Ore Works", "state 60", "Ministry of Mines"),
            ("Quay Press", "private"),
        ],
        OwnershipStatus.STATE_CONTROLLED,
    ),
    (
        "a private and an unknown owner together",
        "Ore Works",
        [
            ("Ore Works", "subsidiary 40", "Quay Press"),
            ("Ore Works", "subsidiary 40", "Shell"),
            ("Quay Press", "private"),
        ],
        OwnershipStatus.UNKNOWN,
    ),
]


@pytest.mark.parametrize(
    ("name", "links", "status"), [row[1:] for row in STATUSES], ids=[row[0] for row in STATUSES]
)
def test_status_follows_the_chain_of_control(
    name: str, links: list[Link], status: OwnershipStatus
) -> None:
    sketch = Sketch(links)
    assert sketch.graph.status(sketch.id(name)) is status


def test_organisation_without_a_record_is_of_unknown_ownership() -> None:
    sketch = Sketch([], alone=["Harbour Herald"])
    assert sketch.graph.status(1) is OwnershipStatus.UNKNOWN
    assert not sketch.graph.has_record(1)
    assert not sketch.graph.is_known(1)
    assert sketch.graph.path(1) == ()


def test_government_needs_no_record() -> None:
    sketch = Sketch([], alone=["Ministry of Mines"])
    assert sketch.graph.has_record(1)
    assert sketch.graph.is_known(1)
    assert sketch.graph.status(1) is OwnershipStatus.STATE_OWNED


def test_path_leads_from_the_organisation_to_the_top() -> None:
    sketch = Sketch(SEED)
    path = sketch.graph.path(sketch.id("Baogang Daily"))
    assert [step.organisation.name for step in path] == ["Baogang Daily", "Baogang Group"]
    assert [step.owner.name for step in path if step.owner] == [
        "Baogang Group",
        "Inner Mongolia government",
    ]


def test_path_of_a_shared_company_is_the_one_that_proves_the_status() -> None:
    sketch = Sketch(
        [
            ("Ore Works", "subsidiary 49", "Quay Press"),
            ("Ore Works", "majority 51", "Ministry of Mines"),
            ("Quay Press", "private"),
        ]
    )
    (step,) = sketch.graph.path(sketch.id("Ore Works"))
    assert step.owner is not None
    assert step.owner.name == "Ministry of Mines"


def test_path_ends_with_the_statement_that_nobody_stands_above() -> None:
    sketch = Sketch([("Harbour Herald", "subsidiary", "Quay Press"), ("Quay Press", "private")])
    path = sketch.graph.path(sketch.id("Harbour Herald"))
    assert path[-1].owner is None
    assert path[-1].organisation.name == "Quay Press"


def test_controllers_are_all_that_decide_and_the_organisation_itself() -> None:
    sketch = Sketch([*SEED, ("Baogang Daily", "minority 5", "Quay Press")])
    controllers = sketch.graph.controllers(sketch.id("Baogang Daily"))
    assert controllers == {
        sketch.id("Baogang Daily"),
        sketch.id("Baogang Group"),
        sketch.id("Inner Mongolia government"),
    }


def test_ultimate_owners_stand_at_the_ends_of_the_chains() -> None:
    sketch = Sketch(
        [
            ("Ore Works", "state 50", "Ministry of Mines"),
            ("Ore Works", "subsidiary 50", "Holding"),
            ("Holding", "subsidiary", "Shell"),
        ]
    )
    owners = sketch.graph.ultimate_owners(sketch.id("Ore Works"))
    assert [owner.name for owner in owners] == ["Ministry of Mines", "Shell"]
    assert sketch.graph.ultimate_owners(sketch.id("Shell")) == ()


def test_a_cycle_in_the_record_ends_in_unknown_and_not_in_a_hang() -> None:
    sketch = Sketch([("Ore Works", "subsidiary", "Holding"), ("Holding", "state", "Ore Works")])
    assert sketch.graph.status(1) is OwnershipStatus.UNKNOWN
    assert sketch.graph.controllers(1) == {1, 2}


def test_many_joint_ventures_do_not_multiply_the_chains() -> None:
    links: list[Link] = []
    for level in range(40):
        for side in ("left", "right"):
            links += [
                (f"{side} {level}", "subsidiary 50", f"left {level + 1}"),
                (f"{side} {level}", "subsidiary 50", f"right {level + 1}"),
            ]
    sketch = Sketch(links)
    began = time.perf_counter()
    assert sketch.graph.status(sketch.id("left 0")) is OwnershipStatus.UNKNOWN
    assert time.perf_counter() - began < 2
