"""Fifth stage: the organisations that a text names meet the directory of those on record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sources.ingest.item import NamedOrganisation, ParsedItem
from sources.ingest.parse import ParsedText
from sources.ingest.parse.organisations import Naming
from sources.names import fold

__all__ = ["Directory", "DirectoryEntry", "match_organisations"]


@dataclass(frozen=True)
class DirectoryEntry:
    """An organisation on record and every name under which texts may know it."""

    slug: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Directory:
    """Who is on record, by folded name. Without entries it knows nobody."""

    slugs: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[DirectoryEntry]) -> "Directory":
        """Build it; a name that two organisations share is left out, since it tells neither."""
        owners: dict[str, set[str]] = {}
        for entry in entries:
            for name in entry.names:
                owners.setdefault(fold(name), set()).add(entry.slug)
        owners.pop("", None)
        return cls({name: slugs.pop() for name, slugs in owners.items() if len(slugs) == 1})

    def slug_of(self, name: str) -> str | None:
        """Who goes by `name`, None where nobody or more than one does."""
        return self.slugs.get(fold(name))


def match_organisations(parsed: ParsedText, directory: Directory) -> ParsedItem:
    """The finished item, each of its organisations with its entry where there is one."""
    clean = parsed.clean
    return ParsedItem(
        encoding=clean.repaired.read.encoding,
        source_text=clean.repaired.read.text,
        repaired_text=clean.repaired.text,
        title=parsed.title,
        date=parsed.date,
        byline=parsed.byline,
        highlights=parsed.highlights,
        opening=parsed.opening,
        sections=parsed.sections,
        disclaimer=parsed.disclaimer,
        organisations=tuple(_match(parsed.naming, directory)),
        comments_count=clean.comments_count,
        repairs=clean.repaired.repairs,
        removals=parsed.removals,
        notes=clean.repaired.read.notes,
    )


def _match(naming: Naming, directory: Directory) -> Iterator[NamedOrganisation]:
    """The organisations that the text tells, then the other names that are on record."""
    seen = set()
    for named in naming.organisations:
        short = naming.abbreviations.get(named.name, "")
        slug = directory.slug_of(named.name) or directory.slug_of(short)
        seen.add(slug)
        yield replace(named, slug=slug)
    for named in naming.others:
        slug = directory.slug_of(named.name)
        if slug and slug not in seen:
            seen.add(slug)
            yield replace(named, slug=slug)
