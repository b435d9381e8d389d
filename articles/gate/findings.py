"""What the gate can say: a code for each finding, and its words. How grave it is, `policy` says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.enums import Transition
from articles.gate.policy import Severity, severities_of


@dataclass(frozen=True)
class Rule:
    """A kind of finding: what it is called, how grave it is, and what to do about it."""

    code: str
    severities: Mapping[Transition, Severity] = field(hash=False)
    title: str | Promise
    remedy: str | Promise

    @property
    def since(self) -> Transition | None:
        """The first step that it stops; None where it stops none."""
        return next((step for step in Transition if self.blocks_at(step)), None)

    def blocks_at(self, step: Transition) -> bool:
        """Whether the step is refused because of it."""
        return self.severities[step] is Severity.BLOCKS


@dataclass(frozen=True)
class Finding:
    """One result of the preflight. `field` and `block` say where: a field name and a block id.

    `advice` says what to do where the state of the briefing makes it more than the rule's remedy.
    """

    rule: Rule
    message: str
    field: str = ""
    block: str = ""
    advice: str = ""

    @property
    def code(self) -> str:
        """The stable name of the rule."""
        return self.rule.code

    @property
    def blocks(self) -> bool:
        """Whether publication is refused because of it."""
        return self.rule.blocks_at(Transition.PUBLISH)

    @property
    def remedy(self) -> str:
        """What to do, in one sentence."""
        return self.advice or str(self.rule.remedy)


RULES: dict[str, Rule] = {}


def _rule(code: str, title: str | Promise, remedy: str | Promise) -> Rule:
    RULES[code] = Rule(code=code, severities=severities_of(code), title=title, remedy=remedy)
    return RULES[code]


NO_SOURCE = _rule(
    "no-source",
    _("No source"),
    _("Attach the captured document that the briefing rests on, under Sources."),
)
DELETED = _rule(
    "deleted-record",
    _("Deleted record still named"),
    _("Take it out of the briefing, or choose another."),
)
NOT_LISTED = _rule(
    "source-not-listed",
    _("Cited document is not among the sources"),
    _("Add the document under Sources and say what it does for the briefing."),
)
NO_CITATION = _rule(
    "directive-without-citation",
    _("Directive without citation"),
    _("Open the directive and add the passage of the document that states it."),
)
QUOTE_NOT_FOUND = _rule(
    "quote-not-found",
    _("Quote not found in its document"),
    _("Copy the passage from the captured document exactly, or choose another."),
)
NOT_IN_SOURCES = _rule(
    "not-in-sources",
    _("Not in the documents"),
    _("Compare it with the documents: correct it, or cite the one that states it."),
)
SOURCE_CHANGED = _rule(
    "source-changed",
    _("Source says something else now"),
    _("Open its address and compare. If it was corrected, capture it anew and correct the text."),
)
SOURCE_GONE = _rule(
    "source-gone",
    _("Source vanished"),
    _("The captured copy stays. Find out whether the publisher took it back, and why."),
)
DAMAGED = _rule(
    "damaged-characters",
    _("Damaged characters left"),
    _("Replace them by what the source means; the Ingest screen shows the original."),
)
LEFTOVER = _rule(
    "leftover",
    _("Leftover of an assistant or of markup"),
    _("Delete it: it is not part of the news."),
)
EMPTY_SECTION = _rule(
    "empty-section",
    _("Empty section"),
    _("Write the section or delete its heading."),
)
EMPTY_TEXT = _rule(
    "nothing-to-read",
    _("Nothing to read"),
    _("Write at least one highlight and one paragraph."),
)
NO_OWNERSHIP = _rule(
    "no-ownership-record",
    _("Ownership not on record"),
    _(
        "Record who owns the organisation, under Sources, Ownership. If you looked and could "
        "not find out, record exactly that: “owner looked for and not found”."
    ),
)
UNCONFIRMED = _rule(
    "no-longer-confirmed",
    _("Source no longer confirmed"),
    _(
        "Open the source document: name an independent one that bears it out, or grade it 2 at "
        "most."
    ),
)
NO_ORIGIN = _rule(
    "no-origin",
    _("Document of unknown origin"),
    _("Open the source document and name its publisher, or those it credits."),
)
AI_WITHOUT_PERSON = _rule(
    "ai-without-person",
    _("AI assistance without a responsible person"),
    _("Name the person who answers for the text, under Details."),
)
NO_ALT_TEXT = _rule(
    "image-without-alt-text",
    _("Image without alternative text"),
    _("Describe what the image shows, or mark it as decorative."),
)
NO_STANDFIRST = _rule(
    "no-standfirst",
    _("No standfirst"),
    _("Write one or two sentences that stand for the whole."),
)
NO_ISSUER = _rule(
    "directive-without-issuer",
    _("Directive without issuer"),
    _("Choose the organisation that gives the order."),
)
NO_NOTE = _rule(
    "correction-without-note",
    _("Correction without a word to readers"),
    _("Say under Change what was wrong or unclear, or call it an update."),
)
NOT_CHECKED = _rule(
    "not-source-checked",
    _("Sources not checked"),
    _("Submit the briefing for review; a source check of exactly this text comes first."),
)
NOT_APPROVED = _rule(
    "not-approved",
    _("Not approved"),
    _("Submit the briefing for review; somebody who did not edit it last approves it."),
)
RETRACTED = _rule(
    "retracted",
    _("Retracted"),
    _("A retracted briefing stays retracted; write a new one and refer to it."),
)
ADDRESS_TAKEN = _rule(
    "address-taken",
    _("Address taken"),
    _("Change the slug, under Address."),
)
NO_ALIAS = _rule(
    "alias",
    _("Alias of a briefing"),
    _("Link to the briefing instead: an alias would be public without a review of its own."),
)
PAST_THE_GATE = _rule(
    "past-the-gate",
    _("Publication past the gate"),
    _("Leave the page a draft and submit it for review; copies start as drafts, too."),
)

ABOUT_REVIEW = frozenset({NOT_CHECKED, NOT_APPROVED})
