"""Whose language an edition speaks, and what its disclaimer tells."""

import datetime

import pytest
from django.utils import translation

from articles.compile import compile_edition, recompile
from articles.dossier import open_dossier
from articles.enums import EditionKind
from sources.models import SourceDocument
from tests.articles.compile.builders import NOW, compiled
from tests.articles.newsroom import Desk, make_draft
from tests.sources.builders import make_organisation, make_ownership


def test_disclaimer_tells_of_a_former_owner_and_of_a_translation(desk: Desk) -> None:
    quay = make_organisation(name="Quay Press")
    make_ownership(owned=desk.herald, owner=quay, valid_to=datetime.date(2024, 7, 1))
    SourceDocument.objects.update(language="zh-Hans")
    text = compiled(make_draft(desk)).content["disclaimer"]
    assert text.startswith(
        "This briefing rests on Harbour Herald, state-owned and controlled by Port Authority. "
        "No independent source confirms it. What it reports is translated from Chinese. "
        "Until 1 July 2024, Harbour Herald was controlled by Quay Press. "
    )


@pytest.mark.parametrize("reader", ["en", "de", "zh-hans"])
@pytest.mark.parametrize(
    ("language", "disclaimer"),
    [
        ("en", "This briefing rests on Harbour Herald, state-owned and"),
        ("de-AT", "Dieses Briefing stützt sich auf Harbour Herald, in Staatsbesitz und von"),
        ("zh-hans", "This briefing rests on Harbour Herald, state-owned and"),
        ("no such language", "This briefing rests on Harbour Herald, state-owned and"),
    ],
)
def test_edition_is_written_in_the_language_of_the_article(
    desk: Desk, language: str, disclaimer: str, reader: str
) -> None:
    article = make_draft(desk)
    article.language = language
    with translation.override(reader):
        content = compiled(article).content
    assert content["disclaimer"].startswith(disclaimer)


def test_german_edition_is_german_throughout(desk: Desk) -> None:
    article = make_draft(desk)
    article.language = "de"
    content = compile_edition(
        open_dossier(article), kind=EditionKind.CORRECTED, reason="Das Datum war falsch.", now=NOW
    ).content
    assert content["disclaimer"] == (
        "Dieses Briefing stützt sich auf Harbour Herald, in Staatsbesitz und von Port Authority "
        "kontrolliert. Keine unabhängige Quelle bestätigt die Angaben. Bitte unabhängig prüfen, "
        "bevor Sie geschäftliche Schlüsse ziehen oder Anlageentscheidungen treffen."
    )
    verdict = {
        "state": "single_source",
        "words": "nur eine Quelle",
        "reason": "Harbour Herald: Keine andere Quelle belegt dies.",
    }
    assert content["corroboration"] == verdict
    assert [row["corroboration"] for row in content["directives"]] == [verdict]
    [source] = content["sources"]
    assert source["captured_way_words"] == "von der Redaktion eingefügt"
    assert source["publisher"]["ownership"]["words"] == "in Staatsbesitz"
    assert source["credibility"]["words"] == "Wahrheitsgehalt nicht zu beurteilen"
    assert [row["kind_words"] for row in content["corrections"]] == ["Korrigiert"]


def test_german_article_keeps_its_language_when_the_record_changes(desk: Desk) -> None:
    article = make_draft(desk)
    article.language = "de"
    content = compiled(article).content
    assert recompile(open_dossier(article), content, now=NOW) is None
    desk.herald.name = "Harbour Times"
    desk.herald.save()
    changed = recompile(open_dossier(article), content, now=NOW)
    assert changed is not None
    assert changed.content["disclaimer"].startswith("Dieses Briefing stützt sich auf Harbour Times")
