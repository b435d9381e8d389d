"""What differs in the parts of an edition that are data: facts about it, and its directives."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.enums import CommentPolicy, DirectiveForce, DirectiveStatus
from articles.formats.difference.words import Mark, Run, compare_words, without
from articles.formats.wording import day, in_words

Content = Mapping[str, Any]
Reading = tuple[str | Promise, Callable[[Content], str]]  # the name of a field, and what it says


class Fate(StrEnum):
    """What became of a directive."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldChange:
    """A field before and after; either may be empty."""

    label: str
    before: list[Run]
    after: list[Run]


@dataclass(frozen=True)
class DirectiveChange:
    """A directive that was added, removed or changed; `text` is the newest that it says."""

    id: str
    text: str
    fate: Fate
    fields: list[FieldChange]

    @property
    def is_added(self) -> bool:
        """Whether the earlier edition did not have it."""
        return self.fate is Fate.ADDED

    @property
    def is_removed(self) -> bool:
        """Whether the later edition does not have it."""
        return self.fate is Fate.REMOVED


def compare_facts(before: Content, after: Content) -> list[FieldChange]:
    """What is told of the briefing beside its text, where it differs."""
    return list(_fields(FACTS, before, after))


def compare_directives(before: Content, after: Content) -> list[DirectiveChange]:
    """The directives that differ: those of the later edition in order, then those it lost."""
    old, new = _readable(before), _readable(after)
    found = [_directive(old.get(key), row) for key, row in new.items()]
    found += [_directive(row, None) for key, row in old.items() if key not in new]
    return [change for change in found if change.fields]


def _readable(content: Content) -> dict[str, Content]:
    """Directives by their identity, each with the quotes behind its numbers."""
    quotes = {row["number"]: row["quote"] for row in content["citations"]}
    return {
        row["uuid"]: {**row, "quotes": [quotes[number] for number in row["citations"]]}
        for row in content["directives"]
    }


def _directive(before: Content | None, after: Content | None) -> DirectiveChange:
    newest: Content = after or before or {}
    fate = Fate.CHANGED if before and after else Fate.ADDED if after else Fate.REMOVED
    fields = list(_fields(DIRECTIVE, before, after))
    return DirectiveChange(id=newest["id"], text=newest["text"], fate=fate, fields=fields)


def _fields(
    readings: Iterable[Reading], before: Content | None, after: Content | None
) -> Iterator[FieldChange]:
    for label, read in readings:
        old, new = (read(row) if row else "" for row in (before, after))
        if old != new:
            runs = compare_words(old, new)
            yield FieldChange(str(label), without(Mark.ADDED, runs), without(Mark.REMOVED, runs))


def _ai(content: Content) -> str:
    use = content["ai_assistance"]
    return gettext("%(tool)s, %(purpose)s; %(responsible)s answers for it") % use if use else ""


def _path(content: Content) -> str:
    return f"/{content['address']}"


def _names(rows: Iterable[Content]) -> str:
    return in_words([row["name"] for row in rows])


def _evidence(directive: Content) -> str:
    verdict = directive["corroboration"]
    return f"{capfirst(verdict['words'])}: {verdict['reason']}"


FACTS: tuple[Reading, ...] = (
    (_("Address"), _path),
    (_("Date of the briefing"), lambda content: day(content["briefing_date"])),
    (_("Language"), lambda content: content["language"]),
    (_("Authors"), lambda content: _names(content["authors"])),
    (_("Topics"), lambda content: _names(content["topics"])),
    (_("AI assistance"), _ai),
    (_("Comments"), lambda content: str(CommentPolicy(content["comment_policy"]).label)),
)
DIRECTIVE: tuple[Reading, ...] = (
    (_("Text"), lambda row: row["text"]),
    (_("Issuer"), lambda row: row["issuer"]["name"] if row["issuer"] else ""),
    (_("To"), lambda row: _names(row["addressees"])),
    (_("Target"), lambda row: row["target"]),
    (_("Rationale"), lambda row: row["rationale"]),
    (_("Deadline"), lambda row: day(row["deadline"]) or gettext("none stated")),
    (_("Force"), lambda row: str(DirectiveForce(row["force"]).label)),
    (_("Status"), lambda row: str(DirectiveStatus(row["status"]).label)),
    (_("Evidence"), _evidence),
    (_("Quotes"), lambda row: " ".join(row["quotes"])),
)
