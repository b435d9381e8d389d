"""The choices of the sources domain, each with the behaviour that belongs to it.

A label that starts with a code ("A – completely reliable") keeps the dash in every translation:
`words` is what follows it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What sort of body an organisation is."""

    MEDIA = "media", _("media")
    COMPANY = "company", _("company")
    GOVERNMENT = "government", _("government")
    PARTY = "party", _("party")
    EXCHANGE = "exchange", _("exchange")
    RESEARCH = "research", _("research")
    ASSOCIATION = "association", _("association")

    @property
    def is_terminal(self) -> bool:
        """Whether a chain of ownership ends here without a further record."""
        return self in (OrganisationKind.GOVERNMENT, OrganisationKind.PARTY)


class Reliability(models.TextChoices):
    """Admiralty code of an organisation; F means not known, it is not the worst."""

    A = "A", _("A – completely reliable")
    B = "B", _("B – usually reliable")
    C = "C", _("C – fairly reliable")
    D = "D", _("D – not usually reliable")
    E = "E", _("E – unreliable")
    F = "F", _("F – reliability cannot be judged")

    @property
    def words(self) -> str:
        """The meaning without the code."""
        return str(self.label).partition(" – ")[2]

    @property
    def is_judged(self) -> bool:
        """Whether anyone could judge at all."""
        return self is not Reliability.F


class Credibility(models.TextChoices):
    """Admiralty code of a source document's content; 6 means not known, it is not the worst."""

    CONFIRMED = "1", _("1 – confirmed by independent sources")
    PROBABLE = "2", _("2 – probably true")
    POSSIBLE = "3", _("3 – possibly true")
    DOUBTFUL = "4", _("4 – doubtful")
    IMPROBABLE = "5", _("5 – improbable")
    UNJUDGED = "6", _("6 – truth cannot be judged")

    @property
    def words(self) -> str:
        """The meaning without the code."""
        return str(self.label).partition(" – ")[2]

    @property
    def is_judged(self) -> bool:
        """Whether anyone could judge at all."""
        return self is not Credibility.UNJUDGED


class ControlKind(models.TextChoices):
    """What a statement of ownership says; the label leads from the owned to the owner."""

    STATE = "state", _("owned by")
    MAJORITY = "majority", _("majority-owned by")
    MINORITY = "minority", _("partly owned by")
    PARTY_ORGAN = "party_organ", _("organ of")
    SUBSIDIARY = "subsidiary", _("subsidiary of")
    LISTED = "listed", _("listed on an exchange, without a controlling owner")
    PRIVATE = "private", _("held by private persons")
    UNKNOWN = "unknown", _("owner looked for and not found")

    @property
    def words(self) -> str:
        """The label as plain text."""
        return str(self.label)

    @property
    def needs_owner(self) -> bool:
        """Whether the statement names an owner; the others say that none stands above."""
        return self not in (ControlKind.LISTED, ControlKind.PRIVATE, ControlKind.UNKNOWN)

    @property
    def controls(self) -> bool:
        """Whether the owner decides; a minority holder does not."""
        return self.needs_owner and self is not ControlKind.MINORITY


class OwnershipStatus(models.TextChoices):
    """Who stands at the top of an organisation's chain of control on a date."""

    STATE_OWNED = "state_owned", _("state-owned")
    STATE_CONTROLLED = "state_controlled", _("state-controlled")
    STATE_AFFILIATED_MEDIA = "state_affiliated_media", _("state-affiliated media")
    LISTED = "listed", _("listed")
    PRIVATE = "private", _("privately owned")
    UNKNOWN = "unknown", _("of unknown ownership")

    @property
    def words(self) -> str:
        """The label as plain text, fit to follow a comma."""
        return str(self.label)

    @property
    def is_state(self) -> bool:
        """Whether a government or a party stands at the top."""
        return self in (
            OwnershipStatus.STATE_OWNED,
            OwnershipStatus.STATE_CONTROLLED,
            OwnershipStatus.STATE_AFFILIATED_MEDIA,
        )


class CaptureWay(models.TextChoices):
    """How the bytes of a source document came in."""

    PASTE = "paste", _("pasted by an analyst")
    UPLOAD = "upload", _("uploaded as a file")
    ADDRESS = "address", _("fetched from its address")
    COMMAND = "command", _("read from a file by command")
    API = "api", _("sent through the API")

    @property
    def words(self) -> str:
        """The label as plain text."""
        return str(self.label)


class CheckOutcome(models.TextChoices):
    """What was found at the address of a captured document."""

    UNCHANGED = "unchanged", _("still says what was captured")
    CHANGED = "changed", _("says something else now")
    GONE = "gone", _("is gone")
    UNREACHABLE = "unreachable", _("could not be reached")
    BLOCKED = "blocked", _("may not be read by a program")

    @property
    def words(self) -> str:
        """The label as plain text, fit to follow the name of an address."""
        return str(self.label)

    @property
    def is_conclusive(self) -> bool:
        """Whether it says anything about the document; the others say only that nobody knows."""
        return self in (CheckOutcome.UNCHANGED, CheckOutcome.CHANGED, CheckOutcome.GONE)

    @property
    def is_worrying(self) -> bool:
        """Whether somebody should look."""
        return self in (CheckOutcome.CHANGED, CheckOutcome.GONE)


class CorroborationState(models.TextChoices):
    """Whether anyone independent bears out what is said."""

    UNVERIFIED = "unverified", _("unverified")
    SINGLE_SOURCE = "single_source", _("single-source")
    CORROBORATED = "corroborated", _("corroborated")
    DISPUTED = "disputed", _("disputed")

    @property
    def words(self) -> str:
        """The label as plain text."""
        return str(self.label)


class TestimonyRole(models.TextChoices):
    """What a source document does for the text that cites it."""

    PRIMARY = "primary", _("primary")
    SUPPORTING = "supporting", _("supporting")
    CONTRADICTING = "contradicting", _("contradicting")
    BACKGROUND = "background", _("background")

    @property
    def of_source(self) -> str:
        """The label as readers see it beside a document: "primary source"."""
        return str(_OF_SOURCE[self])


_OF_SOURCE = {
    TestimonyRole.PRIMARY: _("primary source"),
    TestimonyRole.SUPPORTING: _("supporting source"),
    TestimonyRole.CONTRADICTING: _("contradicting source"),
    TestimonyRole.BACKGROUND: _("background source"),
}


class Scope(models.TextChoices):
    """What a token may do in the API; reading needs none."""

    INGEST = "ingest", _("send items to be parsed and captured")
    ARTICLES_WRITE = "articles:write", _("create drafts")
    WEBHOOKS = "webhooks", _("manage webhooks")
