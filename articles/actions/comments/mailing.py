"""Sending letters: never in the request, and never for what was rolled back.

The task stands here and not in `articles.tasks`, since deeds enqueue it, and that module stands
above them.
"""

import datetime
from enum import StrEnum
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from articles.actions.comments.letters import LETTERS
from articles.models.commenters import Commenter
from articles.models.comments import Comment

# Before a letter is tried once more: a server that restarts, that greylists, that is mended.
PAUSES = tuple(datetime.timedelta(minutes=minutes) for minutes in (1, 15, 240))


class Writing(StrEnum):
    """What somebody wrote and is asked to confirm."""

    COMMENT = "comment"
    REPORT = "report"
    CHALLENGE = "challenge"


def ask_to_confirm(*, commenter: Commenter, what: Writing, key: int) -> None:
    """Send the link that confirms what was just written with the address of a commenter."""
    send_letter("confirmation", commenter.pk, str(what), key)


def send_letter(kind: str, *keys: int | str) -> None:
    """Have a letter of LETTERS written and sent once what was done is stored."""
    transaction.on_commit(partial(deliver_task.enqueue, kind, *keys))


def tell_of_approval(comment: Comment) -> None:
    """Write to the writer that the comment is public, and to whoever it answers."""
    send_letter("approval", comment.pk)
    send_letter("reply", comment.pk)


@task(backend="mail")
def deliver_task(kind: str, *keys: int | str, attempt: int = 1) -> int:
    """Write and send; returns how many letters went out. Holds keys alone, so nothing is kept.

    Where the mail server is not there, or will not, a worker tries again later.
    """
    letters = LETTERS[kind](*keys)
    try:
        for letter in letters:
            letter.send()
    except OSError:  # SMTPException is one
        if attempt > len(PAUSES) or not deliver_task.get_backend().supports_defer:
            raise
        later = deliver_task.using(run_after=timezone.now() + PAUSES[attempt - 1])
        later.enqueue(kind, *keys, attempt=attempt + 1)
        return 0
    return len(letters)
