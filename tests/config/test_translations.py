"""Every text that is to be translated is, in every language that we have; `make messages` helps."""

import io
from gettext import GNUTranslations
from itertools import product
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from articles.formats.language import TRANSLATIONS
from tests.config.untranslated import untranslated
from tests.translations import (
    LANGUAGES,
    ROOT,
    TRANSLATED,
    catalogue_path,
    compiled,
    is_translated,
    read_catalogue,
    said_by_code,
)

NOT_FOR_READERS = frozenset({"api", "editorial", "styleguide"})
EACH = pytest.mark.parametrize(("app", "language"), list(product(TRANSLATED, LANGUAGES)))


def _texts(app: str, language: str) -> dict[object, Message]:
    return {(row.id, row.context): row for row in read_catalogue(app, language) if row.id}


def _as_django_reads(raw: bytes) -> dict[object, str]:
    """Every form of every text; the header also tells which version of Babel wrote it."""
    forms: dict[object, str] = vars(GNUTranslations(io.BytesIO(raw)))["_catalog"]
    return {key: form for key, form in forms.items() if key}


@EACH
def test_catalogue_has_exactly_the_texts_of_the_code(app: str, language: str) -> None:
    said = {(row.id, row.context) for row in said_by_code(app) if row.id}
    assert set(_texts(app, language)) == said


@EACH
def test_nothing_waits_for_a_translator(app: str, language: str) -> None:
    waiting = [row.id for row in _texts(app, language).values() if not is_translated(row)]
    assert not waiting


@EACH
def test_translation_names_what_its_text_names(app: str, language: str) -> None:
    catalogue = read_catalogue(app, language)
    wrong = [(row.id, errors) for row in catalogue if (errors := list(row.check(catalogue)))]
    assert not wrong


@EACH
def test_compiled_catalogue_says_the_same(app: str, language: str) -> None:
    shipped = catalogue_path(app, language).with_suffix(".mo").read_bytes()
    assert _as_django_reads(shipped) == _as_django_reads(compiled(read_catalogue(app, language)))


def _templates() -> list[Path]:
    """Those that readers get: not the staff's, and not the description of the API."""
    every = (path for path in (ROOT / "templates").rglob("*.html"))
    return sorted(path for path in every if not NOT_FOR_READERS & {path.stem, *path.parts})


@pytest.mark.parametrize("path", _templates(), ids=lambda path: path.name)
def test_template_says_nothing_past_the_translators(path: Path) -> None:
    assert untranslated(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Read it</p>", ["Read it"]),
        ('<p aria-label="Main">{{ x }}, 12 %</p>', ["Main"]),
        ('{% include "a.html" with heading="Topics" level="h2" only %}', ["Topics"]),
        (
            '{% include "a.html" with heading=_("Topics") text="take it away" only %}',
            ["take it away"],
        ),
        ('<p title="{% translate "Main" %}">{% translate "Read it" %} RSS</p>', []),
        ("{% blocktranslate %}<b>Read {{ x }}</b>{% endblocktranslate %}", []),
        ("{% comment %}Read it{% endcomment %}{# Read it #}<code>sha256sum</code>", []),
    ],
)
def test_words_past_the_translators_are_seen(template: str, found: list[str]) -> None:
    assert untranslated(template) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_apps_agree_on_a_text_that_both_have(language: str) -> None:
    lower, upper = (_texts(app, language) for app in TRANSLATED)
    both = set(lower) & set(upper)
    assert [key for key in both if lower[key].string != upper[key].string] == []


def test_editions_are_written_in_every_language_that_is_complete() -> None:
    assert {"en", *LANGUAGES} == TRANSLATIONS
