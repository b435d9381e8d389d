"""The check of figures and names finds planted errors and leaves faithful texts alone."""

import pytest

from tests.accuracy.figures import LEAST_FOUND, MOST_FALSE_ALARMS, Score, score
from tests.accuracy.pairs import HELD_OUT, TUNED, Pair, read_pairs

SETS = {"tuned": TUNED, "held out": HELD_OUT}


@pytest.fixture(scope="module", params=SETS)
def measured(request: pytest.FixtureRequest) -> Score:
    """The score of a set."""
    return score(read_pairs(*SETS[request.param]))


def test_planted_errors_are_found(measured: Score) -> None:
    assert measured.found >= LEAST_FOUND


def test_faithful_wordings_raise_few_alarms(measured: Score) -> None:
    assert measured.false_alarm_rate <= MOST_FALSE_ALARMS


def test_sets_are_large_enough_to_say_something() -> None:
    tuned, held_out = read_pairs(*TUNED), read_pairs(*HELD_OUT)
    assert len(tuned) >= 200
    assert len(held_out) >= 40
    assert len({pair.passage for pair in (*tuned, *held_out)}) >= 25


def test_alarm_beside_a_planted_error_is_a_false_one() -> None:
    (result,) = score(
        [Pair("", "In Oslo 5 tonnes", "In Bergen 6 tonnes", "figure", (8, 16))]
    ).results
    assert result.is_found
    assert [alarm.text for alarm in result.false_alarms] == ["Oslo"]
