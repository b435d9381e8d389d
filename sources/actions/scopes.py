"""Saying what a Wagtail API token may do here."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import APIToken

from sources.enums import Scope
from sources.models import TokenScope

GRANTED = "assay.scopes"


@transaction.atomic
def grant_scopes(*, token: APIToken, scopes: Iterable[Scope | str], user: Any = None) -> None:
    """Make these the scopes of a token, whatever it had before. Raises ValidationError."""
    row = TokenScope.objects.filter(token=token).first() or TokenScope(token=token)
    before, row.scopes = row.scopes, [str(scope) for scope in scopes]
    if row.scopes:
        row.full_clean()
        row.save()
    else:
        TokenScope.objects.filter(token=token).delete()
    if row.scopes != before:
        log(instance=token, action=GRANTED, user=user, data={"was": before, "now": row.scopes})
