"""Stating who owns whom. A change ends the old statement and begins a new one: nothing is lost."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from sources.enums import ControlKind
from sources.models import Organisation, Ownership, SourceDocument

RECORD_LOCK = 0x4153_5341_5902  # one statement at a time: two could close a circle together
STATED, CHANGED = "assay.ownership_stated", "assay.ownership_changed"
SAID = (
    "owned",
    "control",
    "owner",
    "share",
    "valid_from",
    "valid_to",
    "evidence",
    "evidence_note",
)


@transaction.atomic
def state_ownership(
    *,
    owned: Organisation,
    control: ControlKind,
    owner: Organisation | None = None,
    share: Decimal | None = None,
    valid_from: datetime.date | None = None,
    valid_to: datetime.date | None = None,
    evidence: SourceDocument | None = None,
    evidence_note: str = "",
    user: Any = None,
) -> Ownership:
    """Put a statement on record. Raises ValidationError where it contradicts the record."""
    return save_statement(
        statement=Ownership(
            owned=owned,
            control=control,
            owner=owner,
            share=share,
            valid_from=valid_from,
            valid_to=valid_to,
            evidence=evidence,
            evidence_note=evidence_note,
        ),
        user=user,
    )


@transaction.atomic
def end_ownership(*, statement: Ownership, on: datetime.date, user: Any = None) -> Ownership:
    """Say that a statement no longer holds from a day on; it stays on record for the days before.

    Raises ValidationError where the day is not after the one on which the statement begins, or
    where it ended before.
    """
    lock_record()
    statement.refresh_from_db()
    if statement.valid_to and statement.valid_to < on:
        raise ValidationError(_("It ended on %(day)s already."), params={"day": statement.valid_to})
    statement.valid_to = on
    return save_statement(statement=statement, user=user)


@transaction.atomic
def save_statement(*, statement: Ownership, user: Any = None) -> Ownership:
    """Check a statement against the record, save it, and log what it said before.

    Raises ValidationError where it contradicts the record. Saving what is there already leaves
    no trace.
    """
    lock_record()
    statement.full_clean()
    before = Ownership.objects.filter(pk=statement.pk).first()
    changed = [n for n in SAID if before is None or getattr(before, n) != getattr(statement, n)]
    if changed:
        statement.save()
        _log_statement(statement, before, changed, user)
    return statement


def lock_record() -> None:
    """Wait for whoever else is changing the ownership record, until this transaction ends.

    SQLite needs nothing: its transactions are IMMEDIATE, one writer at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RECORD_LOCK])


def _log_statement(
    statement: Ownership, before: Ownership | None, changed: Iterable[str], user: Any
) -> None:
    """What was stated, on what evidence; of a change, each name with what it said and says now."""
    data: dict[str, Any] = {"statement": str(statement)}
    evidence = ", ".join(filter(None, (_text(statement.evidence), statement.evidence_note)))
    if evidence and not before:
        data["evidence"] = evidence
    if before:
        rows = (before, statement)
        data["changes"] = {n: [_text(getattr(row, n)) for row in rows] for n in changed}
    log(instance=statement, action=CHANGED if before else STATED, user=user, data=data)


def _text(value: object) -> str:
    return "" if value is None else str(value)
