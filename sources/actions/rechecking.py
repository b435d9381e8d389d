"""Looking again at the address of a captured document. The stored copy stays, whatever is there."""

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from sources.actions.addresses import FetchError
from sources.actions.fetching import UNKNOWN, Fetched, Validators
from sources.actions.manners import ForbiddenError, Manners
from sources.enums import CheckOutcome
from sources.ingest.errors import IngestError
from sources.ingest.read import read_bytes
from sources.ingest.repair import repair_text
from sources.models import SourceCheck, SourceDocument

SEEN = "assay.source_seen"
LEAST_KEPT = 0.8  # of the captured text; pages have menus, dates and counters that come and go
GONE = frozenset({404, 410})
FORBIDDEN = frozenset({401, 403, 429, 451})

_LIST_MARK = re.compile(r"^[ \t]*(?:[-*>#]+|\d+\.)[ \t]+", re.MULTILINE)
_ONE_FORM = str.maketrans("‘’“”–—", "''\"\"--", "\u00ad")
# A script without spaces is counted by its letters, any other by its words.
_NO_SPACES = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_NO_SPACES}]|[^\W{_NO_SPACES}]+")


def recheck(
    *,
    document: SourceDocument,
    quotes: Sequence[str],
    manners: Manners,
    now: datetime.datetime,
) -> SourceCheck:
    """Look at the address of a document and store what is found; `quotes` are those in use.

    Unchanged means that every quote is still there and at least LEAST_KEPT of the captured text.
    """
    before = document.checks.conclusive().first()
    asked = _digest("\n".join(sorted(quotes)))
    held = _held(before, asked)
    try:
        fetched = manners.fetch(url=document.url, held=held)
    except FetchError as error:
        check = _refused(error)
    else:
        check = _unmodified(held) if fetched.is_unmodified else _compared(document, fetched, quotes)
    check.document, check.checked_at, check.quotes_sha256 = document, now, asked
    _carry_over(before, check)
    check.save()
    return check


def see(*, check: SourceCheck, user: Any, now: datetime.datetime) -> SourceCheck:
    """Note that a person has looked at what became of a document."""
    if check.seen_at is None:
        check.seen_at, check.seen_by = now, user
        check.save(update_fields=["seen_at", "seen_by"])
        data = {"outcome": check.outcome, "checked_at": check.checked_at.isoformat()}
        log(instance=check.document, action=SEEN, user=user, data=data)
    return check


def _held(before: SourceCheck | None, asked: str) -> Validators:
    """By what to ask whether anything changed: only where the answer would settle the matter."""
    if before is None or before.outcome != CheckOutcome.UNCHANGED:
        return UNKNOWN
    if before.quotes_sha256 != asked:
        return UNKNOWN
    return Validators(etag=before.etag, last_modified=before.last_modified)


def _refused(error: FetchError) -> SourceCheck:
    outcome = CheckOutcome.UNREACHABLE
    if error.status in GONE:
        outcome = CheckOutcome.GONE
    elif error.status in FORBIDDEN or isinstance(error, ForbiddenError):
        outcome = CheckOutcome.BLOCKED
    return SourceCheck(outcome=outcome, status=error.status, note=str(error))


def _unmodified(held: Validators) -> SourceCheck:
    return SourceCheck(
        outcome=CheckOutcome.UNCHANGED,
        status=304,
        etag=held.etag,
        last_modified=held.last_modified,
    )


def _compared(document: SourceDocument, fetched: Fetched, quotes: Sequence[str]) -> SourceCheck:
    check = SourceCheck(
        outcome=CheckOutcome.UNCHANGED,
        status=200,
        etag=fetched.validators.etag,
        last_modified=fetched.validators.last_modified,
        sha256=hashlib.sha256(fetched.raw).hexdigest(),
    )
    if check.sha256 == document.sha256:
        return check
    try:
        read = read_bytes(fetched.raw, limit=settings.INGEST_MAX_BYTES)
    except IngestError as error:
        check.outcome, check.lost_quotes, check.note = CheckOutcome.CHANGED, [*quotes], str(error)
        return check
    text = repair_text(read).text
    check.lost_quotes = lost_quotes(quotes, text)
    kept = kept_share(document.text, text)
    if check.lost_quotes or kept < LEAST_KEPT:
        check.outcome = CheckOutcome.CHANGED
        check.note = _("%(share)d %% of the captured text is still there.") % {"share": 100 * kept}
    return check


def lost_quotes(quotes: Iterable[str], text: str) -> list[str]:
    """The quotes that a text does not hold; only spacing, dashes and quotation marks may differ."""
    there = _in_one_form(text)
    return [quote for quote in quotes if _in_one_form(quote) not in there]


def kept_share(before: str, now: str) -> float:
    """How much of a text another still holds, 0 to 1, counted in runs of three words."""
    runs = _runs(before)
    return len(runs & _runs(now)) / len(runs) if runs else 1.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(_in_one_form(text).casefold())
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)} - {()}


def _in_one_form(text: str) -> str:
    """The text on one line, as it would read in plain type and without the marks of lists."""
    plain = unicodedata.normalize("NFKC", _LIST_MARK.sub("", text))
    return " ".join(plain.translate(_ONE_FORM).split())


def _carry_over(before: SourceCheck | None, check: SourceCheck) -> None:
    """What somebody has looked at already is no new task, as long as it is the same."""
    if before and before.outcome == check.outcome and before.lost_quotes == check.lost_quotes:
        check.seen_at, check.seen_by = before.seen_at, before.seen_by


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
