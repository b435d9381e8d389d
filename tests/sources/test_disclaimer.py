"""Golden texts: what readers are told of provenance. A change here is a change of the promise."""

import pytest

from sources.disclaimer import AiUse, Outlet, compose
from sources.enums import CorroborationState, OwnershipStatus
from sources.independence import Corroboration

VERIFY = "Verify independently before forming a business or investment conclusion."
BAOGANG = ("Baogang Group", "Inner Mongolia government")
DAILY = Outlet("Baogang Daily", OwnershipStatus.STATE_OWNED, BAOGANG)
NORTHERN = Outlet("Northern Rare Earth Group", OwnershipStatus.STATE_OWNED, BAOGANG, is_media=False)
HERALD = Outlet("Harbour Herald", OwnershipStatus.PRIVATE)
FJORD = Outlet("Fjord Post", OwnershipStatus.LISTED)
BLOG = Outlet("Nameless Blog", OwnershipStatus.UNKNOWN)
LANTERN = Outlet(
    "People's Lantern", OwnershipStatus.STATE_AFFILIATED_MEDIA, ("Press", "Lantern Party")
)
LANTERN_TV = Outlet("Lantern TV", OwnershipStatus.STATE_CONTROLLED, ("Lantern Party",))
QUAY = tuple(
    Outlet(name, OwnershipStatus.PRIVATE, ("Quay Press",)) for name in ("Quay 1", "Quay 2")
)
MINISTRY = Outlet("Ministry of Mines", OwnershipStatus.STATE_OWNED, is_state_body=True)

SINGLE = CorroborationState.SINGLE_SOURCE
UNVERIFIED = CorroborationState.UNVERIFIED
CORROBORATED = CorroborationState.CORROBORATED
DISPUTED = CorroborationState.DISPUTED

GOLDEN: list[tuple[tuple[Outlet, ...], CorroborationState, str]] = [
    (
        (DAILY, NORTHERN),
        SINGLE,
        (
            "This briefing rests on Baogang Daily and Northern Rare Earth Group, both state-owned and "
            "both controlled by Baogang Group. They do not confirm each other, and no independent "
            "source does."
        ),
    ),
    (
        (DAILY,),
        SINGLE,
        (
            "This briefing rests on Baogang Daily, state-owned and controlled by Baogang Group. "
            "No independent source confirms it."
        ),
    ),
    (
        (HERALD,),
        SINGLE,
        (
            "This briefing rests on Harbour Herald, privately owned. "
            "No independent source confirms it."
        ),
    ),
    (
        (BLOG,),
        UNVERIFIED,
        (
            "This briefing rests on Nameless Blog, of unknown ownership. "
            "No independent source confirms it."
        ),
    ),
    (
        (),
        UNVERIFIED,
        "This briefing names no outlet on which it rests. No independent source confirms it.",
    ),
    (
        (HERALD, FJORD),
        CORROBORATED,
        (
            "This briefing rests on Harbour Herald (privately owned) and Fjord Post (listed). "
            "The two are independent of each other."
        ),
    ),
    (
        (DAILY, HERALD, FJORD),
        CORROBORATED,
        (
            "This briefing rests on Baogang Daily (state-owned, controlled by Baogang Group), "
            "Harbour Herald (privately owned) and Fjord Post (listed). "
            "At least two of its sources are independent of each other."
        ),
    ),
    (
        (HERALD, Outlet("Skerry Sun", OwnershipStatus.PRIVATE)),
        DISPUTED,
        (
            "This briefing rests on Harbour Herald and Skerry Sun, both privately owned. "
            "At least one source contradicts what is reported."
        ),
    ),
    (
        (*QUAY, Outlet("Quay 3", OwnershipStatus.PRIVATE, ("Quay Press",))),
        SINGLE,
        (
            "This briefing rests on Quay 1, Quay 2 and Quay 3, all privately owned and all controlled "
            "by Quay Press. They do not confirm one another, and no independent source does."
        ),
    ),
    (
        (BLOG, Outlet("Other Blog", OwnershipStatus.UNKNOWN), Outlet("Third", BLOG.status)),
        UNVERIFIED,
        (
            "This briefing rests on Nameless Blog, Other Blog and Third, all of unknown ownership. "
            "They do not confirm one another, and no independent source does."
        ),
    ),
    (
        (LANTERN, LANTERN_TV),
        SINGLE,
        (
            "This briefing rests on People's Lantern (state-affiliated media) and Lantern TV "
            "(state-controlled), both controlled by Lantern Party. They do not confirm each other, "
            "and no independent source does."
        ),
    ),
    (
        (MINISTRY,),
        SINGLE,
        (
            "This briefing rests on Ministry of Mines, a state body. "
            "No independent source confirms it."
        ),
    ),
    (
        (MINISTRY, HERALD),
        CORROBORATED,
        (
            "This briefing rests on Ministry of Mines (a state body) and Harbour Herald "
            "(privately owned). The two are independent of each other."
        ),
    ),
    (
        (DAILY, DAILY),
        SINGLE,
        (
            "This briefing rests on Baogang Daily, state-owned and controlled by Baogang Group. "
            "No independent source confirms it."
        ),
    ),
]


@pytest.mark.parametrize(("outlets", "state", "text"), GOLDEN)
def test_disclaimer_reads(
    outlets: tuple[Outlet, ...], state: CorroborationState, text: str
) -> None:
    assert compose(outlets, Corroboration(state, "")) == f"{text} {VERIFY}"


@pytest.mark.parametrize(
    ("ai", "sentence"),
    [
        (
            AiUse("Scribe 4", "first draft and translation", "Ada Holm"),
            (
                "The AI tool Scribe 4 was used (first draft and translation); "
                "Ada Holm reviewed the text and is responsible for it."
            ),
        ),
        (
            AiUse("Scribe 4", "", "Ada Holm"),
            "The AI tool Scribe 4 was used; Ada Holm reviewed the text and is responsible for it.",
        ),
        (AiUse("Scribe 4", "translation"), "The AI tool Scribe 4 was used (translation)."),
    ],
)
def test_use_of_an_ai_tool_is_said(ai: AiUse, sentence: str) -> None:
    text = compose([HERALD], Corroboration(SINGLE, ""), ai)
    assert text.endswith(f"{VERIFY} {sentence}")


def test_an_editors_note_comes_last_on_one_line() -> None:
    text = compose([HERALD], Corroboration(SINGLE, ""), note=" The figures\nwere rounded ")
    assert text.endswith(f"{VERIFY} The figures were rounded.")


def test_per_cent_signs_in_names_do_no_harm() -> None:
    text = compose([Outlet("100% News", OwnershipStatus.PRIVATE)], Corroboration(SINGLE, ""))
    assert text.startswith("This briefing rests on 100% News, privately owned.")
