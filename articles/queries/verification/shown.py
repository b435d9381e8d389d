"""Whether the rows that lists read say what the newest editions say."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import zip_longest
from typing import Any
from uuid import UUID

from django.db.models import Model, Prefetch, QuerySet

from articles.models.editions import CurrentEdition, Directive, Edition
from articles.projection import current_values, directive_values
from articles.queries.verification.chain import Chain, Standing
from articles.queries.verification.faults import Fault, FaultKind
from articles.queries.verification.rows import BROKEN, VANISHED, Unreadable, read


def shown_faults(chain: Chain) -> Iterator[Fault]:
    """What is wrong with `CurrentEdition` and `Directive`, once the chain was followed to its end.

    An edition that was altered itself is not held against them a second time, nor is an article of
    which an edition was issued while the rows were read.
    """
    found = list(_current_faults(chain))
    later = Edition.objects.filter(pk__gt=chain.head.edition_id).order_by()
    meanwhile = set(later.values_list("article_uuid", flat=True))
    return (each for each in found if each.article_uuid not in meanwhile)


def _current_faults(chain: Chain) -> Iterator[Fault]:
    hidden = dict(chain.standings)
    for row in read(_current_rows()):
        current = _identified(row) if isinstance(row, Unreadable) else row
        standing = hidden.pop(current.article_uuid, None) if current else None
        if current and current.edition_id in chain.unsound:
            continue
        if isinstance(row, Unreadable):
            yield from _unread_faults(row)
        else:
            yield from _row_faults(row, standing)
    for uuid, standing in hidden.items():
        yield from _hidden_faults(uuid, standing, chain)


def _current_rows() -> QuerySet[CurrentEdition]:
    """Not joined with their editions: a row whose edition is gone would be gone with it."""
    editions = Edition.objects.defer("body_html", "search_text")
    directives = Directive.objects.order_by("position")
    return CurrentEdition.objects.prefetch_related(
        Prefetch("edition", editions), Prefetch("directives", directives)
    )


def _identified(row: Unreadable) -> CurrentEdition | None:
    """Which article and edition a row is about, where that much of it can be read."""
    with suppress(*BROKEN):
        return CurrentEdition.objects.only("article_uuid", "edition_id").filter(pk=row.pk).first()
    return None


def _unread_faults(row: Unreadable) -> Iterator[Fault]:
    """A row that vanished was withdrawn meanwhile, or its article is found to be hidden."""
    if row.reason != VANISHED:
        what = f"row {row.pk} of what is current cannot be read: {row.reason}"
        yield Fault(FaultKind.UNREADABLE, what)


def _row_faults(current: CurrentEdition, standing: Standing | None) -> Iterator[Fault]:
    edition_id, uuid = current.edition_id, current.article_uuid
    number = standing.number if standing and standing.edition_id == edition_id else None
    for what in _wrongs(current, standing):
        yield Fault(FaultKind.MISREPRESENTED, what, edition_id, uuid, number)


def _wrongs(current: CurrentEdition, standing: Standing | None) -> Iterator[str]:
    if standing is None:
        yield "it is shown as current, and the article has no edition"
    elif standing.edition_id != current.edition_id:
        yield f"it is shown as current, and the newest is edition {standing.edition_id}"
    elif not standing.is_public:
        yield "it is shown as current, and the article is not public any more"
    else:
        yield from _differences(current)


def _differences(current: CurrentEdition) -> Iterator[str]:
    edition = current.edition
    if wrong := _differing(current, current_values(edition)):
        yield f"the lists have another {', '.join(wrong)}"
    pairs = zip_longest(current.directives.all(), directive_values(edition))
    for place, (row, values) in enumerate(pairs, start=1):
        if row is None:
            yield f"its directive {place} is not in the lists"
        elif values is None:
            yield f"the lists have a directive {place} that it does not have"
        elif wrong := _differing(row, values):
            yield f"the lists have another {', '.join(wrong)} of its directive {place}"


def _differing(row: Model, values: Mapping[str, Any]) -> list[str]:
    return [name for name, value in values.items() if getattr(row, name) != value]


def _hidden_faults(uuid: UUID, standing: Standing, chain: Chain) -> Iterator[Fault]:
    if standing.is_public and standing.edition_id not in chain.unsound:
        what = "it is the newest of a public article, and readers do not find it"
        yield Fault(FaultKind.MISREPRESENTED, what, standing.edition_id, uuid, standing.number)
