"""What goes into a verdict on a comment, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from articles.moderation.patterns import Blocked


class Outcome(StrEnum):
    """What becomes of a comment for now."""

    APPROVE = "approve"
    QUEUE = "queue"
    HOLD = "hold"


class Weight(StrEnum):
    """How much a finding matters: a light one asks for a look, a heavy one for suspicion."""

    LIGHT = "light"
    HEAVY = "heavy"


@dataclass(frozen=True)
class Context:
    """What is known beside the words.

    `seconds` passed between the form and the answer, None where nobody knows. `copies` counts the
    same words elsewhere. `mode` is "before", "after" or "" (a moderator reads first, except what
    trusted commenters write). `newsroom` is the names that nobody else may go by.
    """

    mode: str = ""
    is_trusted: bool = False
    seconds: float | None = None
    trap: str = ""
    copies: int = 0
    most_links: int = 2
    blocked: tuple[Blocked, ...] = ()
    newsroom: tuple[str, ...] = ()

    @property
    def is_read_first(self) -> bool:
        """Whether a moderator reads even what no rule has found anything in."""
        return self.mode == "before" or (self.mode != "after" and not self.is_trusted)


@dataclass(frozen=True)
class Finding:
    """What one rule found: where in the text (characters, end exclusive), and what it says of it.

    `says` is an English sentence to be translated and filled with `values`. A finding outside the
    text, as in the name, has neither start nor end.
    """

    rule: str
    version: int
    weight: Weight
    says: str
    values: Mapping[str, object] = field(default_factory=dict)
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Verdict:
    """What the rules together make of a comment, and why."""

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
