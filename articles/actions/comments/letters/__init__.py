"""What is written to readers and moderators, by name. A letter is written when it is sent.

Each builder takes the keys that `send_letter` was given and returns the letters that are still
right to send: nothing goes out about what was taken back, or to who wants no mail.
"""

from collections.abc import Callable, Mapping

from articles.actions.comments.letters import on_decisions, to_staff, to_writers
from articles.actions.comments.letters.letter import Letter

LETTERS: Mapping[str, Callable[..., list[Letter]]] = {
    "confirmation": to_writers.confirmation,
    "approval": to_writers.approval,
    "reply": to_writers.reply,
    "own_data": to_writers.own_data,
    "queued": to_staff.queued,
    "reported": to_staff.reported,
    "appealed": to_staff.appealed,
    "challenged": to_staff.challenged,
    "rejection": on_decisions.rejection,
    "appeal_outcome": on_decisions.appeal_outcome,
    "report_outcome": on_decisions.report_outcome,
    "challenge_outcome": on_decisions.challenge_outcome,
}
