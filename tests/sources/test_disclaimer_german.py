"""Golden texts in German: sentences of its own grammar, not of English in other words."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from sources.disclaimer import AiUse, Tongues, compose
from sources.enums import Credibility, Reliability
from sources.independence import Corroboration, assess
from tests.sources.graphs import SEED, Sketch
from tests.sources.outlets import CASES, HERALD, SINGLE

VERIFY = (
    "Bitte unabhängig prüfen, bevor Sie geschäftliche Schlüsse ziehen oder "
    "Anlageentscheidungen treffen."
)
GOLDEN = {
    "the seed": (
        "Dieses Briefing stützt sich auf Baogang Daily und Northern Rare Earth Group, beide "
        "in Staatsbesitz und beide von Baogang Group kontrolliert. Sie bestätigen einander "
        "nicht, und auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "one state-owned outlet": (
        "Dieses Briefing stützt sich auf Baogang Daily, in Staatsbesitz und von Baogang Group"
        " kontrolliert. Keine unabhängige Quelle bestätigt die Angaben."
    ),
    "one state-owned company": (
        "Dieses Briefing stützt sich auf Northern Rare Earth Group, ein Unternehmen in "
        "Staatsbesitz unter der Kontrolle von Baogang Group. Keine unabhängige Quelle "
        "bestätigt die Angaben."
    ),
    "one private outlet": (
        "Dieses Briefing stützt sich auf Harbour Herald, in Privatbesitz. Keine unabhängige "
        "Quelle bestätigt die Angaben."
    ),
    "one of unknown ownership": (
        "Dieses Briefing stützt sich auf Nameless Blog, in unbekanntem Besitz. Keine "
        "unabhängige Quelle bestätigt die Angaben."
    ),
    "one state body": (
        "Dieses Briefing stützt sich auf Ministry of Mines, eine staatliche Stelle. Keine "
        "unabhängige Quelle bestätigt die Angaben."
    ),
    "one political party": (
        "Dieses Briefing stützt sich auf Lantern Party, eine politische Partei. Keine "
        "unabhängige Quelle bestätigt die Angaben."
    ),
    "one organ of a party": (
        "Dieses Briefing stützt sich auf People's Lantern, ein staatsnahes Medium unter der "
        "Kontrolle von Press. Keine unabhängige Quelle bestätigt die Angaben."
    ),
    "none": (
        "Dieses Briefing nennt keine Quelle, auf die es sich stützt. Keine unabhängige Quelle"
        " bestätigt die Angaben."
    ),
    "the same one twice": (
        "Dieses Briefing stützt sich auf Baogang Daily, in Staatsbesitz und von Baogang Group"
        " kontrolliert. Keine unabhängige Quelle bestätigt die Angaben."
    ),
    "two alike without an owner": (
        "Dieses Briefing stützt sich auf Harbour Herald und Skerry Sun, beide in "
        "Privatbesitz. Mindestens eine Quelle widerspricht der Darstellung."
    ),
    "three of unknown ownership": (
        "Dieses Briefing stützt sich auf Nameless Blog, Other Blog und Third, alle in "
        "unbekanntem Besitz. Sie bestätigen einander nicht, und auch keine unabhängige Quelle"
        " bestätigt die Angaben."
    ),
    "three of one owner": (
        "Dieses Briefing stützt sich auf Quay 1, Quay 2 und Quay 3, alle in Privatbesitz und "
        "alle von Quay Press kontrolliert. Sie bestätigen einander nicht, und auch keine "
        "unabhängige Quelle bestätigt die Angaben."
    ),
    "two companies of one government": (
        "Dieses Briefing stützt sich auf Island Works und Island Mills, beide Unternehmen in "
        "Staatsbesitz und beide von Island government kontrolliert. Sie bestätigen einander "
        "nicht, und auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "two state bodies": (
        "Dieses Briefing stützt sich auf Ministry of Mines und Harbour Office, beide "
        "staatliche Stellen. Die beiden sind voneinander unabhängig."
    ),
    "two organs of one party": (
        "Dieses Briefing stützt sich auf People's Lantern und Lantern Radio, beide staatsnahe"
        " Medien und beide von Lantern Party kontrolliert. Sie bestätigen einander nicht, und"
        " auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "two kinds of one party": (
        "Dieses Briefing stützt sich auf People's Lantern (ein staatsnahes Medium) und "
        "Lantern TV (staatlich kontrolliert), beide von Lantern Party kontrolliert. Sie "
        "bestätigen einander nicht, und auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "two companies that a state controls": (
        "Dieses Briefing stützt sich auf Pier Steel und Pier Lifts, beide vom Staat "
        "kontrollierte Unternehmen, und zwar über Pier Holding. Sie bestätigen einander "
        "nicht, und auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "two companies of two governments": (
        "Dieses Briefing stützt sich auf Island Works (ein Unternehmen in Staatsbesitz unter "
        "der Kontrolle von Island government) und Pier Steel (ein vom Staat kontrolliertes "
        "Unternehmen, und zwar über Pier Holding). Die beiden sind voneinander unabhängig."
    ),
    "two newspapers of two owners": (
        "Dieses Briefing stützt sich auf Quay 1 (in Privatbesitz, von Quay Press "
        "kontrolliert) und Skerry Mining Review (börsennotiert, von Greyhaven Mining "
        "kontrolliert). Die beiden sind voneinander unabhängig."
    ),
    "private and listed": (
        "Dieses Briefing stützt sich auf Harbour Herald (in Privatbesitz) und Fjord Post "
        "(börsennotiert). Die beiden sind voneinander unabhängig."
    ),
    "a state body and a private outlet": (
        "Dieses Briefing stützt sich auf Ministry of Mines (eine staatliche Stelle) und "
        "Harbour Herald (in Privatbesitz). Die beiden sind voneinander unabhängig."
    ),
    "known and unknown": (
        "Dieses Briefing stützt sich auf Harbour Herald (in Privatbesitz) und Nameless Blog "
        "(in unbekanntem Besitz). Sie bestätigen einander nicht, und auch keine unabhängige "
        "Quelle bestätigt die Angaben."
    ),
    "state-owned, private and listed": (
        "Dieses Briefing stützt sich auf Baogang Daily (in Staatsbesitz, von Baogang Group "
        "kontrolliert), Harbour Herald (in Privatbesitz) und Fjord Post (börsennotiert). "
        "Mindestens zwei seiner Quellen sind voneinander unabhängig."
    ),
    "two of one owner and a third": (
        "Dieses Briefing stützt sich auf Baogang Daily (in Staatsbesitz, von Baogang Group "
        "kontrolliert), Northern Rare Earth Group (ein Unternehmen in Staatsbesitz unter der "
        "Kontrolle von Baogang Group) und Harbour Herald (in Privatbesitz). Mindestens zwei "
        "seiner Quellen sind voneinander unabhängig."
    ),
    "an owner and its outlet": (
        "Dieses Briefing stützt sich auf Greyhaven Mining (börsennotiert) und auf Skerry "
        "Mining Review, kontrolliert von Greyhaven Mining. Sie bestätigen einander nicht, und"
        " auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "an outlet and its owner, which has one itself": (
        "Dieses Briefing stützt sich auf Baogang Group (ein Unternehmen in Staatsbesitz unter"
        " der Kontrolle von Inner Mongolia government) und auf Baogang Daily, kontrolliert "
        "von Baogang Group. Sie bestätigen einander nicht, und auch keine unabhängige Quelle "
        "bestätigt die Angaben."
    ),
    "an owner and two outlets": (
        "Dieses Briefing stützt sich auf Greyhaven Mining (börsennotiert) sowie auf Skerry "
        "Mining Review und Skerry Radio, die zu Greyhaven Mining gehören. Sie bestätigen "
        "einander nicht, und auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "an owner, its outlet and a third": (
        "Dieses Briefing stützt sich auf Greyhaven Mining (börsennotiert), Skerry Mining "
        "Review (gehört zu Greyhaven Mining) und Harbour Herald (in Privatbesitz). Mindestens"
        " zwei seiner Quellen sind voneinander unabhängig."
    ),
    "an owner, its outlet and another below the same top": (
        "Dieses Briefing stützt sich auf Baogang Group (ein Unternehmen in Staatsbesitz), "
        "Baogang Daily (gehört zu Baogang Group) und Steppe Sheep Farms (ein Unternehmen in "
        "Staatsbesitz), alle von Inner Mongolia government kontrolliert. Sie bestätigen "
        "einander nicht, und auch keine unabhängige Quelle bestätigt die Angaben."
    ),
    "one that was sold": (
        "Dieses Briefing stützt sich auf Cove Post, in Privatbesitz. Keine unabhängige Quelle"
        " bestätigt die Angaben. Bis zum 1. Juli 2024 wurde Cove Post von Quay Press "
        "kontrolliert."
    ),
    "two that were sold together": (
        "Dieses Briefing stützt sich auf Cove Post und Cove Radio, beide in Privatbesitz. Die"
        " beiden sind voneinander unabhängig. Bis zum 1. Juli 2024 wurden Cove Post und Cove "
        "Radio von Quay Press kontrolliert."
    ),
    "three of which two were sold": (
        "Dieses Briefing stützt sich auf Cove Post (in Privatbesitz), Bay Post (in "
        "unbekanntem Besitz) und Harbour Herald (in Privatbesitz). Mindestens zwei seiner "
        "Quellen sind voneinander unabhängig. Bis zum 1. Juli 2024 wurde Cove Post von Quay "
        "Press kontrolliert. Bis zum 15. März 2023 wurde Bay Post von Bay Bank kontrolliert."
    ),
}


@pytest.fixture(autouse=True)
def _in_german() -> Iterator[None]:
    with translation.override("de"):
        yield


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
            AiUse("Scribe 4", "Entwurf und Übersetzung", "Ada Holm"),
            (
                "Das KI-Werkzeug Scribe 4 wurde eingesetzt (Entwurf und Übersetzung); "
                "Ada Holm hat den Text geprüft und verantwortet ihn."
            ),
        ),
        (AiUse("Scribe 4"), "Das KI-Werkzeug Scribe 4 wurde eingesetzt."),
    ],
)
def test_use_of_an_ai_tool_is_said(ai: AiUse, sentence: str) -> None:
    text = compose([HERALD], Corroboration(SINGLE, ""), ai=ai)
    assert text.endswith(f"{VERIFY} {sentence}")


@pytest.mark.parametrize(
    ("languages", "sentence"),
    [
        (
            ["zh-Hans"],
            "Was hier berichtet wird, ist übersetzt und im Original auf Chinesisch verfasst.",
        ),
        (
            ["en", "ar", "de"],
            (
                "Ein Teil dessen, was hier berichtet wird, ist übersetzt und im Original auf "
                "Englisch und Arabisch verfasst."
            ),
        ),
        (["tlh"], "Was hier berichtet wird, ist aus einer anderen Sprache übersetzt."),
        (
            ["tlh", ""],
            "Ein Teil dessen, was hier berichtet wird, ist aus einer anderen Sprache übersetzt.",
        ),
    ],
)
def test_translation_is_said(languages: list[str], sentence: str) -> None:
    text = compose([HERALD], Corroboration(SINGLE, ""), tongues=Tongues("de", tuple(languages)))
    assert f" {sentence} {VERIFY}" in text


def test_reason_of_the_verdict_reads() -> None:
    sketch = Sketch(SEED, alone=["Nameless Blog"])
    seed = [sketch.testimony(name) for name in ("Baogang Daily", "Northern Rare Earth Group")]
    assert assess(seed, sketch.graph).reason == (
        "Baogang Daily und Northern Rare Earth Group: "
        "beide von Baogang Group (in Staatsbesitz) kontrolliert."
    )
    unknown = [sketch.testimony("Nameless Blog")]
    assert assess(unknown, sketch.graph).reason == (
        "Die Eigentumsverhältnisse von Nameless Blog sind nicht bekannt."
    )


def test_grades_keep_their_codes() -> None:
    assert all(grade.words and str(grade.label)[0] == grade.value for grade in Reliability)
    assert all(grade.words and str(grade.label)[0] == grade.value for grade in Credibility)
