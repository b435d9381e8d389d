"""Repairs and removals stand at their place in both texts."""

from hypothesis import given
from hypothesis import strategies as st

from articles.editorial.ingest.marks import doubts, original_pieces, result_pieces
from sources.ingest.item import ParsedDisclaimer, ParsedItem, Removal, Repair

BEFORE = "Talk.\nChinaXs plan, Chinaxs ore."
AFTER = "Talk.\nChina’s plan, China—s ore."


def _item(source: str, result: str, repairs: list[Repair], removals: list[Removal]) -> ParsedItem:
    return ParsedItem(
        encoding="utf-8",
        source_text=source,
        repaired_text=result,
        title=None,
        date=None,
        byline=None,
        highlights=(),
        opening=(),
        sections=(),
        disclaimer=ParsedDisclaimer(present=False),
        organisations=(),
        comments_count=None,
        repairs=tuple(repairs),
        removals=tuple(removals),
    )


def _example() -> ParsedItem:
    repairs = [
        Repair(11, "X", "’", "apostrophe", sure=True),
        Repair(25, "x", "—", "dash", sure=False),
    ]
    return _item(BEFORE, AFTER, repairs, [Removal(0, "Talk.", "assistant's talk")])


def test_repair_is_marked_in_the_original_and_in_the_result() -> None:
    item = _example()
    assert [piece.text for piece in original_pieces(item) if piece.repair] == ["X", "x"]
    assert [piece.text for piece in result_pieces(item) if piece.repair] == ["’", "—"]


def test_removal_is_marked_in_the_result_alone() -> None:
    item = _example()
    assert [piece.text for piece in result_pieces(item) if piece.removal] == ["Talk."]
    assert not any(piece.removal for piece in original_pieces(item))


def test_doubtful_repair_is_listed_with_its_surroundings() -> None:
    assert [(doubt.before[-5:], doubt.after[:2]) for doubt in doubts(_example())] == [
        ("China", "s ")
    ]


def test_repair_inside_a_removal_belongs_to_both() -> None:
    item = _item(
        "aXb", "a’b", [Repair(1, "X", "’", "r", sure=True)], [Removal(0, "a’b", "leftover")]
    )
    pieces = result_pieces(item)
    assert [(bool(p.repair), bool(p.removal)) for p in pieces] == [
        (False, True),
        (True, True),
        (False, True),
    ]


def test_markup_that_never_stood_in_the_text_strikes_nothing_out() -> None:
    item = _item("Ore rose.", "Ore rose.", [], [Removal(0, '<p class="lead">', "markup")])
    assert [(piece.text, piece.removal) for piece in result_pieces(item)] == [("Ore rose.", None)]


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=2), st.text(max_size=3))))
def test_pieces_always_make_up_the_whole_text(runs: list[tuple[str, str, str]]) -> None:
    source, result, repairs = "", "", []
    for kept, before, after in runs:
        source, result = source + kept, result + kept
        repairs.append(Repair(len(source), before, after, "rule", sure=True))
        source, result = source + before, result + after
    item = _item(source, result, repairs, [])
    assert "".join(piece.text for piece in original_pieces(item)) == source
    assert "".join(piece.text for piece in result_pieces(item)) == result
    marked = "".join(piece.text for piece in result_pieces(item) if piece.repair)
    assert marked == "".join(repair.after for repair in repairs)
