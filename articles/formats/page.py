"""From the content of an edition to what the article's templates print, nothing left to compute."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from articles.formats.cite import FILES, apa, chicago, reference_of
from articles.formats.language import Inside, inside
from articles.formats.notes import Note, notes_by_number, notes_for
from articles.formats.site import Site

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Branch:
    """A highlight with the evidence for it and everything beneath it."""

    id: str
    text: str
    notes: list[Note]
    children: list["Branch"]


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the contents; `is_ours` where the system wrote it and not an author."""

    id: str
    heading: str
    is_ours: bool = False


@dataclass(frozen=True)
class Speaker:
    """Somebody a source document comes from: its publisher or an originator."""

    label: str
    party: Mapping[str, Any]


@dataclass(frozen=True)
class SourceCard:
    """A source document with those who speak through it."""

    source: Mapping[str, Any]
    speakers: list[Speaker]


@dataclass(frozen=True)
class Endnote:
    """A margin note on paper: `address` is the document's own, if it has one."""

    number: int
    quote: str
    language: str
    publisher: str
    source_title: str
    published_on: str | None
    url: str
    sha256: str


@dataclass(frozen=True)
class CiteFile:
    """A reference for a program: the name of its format, the text, and where it is downloaded."""

    label: str
    text: str
    url: str
    media_type: str


@dataclass(frozen=True)
class Cite:
    """How to refer to exactly this edition; `versions_url` lists all of them."""

    styles: list[tuple[str, str]]
    files: list[CiteFile]
    number: int
    version_url: str
    sha256: str
    versions_url: str


@dataclass(frozen=True)
class BriefingPage:
    """Everything of a briefing that stands around its compiled text column."""

    title: str
    standfirst: str
    language: str
    ours: Inside
    topics: list[Mapping[str, Any]]
    briefing_date: str
    updated_at: str
    reading_minutes: int
    authors: list[Mapping[str, Any]]
    number: int
    path: str
    how_url: str
    corroboration: Mapping[str, Any]
    disclaimer: str
    corrections: list[Mapping[str, Any]]
    highlights: list[Branch]
    contents: list[ContentsEntry]
    contents_rest: list[ContentsEntry]
    sources: list[SourceCard]
    endnotes: list[Endnote]
    cite: Cite


def briefing_page(
    content: Content, *, number: int, sha256: str, site: Site, is_open: bool = True
) -> BriefingPage:
    """Lay out an edition; beneath one that `is_open` readers can challenge it and comment."""
    notes = notes_by_number(content)
    path = path_of(content)
    return BriefingPage(
        title=content["title"],
        standfirst=content["standfirst"],
        language=content["language"],
        ours=inside(content["language"]),
        topics=content["topics"],
        briefing_date=content["briefing_date"],
        updated_at=content["updated_at"],
        reading_minutes=content["reading_minutes"],
        authors=content["authors"],
        number=number,
        path=path,
        how_url=f"{path}provenance/",
        corroboration=content["corroboration"],
        disclaimer=content["disclaimer"],
        corrections=content["corrections"],
        highlights=_branches(content["highlights"], notes),
        contents=_contents(content),
        contents_rest=_contents_rest(is_open=is_open),
        sources=[SourceCard(source, speakers(source)) for source in content["sources"]],
        endnotes=_endnotes(content, notes),
        cite=_cite(content, number=number, sha256=sha256, site=site),
    )


def path_of(content: Content) -> str:
    """Where an article is read on this site: "/briefings/some-slug/"."""
    return f"/{content['address']}"


def speakers(source: Mapping[str, Any]) -> list[Speaker]:
    """Publisher first, then the originators that are not the publisher."""
    publisher = source["publisher"]
    found = [Speaker(gettext("Published by"), publisher)] if publisher else []
    return found + [
        Speaker(gettext("Originates from"), originator)
        for originator in source["originators"]
        if not publisher or originator["slug"] != publisher["slug"]
    ]


def _branches(rows: Iterable[Mapping[str, Any]], notes: Mapping[int, Note]) -> list[Branch]:
    return [
        Branch(
            id=row["id"],
            text=row["text"],
            notes=notes_for(row["citations"], notes),
            children=_branches(row["children"], notes),
        )
        for row in rows
    ]


def _contents(content: Content) -> list[ContentsEntry]:
    entries = [_ours("highlights", gettext("Highlights"))] if content["highlights"] else []
    entries += [
        ContentsEntry(section["id"], section["heading"])
        for section in content["sections"]
        if section["id"]
    ]
    if analysis := content["analysis"]:
        written = ContentsEntry(analysis["id"], analysis["heading"])
        entries.append(written if written.heading else _ours(written.id, gettext("Our reading")))
    return entries


def _ours(anchor: str, heading: str) -> ContentsEntry:
    return ContentsEntry(anchor, heading, is_ours=True)


def _contents_rest(*, is_open: bool) -> list[ContentsEntry]:
    provenance = _ours("provenance", gettext("Where this comes from"))
    cite = _ours("cite", gettext("Cite this"))
    if not is_open:
        return [provenance, cite]
    challenge = _ours("challenge", gettext("Is something wrong?"))
    return [provenance, challenge, cite, _ours("comments", gettext("Comments"))]


def _endnotes(content: Content, notes: Mapping[int, Note]) -> list[Endnote]:
    sources = {source["uuid"]: source for source in content["sources"]}
    return [
        Endnote(
            number=note.number,
            quote=note.quote,
            language=note.language,
            publisher=note.publisher,
            source_title=note.source_title,
            published_on=note.published_on,
            url=sources[note.source]["url"],
            sha256=sources[note.source]["sha256"],
        )
        for note in notes.values()
    ]


def _cite(content: Content, *, number: int, sha256: str, site: Site) -> Cite:
    reference = reference_of(content, number=number, sha256=sha256, site=site)
    version_path = f"{path_of(content)}versions/{number}/"
    return Cite(
        styles=[("APA", apa(reference)), ("Chicago", chicago(reference))],
        files=[
            CiteFile(
                form.label, form.write(reference), f"{version_path}cite.{ending}", form.media_type
            )
            for ending, form in FILES.items()
        ],
        number=number,
        version_url=reference.url,
        sha256=sha256,
        versions_url=f"{path_of(content)}versions/",
    )
