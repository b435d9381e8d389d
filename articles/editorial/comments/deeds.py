"""What the history says of moderation and of challenges, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from articles.editorial.history import WithReason

# Each row: the deed as it is logged, what it is called, what the history says.
DEEDS: tuple[tuple[str, Promise, Promise], ...] = (
    ("assay.comment_approved", _("Approve comment"), _("Comment approved")),
    ("assay.comment_rejected", _("Reject comment"), _("Comment rejected")),
    ("assay.comment_kept", _("Keep comment"), _("Comment kept after a report")),
    ("assay.comment_restored", _("Grant appeal"), _("Comment restored after an appeal")),
    ("assay.comment_confirmed", _("Refuse appeal"), _("Rejection confirmed after an appeal")),
    ("assay.commenter_banned", _("Ban commenter"), _("Commenter banned")),
    ("assay.commenter_unbanned", _("Lift ban"), _("Ban lifted")),
    ("assay.thread_closed", _("Close comments"), _("Comments closed")),
    ("assay.thread_reopened", _("Reopen comments"), _("Comments opened again")),
    ("assay.thread_mode", _("Set moderation"), _("Moderation set")),
    ("assay.challenge_assigned", _("Assign challenge"), _("Challenge assigned")),
    ("assay.challenge_answered", _("Answer challenge"), _("Challenge answered")),
)


def register_actions(actions: LogActionRegistry) -> None:
    """Hook `register_log_actions`: every deed of moderators, with the reason where one is given."""
    for name, label, words in DEEDS:
        formatter = type("DeedFormatter", (WithReason,), {"label": label, "words": words})
        actions.register_action(name)(formatter)
