"""Whether the public record is what it was when it was written: every edition, and what shows it.

Reads without writing, in pieces, and goes on past what is broken: `verify`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import DatabaseError

from articles.chain import GENESIS
from articles.queries.verification.chain import Chain, Head
from articles.queries.verification.faults import Fault, FaultKind
from articles.queries.verification.proof import provable_editions
from articles.queries.verification.rows import read
from articles.queries.verification.shown import shown_faults

__all__ = ["Fault", "FaultKind", "Head", "Report", "verify"]


@dataclass(frozen=True)
class Report:
    """What was found: nothing wrong where there are no faults."""

    faults: tuple[Fault, ...]
    head: Head
    articles: int


def verify(*, kept_heads: Iterable[str] = ()) -> Report:
    """Check every edition, the chain, the numbers of each article and what the lists say of them.

    `kept_heads` are heads of the chain (SHA-256, hex) that were written down elsewhere: only they
    tell that the end of the chain was cut off, or that the whole was written anew.
    """
    chain = Chain()
    awaited = set(kept_heads) - {GENESIS}
    faults: list[Fault] = []
    try:
        faults += _chain_faults(chain, awaited)
        faults += shown_faults(chain)
    except DatabaseError as error:
        what = f"the database cannot be read on from edition {chain.head.edition_id}: {error}"
        faults.append(Fault(FaultKind.UNREADABLE, what))
    return Report(tuple(faults), chain.head, len(chain.standings))


def _chain_faults(chain: Chain, awaited: set[str]) -> Iterator[Fault]:
    for row in read(provable_editions()):
        yield from chain.follow(row)
        awaited.discard(chain.head.sha256)
    for head in sorted(awaited):
        what = f"the head {head} is not in the chain: its end was cut off, or it was written anew"
        yield Fault(FaultKind.MISSING, what)
