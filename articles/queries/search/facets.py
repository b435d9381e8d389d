"""Facets: what the matches are about, counted, each with the query that narrows to it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.fulltext import Found, Request
from articles.fulltext.language import LONGEST_QUERY
from articles.fulltext.marks import CORROBORATION, DAY, ORGANISATION, TOPIC
from articles.models.snippets import Topic
from sources.enums import CorroborationState
from sources.models import Organisation

SHOWN = 8
ONLY_ONE = ("is", "year")  # a briefing has one state and one year: chosen, there is no other


@dataclass(frozen=True)
class Choice:
    """A value of a facet; `text` is the query that narrows to it, or widens again."""

    label: str
    text: str
    count: int = 0


@dataclass(frozen=True)
class Facet:
    """One question that matches can be sorted by."""

    label: str
    choices: list[Choice]


def facets(text: str, request: Request, found: Found) -> list[Facet]:
    """What can be chosen further, the most frequent first. Two queries, whatever was found.

    What all matches have in common is no choice.
    """
    borne, matches = Counter(found.marks), len(found.keys)
    counts = Counter({one: count for one, count in borne.items() if count < matches})
    topics = _named(counts, TOPIC, Topic.objects.values_list("pk", "slug", "name"))
    organisations = _named(
        counts, ORGANISATION, Organisation.objects.values_list("pk", "slug", "name")
    )
    states = {
        f"{CORROBORATION}:{state.value}": (state.value.replace("_", "-"), state.words)
        for state in CorroborationState
    }
    years = {
        one: (one[-4:], one[-4:]) for one in counts if one.startswith(f"{DAY}:") and len(one) == 8
    }
    offered = [
        (_("Topic"), "topic", topics),
        (_("Evidence"), "is", states),
        (_("Year"), "year", years),
        (_("Organisation"), "org", organisations),
    ]
    chosen = {field.name for field in request.fields}
    return [
        facet
        for label, field, values in offered
        if not (field in ONLY_ONE and field in chosen)
        and (facet := Facet(label, _choices(text, request, field, values, counts))).choices
    ]


def chosen(text: str, request: Request) -> list[Choice]:
    """The fields in use, each with the query without it."""
    return [
        Choice(field.typed, " ".join(text.replace(field.typed, "", 1).split()))
        for field in request.fields
    ]


def _choices(
    text: str,
    request: Request,
    field: str,
    values: Mapping[str, tuple[str, str]],
    counts: Mapping[str, int],
) -> list[Choice]:
    """Of each value its words as a query has them, and as people read them."""
    taken = {(one.name, one.value.lower()) for one in request.fields}
    choices = [
        Choice(label[:1].upper() + label[1:], f"{text} {field}:{value}", counts[one])
        for one, (value, label) in values.items()
        if counts[one] and (field, value) not in taken
    ]
    fitting = [choice for choice in choices if len(choice.text) <= LONGEST_QUERY]
    return sorted(fitting, key=lambda choice: (-choice.count, choice.label))[:SHOWN]


def _named(
    counts: Counter[str], kind: str, rows: QuerySet[Any, tuple[int, str, str]]
) -> dict[str, tuple[str, str]]:
    """The values that most of the matches bear, by mark."""
    bearing = [(one, count) for one, count in counts.items() if one.startswith(f"{kind}:")]
    bearing.sort(key=lambda pair: -pair[1])
    keys = [int(one.partition(":")[2]) for one, _count in bearing[: SHOWN + 4]]
    return {f"{kind}:{key}": (slug, name) for key, slug, name in rows.filter(pk__in=keys)}
