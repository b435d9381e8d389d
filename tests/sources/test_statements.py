"""What cannot be true beside the ownership record is refused; what was said is never lost."""

import datetime
import threading
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from wagtail.models import ModelLogEntry

from sources.actions.ownership import end_ownership, save_statement, state_ownership
from sources.enums import ControlKind
from sources.models import Organisation, Ownership
from tests.sources.builders import make_organisation, make_ownership, make_user

pytestmark = pytest.mark.django_db

NEW_YEAR_2020 = datetime.date(2020, 1, 1)
NEW_YEAR_2021 = datetime.date(2021, 1, 1)
NEW_YEAR_2022 = datetime.date(2022, 1, 1)
NOBODY_DECIDES = [ControlKind.LISTED, ControlKind.PRIVATE, ControlKind.UNKNOWN]
OWNER_DECIDES = [kind for kind in ControlKind if kind.controls]


@pytest.fixture
def cast() -> dict[str, Organisation]:
    """Five companies by their initials."""
    names = ["Alpha", "Beta", "Cedar", "Delta", "Epsilon"]
    return {name[0].lower(): make_organisation(name=name) for name in names}


@pytest.fixture
def state(cast: dict[str, Organisation]) -> Callable[..., Ownership]:
    """State in one line that the first is owned by the second."""

    def stating(
        owned: str, owner: str = "", control: str = "subsidiary", **values: Any
    ) -> Ownership:
        values["owner"] = cast.get(owner)
        return state_ownership(owned=cast[owned], control=ControlKind(control), **values)

    return stating


def refused(words: str) -> pytest.RaisesExc[ValidationError]:
    return pytest.raises(ValidationError, match=words)


# -- Circles ----------------------------------------------------------------------------------


def test_organisation_does_not_own_itself(state: Callable[..., Ownership]) -> None:
    with refused("cannot own itself") as caught:
        state("a", "a")
    assert len(caught.value.messages) == 1


def test_two_do_not_own_each_other(state: Callable[..., Ownership]) -> None:
    state("a", "b")
    with refused("Beta stands above Alpha|Alpha stands above|close a circle"):
        state("b", "a")


def test_long_circle_is_not_closed(state: Callable[..., Ownership]) -> None:
    for owned, owner in ("ab", "bc", "cd", "de"):
        state(owned, owner)
    with refused("Epsilon stands above Alpha already"):
        state("e", "a")


def test_circle_through_a_second_owner_is_not_closed(state: Callable[..., Ownership]) -> None:
    state("a", "b", "state")
    state("a", "c", "party_organ")
    state("c", "d")
    with refused("close a circle"):
        state("d", "a")


def test_owners_of_different_times_close_no_circle(state: Callable[..., Ownership]) -> None:
    state("a", "b", valid_to=NEW_YEAR_2020)
    state("b", "a", valid_from=NEW_YEAR_2020)
    assert Ownership.objects.count() == 2


def test_circle_without_a_common_day_is_none(state: Callable[..., Ownership]) -> None:
    state("a", "b", valid_to=NEW_YEAR_2021)
    state("b", "c", valid_from=NEW_YEAR_2021)
    state("c", "a")
    assert Ownership.objects.count() == 3


def test_circle_of_one_common_day_is_refused(state: Callable[..., Ownership]) -> None:
    state("a", "b", valid_to=NEW_YEAR_2021)
    state("b", "c", valid_from=NEW_YEAR_2021 - datetime.timedelta(days=1))
    with refused("close a circle"):
        state("c", "a")


def test_minority_holdings_may_be_mutual(state: Callable[..., Ownership]) -> None:
    state("a", "b", "minority", share=Decimal(20))
    state("b", "a", "minority", share=Decimal(20))
    state("b", "c", "majority", share=Decimal(60))
    assert Ownership.objects.count() == 3


def test_subsidiary_may_hold_a_minority_of_its_owner(state: Callable[..., Ownership]) -> None:
    state("a", "b")
    state("b", "a", "minority", share=Decimal(5))
    assert Ownership.objects.count() == 2


# -- Contradictions ---------------------------------------------------------------------------


def test_two_majorities_at_once_are_refused(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority")
    with refused("“Alpha majority-owned by Beta”, without a known beginning or end"):
        state("a", "c", "majority")


def test_same_owner_is_stated_once_for_a_day(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority", valid_from=NEW_YEAR_2020)
    with refused("“Alpha majority-owned by Beta”, since 2020-01-01"):
        state("a", "b", "minority", valid_from=NEW_YEAR_2021)


@pytest.mark.parametrize("nobody", NOBODY_DECIDES)
@pytest.mark.parametrize("owner", OWNER_DECIDES)
def test_nobody_decides_and_somebody_does_contradict(
    state: Callable[..., Ownership], nobody: str, owner: str
) -> None:
    state("a", control=nobody)
    with refused("On record for some of the same days"):
        state("a", "b", owner)


@pytest.mark.parametrize("nobody", NOBODY_DECIDES)
def test_nobody_decides_may_stand_beside_a_minority(
    state: Callable[..., Ownership], nobody: str
) -> None:
    state("a", "b", "minority", share=Decimal(10))
    state("a", control=nobody)
    state("a", "c", "minority", share=Decimal(10))
    assert Ownership.objects.count() == 3


@pytest.mark.parametrize("other", NOBODY_DECIDES)
def test_nobody_decides_is_said_once_for_a_day(state: Callable[..., Ownership], other: str) -> None:
    state("a", control="listed")
    with refused("listed on an exchange"):
        state("a", control=other)


def test_party_organ_may_be_a_subsidiary_of_another(state: Callable[..., Ownership]) -> None:
    state("a", "b", "party_organ")
    state("a", "c", "subsidiary")
    assert Ownership.objects.count() == 2


def test_periods_that_touch_do_not_overlap(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority", valid_to=NEW_YEAR_2020)
    state("a", "c", "majority", valid_from=NEW_YEAR_2020, valid_to=NEW_YEAR_2021)
    state("a", control="listed", valid_from=NEW_YEAR_2021)
    assert Ownership.objects.count() == 3


def test_one_day_of_overlap_is_refused(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority", valid_to=NEW_YEAR_2020)
    with refused("no longer on 2020-01-01"):
        state("a", "c", "majority", valid_from=NEW_YEAR_2020 - datetime.timedelta(days=1))


def test_statements_on_others_do_not_contradict(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority")
    state("c", "b", "majority")
    state("d", control="listed")
    assert Ownership.objects.count() == 3


# -- Shares -----------------------------------------------------------------------------------


def test_more_than_the_whole_is_not_owned(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority", share=Decimal(60))
    state("a", "c", "minority", share=Decimal("39.5"))
    with refused("100.5 per cent would be owned"):
        state("a", "d", "minority", share=Decimal(1))


def test_the_whole_may_be_owned(state: Callable[..., Ownership]) -> None:
    state("a", "b", "majority", share=Decimal(60))
    state("a", "c", "minority", share=Decimal(40))
    assert Ownership.objects.count() == 2


def test_shares_of_different_days_are_not_added(state: Callable[..., Ownership]) -> None:
    state("a", "b", "minority", share=Decimal(45), valid_to=NEW_YEAR_2020)
    state("a", "c", "minority", share=Decimal(45), valid_from=NEW_YEAR_2021)
    state("a", "d", "majority", share=Decimal(55))
    assert Ownership.objects.count() == 3


def test_shares_are_added_on_the_day_on_which_most_hold(state: Callable[..., Ownership]) -> None:
    state("a", "b", "minority", share=Decimal(45), valid_from=NEW_YEAR_2020)
    state("a", "c", "minority", share=Decimal(45), valid_from=NEW_YEAR_2021)
    with refused("110 per cent"):
        state("a", "d", "minority", share=Decimal(20))


def test_what_was_wrong_before_a_statement_began_is_not_held_against_it(
    cast: dict[str, Organisation], state: Callable[..., Ownership]
) -> None:
    for owner in ("b", "c"):
        make_ownership(
            owned=cast["a"],
            owner=cast[owner],
            control=ControlKind.MINORITY,
            share=Decimal(40) if owner == "b" else Decimal(70),
            valid_to=NEW_YEAR_2021 if owner == "c" else None,
        )
    state("a", "d", "minority", share=Decimal(10), valid_from=NEW_YEAR_2021)
    assert Ownership.objects.count() == 3


@pytest.mark.parametrize("share", [Decimal(-1), Decimal("100.01")])
def test_share_is_a_percentage(state: Callable[..., Ownership], share: Decimal) -> None:
    with refused("between 0 and 100"):
        state("a", "b", "minority", share=share)


# -- Form of a statement ----------------------------------------------------------------------


@pytest.mark.parametrize(("owner", "control"), [("", "state"), ("b", "listed")])
def test_owner_is_named_exactly_where_there_is_one(
    state: Callable[..., Ownership], owner: str, control: str
) -> None:
    with refused("exactly where the control has one"):
        state("a", owner, control)


def test_statement_ends_after_it_begins(state: Callable[..., Ownership]) -> None:
    with refused("must end after the day it begins"):
        state("a", "b", valid_from=NEW_YEAR_2020, valid_to=NEW_YEAR_2020)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "words"),
    [
        (None, None, "without a known beginning or end"),
        (NEW_YEAR_2020, None, "since 2020-01-01"),
        (None, NEW_YEAR_2021, "no longer on 2021-01-01"),
        (NEW_YEAR_2020, NEW_YEAR_2021, "from 2020-01-01, no longer on 2021-01-01"),
    ],
)
def test_period_is_said_in_words(
    valid_from: datetime.date | None, valid_to: datetime.date | None, words: str
) -> None:
    assert Ownership(valid_from=valid_from, valid_to=valid_to).period_words == words


@pytest.mark.parametrize("day", [NEW_YEAR_2020, NEW_YEAR_2021, NEW_YEAR_2022])
def test_row_and_queryset_agree_on_whether_a_statement_holds(
    state: Callable[..., Ownership], day: datetime.date
) -> None:
    statement = state("a", "b", valid_from=NEW_YEAR_2021, valid_to=NEW_YEAR_2022)
    assert statement.holds_on(day) is Ownership.objects.valid_on(day).exists()


# -- History ----------------------------------------------------------------------------------


def test_stating_is_logged(state: Callable[..., Ownership]) -> None:
    analyst = make_user()
    statement = state("a", "b", share=Decimal(60), user=analyst)
    entry = ModelLogEntry.objects.for_instance(statement).get()
    assert (entry.action, entry.user) == ("assay.ownership_stated", analyst)
    assert entry.data == {"statement": "Alpha subsidiary of Beta (60 %)"}


def test_ended_statement_stays_on_record_for_the_days_before(
    state: Callable[..., Ownership],
) -> None:
    statement = state("a", "b", "majority")
    end_ownership(statement=statement, on=NEW_YEAR_2020)
    state("a", "c", "majority", valid_from=NEW_YEAR_2020)
    before = NEW_YEAR_2020 - datetime.timedelta(days=1)
    assert [str(row.owner) for row in Ownership.objects.valid_on(before)] == ["Beta"]
    assert [str(row.owner) for row in Ownership.objects.valid_on(NEW_YEAR_2020)] == ["Cedar"]


def test_change_is_logged_with_what_was_said_before(
    cast: dict[str, Organisation], state: Callable[..., Ownership]
) -> None:
    statement = state("a", "b", evidence_note="Annual report")
    statement.owner, statement.valid_to = cast["c"], NEW_YEAR_2020
    save_statement(statement=statement)
    entry = ModelLogEntry.objects.for_instance(statement).get(action="assay.ownership_changed")
    assert entry.data == {
        "statement": "Alpha subsidiary of Cedar",
        "changes": {"owner": ["Beta", "Cedar"], "valid_to": ["", "2020-01-01"]},
    }


def test_saving_what_is_there_already_leaves_no_trace(state: Callable[..., Ownership]) -> None:
    statement = state("a", "b", share=Decimal("12.5"))
    save_statement(statement=Ownership.objects.get())
    assert ModelLogEntry.objects.for_instance(statement).count() == 1


def test_statement_is_ended_once(state: Callable[..., Ownership]) -> None:
    statement = state("a", "b")
    end_ownership(statement=statement, on=NEW_YEAR_2020)
    with refused("ended on 2020-01-01 already"):
        end_ownership(statement=statement, on=NEW_YEAR_2021)
    end_ownership(statement=statement, on=NEW_YEAR_2020 - datetime.timedelta(days=7))


def test_ending_keeps_what_others_changed_meanwhile(state: Callable[..., Ownership]) -> None:
    statement = state("a", "b")
    Ownership.objects.update(evidence_note="Annual report")
    end_ownership(statement=statement, on=NEW_YEAR_2020)
    assert Ownership.objects.get().evidence_note == "Annual report"


def test_statement_does_not_end_before_it_begins(state: Callable[..., Ownership]) -> None:
    statement = state("a", "b", valid_from=NEW_YEAR_2020)
    with refused("must end after the day it begins"):
        end_ownership(statement=statement, on=NEW_YEAR_2020)
    assert Ownership.objects.get().valid_to is None


def test_statement_that_is_drawn_out_is_checked_against_the_record(
    state: Callable[..., Ownership],
) -> None:
    first = state("a", "b", "majority", valid_to=NEW_YEAR_2020)
    state("a", "c", "majority", valid_from=NEW_YEAR_2020)
    first.valid_to = NEW_YEAR_2021
    with refused("On record for some of the same days"):
        save_statement(statement=first)


@pytest.mark.django_db(transaction=True)
def test_two_people_do_not_close_a_circle_together(cast: dict[str, Organisation]) -> None:
    outcomes = _at_once(
        lambda: state_ownership(owned=cast["a"], owner=cast["b"], control=ControlKind.SUBSIDIARY),
        lambda: state_ownership(owned=cast["b"], owner=cast["a"], control=ControlKind.SUBSIDIARY),
    )
    assert sorted(outcomes) == ["ValidationError", "stated"]
    assert Ownership.objects.count() == 1


def _at_once(*deeds: Callable[[], object]) -> Iterable[str]:
    """Do all in threads that begin together; says of each what came of it."""
    start = threading.Barrier(len(deeds))
    outcomes: list[str] = []

    def do(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
            outcomes.append("stated")
        except ValidationError as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
