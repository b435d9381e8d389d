"""Who writes: a reader is known by an address, and the address is found by its keyed hash."""

import datetime

from django.utils.crypto import salted_hmac

from articles.models.commenters import Commenter


def find_commenter(*, name: str, email: str, now: datetime.datetime) -> Commenter:
    """The commenter of an address, made on first sight."""
    commenter, _created = Commenter.objects.get_or_create(
        email_key=email_key(email), defaults={"name": name, "email": email, "created_at": now}
    )
    return commenter


def email_key(email: str) -> str:
    """The keyed hash that an address is found by, whatever its case."""
    return salted_hmac("assay.commenter", email.strip().casefold(), algorithm="sha256").hexdigest()
