"""From which step on each finding stops a briefing, and why there: the newsroom's policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from articles.enums import Transition


class Severity(StrEnum):
    """What a finding does to one step of a briefing."""

    SILENT = "silent"
    WARNS = "warns"
    BLOCKS = "blocks"


@dataclass(frozen=True)
class Stage:
    """The findings that stop a briefing from one step on; `since` is None where none ever does.

    `before` is what they do at the steps that come earlier.
    """

    since: Transition | None
    why: str
    codes: tuple[str, ...]
    before: Severity = Severity.WARNS


POLICY = (
    Stage(
        since=Transition.SUBMIT,
        why="What its author can see alone takes no colleague's time.",
        codes=(
            "no-source",
            "deleted-record",
            "nothing-to-read",
            "empty-section",
            "damaged-characters",
            "leftover",
            "retracted",
            "alias",
            "past-the-gate",
        ),
    ),
    Stage(
        since=Transition.SOURCE_CHECK,
        why="Whoever checks the sources vouches for evidence and ownership.",
        codes=(
            "source-not-listed",
            "quote-not-found",
            "directive-without-citation",
            "no-origin",
            "no-ownership-record",
            "no-longer-confirmed",
        ),
    ),
    Stage(
        since=Transition.APPROVE,
        why="Whoever approves vouches for what readers are shown and told.",
        codes=(
            "ai-without-person",
            "image-without-alt-text",
            "correction-without-note",
            "address-taken",
        ),
    ),
    Stage(
        since=Transition.PUBLISH,
        why="Publication waits for both reviews. Until then they are yet to come, in any order.",
        codes=("not-source-checked", "not-approved"),
        before=Severity.SILENT,
    ),
    Stage(
        since=None,
        why="A machine's doubt or a matter of style is for people to weigh.",
        codes=(
            "not-in-sources",
            "source-changed",
            "source-gone",
            "no-standfirst",
            "directive-without-issuer",
        ),
    ),
)


def severities_of(code: str) -> Mapping[Transition, Severity]:
    """What a finding does at each step; raises LookupError for one without a place in the policy.

    What stops one step stops every later one: no briefing outruns a finding.
    """
    for stage in POLICY:
        if code in stage.codes:
            return {step: _severity(stage, step) for step in Transition}
    raise LookupError(f"The policy does not say where “{code}” stops a briefing.")


def _severity(stage: Stage, step: Transition) -> Severity:
    if stage.since is None or step.position < stage.since.position:
        return stage.before
    return Severity.BLOCKS
