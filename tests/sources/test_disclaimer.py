"""Golden texts: what readers are told of provenance. A change here is a change of the promise."""

import pytest

from sources.disclaimer import AiUse, Outlet, Tongues, compose
from sources.enums import OwnershipStatus
from sources.independence import Corroboration
from tests.sources.outlets import CASES, HERALD, SINGLE

VERIFY = "Verify independently before forming a business or investment conclusion."
GOLDEN = {
    "the seed": (
        "This briefing rests on Baogang Daily and Northern Rare Earth Group, both state-owned"
        " and both controlled by Baogang Group. They do not confirm each other, and no "
        "independent source does."
    ),
    "one state-owned outlet": (
        "This briefing rests on Baogang Daily, state-owned and controlled by Baogang Group. "
        "No independent source confirms it."
    ),
    "one state-owned company": (
        "This briefing rests on Northern Rare Earth Group, a state-owned company controlled "
        "by Baogang Group. No independent source confirms it."
    ),
    "one private outlet": (
        "This briefing rests on Harbour Herald, privately owned. No independent source confirms it."
    ),
    "one of unknown ownership": (
        "This briefing rests on Nameless Blog, of unknown ownership. No independent source "
        "confirms it."
    ),
    "one state body": (
        "This briefing rests on Ministry of Mines, a state body. No independent source confirms it."
    ),
    "one political party": (
        "This briefing rests on Lantern Party, a political party. No independent source "
        "confirms it."
    ),
    "one organ of a party": (
        "This briefing rests on People's Lantern, state-affiliated media controlled by Press."
        " No independent source confirms it."
    ),
    "none": ("This briefing names no outlet on which it rests. No independent source confirms it."),
    "the same one twice": (
        "This briefing rests on Baogang Daily, state-owned and controlled by Baogang Group. "
        "No independent source confirms it."
    ),
    "two alike without an owner": (
        "This briefing rests on Harbour Herald and Skerry Sun, both privately owned. At least"
        " one source contradicts what is reported."
    ),
    "three of unknown ownership": (
        "This briefing rests on Nameless Blog, Other Blog and Third, all of unknown "
        "ownership. They do not confirm one another, and no independent source does."
    ),
    "three of one owner": (
        "This briefing rests on Quay 1, Quay 2 and Quay 3, all privately owned and all "
        "controlled by Quay Press. They do not confirm one another, and no independent source"
        " does."
    ),
    "two companies of one government": (
        "This briefing rests on Island Works and Island Mills, both state-owned companies and"
        " both controlled by Island government. They do not confirm each other, and no "
        "independent source does."
    ),
    "two state bodies": (
        "This briefing rests on Ministry of Mines and Harbour Office, both state bodies. The "
        "two are independent of each other."
    ),
    "two organs of one party": (
        "This briefing rests on People's Lantern and Lantern Radio, both state-affiliated "
        "media and both controlled by Lantern Party. They do not confirm each other, and no "
        "independent source does."
    ),
    "two kinds of one party": (
        "This briefing rests on People's Lantern (state-affiliated media) and Lantern TV "
        "(state-controlled), both controlled by Lantern Party. They do not confirm each "
        "other, and no independent source does."
    ),
    "two companies that a state controls": (
        "This briefing rests on Pier Steel and Pier Lifts, both companies controlled by the "
        "state through Pier Holding. They do not confirm each other, and no independent "
        "source does."
    ),
    "two companies of two governments": (
        "This briefing rests on Island Works (a state-owned company controlled by Island "
        "government) and Pier Steel (a company controlled by the state through Pier Holding)."
        " The two are independent of each other."
    ),
    "two newspapers of two owners": (
        "This briefing rests on Quay 1 (privately owned, controlled by Quay Press) and Skerry"
        " Mining Review (listed, controlled by Greyhaven Mining). The two are independent of "
        "each other."
    ),
    "private and listed": (
        "This briefing rests on Harbour Herald (privately owned) and Fjord Post (listed). The"
        " two are independent of each other."
    ),
    "a state body and a private outlet": (
        "This briefing rests on Ministry of Mines (a state body) and Harbour Herald "
        "(privately owned). The two are independent of each other."
    ),
    "known and unknown": (
        "This briefing rests on Harbour Herald (privately owned) and Nameless Blog (of "
        "unknown ownership). They do not confirm each other, and no independent source does."
    ),
    "state-owned, private and listed": (
        "This briefing rests on Baogang Daily (state-owned, controlled by Baogang Group), "
        "Harbour Herald (privately owned) and Fjord Post (listed). At least two of its "
        "sources are independent of each other."
    ),
    "two of one owner and a third": (
        "This briefing rests on Baogang Daily (state-owned, controlled by Baogang Group), "
        "Northern Rare Earth Group (a state-owned company controlled by Baogang Group) and "
        "Harbour Herald (privately owned). At least two of its sources are independent of "
        "each other."
    ),
    "an owner and its outlet": (
        "This briefing rests on Greyhaven Mining, listed, and on Skerry Mining Review, which "
        "belongs to it. They do not confirm each other, and no independent source does."
    ),
    "an outlet and its owner, which has one itself": (
        "This briefing rests on Baogang Group, a state-owned company controlled by Inner "
        "Mongolia government, and on Baogang Daily, which belongs to it. They do not confirm "
        "each other, and no independent source does."
    ),
    "an owner and two outlets": (
        "This briefing rests on Greyhaven Mining, listed, and on Skerry Mining Review and "
        "Skerry Radio, which belong to it. They do not confirm one another, and no "
        "independent source does."
    ),
    "an owner, its outlet and a third": (
        "This briefing rests on Greyhaven Mining (listed), Skerry Mining Review (belonging to"
        " Greyhaven Mining) and Harbour Herald (privately owned). At least two of its sources"
        " are independent of each other."
    ),
    "an owner, its outlet and another below the same top": (
        "This briefing rests on Baogang Group (a state-owned company), Baogang Daily "
        "(belonging to Baogang Group) and Steppe Sheep Farms (a state-owned company), all "
        "controlled by Inner Mongolia government. They do not confirm one another, and no "
        "independent source does."
    ),
    "one that was sold": (
        "This briefing rests on Cove Post, privately owned. No independent source confirms "
        "it. Until 1 July 2024, Cove Post was controlled by Quay Press."
    ),
    "two that were sold together": (
        "This briefing rests on Cove Post and Cove Radio, both privately owned. The two are "
        "independent of each other. Until 1 July 2024, Cove Post and Cove Radio were "
        "controlled by Quay Press."
    ),
    "three of which two were sold": (
        "This briefing rests on Cove Post (privately owned), Bay Post (of unknown ownership) "
        "and Harbour Herald (privately owned). At least two of its sources are independent of"
        " each other. Until 1 July 2024, Cove Post was controlled by Quay Press. Until 15 "
        "March 2023, Bay Post was controlled by Bay Bank."
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_disclaimer_reads(case: str) -> None:
    outlets, state = CASES[case]
    text = compose(outlets, Corroboration(state, ""))
    assert text.replace(f" {VERIFY}", "") == GOLDEN[case]
    assert text.count(VERIFY) == 1


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
    text = compose([HERALD], Corroboration(SINGLE, ""), ai=ai)
    assert text.endswith(f"{VERIFY} {sentence}")


@pytest.mark.parametrize(
    ("languages", "sentence"),
    [
        (["zh-Hans"], "What it reports is translated from Chinese."),
        (["zh-Hans", "zh-Hant-TW"], "What it reports is translated from Chinese."),
        (["zh-Hans", "ru"], "What it reports is translated from Chinese and Russian."),
        (["ar", "no", "de-AT"], "What it reports is translated from Arabic, Norwegian and German."),
        (["zh-Hans", "en"], "Part of what it reports is translated from Chinese."),
        (["zh-Hans", ""], "Part of what it reports is translated from Chinese."),
        (["tlh"], "What it reports is translated from another language."),
        (["tlh", "zh", "en"], "Part of what it reports is translated from another language."),
    ],
)
def test_translation_is_said(languages: list[str], sentence: str) -> None:
    tongues = Tongues("en", tuple(languages))
    text = compose([HERALD], Corroboration(SINGLE, ""), tongues=tongues)
    assert f"No independent source confirms it. {sentence} {VERIFY}" in text


@pytest.mark.parametrize("languages", [[], [""], ["en"], ["en-GB", "EN_us", ""]])
def test_nothing_is_translated_from_its_own_language(languages: list[str]) -> None:
    tongues = Tongues("en", tuple(languages))
    assert "translated" not in compose([HERALD], Corroboration(SINGLE, ""), tongues=tongues)


def test_an_editors_note_comes_last_on_one_line() -> None:
    text = compose([HERALD], Corroboration(SINGLE, ""), note=" The figures\nwere rounded ")
    assert text.endswith(f"{VERIFY} The figures were rounded.")


def test_per_cent_signs_in_names_do_no_harm() -> None:
    text = compose([Outlet("100% News", OwnershipStatus.PRIVATE)], Corroboration(SINGLE, ""))
    assert text.startswith("This briefing rests on 100% News, privately owned.")
