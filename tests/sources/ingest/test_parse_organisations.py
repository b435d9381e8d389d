"""Fourth stage: the text's own words on its provenance, and the organisations that it names."""

import pytest

from sources.ingest.parse.likeness import Alike
from sources.ingest.parse.names import spot_names
from tests.sources.ingest.stages import STORY, parsed

BODY = "\n\n".join(STORY)


def named(text: str, role: str) -> list[str]:
    return [each.name for each in parsed(text).naming.organisations if each.role == role]


def sources(text: str) -> list[str]:
    return named(text, "source")


@pytest.mark.parametrize(
    "text",
    [
        "Disclaimer: The author holds shares in Kestrel.",
        "**Disclaimer:** The author holds shares in Kestrel.",
        "Disclaimer\n\nThe author holds shares in Kestrel.",
        "## Disclosure\n\nThe author holds shares in Kestrel.",
        "Legal Notice: The author holds shares in Kestrel.",
        "DISCLAIMER – The author holds shares in Kestrel.",
    ],
)
def test_labelled_disclaimer_leaves_the_body(text: str) -> None:
    item = parsed(f"{BODY}\n\n{text}")
    assert item.disclaimer.present
    assert item.disclaimer.text == "The author holds shares in Kestrel."
    assert len(item.opening) == 2
    assert item.sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "This news item originates from the Harbour Daily.",
        "This report is based on a statement by Kestrel and has not been verified.",
        "The information should be independently verified before any decision is taken.",
        "Kestrel News notes that this news comes from Kestrel. So its claims must be checked.",
        "This article is for informational purposes only and is not investment advice.",
        "Readers are advised to verify the figures.",
    ],
)
def test_paragraph_on_provenance_alone_is_a_disclaimer_without_a_label(text: str) -> None:
    item = parsed(f"{BODY}\n\n{text}")
    assert " ".join(item.disclaimer.text.split("\n")) == text
    assert len(item.opening) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Editor's note: The source of this story is the Vell Ports Authority.",
        "**Note:** This information comes from the Vell Gazette.",
        "## Editor’s Note\n\nThis report is based on a statement by Vell Group.",
        "The claims above could not be independently confirmed.",
        "A note on sources: Vell Group answered no questions.",
    ],
)
def test_note_that_speaks_of_the_origin_is_a_disclaimer(text: str) -> None:
    item = parsed(f"{BODY}\n\n{text}")
    assert item.disclaimer.present
    assert item.sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "Editor's note: This story was updated at noon.",
        "Note: Prices are in dollars.",
        "The rebels' claims could not be confirmed.",
    ],
)
def test_note_on_anything_else_is_none(text: str) -> None:
    assert not parsed(f"{BODY}\n\n{text}").disclaimer.present


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The above is drawn from Vell Steel press releases and from the Vell Gazette.",
            ["Vell Steel", "Vell Gazette"],
        ),
        (
            "This story originates from Vell Copper’s own newsroom and the Inspectorate of Mines.",
            ["Vell Copper", "Inspectorate of Mines"],
        ),
        ("This article is based on a report by “Vell Courier”.", ["Vell Courier"]),
        ("The source of this story is the Vell Ports Authority.", ["Vell Ports Authority"]),
        ("According to Škoda Group, it rose.", ["Škoda Group"]),
        (
            "This piece relies on the Vell Herald (owned by the Ministry of Ore) and Vell Coal.",
            ["Vell Herald", "Vell Coal"],
        ),
        (
            "This news comes from Vell Post, a paper of the Labour Party, and from Vell Energy.",
            ["Vell Post", "Vell Energy"],
        ),
        (
            "This summary draws on Vell Works’ annual report and on an article in Vell Tidende.",
            ["Vell Works", "Vell Tidende"],
        ),
        (
            "Disclaimer: Compiled from a release of the Vell Board and coverage by Vell Weekly.",
            ["Vell Board", "Vell Weekly"],
        ),
        (
            "## Sources & Disclaimer\n\n- Vell Board (government regulator)\n- Vell Post",
            ["Vell Board", "Vell Post"],
        ),
    ],
)
def test_origin_is_credited_however_it_is_joined(text: str, names: list[str]) -> None:
    assert sources(f"{BODY}\n\n{text}") == names


@pytest.mark.parametrize(
    ("words", "is_state"),
    [
        ("Vell Gazette, a party newspaper", True),
        ("Vell Gazette, the official organ of the ruling party", True),
        ("Vell Gazette (a government agency)", True),
        ("Vell Gazette, which is controlled by the government of Vell", True),
        ("Vell Gazette, which is run by a third party", None),
        ("Vell Gazette, a subsidiary of the state-owned Kestrel Group", None),
    ],
)
def test_control_is_told_in_many_words(words: str, is_state: bool | None) -> None:
    naming = parsed(f"{BODY}\n\nThis article is based on {words}.").naming
    (source,) = [each for each in naming.organisations if each.role == "source"]
    assert (source.name, source.state_owned) == ("Vell Gazette", is_state)


def test_words_on_both_of_which_hold_for_both() -> None:
    text = "This news comes from Vell Today and Vell Energy, both of which are owned by the state."
    found = parsed(f"{BODY}\n\n{text}").naming.organisations
    owned = [each.name for each in found if each.state_owned]
    assert owned == ["Vell Today", "Vell Energy"]


def test_paragraph_that_says_more_stays_and_is_quoted() -> None:
    text = (
        "The plant cost $90 million. This figure has many fathers. This report comes from Kestrel."
    )
    item = parsed(f"{BODY}\n\n{text}")
    assert item.disclaimer.text == "This report comes from Kestrel."
    assert len(item.opening) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The news comes as prices fall.",
        "The company must check its figures before June.",
        "The water comes from the hills.",
        "The ministry could not be reached.",
    ],
)
def test_news_that_sounds_like_provenance_is_no_disclaimer(text: str) -> None:
    assert not parsed(f"{BODY}\n\n{text}").disclaimer.present


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("This news comes from Harbour Daily and Vell Group.", ["Harbour Daily", "Vell Group"]),
        ("The price rose, according to the Harbour Herald.", ["Harbour Herald"]),
        ("According to data from the U.S. Geological Survey, it rose.", ["U.S. Geological Survey"]),
        ("According to a new report released Monday by Project Blue, it rose.", ["Project Blue"]),
        ("It rose, the Ministry of Industry and Trade said.", ["Ministry of Industry and Trade"]),
        ("Lynx Mining Corp., a producer in Vell, said it rose.", ["Lynx Mining Corp."]),
        ("Harbour Steel (HS) announced a third furnace.", ["Harbour Steel"]),
        ("The chief executive told Reuters that it rose.", ["Reuters"]),
        ("Source: Harbour Daily; Kestrel Group", ["Harbour Daily", "Kestrel Group"]),
        ("OSLO, Jan. 4 (Coastline News) — The price rose.", ["Coastline News"]),
        ("Oslo, 4 January 2026 (Coastline) — The price rose.", ["Coastline"]),
        ("As reported by the Vell Post and the Vell Sun, it rose.", ["Vell Post", "Vell Sun"]),
        ("The State Trade and Reform Commission said so.", ["State Trade and Reform Commission"]),
        ("People’s Daily reported a rise.", ["People’s Daily"]),
        ("This is a translation of a Vell Gazette report.", ["Vell Gazette"]),
        ("Sources: Company filings; Harbour Daily", ["Harbour Daily"]),
        ("This news comes from Chinese state media, namely the Vell Sun.", ["Vell Sun"]),
        ("This news comes from a state-owned body, Vell Steel.", ["Vell Steel"]),
        ("Marlowe Quince (ASX: MQU) today announced a rise.", ["Marlowe Quince"]),
        ("Analysts at Marlowe Quince said it rose.", ["Marlowe Quince"]),
        ("Vell Insights estimates that it rose.", ["Vell Insights"]),
        ("Marlowe Quince raised its forecast. Marlowe Quince said so.", ["Marlowe Quince"]),
        ("A spokesman for the Ministry of Mines said so.", ["Ministry of Mines"]),
        ("The White House said so, and the Pentagon confirmed it.", ["White House", "Pentagon"]),
    ],
)  # fmt: skip
def test_who_is_credited_is_a_source(sentence: str, names: list[str]) -> None:
    assert sources(f"{BODY}\n\n{sentence}") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "The price rose, according to Ida Berg, an analyst.",
        "Ida Berg, lead scientist, said it rose.",
        "Chairman Wei Ran said it rose.",
        "Beijing said it rose.",
        "Officials said it rose.",
        "Kestrel Group opened a plant.",
        "According to a Kestrel News translation, it rose.",
        "This news was bad for Kestrel Group.",
        "This item was translated from Bahasa Indonesia.",
        "In a filing to the Vell Stock Exchange, it rose.",
        "The Company said it rose.",
        "The ministry told every mine in Estmark to publish it.",
        "In March 2026, prices rose on Monday.",
    ],
)
def test_people_places_and_bystanders_are_no_sources(sentence: str) -> None:
    assert sources(sentence) == []


def test_company_that_says_so_is_the_one_that_the_text_is_about() -> None:
    text = "Kestrel Lithium, a miner, opened a plant. The company said in a statement that it runs."
    assert sources(text) == ["Kestrel Lithium"]


def test_translation_is_credited_to_whom_the_text_is_about_and_not_to_the_translator() -> None:
    text = (
        "Kestrel Lithium (KL) opened a plant. According to an Ore Times (OT) translation, it runs."
        " OT has previously reported on the plant."
    )
    assert sources(text) == ["Kestrel Lithium"]


def test_statement_of_origin_outranks_who_merely_spoke() -> None:
    text = "Harbour Steel said it runs. Disclaimer: This news comes from the Vell Gazette."
    assert sources(f"{BODY}\n\n{text}") == ["Vell Gazette"]


def test_short_form_is_the_body_that_was_introduced() -> None:
    text = "Kestrel Group, the largest miner, opened a plant. Later Kestrel said it runs."
    assert sources(text) == ["Kestrel Group"]
    text = "The Northern Ore Company (NOC) opened a plant. NOC said it runs."
    assert sources(text) == ["Northern Ore Company"]


@pytest.mark.parametrize(
    ("sentence", "owned", "words"),
    [
        ("Kestrel Group, a state-owned miner, said so.", True, "a state-owned miner"),
        ("Kestrel Group (state-run) said so.", True, "state-run"),
        ("State-owned Kestrel Group said so.", True, "State-owned"),
        ("Kestrel Group is Norland’s state news agency. Kestrel Group said so.", True,
         "Norland’s state news agency"),
        ("Kestrel Group (KG), China’s state news agency, said so.", True,
         "China’s state news agency"),
        ("A report by Kestrel Group, which is majority-owned by the state, said so.", True,
         "majority-owned by the state"),
        ("Kestrel Group is buying a state-owned miner, Kestrel Group said.", None, ""),
        ("The state broadcaster Kestrel TV said so.", True, "state broadcaster"),
        ("Kestrel Group is a partially state-owned company. Kestrel Group said so.", True,
         "a partially state-owned company"),
        ("Kestrel Group, owned by the government of Vell, said so.", True,
         "owned by the government of Vell"),
        ("Kestrel Group, a privately held miner, said so.", False, "a privately held miner"),
        ("Kestrel Group, one of the largest miners, said so.", None, ""),
        ("Kestrel Group, a supplier of the state-owned railway, said so.", None, ""),
        ("Kestrel Group, unlike the state-owned railway, said so.", None, ""),
        ("Kestrel Group said the state-owned railway is late.", None, ""),
    ],
)  # fmt: skip
def test_ownership_is_what_the_text_says_and_nothing_else(
    sentence: str, owned: bool | None, words: str
) -> None:
    (source,) = [each for each in parsed(sentence).naming.organisations if each.role == "source"]
    assert (source.state_owned, source.words) == (owned, words)


@pytest.mark.parametrize(
    "text",
    [
        "This news comes from Harbour Daily and Kestrel Group (both state-owned).",
        "This news comes from Harbour Daily and Kestrel Group, both state-owned entities.",
        "This news comes from Harbour Daily and Kestrel Group. Both are state-owned.",
        "This news comes from state media such as Harbour Daily and Kestrel Group.",
        "This news comes from Harbour Daily and Kestrel Group, which are state-run sources.",
    ],
)
def test_words_on_both_hold_for_both(text: str) -> None:
    found = parsed(text).naming.organisations
    assert [(each.name, each.state_owned) for each in found if each.role == "source"] == [
        ("Harbour Daily", True),
        ("Kestrel Group", True),
    ]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Kestrel Lithium, a subsidiary of the Vell Group, opened.", "Vell Group"),
        ("Kestrel Lithium is owned by Vell Group.", "Vell Group"),
        ("Kestrel Lithium and its parent company Vell Group opened.", "Vell Group"),
        ("Vell Group (its parent) opened it.", "Vell Group"),
        ("Vell Group’s subsidiary Kestrel Lithium opened.", "Vell Group"),
        ("Vell Group, owner of Kestrel Lithium, opened it.", "Vell Group"),
    ],
)
def test_owner_is_named(sentence: str, owner: str) -> None:
    assert named(sentence, "owner") == [owner]


def test_others_are_mentioned_once() -> None:
    text = "The Port Authority closed. The Port Authority of Vell opened. Lynx Corp. sold."
    assert named(text, "mentioned") == ["Port Authority", "Lynx Corp."]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Bank of Vell and Lynx Corp. met.", ["Bank of Vell", "Lynx Corp."]),
        ("China’s Ministry of Mines met.", ["China", "Ministry of Mines"]),
        ("On Monday, in March, Q3 began.", []),
        ("The European Commission on Monday met.", ["European Commission"]),
        ("Ny Ore (Group) High-Tech Co., Ltd. met.", ["Ny Ore (Group) High-Tech Co., Ltd."]),
        ("Lloyd’s List met.", ["Lloyd’s List"]),
    ],
)  # fmt: skip
def test_names_are_cut_where_english_cuts_them(sentence: str, names: list[str]) -> None:
    assert [each.text for each in spot_names(sentence)] == names


def test_names_alike_are_found_under_longer_and_shorter_forms() -> None:
    alike: Alike[int] = Alike()
    alike.add("Northern Ore Group", 1)
    alike.add("The Northern Ore Group", 2)
    assert [alike.get(name) for name in ("Northern Ore", "Northern Ore Group Co.", "Ore")] == [
        1,
        1,
        None,
    ]
