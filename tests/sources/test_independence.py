"""When source documents confirm one another, and the one sentence that says why not."""

import pytest

from sources.enums import CorroborationState
from sources.independence import Corroboration, Testimony, assess
from tests.sources.graphs import SEED, Link, Sketch

NORTH: list[Link] = [
    *SEED,
    ("Harbour Herald", "private"),
    ("Fjord Post", "listed"),
    ("Quay Radio", "subsidiary", "Quay Press"),
    ("Quay Paper", "subsidiary", "Quay Press"),
    ("Quay Wire", "subsidiary", "Quay Press"),
    ("Quay Press", "private"),
    ("Shell Wire", "subsidiary", "Shell"),
    ("Shell Post", "subsidiary", "Shell"),
]
SKETCH = Sketch(NORTH, alone=["Nameless Blog", "Ministry of Mines"])


def verdict(*testimonies: Testimony) -> Corroboration:
    return assess(testimonies, SKETCH.graph)


def witness(*originators: str, role: str = "primary", cluster: str = "") -> Testimony:
    return SKETCH.testimony(*originators, role=role, cluster=cluster)


CASES: list[tuple[str, list[Testimony], CorroborationState, str]] = [
    (
        "the seed: two outlets of one group",
        [witness("Baogang Daily"), witness("Northern Rare Earth Group", role="supporting")],
        CorroborationState.SINGLE_SOURCE,
        (
            "Baogang Daily and Northern Rare Earth Group: "
            "both controlled by Baogang Group, state-owned."
        ),
    ),
    (
        "one document of two originators with one owner",
        [witness("Baogang Daily", "Northern Rare Earth Group")],
        CorroborationState.SINGLE_SOURCE,
        (
            "Baogang Daily and Northern Rare Earth Group: "
            "both controlled by Baogang Group, state-owned."
        ),
    ),
    (
        "three outlets of one owner",
        [witness("Quay Radio"), witness("Quay Paper"), witness("Quay Wire")],
        CorroborationState.SINGLE_SOURCE,
        "Quay Radio, Quay Paper and Quay Wire: all controlled by Quay Press, privately owned.",
    ),
    (
        "an outlet and its owner",
        [witness("Baogang Daily"), witness("Baogang Group")],
        CorroborationState.SINGLE_SOURCE,
        "Baogang Daily and Baogang Group: Baogang Daily controlled by Baogang Group, state-owned.",
    ),
    (
        "a company and the government above it",
        [witness("Baogang Group"), witness("Inner Mongolia government")],
        CorroborationState.SINGLE_SOURCE,
        (
            "Baogang Group and Inner Mongolia government: "
            "Baogang Group controlled by Inner Mongolia government."
        ),
    ),
    (
        "two outlets without a common owner",
        [witness("Harbour Herald"), witness("Fjord Post", role="supporting")],
        CorroborationState.CORROBORATED,
        "Harbour Herald and Fjord Post share no controlling organisation.",
    ),
    (
        "one independent outlet beside two dependent ones",
        [witness("Quay Radio"), witness("Quay Paper"), witness("Fjord Post")],
        CorroborationState.CORROBORATED,
        "Quay Radio and Fjord Post share no controlling organisation.",
    ),
    (
        "two outlets of which one republishes the other",
        [witness("Harbour Herald", cluster="c1"), witness("Fjord Post", cluster="c1")],
        CorroborationState.SINGLE_SOURCE,
        "Harbour Herald and Fjord Post: each republishes the same text.",
    ),
    (
        "two outlets in clusters of their own",
        [witness("Harbour Herald", cluster="c1"), witness("Fjord Post", cluster="c2")],
        CorroborationState.CORROBORATED,
        "Harbour Herald and Fjord Post share no controlling organisation.",
    ),
    (
        "one outlet alone",
        [witness("Harbour Herald")],
        CorroborationState.SINGLE_SOURCE,
        "Harbour Herald: no other source bears it out.",
    ),
    (
        "background counts for nothing",
        [witness("Harbour Herald"), witness("Fjord Post", role="background")],
        CorroborationState.SINGLE_SOURCE,
        "Harbour Herald: no other source bears it out.",
    ),
    (
        "an unknown outlet confirms nothing",
        [witness("Harbour Herald"), witness("Nameless Blog")],
        CorroborationState.SINGLE_SOURCE,
        "The ownership of Nameless Blog is not known.",
    ),
    (
        "two outlets of an owner without a record",
        [witness("Shell Wire"), witness("Shell Post")],
        CorroborationState.UNVERIFIED,
        "The ownership of Shell Wire and Shell Post is not known.",
    ),
    (
        "one unknown outlet",
        [witness("Nameless Blog")],
        CorroborationState.UNVERIFIED,
        "The ownership of Nameless Blog is not known.",
    ),
    (
        "nothing but background",
        [witness("Fjord Post", role="background")],
        CorroborationState.UNVERIFIED,
        "No source document bears it out.",
    ),
    ("nothing at all", [], CorroborationState.UNVERIFIED, "No source document bears it out."),
    (
        "a document from nowhere",
        [SKETCH.testimony(document=7)],
        CorroborationState.UNVERIFIED,
        "Where “Item 7” comes from is not known.",
    ),
    (
        "a contradiction outweighs everything",
        [
            witness("Harbour Herald"),
            witness("Fjord Post"),
            witness("Quay Radio", role="contradicting"),
        ],
        CorroborationState.DISPUTED,
        "Contradicted by Quay Radio.",
    ),
]


@pytest.mark.parametrize(
    ("testimonies", "state", "reason"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_corroboration_and_its_reason(
    testimonies: list[Testimony], state: CorroborationState, reason: str
) -> None:
    found = verdict(*testimonies)
    assert (found.state, found.reason) == (state, reason)


def test_owner_that_all_share_is_named() -> None:
    found = verdict(witness("Baogang Daily"), witness("Northern Rare Earth Group"))
    assert found.shared_owner == "Baogang Group"


def test_owner_that_only_some_share_is_not_named() -> None:
    found = verdict(witness("Quay Radio"), witness("Quay Paper"), witness("Nameless Blog"))
    assert found.state is CorroborationState.SINGLE_SOURCE
    assert found.shared_owner is None


def test_order_of_the_testimonies_does_not_change_the_state() -> None:
    for _, testimonies, state, _ in CASES:
        assert verdict(*reversed(testimonies)).state is state
