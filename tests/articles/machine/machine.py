"""The machine: any door, any person, any briefing, any words, and every guarantee after each."""

from collections.abc import Sequence
from dataclasses import replace

from django.core.cache import cache
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.articles.machine.doors import around, leaving, publishing, reviewing, tree, writing
from tests.articles.machine.doors.attempt import Attempt, Door
from tests.articles.machine.doors.knocking import ASKING_NOBODY, CODE, NEVER_PUBLISHING, knock
from tests.articles.machine.ledger import Ledger
from tests.articles.machine.tally import Tally
from tests.articles.machine.words import FLAWS, STANDFIRSTS, Words
from tests.articles.machine.world import PEOPLE, SYSTEM, Newsroom, World
from tests.databases.template import MigratedCopy

KINDS = ("updated", "updated", "corrected", "clarified")
NOTES = ("", "", "A figure was wrong.", "A name was unclear.")
WORDS = st.builds(
    Words,
    standfirst=st.sampled_from(STANDFIRSTS),
    is_late=st.sampled_from([False, False, True]),
    kind=st.sampled_from(KINDS),
    note=st.sampled_from(NOTES),
    flaw=st.sampled_from(("", "", "", *FLAWS)),
)
ATTEMPTS = st.builds(
    Attempt,
    person=st.sampled_from((*PEOPLE, "ana", "edith", "emil")),
    which=st.integers(0, 5),
    other=st.integers(0, 5),
    words=WORDS,
)
WAY = (reviewing.submit, reviewing.approve, reviewing.approve)
ROWS = (WAY, (writing.save, *WAY), (publishing.schedule, *WAY))


class NewsroomMachine(RuleBasedStateMachine):
    """Begins each run with the same newsroom; a test says which, and takes the tally."""

    copy: MigratedCopy
    newsroom: Newsroom
    tally: Tally

    def __init__(self) -> None:
        super().__init__()
        self.copy.renew()
        cache.clear()
        self.world = World(self.newsroom)
        self.ledger = Ledger(self.newsroom)

    @initialize(words=WORDS)
    def begins_with_two_briefings(self, words: Words) -> None:
        """One is drafted, the other on its way."""
        self.attempt(writing.create, Attempt("ana", 0, 0, replace(words, is_late=False)))
        self.attempt(writing.create, Attempt("ana", 0, 1, Words()))
        self.goes_the_whole_way(WAY, Attempt("edith", 1, 0, Words()))

    @rule(door=st.sampled_from(writing.WRITING), attempt=ATTEMPTS)
    def writes(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(door=st.sampled_from(reviewing.REVIEWING), attempt=ATTEMPTS)
    def reviews(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(door=st.sampled_from(publishing.PUBLISHING), attempt=ATTEMPTS)
    def publishes(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(door=st.sampled_from(CODE), attempt=ATTEMPTS)
    def runs_code(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(door=st.sampled_from(leaving.LEAVING), attempt=ATTEMPTS)
    def takes_offline(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(door=st.sampled_from(tree.TREE), attempt=ATTEMPTS)
    def changes_the_tree(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(door=st.sampled_from(around.AROUND), attempt=ATTEMPTS)
    def goes_on_around(self, door: Door, attempt: Attempt) -> None:
        self.attempt(door, attempt)

    @rule(row=st.sampled_from(ROWS), attempt=ATTEMPTS)
    def goes_the_whole_way(self, row: Sequence[Door], attempt: Attempt) -> None:
        """What seldom happens by chance: reviewed in a row, in words that no rule objects to."""
        words = replace(attempt.words, flaw="", note="It was wrong.")
        reviewers = iter(("edith", "emil"))
        for door in row:
            person = next(reviewers) if door is reviewing.approve else "ana"
            self.attempt(door, replace(attempt, person=person, words=words))

    def attempt(self, door: Door, attempt: Attempt) -> None:
        """One step: a minute passes, somebody tries a door, and every guarantee is checked."""
        self.world.clock.shift(60)
        person = SYSTEM if door in ASKING_NOBODY else attempt.person
        knock(self.world, door, replace(attempt, person=person))
        changes = self.ledger.check(person, publishes=door not in NEVER_PUBLISHING)
        self.tally.note(door.__name__, changes)

    def teardown(self) -> None:
        """At the end, every address that there ever was."""
        try:
            self.ledger.check_addresses()
        finally:
            self.world.close()
