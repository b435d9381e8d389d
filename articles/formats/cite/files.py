"""A reference as reference managers read it: BibTeX, RIS, CSL-JSON."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.formats.cite.reference import Name, Reference

# What TeX takes for commands. Braces are counted by BibTeX even behind a backslash, so they are
# written by name.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
# In addresses only these would end the field; `url` is otherwise taken as it stands.
TEX_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


@dataclass(frozen=True)
class ReferenceFile:
    """A format of reference managers: its name, ending and media type, and how it is written."""

    label: str
    ending: str
    media_type: str
    write: Callable[[Reference], str]


def bibtex(reference: Reference) -> str:
    """An entry of BibTeX in UTF-8; double braces keep the title's capitals."""
    day = reference.issued_on
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in reference.authors),
        "title": f"{{{_tex(reference.title)}}}",
        "howpublished": _tex(reference.site_name),
        "year": str(day.year),
        "month": f"{day:%b}".lower(),
        "note": f"Edition {reference.number}, {day.day} {day:%B} {day.year}",
        "version": str(reference.number),
        "language": reference.language,
        "url": reference.url.translate(TEX_ADDRESS),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@misc{{{reference.key},\n{''.join(lines)}}}\n"


def ris(reference: Reference) -> str:
    """A record of RIS; its lines end as the format wants them."""
    lines = (f"{tag}  - {value}".rstrip(" ") for tag, value in _ris_fields(reference) if value)
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - "))


def csl_json(reference: Reference) -> str:
    """A list of one item of the Citation Style Language."""
    day = reference.issued_on
    item = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        "author": [_csl_name(name) for name in reference.authors],
        "abstract": reference.abstract,
        "container-title": reference.site_name,
        "publisher": reference.site_name,
        "edition": str(reference.number),
        "version": str(reference.number),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "keyword": ", ".join(reference.topics),
        "language": reference.language,
        "note": f"SHA-256 {reference.sha256}",
        "URL": reference.url,
    }
    filled = {key: value for key, value in item.items() if value}
    return json.dumps([filled], ensure_ascii=False, indent=2) + "\n"


FILES = {
    form.ending: form
    for form in (
        ReferenceFile("BibTeX", "bib", "application/x-bibtex", bibtex),
        ReferenceFile("RIS", "ris", "application/x-research-info-systems", ris),
        ReferenceFile("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
    )
}


def _tex(text: str) -> str:
    return text.translate(TEX)


def _bibtex_name(name: Name) -> str:
    """Braces keep a whole name from being taken apart at its spaces, commas and "and"."""
    return f"{{{_tex(name.family)}}}" if name.is_whole else _tex(name.inverted)


def _ris_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Tags in the order of the format; asterisks are not allowed in names and keywords."""
    yield "TY", "ELEC"
    yield "ID", reference.key
    yield from (("AU", name.inverted.replace("*", "")) for name in reference.authors)
    yield "TI", reference.title
    yield "T2", reference.site_name
    yield "PB", reference.site_name
    yield "PY", str(reference.issued_on.year)
    yield "DA", f"{reference.issued_on:%Y/%m/%d}"
    yield "ET", str(reference.number)
    yield "AB", reference.abstract
    yield from (("KW", topic.replace("*", "")) for topic in reference.topics)
    yield "LA", reference.language
    yield "N1", f"SHA-256 {reference.sha256}"
    yield "UR", reference.url


def _csl_name(name: Name) -> dict[str, str]:
    if name.is_whole:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}
