"""Nobody gets around the gate: thousands of random steps by random people through every door.

`make machine STEPS=10000` takes many and prints what they came to; `make test` takes some.
"""

import copy
import os
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import combinations_with_replacement

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError, connection, connections
from hypothesis import HealthCheck, seed
from hypothesis import settings as hypothesis_settings
from hypothesis.stateful import run_state_machine_as_test

from tests.articles.machine.doors import around, leaving, publishing, reviewing, tree, writing
from tests.articles.machine.doors.attempt import Attempt, Door
from tests.articles.machine.doors.knocking import knock
from tests.articles.machine.ledger import Ledger
from tests.articles.machine.machine import WAY, NewsroomMachine
from tests.articles.machine.tally import PROPERTY, Tally
from tests.articles.machine.words import STANDFIRSTS, Words
from tests.articles.machine.world import Newsroom, World, at_a_fixed_time, make_newsroom
from tests.databases.template import MigratedCopy, copy_for

STEPS = int(os.environ.get("MACHINE_STEPS", "400"))
PARTS = 4  # so that no core stands idle for long
RULES = 40  # in a row before everything begins anew; some rules are several steps
SETTINGS = hypothesis_settings(
    max_examples=min(25, max(2, STEPS // PARTS // RULES)),
    stateful_step_count=RULES,
    deadline=None,
    database=None,  # the seeds alone decide, so that every run is the same
    suppress_health_check=list(HealthCheck),  # an example is a day's work, and meant to be
)


@pytest.fixture
def newsroom(transactional_db: None) -> Iterator[tuple[Newsroom, MigratedCopy]]:
    """A newsroom, and the copy of the database that comes back to it."""
    with at_a_fixed_time():
        newsroom = make_newsroom()
    copy = copy_for(connection)
    copy.keep()
    yield newsroom, copy
    copy.drop()


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_public_that_was_not_approved_whoever_tries_whatever(
    newsroom: tuple[Newsroom, MigratedCopy],
    part: int,
    record_property: Callable[[str, object], None],
) -> None:
    tally = Tally()
    wanted, day = STEPS // PARTS, 0
    while tally.steps < wanted:
        machine = _machine(newsroom, tally)
        run_state_machine_as_test(seed(part + PARTS * day)(machine), settings=SETTINGS)
        day += 1
    record_property(PROPERTY, tally.counts())
    assert tally.steps >= wanted
    assert tally.changed.total()


def _machine(newsroom: tuple[Newsroom, MigratedCopy], tally: Tally) -> type[NewsroomMachine]:
    stored = {"newsroom": newsroom[0], "copy": newsroom[1], "tally": tally}
    return type("Machine", (NewsroomMachine,), stored)


# -- Two people at once ---------------------------------------------------------------------------

# Each with the person who may: the last approval, which publishes, is the second editor's.
AT_ONCE: dict[Door, str] = {
    writing.save: "ana",
    writing.autosave: "ana",
    reviewing.approve: "emil",
    reviewing.approve_in_the_editor: "emil",
    publishing.press_publish: "edith",
    publishing.publish_by_code: "edith",
    publishing.publish_in_emergency: "cleo",
    leaving.unpublish: "edith",
    leaving.take_back: "emil",
    tree.move: "edith",
    tree.set_privacy: "edith",
    around.change_ownership: "edith",
    leaving.delete: "admin",
}
NEXT = Words(standfirst=STANDFIRSTS[1], note="It was wrong.")
OTHER = Words(standfirst=STANDFIRSTS[2], note="It was unclear.")


# All of them take minutes: a run of few steps takes one of five.
PAIRS = list(combinations_with_replacement(AT_ONCE, 2))[:: 1 if STEPS >= 1000 else 5]


@pytest.mark.parametrize("part", range(PARTS))
def test_guarantees_hold_where_two_people_do_something_at_once(
    newsroom: tuple[Newsroom, MigratedCopy], part: int
) -> None:
    stored, kept = newsroom
    world, ledger = _briefing_on_its_way(stored)
    kept.keep()
    with closing(world):
        for pair in PAIRS[part::PARTS]:
            kept.renew()
            cache.clear()
            _at_once(world, *pair)
            copy.deepcopy(ledger).check_after_several(2)


def _briefing_on_its_way(newsroom: Newsroom) -> tuple[World, Ledger]:
    """Public, with a next state that awaits the last of its approvals."""
    world, ledger = World(newsroom), Ledger(newsroom)
    deeds: list[Door] = [writing.create, *WAY, writing.save, *WAY[:-1]]
    people = ["ana", "ana", "edith", "emil", "ana", "ana", "edith"]
    for door, person in zip(deeds, people, strict=True):
        world.clock.shift(60)
        words = NEXT if door is writing.save else Words()
        knock(world, door, Attempt(person, 0, 0, words))
        ledger.check(person)
    assert ledger.changes.total() == 1
    return world, ledger


def _at_once(world: World, *deeds: Door) -> None:
    world.clock.shift(60)
    start = threading.Barrier(len(deeds))

    def act(there: World, door: Door) -> None:
        start.wait()
        try:
            knock(there, door, Attempt(AT_ONCE[door], 0, 1, OTHER))
        except Exception as error:
            if _is_a_fault(error):
                raise
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        for deed in [pool.submit(act, world.beside(), door) for door in deeds]:
            deed.result()


def _is_a_fault(error: Exception) -> bool:
    """Wagtail lets whoever comes too late run into a row that is gone; our own code must not."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = tuple(str(settings.BASE_DIR / name) for name in ("articles", "sources"))
    return isinstance(error, OperationalError) or frames[-1].filename.startswith(ours)
