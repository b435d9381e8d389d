"""Following the chain from its first edition to its last."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from articles.chain import GENESIS
from articles.enums import EditionKind
from articles.models.editions import Edition
from articles.queries.verification.faults import Fault, FaultKind, fault
from articles.queries.verification.proof import alterations, has_its_seal
from articles.queries.verification.rows import BROKEN, Unreadable

IDENTIFYING = ("article_uuid", "number", "kind", "sha256")
PUBLIC_KINDS = frozenset(kind.value for kind in EditionKind if kind.is_public)


@dataclass(frozen=True)
class Head:
    """The last edition of the chain, and how many there are: what one keeps elsewhere."""

    sha256: str = GENESIS
    edition_id: int = 0
    count: int = 0
    issued_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Standing:
    """The newest edition of an article."""

    edition_id: int
    number: int
    is_public: bool


class Chain:
    """The chain as far as it was followed, and where each article in it stands."""

    def __init__(self) -> None:
        self.head = Head()
        self.standings: dict[UUID, Standing] = {}
        self.unsound: set[int] = set()

    def follow(self, row: Edition | Unreadable) -> Iterator[Fault]:
        """Take the next row; yields what is wrong with it, and with what stands before it."""
        if isinstance(row, Unreadable):
            yield from self._follow_unread(row)
        elif self._is_inserted(row):
            self.unsound.add(row.pk)
            yield fault(FaultKind.INSERTED, "it is no link of the chain", row)
        else:
            yield from self._follow_edition(row)

    def _follow_edition(self, edition: Edition) -> Iterator[Fault]:
        altered = [fault(FaultKind.ALTERED, what, edition) for what in alterations(edition)]
        if altered:
            self.unsound.add(edition.pk)
        yield from altered
        yield from self._link_faults(edition)
        yield from self._number_faults(edition)
        self._advance(edition)

    def _follow_unread(self, row: Unreadable) -> Iterator[Fault]:
        """What identifies the row may be legible where its content is not."""
        self.unsound.add(row.pk)
        yield from self._gap(row.pk)
        try:
            edition = Edition.objects.only(*IDENTIFYING).get(pk=row.pk)
        except (*BROKEN, Edition.DoesNotExist):
            yield Fault(FaultKind.UNREADABLE, row.reason, row.pk)
            self.head = Head("", row.pk, self.head.count + 1)
        else:
            yield fault(FaultKind.UNREADABLE, row.reason, edition)
            self._advance(edition)

    def _is_inserted(self, edition: Edition) -> bool:
        """Whether it stands before the first, or where another edition was when it was sealed."""
        if edition.pk <= self.head.edition_id:
            return True
        if self._continues(edition) or self.head.edition_id in self.unsound:
            return False
        following = Edition.objects.filter(previous_sha256=self.head.sha256)
        with suppress(*BROKEN):
            if follower := following.exclude(pk=edition.pk).first():
                follower.pk = edition.pk
                return has_its_seal(follower)
        return False

    def _continues(self, edition: Edition) -> bool:
        return edition.previous_sha256 == self.head.sha256

    def _link_faults(self, edition: Edition) -> Iterator[Fault]:
        if self._continues(edition):
            return
        yield from self._gap(edition.pk)
        is_next = edition.pk == self.head.edition_id + 1
        if is_next and not self.unsound & {edition.pk, self.head.edition_id}:
            before = f"edition {self.head.edition_id}" if self.head.edition_id else "nothing"
            what = f"it does not follow {before}: one of the two was put in another's place"
            yield fault(FaultKind.ALTERED, what, edition)

    def _gap(self, edition_id: int) -> Iterator[Fault]:
        first, last = self.head.edition_id + 1, edition_id - 1
        if first == last:
            yield Fault(FaultKind.MISSING, "it was in the chain and is gone", first)
        elif first < last:
            what = f"it and all up to edition {last} were in the chain and are gone"
            yield Fault(FaultKind.MISSING, what, first)

    def _number_faults(self, edition: Edition) -> Iterator[Fault]:
        expected = self._next_number(edition)
        if edition.pk in self.unsound or edition.number == expected:
            return
        what = f"the article went from number {expected - 1} to number {edition.number}"
        yield Fault(FaultKind.MISSING, what, None, edition.article_uuid, expected)

    def _next_number(self, edition: Edition) -> int:
        standing = self.standings.get(edition.article_uuid)
        return standing.number + 1 if standing else 1

    def _advance(self, edition: Edition) -> None:
        """An altered number is not believed: those after it are counted on from the last good."""
        is_sound = edition.pk not in self.unsound
        self.standings[edition.article_uuid] = Standing(
            edition_id=edition.pk,
            number=edition.number if is_sound else self._next_number(edition),
            is_public=edition.kind in PUBLIC_KINDS,
        )
        issued_at = edition.issued_at if is_sound else None
        self.head = Head(edition.sha256, edition.pk, self.head.count + 1, issued_at)
