"""The query language: what is read, and what is answered to what cannot be read."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.fulltext import Field, UnsearchableError, read_query
from articles.fulltext.language import FIELDS, example_of


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("nickel sulphate", ("nickel", "sulphate"), ()),
        ('"rare earth" oxides', ("rare earth", "oxides"), ()),
        ("“rare earth” „seltene Erden“", ("rare earth", "seltene erden"), ()),
        ("acid -leak", ("acid",), ("leak",)),
        ("acid −leak –port", ("acid",), ("leak", "port")),
        ('acid -"a leak"', ("acid",), ("a leak",)),
        ("well-known", ("well known",), ()),
        ("the acid of the port", ("acid", "port"), ()),
        ("acid acid ACID", ("acid",), ()),
        ('"open phrase', ("open phrase",), ()),
        ("10:30 note: acid", ("10 30", "note", "acid"), ()),
        ("a OR b* AND (c) NEAR d", ("b", "c", "near"), ()),
        ("acid -the", ("acid",), ()),
    ],
)
def test_words_phrases_and_exclusions_are_read(
    text: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    request = read_query(text)
    assert (request.wanted[: len(wanted)], request.unwanted) == (wanted, unwanted)


def test_fields_are_read_with_quotes_and_a_minus() -> None:
    text = 'org:"Port Authority" -topic:trade YEAR:2026 acid'
    assert read_query(text).fields == (
        Field("org", "Port Authority", typed='org:"Port Authority"'),
        Field("topic", "trade", is_unwanted=True, typed="-topic:trade"),
        Field("year", "2026", typed="YEAR:2026"),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no word to look for"),
        ("--", "no word to look for"),
        ('""', "no word to look for"),
        ("the of and", "such as “the”"),
        ('"out of the"', "such as “the”"),
        ("-acid", "only what to leave out"),
        ("-topic:trade", "only what to leave out"),
        ("acid\x00", "NUL"),
        ("x" * 201, "longer than 200"),
        (" ".join(f"w{number}" for number in range(30)), "more than 20 words"),
        ("colour:red", "The fields are org:, issuer:, topic:"),
        ("https://a.example/x", "put them in quotes"),
        ("org: acid", 'Type a name, such as org:"Port Authority"'),
        ('topic:"" acid', "Type a topic"),
    ],
)
def test_what_cannot_be_searched_is_met_with_what_to_type_instead(text: str, says: str) -> None:
    with pytest.raises(UnsearchableError, match=says.replace('"', ".")):
        read_query(text)


def test_every_field_has_an_example() -> None:
    assert all(f"{field}:" in example_of(field) for field in FIELDS)


@given(st.text(max_size=210))
def test_whatever_is_typed_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(UnsearchableError):
        request = read_query(text)
        assert request.wanted or request.fields
