"""Who writes: a reader is known by an address, and the address is found by its keyed hash."""

import datetime
from typing import Any

from django.utils.crypto import salted_hmac

from articles.formats.remarks import one_line
from articles.models.commenters import Commenter

LONGEST_NAME = 80


def find_commenter(
    *, name: str, email: str, now: datetime.datetime, language: str = "en"
) -> Commenter:
    """The commenter of an address, made on first sight; `language` is that of what was read.

    Until somebody confirms it, whoever gave it last says what they are called.
    """
    fields = {"name": name, "email": email, "created_at": now, "language": language}
    commenter, is_new = Commenter.objects.get_or_create(email_key=email_key(email), defaults=fields)
    if not is_new and not commenter.confirmed_at and commenter.name != name:
        commenter.name = name
        commenter.save(update_fields=["name"])
    return commenter


def commenter_of(*, user: Any, now: datetime.datetime, language: str = "en") -> Commenter:
    """The commenter that a signed-in person is, made on first sight; the session vouches for them.

    Somebody without an address is known by the account alone.
    """
    known = Commenter.objects.filter(user=user).first()
    if known:
        return known
    key = email_key(user.email or f"account {user.pk}")
    name = one_line(user.get_full_name() or user.get_username())[:LONGEST_NAME]
    fields = {"name": name, "email": user.email, "created_at": now, "language": language}
    commenter, _created = Commenter.objects.get_or_create(email_key=key, defaults=fields)
    commenter.user = user
    commenter.confirmed_at = commenter.confirmed_at or now
    commenter.save(update_fields=["user", "confirmed_at"])
    return commenter


def email_key(email: str) -> str:
    """The keyed hash that an address is found by, whatever its case."""
    return salted_hmac("assay.commenter", email.strip().casefold(), algorithm="sha256").hexdigest()
