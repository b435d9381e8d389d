"""A citation never attaches to a passage that is another one, or that says something else."""

import pytest

from tests.accuracy.anchoring import ENDING, KEEPING, LEAST_FOUND, Score, make_cases, score


@pytest.fixture(scope="module")
def result() -> Score:
    return score(tuple(make_cases()))


def test_no_citation_attaches_to_a_wrong_passage(result: Score) -> None:
    assert [(case.document, case.kind, case.selector.exact) for case in result.wrong] == []


def test_most_passages_that_are_still_there_are_found(result: Score) -> None:
    assert result.share_found >= LEAST_FOUND


def test_set_is_large_and_holds_every_kind_of_edit(result: Score) -> None:
    cases = (*result.found, *result.kept, *result.doubted, *result.wrong)
    assert len({case.text for case in cases}) >= 300
    assert {case.kind for case in cases} == KEEPING.keys() | ENDING.keys()


@pytest.mark.parametrize("kind", ["nothing", "sentence at the beginning", "wrapped", "spaced"])
def test_what_is_set_anew_or_lies_elsewhere_is_no_doubt(result: Score, kind: str) -> None:
    assert kind not in {case.kind for case in result.doubted}
