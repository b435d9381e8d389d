"""Who stands above an organisation on one day: the graph of control, without a database.

`sources.queries.ownership_graph` fills it; the rules of status are here and nowhere else.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from sources.enums import ControlKind, OrganisationKind, OwnershipStatus


@dataclass(frozen=True)
class Party:
    """An organisation as the graph knows it."""

    id: int
    name: str
    slug: str
    kind: OrganisationKind

    @property
    def is_terminal(self) -> bool:
        """Whether a chain ends here by itself: a government or a party needs no owner."""
        return self.kind.is_terminal


@dataclass(frozen=True)
class Step:
    """One statement on the way up; `owner` is None where it says that nobody stands above."""

    organisation: Party
    control: ControlKind
    owner: Party | None
    share: Decimal | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    evidence_note: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Whether a day lies in its period, of which `valid_to` is no longer a part."""
        is_begun = self.valid_from is None or self.valid_from <= day
        return is_begun and (self.valid_to is None or self.valid_to > day)


@dataclass(frozen=True)
class Chain:
    """One way from an organisation up to where control ends."""

    start: Party
    steps: tuple[Step, ...] = ()

    @property
    def top(self) -> Party:
        """The last organisation on the way."""
        owners = [step.owner for step in self.steps if step.owner]
        return owners[-1] if owners else self.start

    @property
    def kinds(self) -> frozenset[ControlKind]:
        """The kinds of control on the way."""
        return frozenset(step.control for step in self.steps)

    @property
    def is_known(self) -> bool:
        """Whether the way is followed to its end."""
        return self.top.is_terminal or self._last in _OPEN_ENDS

    @property
    def status(self) -> OwnershipStatus:
        """What this way alone says of the organisation at its start."""
        of_a_party = self.top.kind is OrganisationKind.PARTY
        if ControlKind.PARTY_ORGAN in self.kinds or (of_a_party and self.steps):
            if self.start.kind is OrganisationKind.MEDIA:
                return OwnershipStatus.STATE_AFFILIATED_MEDIA
            of_a_party = self.top.is_terminal
        if not self.top.is_terminal:
            return _OPEN_ENDS.get(self._last, OwnershipStatus.UNKNOWN)
        if of_a_party or ControlKind.MAJORITY in self.kinds:
            return OwnershipStatus.STATE_CONTROLLED
        return OwnershipStatus.STATE_OWNED

    @property
    def _last(self) -> ControlKind:
        return self.steps[-1].control if self.steps else ControlKind.UNKNOWN


_OPEN_ENDS = {
    ControlKind.LISTED: OwnershipStatus.LISTED,
    ControlKind.PRIVATE: OwnershipStatus.PRIVATE,
}
# Of several chains the first of these that occurs is the status; but "state-owned" is only said
# where every chain says it. An unknown owner beside known private ones leaves the whole unknown.
_PRECEDENCE = (
    OwnershipStatus.STATE_AFFILIATED_MEDIA,
    OwnershipStatus.STATE_CONTROLLED,
    OwnershipStatus.STATE_OWNED,
    OwnershipStatus.UNKNOWN,
    OwnershipStatus.PRIVATE,
    OwnershipStatus.LISTED,
)


class OwnershipGraph:
    """All statements that hold on one day; `ended` are some that did before, and decide nothing."""

    def __init__(
        self,
        *,
        on: datetime.date,
        parties: Iterable[Party],
        steps: Iterable[Step],
        ended: Iterable[Step] = (),
    ) -> None:
        self.on = on
        self.parties = {party.id: party for party in parties}
        self._steps: dict[int, list[Step]] = {}
        for step in steps:
            self._steps.setdefault(step.organisation.id, []).append(step)
        self._ended = tuple(ended)
        self._chains: dict[int, tuple[Chain, ...]] = {}

    def controllers(self, organisation_id: int) -> frozenset[int]:
        """The ids of all that control the organisation, itself included."""
        return frozenset(self._upwards(organisation_id))

    def has_record(self, organisation_id: int) -> bool:
        """Whether anything is on record; a government or a party needs no record."""
        return bool(self._steps.get(organisation_id)) or self.parties[organisation_id].is_terminal

    def is_known(self, organisation_id: int) -> bool:
        """Whether every chain of control is followed to its end."""
        return all(chain.is_known for chain in self.chains(organisation_id))

    def status(self, organisation_id: int) -> OwnershipStatus:
        """What stands at the top of its chains: of several outcomes the first of `_PRECEDENCE`.

        State-owned is what every chain says; where one says otherwise, it is state-controlled.
        """
        found = {chain.status for chain in self.chains(organisation_id)}
        status = next(status for status in _PRECEDENCE if status in found)
        if status is OwnershipStatus.STATE_OWNED and len(found) > 1:
            return OwnershipStatus.STATE_CONTROLLED
        return status

    def path(self, organisation_id: int) -> tuple[Step, ...]:
        """The chain that proves the status, from the organisation upwards."""
        status = self.status(organisation_id)
        chains = self.chains(organisation_id)
        proving = [chain for chain in chains if chain.status is status]
        state = [chain for chain in chains if chain.status.is_state]
        return (proving or state or list(chains))[0].steps

    def ultimate_owners(self, organisation_id: int) -> tuple[Party, ...]:
        """The organisations at the ends of the chains; none where nobody stands above."""
        tops = {chain.top.id: chain.top for chain in self.chains(organisation_id) if chain.steps}
        tops.pop(organisation_id, None)
        return tuple(sorted(tops.values(), key=lambda party: (party.name, party.id)))

    def upwards(self, organisation_id: int) -> tuple[Party, ...]:
        """The organisation and all that control it, in the order of their distance."""
        return tuple(self.parties[each] for each in self._upwards(organisation_id))

    def last_owners(self, organisation_id: int) -> tuple[Step, ...]:
        """The statements that ended last, of owners who controlled it and no longer do."""
        above = self._upwards(organisation_id)
        ended = [
            step
            for step in self._ended
            if step.organisation.id == organisation_id
            and step.control.controls
            and step.owner
            and step.owner.id not in above
        ]
        last = max((step.valid_to for step in ended if step.valid_to), default=None)
        return tuple(step for step in ended if step.valid_to == last)

    def statements_above(self, organisation_id: int) -> tuple[Step, ...]:
        """All that is said of the organisation and of whoever controls it, nearest first."""
        ids = self._upwards(organisation_id)
        return tuple(step for each in ids for step in self._ordered.get(each, []))

    def chains(self, organisation_id: int) -> tuple[Chain, ...]:
        """The ways up, the widest share first: one for each outcome that occurs."""
        return self._chains_from(organisation_id, below=frozenset())

    @cached_property
    def _ordered(self) -> dict[int, list[Step]]:
        def width(step: Step) -> tuple[Decimal, str]:
            share = Decimal(50) if step.share is None else step.share
            return -share, step.owner.name if step.owner else ""

        return {owned: sorted(steps, key=width) for owned, steps in self._steps.items()}

    def _controlling(self, organisation_id: int) -> list[Step]:
        steps = self._ordered.get(organisation_id, [])
        return [step for step in steps if step.control.controls]

    def _upwards(self, organisation_id: int) -> list[int]:
        """The controlling organisations in the order of their distance."""
        order = [organisation_id]
        for current in order:
            for step in self._controlling(current):
                if step.owner and step.owner.id not in order:
                    order.append(step.owner.id)
        return order

    def _chains_from(self, organisation_id: int, *, below: frozenset[int]) -> tuple[Chain, ...]:
        if organisation_id in self._chains:
            return self._chains[organisation_id]
        party = self.parties[organisation_id]
        owned = self._controlling(organisation_id)
        chains = [
            Chain(start=party, steps=(step, *above.steps))
            for step in owned
            if step.owner and step.owner.id not in below | {organisation_id}
            for above in self._chains_from(step.owner.id, below=below | {organisation_id})
        ]
        outcomes: dict[object, Chain] = {}
        for chain in chains or [self._end(party)]:
            outcomes.setdefault((chain.top.kind, chain.kinds, chain.status), chain)
        self._chains[organisation_id] = tuple(outcomes.values())
        return self._chains[organisation_id]

    def _end(self, party: Party) -> Chain:
        """The chain of an organisation above which nobody decides."""
        said = [step for step in self._steps.get(party.id, []) if not step.control.needs_owner]
        return Chain(start=party, steps=tuple(said[:1]))
