"""Looking again at the addresses of all documents that public articles rest on."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from django.utils import timezone

from articles.queries.documents import documents_to_recheck, quotes_in_use
from sources.actions.manners import Manners
from sources.actions.rechecking import recheck
from sources.models import SourceCheck, SourceDocument


def recheck_documents(
    *,
    checked_before: datetime.datetime,
    limit: int,
    manners: Manners,
    now: datetime.datetime | None = None,
) -> Iterator[SourceCheck]:
    """Look at up to so many addresses that were last looked at before a moment, one by one.

    Each is stored before the next is asked for, so that a run may end at any time.
    """
    due = documents_to_recheck(checked_before=checked_before, limit=limit)
    for document in in_turns(due):
        yield recheck(
            document=document,
            quotes=quotes_in_use(document),
            manners=manners,
            now=now or timezone.now(),
        )


def in_turns(documents: Iterable[SourceDocument]) -> Iterator[SourceDocument]:
    """The documents host by host in turns, so that a pause for one host is used for the others."""
    by_host: dict[str, list[SourceDocument]] = {}
    for document in documents:
        by_host.setdefault(urlsplit(document.url).netloc, []).append(document)
    rounds = zip_longest(*by_host.values())
    return (document for document in chain.from_iterable(rounds) if document is not None)
