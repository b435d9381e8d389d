"""What each rule finds, where, and what becomes of the comment."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.moderation import (
    Blocked,
    Context,
    Finding,
    Outcome,
    PatternError,
    check_pattern,
    fold,
    screen,
)

CALM = "The quota for March was 38,000 tonnes, not 35,000."
CYRILLIC_A = "\u0430"
ZERO_WIDTH = "\u200b"


def look(text: str, *, name: str = "Marta Vidal", **known: Any) -> tuple[Finding, ...]:
    return screen(text=text, name=name, context=Context(**known)).findings


def marked(text: str, **known: Any) -> list[tuple[str, str]]:
    """Rule and the words it points at, "" where it points at none."""
    return [(found.rule, text[found.start : found.end]) for found in look(text, **known)]


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        ({}, Outcome.QUEUE),
        ({"is_trusted": True}, Outcome.APPROVE),
        ({"is_trusted": True, "mode": "before"}, Outcome.QUEUE),
        ({"mode": "after"}, Outcome.APPROVE),
        ({"mode": "after", "seconds": 1.0}, Outcome.HOLD),
        ({"is_trusted": True, "trap": "https://spam.example"}, Outcome.HOLD),
        ({"is_trusted": True, "copies": 2}, Outcome.HOLD),
    ],
)
def test_who_reads_first_depends_on_article_commenter_and_rules(
    known: dict[str, Any], outcome: Outcome
) -> None:
    context = Context(**known)
    assert screen(text=CALM, name="Marta Vidal", context=context).outcome is outcome


def test_light_finding_asks_for_a_look_even_at_somebody_trusted() -> None:
    verdict = screen(text=f"{CALM} https://a.example", name="M", context=Context(is_trusted=True))
    assert verdict.outcome is Outcome.QUEUE


@pytest.mark.parametrize(
    "text",
    [
        CALM,
        "I read NASA, OPEC and the WTO on this: no change.",
        "5G and H2O and 3M are fine; so are 505 and 1000.",
        "The particle is 5 μm, the load 3 kΩ.",
        "Ещё один вопрос: сколько тонн?",
        "产量是多少？",
        "می\u200cخواهم بدانم چند تن",
        "A family: 👩\u200d👩\u200d👧",
        "No, no, no.",
        "Hmmm... ----------- really?",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert look(text) == ()


def test_every_link_past_the_most_is_marked_with_weight() -> None:
    text = "See https://a.example and www.b.example and https://c.example/x."
    found = look(text, most_links=2)
    assert [text[row.start : row.end] for row in found] == [
        "https://a.example",
        "www.b.example",
        "https://c.example/x.",
    ]
    assert [row.weight for row in found] == ["light", "light", "heavy"]


def test_link_in_a_name_holds_the_comment() -> None:
    [found] = look(CALM, name="www.cheap.example")
    assert (found.rule, found.start, found.weight) == ("links", None, "heavy")


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Whaaaaaaaaaat is this", "repetition", "aaaaaaaaaa"),
        ("This is buy buy BUY buy good", "repetition", "buy buy BUY buy"),
        ("THE MINISTRY IS LYING TO US", "capitals", "THE MINISTRY IS LYING TO US"),
        ("!?", "length", "!?"),
        (f"Fine p{CYRILLIC_A}ypal here", "disguise", f"p{CYRILLIC_A}ypal"),
        (f"Fine pay{ZERO_WIDTH}pal here", "disguise", f"y{ZERO_WIDTH}p"),
        ("Turned \u202eover", "disguise", " \u202eo"),
        ("Fine z\u0300\u0301\u0302\u0303\u0304lgo", "disguise", "z\u0300\u0301\u0302\u0303\u0304"),
    ],
)
def test_rule_points_at_what_it_means(text: str, rule: str, words: str) -> None:
    assert marked(text) == [(rule, words)]


@pytest.mark.parametrize(
    "name",
    [
        "Ana Berg",
        "BERG, Ana",
        "\u1d00na Berg (editor)",
        f"{CYRILLIC_A}n{CYRILLIC_A} berg",
        f"Ana{ZERO_WIDTH} Berg",
        "Assay",
        "Chief Ed1tor",
        "m o d e r a t o r",
        "Redaktion",
    ],
)
def test_name_of_the_newsroom_holds_the_comment_of_anybody_else(name: str) -> None:
    found = look(CALM, name=name, newsroom=("Assay", "Ana Berg"))
    assert ("posing", None, "heavy") in {(row.rule, row.start, row.weight) for row in found}


@pytest.mark.parametrize(
    "name",
    [f"M{CYRILLIC_A}rta", "M\u03bfrta", f"Mar{ZERO_WIDTH}ta", "M\u0300\u0301\u0302\u0303rta"],
)
def test_name_that_is_not_what_it_looks_like_holds_the_comment(name: str) -> None:
    assert [(row.rule, row.start) for row in look(CALM, name=name)] == [("disguise", None)]


@pytest.mark.parametrize(
    "name",
    [
        "Ana",
        "Anaïs Bergmann",
        "Berg",
        "\u0410\u043d\u043d\u0430 \u0411\u0435\u0440\u0433",
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        "Nguy\u1ec5n V\u0103n An",
        "Kim \U0001f469\u200d\U0001f4bb",
        "Edith Steadman",
    ],
)
def test_ordinary_name_is_left_alone(name: str) -> None:
    assert not look(CALM, name=name, newsroom=("Assay", "Ana Berg"))


def test_one_word_over_and_over_is_repetition() -> None:
    assert marked("gold rises gold falls gold sits gold runs gold wins gold")[0][0] == "repetition"


def test_pages_of_text_are_marked_where_they_become_long() -> None:
    text = "Tonnes differ by month. " * 140
    assert ("length", text[3000:]) in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "get viagra now",
        "get VIAGRA now",
        "get v1agr@ now",
        f"get vi{ZERO_WIDTH}agra now",
        f"get vi{CYRILLIC_A}gra now",
        "get v i a g r a now",
        "get v.i.a.g.r.a now",
        "get ｖｉａｇｒａ now",
        "get viágra now",
        "get 𝓿𝓲𝓪𝓰𝓻𝓪 now",
    ],
)
def test_blocked_word_is_found_in_any_disguise_and_marked_as_written(text: str) -> None:
    spans = [words for rule, words in marked(text, blocked=(Blocked("Viagra"),))]
    assert text.removeprefix("get ").removesuffix(" now") in spans


def test_blocked_word_is_a_whole_word() -> None:
    assert marked("The classical assessment", blocked=(Blocked("ass"),)) == []


def test_blocked_word_of_a_script_without_spaces_is_found_inside_a_sentence() -> None:
    assert marked("请买假药吧谢谢", blocked=(Blocked("假药"),)) == [("blocked", "假药")]


def test_blocked_pattern_sees_the_text_as_written_and_without_disguise() -> None:
    rule = (Blocked(r"cheap\s{1,3}pills?", is_expression=True),)
    assert marked("Cheap  pills here", blocked=rule) == [("blocked", "Cheap  pills")]
    assert ("blocked", f"che{CYRILLIC_A}p pill") in marked(f"che{CYRILLIC_A}p pill", blocked=rule)
    cyrillic = (Blocked("спам", is_expression=True),)
    assert ("blocked", "СПАМ") in marked("это СПАМ тут", blocked=cyrillic)


def test_blocked_word_in_a_name_has_no_span() -> None:
    [found] = look(CALM, name="Spammer", blocked=(Blocked("spammer"),))
    assert (found.start, found.says) == (None, "Blocked, in the name: “%(pattern)s”.")


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("(a+)+$", "slow"),
        ("(a|aa)+b", "slow"),
        (r"(\w+\s?)*x", "slow"),
        ("a*b*c", "slow"),
        ("x{1,100}y{1,100}z", "slow"),
        (r"(.)\1", "reference"),
        ("(?=a)b", "reference"),
        ("(?!a)b", "reference"),
        ("a*", "empty"),
        ("", "empty"),
        ("(", "syntax"),
        ("[z-a]", "syntax"),
        ("a" * 201, "long"),
    ],
)
def test_pattern_that_cannot_be_trusted_is_refused(pattern: str, code: str) -> None:
    with pytest.raises(PatternError) as refused:
        check_pattern(pattern)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "pattern",
    [r"cheap\s+pills", "(viagra|cialis)", r"\bcasino\b", r"\d{3}-\d{4}", "a.{0,20}b{0,5}", "x+y"],
)
def test_ordinary_pattern_is_taken(pattern: str) -> None:
    check_pattern(pattern)


@given(st.text(max_size=300))
def test_folding_points_into_the_text_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.places)
    assert all(0 <= start < end <= len(text) for start, end in folded.places)
    assert list(folded.places) == sorted(folded.places)


@given(st.text(max_size=300), st.text(max_size=40))
def test_every_finding_points_inside_the_text(text: str, name: str) -> None:
    for found in look(text, name=name, blocked=(Blocked("a"), Blocked("b.", is_expression=True))):
        if found.start is not None and found.end is not None:
            assert 0 <= found.start <= found.end <= len(text)


@given(st.text(alphabet="abx.+*?{}(),|[]09", max_size=12), st.sampled_from("abx"))
def test_pattern_that_was_taken_comes_to_an_end_on_the_worst_text(
    pattern: str, letter: str
) -> None:
    entry = Blocked(pattern, is_expression=True)
    text = letter * 500 + "!"
    try:
        check_pattern(pattern)
    except PatternError:
        return
    assert all(start < end for start, end in entry.found_in(text, fold(text)))
