"""What is asked of an index, and how each database is told."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from articles.fulltext.marks import days_between
from articles.fulltext.text import is_prefix

TEXT_COLUMNS = ("title", "standfirst", "names", "body")


@dataclass(frozen=True)
class Query:
    """Terms that must stand in a row or must not, and marks; of each group of marks one must.

    A group without a mark is of something that does not exist, so that nothing matches. `days` are
    the first and the last one.
    """

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()
    unwanted_marks: tuple[str, ...] = ()
    days: tuple[datetime.date, datetime.date] | None = None

    @property
    def is_impossible(self) -> bool:
        """Whether nothing can match."""
        is_never = self.days is not None and self.days[0] > self.days[1]
        return is_never or not all(self.marks) or not (self.wanted or self.marks or self.days)


def words_for_postgresql(query: Query) -> str:
    """The terms that are wanted, for `to_tsquery`; they are what a row is ranked by."""
    return " & ".join(map(_lexemes, query.wanted))


def filter_for_postgresql(query: Query) -> str:
    """The terms that are unwanted, for `to_tsquery`."""
    return " & ".join(f"!{_lexemes(term)}" for term in query.unwanted)


def marks_for_postgresql(query: Query) -> str:
    """The marks, as a literal of the type `tsquery`."""
    groups = (f"({' | '.join(map(_literal, group))})" for group in query.marks)
    unwanted = (f"!{_literal(mark)}" for mark in query.unwanted_marks)
    return " & ".join([*groups, *unwanted])


def for_sqlite(query: Query) -> str:
    """As FTS5 reads it; every term is quoted, so no operator can be smuggled in."""
    text, marks = f"{{{' '.join(TEXT_COLUMNS)}}} : ", "marks : "
    periods = [days_between(*query.days)] if query.days else []
    groups = [f"({marks}({_any_of(group)}))" for group in (*query.marks, *periods)]
    if query.wanted:
        groups.insert(0, f"({text}({' AND '.join(map(_phrase, query.wanted))}))")
    unwanted = [f"({text}{_phrase(term)})" for term in query.unwanted]
    unwanted += [f"({marks}{_phrase(mark)})" for mark in query.unwanted_marks]
    return " NOT ".join([f"({' AND '.join(groups)})", *unwanted])


def _any_of(marks: Iterable[str]) -> str:
    return " OR ".join(map(_phrase, marks))


def _lexemes(term: str) -> str:
    return f"'{term}':*" if is_prefix(term) else f"'{term}'"


def _literal(mark: str) -> str:
    escaped = mark.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _phrase(term: str) -> str:
    escaped = term.replace('"', '""')
    return f'"{escaped}" *' if is_prefix(term) else f'"{escaped}"'
