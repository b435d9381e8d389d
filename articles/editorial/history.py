"""What the history says of our own deeds, in words."""

import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

PUNCTUAL = datetime.timedelta(minutes=5)  # the schedule runs every minute or so


class WithReason(LogFormatter):
    """A deed whose reason is what matters."""

    words: str | Promise = ""

    def format_message(self, log_entry: Any) -> str:
        """The deed, and the reason where one was given."""
        reason = (log_entry.data or {}).get("reason", "")
        return f"{self.words}: {reason}" if reason else str(self.words)


class RetractionFormatter(WithReason):
    """A briefing was taken back."""

    label = _("Retract")
    words = _("Retracted")


class EmergencyFormatter(WithReason):
    """A briefing was published without its reviews."""

    label = _("Publish in an emergency")
    words = _("Published in an emergency, without its reviews")


class AcknowledgementFormatter(LogFormatter):
    """Somebody else has looked at an emergency publication."""

    label = _("Acknowledge emergency publication")

    def format_message(self, log_entry: Any) -> str:
        """The deed, and which edition it is about."""
        number = (log_entry.data or {}).get("edition", "")
        return gettext("Emergency publication of edition %(number)s acknowledged") % {
            "number": number
        }


class ScheduleRefusalFormatter(LogFormatter):
    """The time of a scheduled briefing came, and the gate was closed."""

    label = _("Refuse schedule")

    def format_message(self, log_entry: Any) -> str:
        """The deed, and what stood in the way."""
        findings = " ".join((log_entry.data or {}).get("findings", ()))
        return gettext("Not published when it was due: %(findings)s") % {"findings": findings}


class SchedulePublicationFormatter(LogFormatter):
    """The time of a scheduled briefing came, and it became public."""

    label = _("Publish on schedule")

    def format_message(self, log_entry: Any) -> str:
        """The deed, and how late it was."""
        due = datetime.datetime.fromisoformat(log_entry.data["due"])
        late = datetime.timedelta(seconds=log_entry.data["late_seconds"])
        words = {"due": f"{due:%Y-%m-%d %H:%M} UTC", "late": timesince(due, due + late)}
        if late < PUNCTUAL:
            return gettext("Published when it was due, %(due)s") % words
        return gettext("Published %(late)s late; it was due %(due)s") % words


def register_actions(actions: LogActionRegistry) -> None:
    """Hook `register_log_actions`: every deed on a briefing that our actions log."""
    actions.register_action("assay.retract")(RetractionFormatter)
    actions.register_action("assay.emergency")(EmergencyFormatter)
    actions.register_action("assay.emergency.acknowledged")(AcknowledgementFormatter)
    actions.register_action("assay.schedule.published")(SchedulePublicationFormatter)
    actions.register_action("assay.schedule.refused")(ScheduleRefusalFormatter)
