"""What a reader finds in the letters that the newsroom sent them."""

import re

from django.core import mail

CONFIRM = re.compile(r"/comments/confirm/\S+")


def last_link() -> str:
    """The path in the last letter that confirms what was written."""
    link = CONFIRM.search(str(mail.outbox[-1].body))
    assert link
    return link[0]
