"""From the citations of an edition to the notes in its margin: quote, source, date, grade.

Used by the compiler for the text column and by the page for the highlights, so that they agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from articles.formats.wording import in_words


@dataclass(frozen=True)
class Note:
    """One citation as a reader meets it; `publisher` names the originators where none is known."""

    number: int
    quote: str
    source: str
    source_title: str
    publisher: str
    published_on: str | None
    grade: str


def notes_by_number(content: Mapping[str, Any]) -> dict[int, Note]:
    """Every citation of an edition's content by its number; needs "citations" and "sources"."""
    sources = {source["uuid"]: source for source in content["sources"]}
    return {
        citation["number"]: _note(citation, sources[citation["source"]])
        for citation in content["citations"]
    }


def notes_for(numbers: Iterable[int], notes: Mapping[int, Note]) -> list[Note]:
    """The notes behind the marks of one claim, each once, in order."""
    return [notes[number] for number in dict.fromkeys(numbers)]


def source_publisher(source: Mapping[str, Any]) -> str:
    """Who speaks: the publisher, else the originators in words, else that nobody is known."""
    if source["publisher"]:
        return str(source["publisher"]["name"])
    names = [originator["name"] for originator in source["originators"]]
    return in_words(names) or gettext("Publisher unknown")


def _note(citation: Mapping[str, Any], source: Mapping[str, Any]) -> Note:
    return Note(
        number=citation["number"],
        quote=_unquoted(citation["quote"]),
        source=source["uuid"],
        source_title=source["title"],
        publisher=source_publisher(source),
        published_on=source["published_on"],
        grade=_grade(source),
    )


def _unquoted(quote: str) -> str:
    """Without the marks that enclose the whole quote: the page sets its own."""
    if quote.startswith("“") and quote.endswith("”") and quote.count("“") == 1:
        return quote[1:-1]
    return quote


def _grade(source: Mapping[str, Any]) -> str:
    """Both axes of the Admiralty code in words: "usually reliable; possibly true"."""
    reliability, credibility = source["reliability"], source["credibility"]
    if reliability["code"] == "F" and credibility["code"] == "6":
        return gettext("not yet graded")
    return f"{reliability['words']}; {credibility['words']}"
