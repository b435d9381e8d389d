"""What is asked of the words that a reader sends: that they are there, and not too many."""

import hashlib
import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from articles.actions.comments.commenters import LONGEST_NAME
from articles.formats.remarks import plain
from articles.moderation import shows_nothing

LONGEST_TEXT = 5000
LONGEST_EMAIL = 254


def tidy(text: str) -> str:
    """Without controls, and with at most one empty line in a row."""
    return re.sub(r"\n{3,}", "\n\n", plain(text).strip())


def text_key(text: str) -> str:
    """The hash by which the same words are known again, whatever their case and spacing."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def check_words(*, name: str, email: str, text: str, is_signed_in: bool) -> None:
    """Refuse what is missing or too long; raises ValidationError with a message for each field."""
    errors = check_text(text)
    if shows_nothing(name) and not is_signed_in:
        errors["name"] = _("Please give the name to show beside your comment.")
    elif len(name) > LONGEST_NAME:
        errors["name"] = _("Please use a name of at most %d characters.") % LONGEST_NAME
    if not is_signed_in and not is_email(email):
        errors["email"] = email_wanted()
    if errors:
        raise ValidationError(errors)


def check_text(text: str) -> dict[str, str]:
    """What is wrong with a text, by its field."""
    if shows_nothing(text):
        return {"text": _("Please write something.")}
    if len(text) > LONGEST_TEXT:
        message = _("Please use at most %(most)d characters; these are %(count)d.")
        return {"text": message % {"most": LONGEST_TEXT, "count": len(text)}}
    return {}


def email_wanted() -> str:
    """What somebody is told who gave something else."""
    return _("Please give an e-mail address, such as name@example.org.")


def is_email(value: str) -> bool:
    """Whether mail could be sent to it."""
    value = value.strip()
    try:
        validate_email(value)
    except ValidationError:
        return False
    return len(value) <= LONGEST_EMAIL
