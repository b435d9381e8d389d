"""What the history in the admin says of the deeds of this domain, in words."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

from sources.actions.describing import CREDITED, JUDGED, MARKED
from sources.actions.organisations import GRADED, NAMED
from sources.actions.ownership import CHANGED, STATED
from sources.actions.rechecking import SEEN
from sources.actions.scopes import GRANTED
from sources.enums import CheckOutcome, ControlKind, Credibility, Reliability, Scope

PARTS = {
    "owned": _("organisation"),
    "control": _("control"),
    "owner": _("owner"),
    "share": _("share in per cent"),
    "valid_from": _("valid from"),
    "valid_to": _("valid to"),
    "evidence": _("evidence"),
    "evidence_note": _("note on the evidence"),
}


class _Judgement(LogFormatter):
    """A grade was changed: from what to what, and why."""

    grades: type[Reliability] | type[Credibility]

    def format_message(self, log_entry: Any) -> str:
        """The grade before and after in words, and the reason where one was given."""
        data = log_entry.data or {}
        words = {"was": self.grades(data["was"]).words, "now": self.grades(data["now"]).words}
        changed = gettext("%(was)s → %(now)s") % words
        reason = data.get("reason", "")
        return f"{self.label}: {changed}. {reason}".strip()


class ReliabilityFormatter(_Judgement):
    """Somebody judged an organisation."""

    label = _("Reliability")
    grades = Reliability


class CredibilityFormatter(_Judgement):
    """Somebody judged a document."""

    label = _("Credibility")
    grades = Credibility


class StatedFormatter(LogFormatter):
    """A statement of ownership was put on record."""

    label = _("State ownership")

    def format_message(self, log_entry: Any) -> str:
        """What was stated, and on what evidence."""
        data = log_entry.data or {}
        stated = gettext("Stated: %(statement)s") % data
        if not data.get("evidence"):
            return stated
        return gettext("%(stated)s. Evidence: %(evidence)s") % {**data, "stated": stated}


class ChangedFormatter(LogFormatter):
    """A statement of ownership was ended or corrected."""

    label = _("Change ownership")

    def format_message(self, log_entry: Any) -> str:
        """Each part that changed, with what it said before."""
        changes = (log_entry.data or {}).get("changes", {})
        return "; ".join(_change(name, *pair) for name, pair in changes.items())


class NamesFormatter(LogFormatter):
    """An organisation goes by other names than before."""

    label = _("Change names")

    def format_message(self, log_entry: Any) -> str:
        """Which names came and which went."""
        data = log_entry.data or {}
        words = {name: ", ".join(data.get(name, [])) for name in ("added", "removed")}
        parts = {
            "added": gettext("Names added: %(added)s"),
            "removed": gettext("Names removed: %(removed)s"),
        }
        return "; ".join(part % words for name, part in parts.items() if words[name])


class OriginatorsFormatter(LogFormatter):
    """A document is said to come from somebody else than before."""

    label = _("Change originators")

    def format_message(self, log_entry: Any) -> str:
        """Who was named, and who is."""
        data = log_entry.data or {}
        lists = {name: ", ".join(data.get(name, [])) for name in ("was", "now")}
        words = {name: names or gettext("nobody") for name, names in lists.items()}
        return gettext("Originators: %(was)s → %(now)s") % words


class RepublicationFormatter(LogFormatter):
    """A document is said to republish another, or no longer."""

    label = _("Change republication")

    def format_message(self, log_entry: Any) -> str:
        """Whose text it is said to have."""
        other = (log_entry.data or {}).get("same_as", "")
        if not other:
            return gettext("Republishes no other document")
        return gettext("Republishes the same text as “%(document)s”") % {"document": other}


class SeenFormatter(LogFormatter):
    """Somebody looked at what became of a document at its address."""

    label = _("Look at the address")

    def format_message(self, log_entry: Any) -> str:
        """What had been found there."""
        outcome = CheckOutcome((log_entry.data or {})["outcome"])
        return gettext("Looked: the address %(outcome)s") % {"outcome": outcome.words}


class ScopesFormatter(LogFormatter):
    """A token may do something else than before."""

    label = _("Change scopes")

    def format_message(self, log_entry: Any) -> str:
        """What it may do now."""
        now = (log_entry.data or {}).get("now", [])
        granted = ", ".join(str(Scope(scope).label) for scope in now)
        return gettext("May now: %(scopes)s") % {"scopes": granted or gettext("read only")}


def register_actions(actions: LogActionRegistry) -> None:
    """Hook `register_log_actions`: every deed that our actions log under a name of their own."""
    actions.register_action(GRADED)(ReliabilityFormatter)
    actions.register_action(NAMED)(NamesFormatter)
    actions.register_action(CREDITED)(OriginatorsFormatter)
    actions.register_action(JUDGED)(CredibilityFormatter)
    actions.register_action(MARKED)(RepublicationFormatter)
    actions.register_action(STATED)(StatedFormatter)
    actions.register_action(CHANGED)(ChangedFormatter)
    actions.register_action(SEEN)(SeenFormatter)
    actions.register_action(GRANTED)(ScopesFormatter)


def _change(name: str, before: str, after: str) -> str:
    if name == "control":
        before, after = (ControlKind(kind).words for kind in (before, after))
    words = {
        "what": PARTS[name],
        "before": before or gettext("nothing"),
        "after": after or gettext("nothing"),
    }
    return gettext("%(what)s: %(before)s → %(after)s") % words
