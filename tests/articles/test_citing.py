"""References to an edition, read back with libraries that others wrote."""

import datetime
import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import (
    BlockMiddleware,
    LatexDecodingMiddleware,
    MergeNameParts,
    SeparateCoAuthors,
    SplitNameParts,
)
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from articles.enums import EditionKind
from articles.formats.cite import FILES, Reference, apa, chicago, reference_of
from articles.formats.cite.reference import Name, name_of
from articles.formats.site import Site
from tests.articles.public import make_public, seed_content, take_back

SITE = Site(name="Assay", base_url="https://assay.example")
URL = "https://assay.example/briefings/northern-rare-earth-sets-its-course-for-2026/versions/2/"
KEY = "northern-rare-earth-sets-its-course-for-2026-2"
NASTY = [
    'Costs up 5% & "fixed" at $3: #1_of ~2^10',
    r"Back\slash, \textbf{bold} and \input{/etc/passwd}",
    "An open { brace, and } another } too many",
    "“Quoted”, ‘nested’ – and a dash…",
    "Two\nlines\r\nER  - \r\nTY  - JOUR\x00\x1b\u2028end",
    "稀土 и Северный — عنوان",
    "@misc{evil, title = {x}}",
    "Ends with a backslash\\",
    "Ends with a question?",
]

# LaTeX's own names that the decoder does not know, and one that it takes for an accent.
TEX = [
    MacroTextSpec("textbraceleft", "{"),
    MacroTextSpec("textbraceright", "}"),
    MacroTextSpec("textasciicircum", "^"),
]


def reference(*, authors: list[str] | None = None, **changes: Any) -> Reference:
    if authors is not None:
        changes["authors"] = [{"name": name, "slug": "a", "role": ""} for name in authors]
    content = seed_content() | {"updated_at": "2025-10-24T09:30:00Z"} | changes
    return reference_of(content, number=2, sha256="ab" * 32, site=SITE)


def read_bibtex(text: str, *more: BlockMiddleware) -> Any:
    context = get_default_latex_context_db()
    context.add_context_category("ours", prepend=True, macros=TEX)
    decoding = LatexDecodingMiddleware(decoder=LatexNodes2Text(latex_context=context))
    names = [SeparateCoAuthors(), SplitNameParts(), decoding]
    library = parse_string(text, append_middleware=[*names, *more])
    assert not library.failed_blocks
    [entry] = library.entries
    return entry


def read_ris(text: str) -> dict[str, Any]:
    [record] = rispy.loads(text)
    return record


def one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


# -- Files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", NASTY)
def test_bibtex_says_any_title_and_nothing_else(title: str) -> None:
    entry = read_bibtex(FILES["bib"].write(reference(title=title)))
    fields = {field.key: field.value for field in entry.fields}
    assert fields["title"] == one_line(title)
    assert (entry.key, entry.entry_type) == (KEY, "misc")
    assert (fields["url"], fields["year"], fields["version"]) == (URL, "2025", "2")


@given(st.text(max_size=60))
def test_braces_of_a_bibtex_entry_always_match(title: str) -> None:
    text = FILES["bib"].write(reference(title=title, authors=[title, "A"]))
    depth = 0
    for position, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or position in (*range(len("@misc")), len(text) - 2, len(text) - 1)
    assert depth == 0


@pytest.mark.parametrize("title", NASTY)
def test_ris_says_any_title_in_one_record(title: str) -> None:
    record = read_ris(FILES["ris"].write(reference(title=title, authors=[title])))
    assert record["title"] == one_line(title)
    assert record["authors"] == [one_line(title)]
    assert (record["edition"], record["urls"]) == ("2", [URL])
    assert (record["date"], record["year"]) == ("2025/10/24", "2025")


def test_lines_of_ris_end_as_the_format_wants() -> None:
    lines = FILES["ris"].write(reference()).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert not any("\n" in line for line in lines)


@pytest.mark.parametrize("title", NASTY)
def test_csl_json_says_any_title(title: str) -> None:
    [item] = json.loads(
        FILES["json"].write(reference(title=title, authors=["Lena Hartwig", "李娜"]))
    )
    assert item["title"] == one_line(title)
    assert item["author"] == [{"family": "Hartwig", "given": "Lena"}, {"literal": "李娜"}]
    assert item["issued"] == {"date-parts": [[2025, 10, 24]]}
    assert (item["id"], item["URL"], item["edition"]) == (KEY, URL, "2")


def test_whole_names_are_not_taken_apart_by_bibtex() -> None:
    names = ["Lena van der Berg", "Assay newsroom and friends", "李娜"]
    text = FILES["bib"].write(reference(authors=names))
    entry = read_bibtex(text, MergeNameParts(style="first"))
    assert entry["author"] == ["Lena van der Berg", "{Assay newsroom and friends}", "{李娜}"]


def test_a_key_is_plain_whatever_the_address() -> None:
    assert reference(address="briefings/северный/").key == f"{seed_content()['uuid']}-2"
    assert "%D1%81" in reference(address="briefings/северный/").url


# -- Names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Lena Hartwig", "Hartwig", "Lena"),
        ("Jean-Paul de la Tour", "de la Tour", "Jean-Paul"),
        ("Ólafur Þór", "Þór", "Ólafur"),
        ("Assay newsroom", "Assay newsroom", ""),
        ("Plato", "Plato", ""),
        ("李 娜", "李 娜", ""),
        ("Анна Каренина", "Анна Каренина", ""),
        ("The Desk of Five Names Here", "The Desk of Five Names Here", ""),
    ],
)
def test_names_are_taken_apart_only_where_it_is_plain(text: str, family: str, given: str) -> None:
    assert name_of(text) == Name(family=family, given=given)


# -- Words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("authors", "start"),
    [
        ([], "Title (Edition 2). (2025, October 24). Assay. https"),
        (["Lena Hartwig"], "Hartwig, L. (2025, October 24). Title (Edition 2). Assay. https"),
        (["Jean-Paul Mbeki", "李娜"], "Mbeki, J.-P., & 李娜. (2025, October 24). Title (Edi"),
        (["Ann Lee Ray", "Bo Day", "Cy Fox"], "Ray, A. L., Day, B., & Fox, C. (2025"),
    ],
)
def test_apa_lists_authors_and_edition(authors: list[str], start: str) -> None:
    assert apa(reference(title="Title", authors=authors)).startswith(start)


def test_apa_leaves_out_the_middle_of_a_long_list() -> None:
    text = apa(reference(authors=["Ann Ray"] * 20 + ["Bo Day", "Cy Fox"]))
    assert text.count("Ray, A.") == 19
    assert "Ray, A., … Fox, C. (2025" in text


@pytest.mark.parametrize(
    ("authors", "title", "expected"),
    [
        ([], "Title", "“Title.” Assay, edition 2, October 24, 2025. " + URL),
        (["Lena Hartwig"], "Is “it” so?", "Hartwig, Lena. “Is ‘it’ so?” Assay, edition 2"),
        (["Lena Hartwig", "Bo Day"], 'A "b"', "Hartwig, Lena, and Bo Day. “A ‘b’.” Assay"),
        (["A Bo"] * 7, "Title", "Bo, A, A Bo, A Bo, et al. “Title.” Assay"),
    ],
)
def test_chicago_quotes_the_title(authors: list[str], title: str, expected: str) -> None:
    assert chicago(reference(title=title, authors=authors)).startswith(expected)


def test_the_day_is_that_of_the_edition() -> None:
    assert reference(updated_at="2026-01-02T23:59:00Z").issued_on == datetime.date(2026, 1, 2)


# -- Addresses --------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("ending", FILES)
def test_files_are_under_the_article_and_under_each_edition(client: Client, ending: str) -> None:
    first = make_public(title="First title")
    make_public(title="Second title", kind=EditionKind.UPDATED)
    newest, earlier = (
        client.get(f"/{first.address}{place}cite.{ending}") for place in ("", "versions/1/")
    )
    assert "Second title" in newest.content.decode()
    assert "versions/2/" in newest.content.decode()
    assert "First title" in earlier.content.decode()
    assert newest["Content-Type"] == f"{FILES[ending].media_type}; charset=utf-8"
    assert newest["Content-Disposition"].endswith(f'-2.{ending}"')
    assert newest["X-Robots-Tag"] == "noindex"


@pytest.mark.django_db
def test_nothing_is_cited_that_is_not_there(client: Client) -> None:
    current = make_public()
    for place in ("versions/9/cite.bib", "cite.txt", "cite.bib/"):
        assert client.get(f"/{current.address}{place}").status_code == 404
    take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    for place in ("cite.ris", "versions/1/cite.ris"):
        assert client.get(f"/{current.address}{place}").status_code == 410


@pytest.mark.django_db
def test_page_shows_what_the_files_say(client: Client) -> None:
    current = make_public()
    page = client.get(f"/{current.address}").content.decode()
    assert "TY  - ELEC" in page
    assert "@misc{northern-rare-earth-1," in page
    assert f'href="/{current.address}versions/1/cite.ris"' in page
