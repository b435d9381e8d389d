"""What rules say of a reader's text before a person does. Pure: a text in, a verdict out."""

from articles.moderation.folding import Folded, fold, shows_nothing
from articles.moderation.patterns import LONGEST_PATTERN, Blocked, PatternError, check_pattern
from articles.moderation.rules import RULES, Rule, Subject
from articles.moderation.verdicts import Context, Finding, Outcome, Verdict, Weight

__all__ = [
    "LONGEST_PATTERN",
    "RULES",
    "Blocked",
    "Context",
    "Finding",
    "Folded",
    "Outcome",
    "PatternError",
    "Rule",
    "Verdict",
    "Weight",
    "check_pattern",
    "fold",
    "screen",
    "shows_nothing",
]

ANYTHING = Context()


def screen(*, text: str, name: str, context: Context = ANYTHING) -> Verdict:
    """Ask every rule; the heaviest finding decides, and without any, who reads first.

    A commenter who has earned trust is published at once, unless a moderator has said that every
    comment on this article is to be read first.
    """
    subject = Subject(text=text, name=name, context=context, folded=fold(text))
    findings = tuple(finding for rule in RULES for finding in rule.findings(subject))
    return Verdict(outcome=_outcome(findings, context), findings=findings)


def _outcome(findings: tuple[Finding, ...], context: Context) -> Outcome:
    if any(finding.weight is Weight.HEAVY for finding in findings):
        return Outcome.HOLD
    if findings or context.is_read_first:
        return Outcome.QUEUE
    return Outcome.APPROVE
