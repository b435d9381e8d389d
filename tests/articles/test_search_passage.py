"""The passage of a text that shows what a search found, with its words marked."""

import pytest

from articles.formats.passage import passage


@pytest.mark.parametrize(
    ("text", "terms", "marked"),
    [
        ("Nickel mines must report.", ("mine",), ["mines"]),
        ("Mining is a business.", ("mines",), ["Mining"]),
        ("They reported a repose.", ("reports",), ["reported"]),
        ("The region is religious.", ("regions",), ["region"]),
        ("Zürich and Zurich", ("zurich",), ["Zürich", "Zurich"]),
        ("Rare earths; rare old earth", ("rare earths",), ["Rare earths"]),
        ("China’s rare earths", ("china rare earths",), ["China’s rare earths"]),
        ("据包钢集团消息", ("包钢 钢集 集团",), ["包钢集团"]),
        ("包钢和钢铁", ("钢",), ["钢", "钢"]),
        ("A 5G网络 here", ("5g 网络",), ["5G网络"]),
        ("ore & <ore>", ("ore",), ["ore", "ore"]),
        ("nothing of the kind", ("ore",), []),
    ],
)
def test_words_are_marked_in_all_their_forms(
    text: str, terms: tuple[str, ...], marked: list[str]
) -> None:
    parts = passage(text, terms).split("<mark>")[1:]
    assert [part.partition("</mark>")[0] for part in parts] == marked


def test_text_is_escaped_and_only_the_mark_is_not() -> None:
    assert (
        passage("<b>ore</b> & more", ("ore",)) == "&lt;b&gt;<mark>ore</mark>&lt;/b&gt; &amp; more"
    )


def test_passage_is_where_most_of_the_words_stand_together() -> None:
    text = f"Ore once. {'Nothing much. ' * 40}Then ore and acid in one place. {'And so on. ' * 40}"
    shown = passage(text, ("ore", "acid"))
    assert "<mark>ore</mark> and <mark>acid</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400


def test_lines_of_a_text_are_set_apart() -> None:
    assert passage("One ore\n\nTwo", ("ore",)) == "One <mark>ore</mark> · Two"


def test_only_the_beginning_of_an_endless_text_is_looked_through() -> None:
    assert passage("x " * 60_000 + "ore", ("ore",)) == ""
