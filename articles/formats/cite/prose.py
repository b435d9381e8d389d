"""A reference as a line of a bibliography. Both styles are English, whatever the page speaks."""

import re

from articles.formats.cite.reference import Name, Reference

MOST_APA = 20  # APA 7, 9.8: from the twenty-first author on, all but the last are left out
MOST_CHICAGO = 6  # Chicago 18, 13.23: of more, the first three are named
NAMED_BY_CHICAGO = 3
QUOTES_IN_QUOTES = str.maketrans("“”", "‘’")
STRAIGHT_QUOTES = re.compile(r'"([^"]*)"')
ENDS_A_SENTENCE = re.compile(r"[.?!…]['’]?$")


def apa(reference: Reference) -> str:
    """APA 7: "Hartwig, L. (2025, October 24). Title (Edition 2). Assay. https://…"."""
    day = reference.issued_on
    date = f"({day.year}, {day:%B} {day.day})."
    title = f"{reference.title} (Edition {reference.number})."
    authors = _apa_authors(reference.authors)
    head = f"{_stopped(authors)} {date} {title}" if authors else f"{title} {date}"
    return f"{head} {_stopped(reference.site_name)} {reference.url}"


def chicago(reference: Reference) -> str:
    """Chicago 18: "Hartwig, Lena. “Title.” Assay, edition 2, October 24, 2025. https://…"."""
    day = reference.issued_on
    title = STRAIGHT_QUOTES.sub(r"‘\1’", reference.title.translate(QUOTES_IN_QUOTES))
    authors = _chicago_authors(reference.authors)
    parts = [_stopped(authors)] if authors else []
    parts += [
        f"“{_stopped(title)}”",
        f"{reference.site_name}, edition {reference.number}, {day:%B} {day.day}, {day.year}.",
        reference.url,
    ]
    return " ".join(parts)


def _apa_authors(names: tuple[Name, ...]) -> str:
    listed = [name.family if name.is_whole else f"{name.family}, {name.initials}" for name in names]
    if len(listed) > MOST_APA:
        return f"{', '.join(listed[: MOST_APA - 1])}, … {listed[-1]}"
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])}, & {listed[-1]}"


def _chicago_authors(names: tuple[Name, ...]) -> str:
    """The first as in an index, the others as they are spoken."""
    if not names:
        return ""
    listed = [names[0].inverted, *(name.direct for name in names[1:])]
    if len(listed) > MOST_CHICAGO:
        return f"{', '.join(listed[:NAMED_BY_CHICAGO])}, et al"
    if len(listed) == 1:
        return listed[0]
    return f"{', '.join(listed[:-1])}, and {listed[-1]}"


def _stopped(text: str) -> str:
    """A text with a full stop, unless it ends a sentence already."""
    return text if ENDS_A_SENTENCE.search(text) else f"{text}."
