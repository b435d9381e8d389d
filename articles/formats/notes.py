"""From the citations of an edition to the notes in its margin: quote, source, date, grade.

Used by the compiler for the text column and by the page for the highlights, so that they agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from articles.formats.wording import in_words

LONGEST_EXCERPT = 160


@dataclass(frozen=True)
class Note:
    """One citation as a reader meets it; `publisher` names the originators where none is known.

    `excerpt` is the quote's beginning where the whole would outgrow the margin; `repeats` says that
    the note before it is from the same document.
    """

    number: int
    quote: str
    excerpt: str
    source: str
    language: str
    source_title: str
    publisher: str
    published_on: str | None
    grade: str
    repeats: bool = False


def notes_by_number(content: Mapping[str, Any]) -> dict[int, Note]:
    """Every citation of an edition's content by its number; needs "citations" and "sources"."""
    sources = {source["uuid"]: source for source in content["sources"]}
    notes: dict[int, Note] = {}
    before = ""
    for citation in content["citations"]:
        source = sources[citation["source"]]
        notes[citation["number"]] = _note(citation, source, repeats=source["uuid"] == before)
        before = source["uuid"]
    return notes


def notes_for(numbers: Iterable[int], notes: Mapping[int, Note]) -> list[Note]:
    """The notes behind the marks of one claim, each once, in order."""
    return [notes[number] for number in dict.fromkeys(numbers)]


def source_publisher(source: Mapping[str, Any]) -> str:
    """Who speaks: the publisher, else the originators in words, else that nobody is known."""
    if source["publisher"]:
        return str(source["publisher"]["name"])
    names = [originator["name"] for originator in source["originators"]]
    return in_words(names) or gettext("Publisher unknown")


def _note(citation: Mapping[str, Any], source: Mapping[str, Any], *, repeats: bool) -> Note:
    quote = _unquoted(citation["quote"])
    return Note(
        number=citation["number"],
        quote=quote,
        excerpt=_beginning(quote),
        repeats=repeats,
        source=source["uuid"],
        language=source["language"],
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


def _beginning(quote: str) -> str:
    """As many whole words as a margin note bears, and an ellipsis where there are more."""
    if len(quote) <= LONGEST_EXCERPT:
        return quote
    return quote[:LONGEST_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"


def _grade(source: Mapping[str, Any]) -> str:
    """Both axes of the Admiralty code in words: "usually reliable; possibly true"; else empty."""
    reliability, credibility = source["reliability"], source["credibility"]
    if reliability["code"] == "F" and credibility["code"] == "6":
        return ""
    return f"{reliability['words']}; {credibility['words']}"
