"""Bring the catalogues of translations up to date with the code: `python -m tests.translations`.

It reads gettext calls and templates, keeps what is translated, marks what only resembles a
translated text, and compiles. No gettext tools are needed.
"""

import datetime
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
LANGUAGES = ("de",)
# Of each app the modules, packages and templates whose texts are translated: what readers meet, and
# what the gate says. The templates of both apps stand in one folder; the upper app has their texts.
TRANSLATED = {
    "sources": (
        "sources/disclaimer",
        "sources/enums.py",
        "sources/formats",
        "sources/independence.py",
        "sources/languages.py",
    ),
    "articles": (
        "articles/actions/comments",
        "articles/actions/provenance.py",
        "articles/enums.py",
        "articles/feeds",
        "articles/formats",
        "articles/fulltext",
        "articles/gate",
        "articles/moderation",
        "articles/queries",
        "articles/views",
        "templates/*.html",
        "templates/articles",
        "templates/blocks",
        "templates/components",
        "templates/mail",
        "templates/sources",
    ),
}
LAZY = {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
TEMPLATES = (".html", ".txt", ".xml")
COMMENTS = ("Translators:",)
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}


def catalogue_path(app: str, language: str) -> Path:
    """Where Django looks for the texts of an app; the compiled file stands beside it."""
    return ROOT / app / "locale" / language / "LC_MESSAGES" / "django.po"


def said_by_code(app: str) -> Catalog:
    """Every text of an app that asks for a translation."""
    catalogue = Catalog()
    for path in _files(app):
        code = io.BytesIO(_calls_of(path))
        for _, message, comments, context in extract("python", code, KEYWORDS, COMMENTS):
            place = (str(path.relative_to(ROOT)), 0)
            catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def read_catalogue(app: str, language: str) -> Catalog:
    """What is translated so far; empty for a language that is new."""
    path = catalogue_path(app, language)
    if not path.exists():
        return _empty(app, language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(app: str, language: str) -> Catalog:
    """The catalogue with exactly the texts of the code."""
    catalogue = read_catalogue(app, language)
    catalogue.update(said_by_code(app), update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The catalogue as people edit it."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as Django reads it; what is not translated for sure is left out."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def is_translated(message: Message) -> bool:
    """Whether a translator has settled every form of a text."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def _empty(app: str, language: str) -> Catalog:
    return Catalog(
        language,
        header_comment=f"# The texts of Assay in another language ({app}).",
        project="Assay",
        version="1",
        msgid_bugs_address="none",
        last_translator="Assay",
        language_team="Assay",
        revision_date=datetime.datetime.now(datetime.UTC),
        fuzzy=False,
    )


def _files(app: str) -> Iterator[Path]:
    for name in TRANSLATED[app]:
        for path in sorted(ROOT.glob(name)):
            files = [path] if path.is_file() else sorted(path.rglob("*.*"))
            yield from (file for file in files if file.suffix in (".py", *TEMPLATES))


def _calls_of(path: Path) -> bytes:
    """A module as it is, a template as the gettext calls that Django sees in it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATES:
        calls = templatize(text, origin=str(path))
        text = "\n".join(line.strip() for line in calls.splitlines())
    return text.encode()


def main() -> int:
    """Write both forms of every catalogue and say what waits for a translator."""
    for app in TRANSLATED:
        for language in LANGUAGES:
            catalogue, path = updated(app, language), catalogue_path(app, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(catalogue))
            path.with_suffix(".mo").write_bytes(compiled(catalogue))
            waiting = [row for row in catalogue if row.id and not is_translated(row)]
            place = path.relative_to(ROOT)
            sys.stdout.write(f"{place}: {len(catalogue)} texts, {len(waiting)} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
