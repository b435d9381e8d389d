"""Which language a page speaks, and how it marks words in another one."""

import re
from dataclasses import replace

import pytest
from django.test import Client, override_settings
from django.utils import translation

from articles.formats.language import inside, marked, spoken_for
from articles.models import ArticlePage
from tests.articles.newsroom import (
    Desk,
    block,
    citation,
    make_draft,
    republish,
    revise,
)
from tests.articles.public import make_cast, make_public
from tests.articles.spoken import words_of
from tests.sources.builders import make_source_document

pytestmark = pytest.mark.django_db

SENTENCE = "Der Hafenrat tagte am Freitag."
ORDER = "Er wies alle Gruben an, ihre Zahlen zu nennen."
# Short words that every English sentence has, and no German one.
ENGLISH = re.compile(r"\b(the|and|of|with|this|that|which|are|by|for|from|your|not|been|has|to)\b")
LISTS = [
    "/",
    "/briefings/",
    "/briefings/?corroboration=disputed",
    "/directives/",
    "/directives/?force=guidance",
    "/organisations/",
    "/topics/",
    "/authors/",
    "/corrections/",
    "/search/",
    "/search/?q=Hafenrat",
    "/search/?q=nirgendwo",
    "/comments/moderation/",
    "/comments/my-data/",
]


def german_desk(desk: Desk) -> Desk:
    """A newsroom in which every name, document and text is German."""
    desk.herald.name = "Hafenblatt"
    desk.herald.save()
    document = make_source_document(
        raw=f"{SENTENCE} {ORDER}".encode(), publisher=desk.herald, title="Aus dem Rat"
    )
    return replace(desk, document=document)


def make_german(desk: Desk) -> ArticlePage:
    """A public briefing in German, without a word of English that an author wrote."""
    article = make_draft(desk, title="Der Hafenrat tagt", quote=SENTENCE)
    cited = [citation(desk, SENTENCE)]
    order = {
        "text": "Zahlen aller Gruben nennen",
        "issuer": desk.herald.pk,
        "addressees": [],
        "target": "alle Gruben",
        "rationale": "",
        "deadline": "2026-04-30",
        "force": "order",
        "status": "announced",
        "citations": [citation(desk, ORDER)],
    }
    revise(
        article,
        desk.analyst,
        language="de",
        standfirst="Der Rat verlangt Zahlen.",
        body=[
            block("heading", "Die Sitzung"),
            block("paragraph", {"text": f"<p>{SENTENCE}</p>", "citations": cited}),
            block("directives", {"introduction": "", "directives": [block("item", order)]}),
        ],
        analysis=[block("paragraph", {"text": "<p>Das ist neu.</p>", "citations": []})],
    )
    return republish(desk, article)


def read(address: str, status: int = 200) -> str:
    response = Client().get(address)
    assert response.status_code == status, address
    return response.content.decode()


def english_in(html: str) -> list[str]:
    """What a person would read as English: whole sentences, and names that the catalogue has."""
    return [words for words in words_of(html) if ENGLISH.search(words) or words in _english_names()]


def _english_names() -> frozenset[str]:
    names = (
        "Contents Correction Deadline Directives Edition Evidence Highlights History Issuer Search "
        "Topics Organisations Corrections Order Announced Comment Send More Main Latest Earlier "
        "Show Force Target Addressee Role Reliability Credibility Captured Reply Report Today"
    )
    return frozenset(names.split())


# -- Which language a page speaks -----------------------------------------------------------------


@pytest.mark.parametrize(
    "rest", ["", "provenance/", "versions/", "versions/1/", "challenge/", "challenges/"]
)
def test_page_of_a_german_briefing_has_no_english_word(desk: Desk, rest: str) -> None:
    article = make_german(german_desk(desk))
    html = read(f"/{article.public_address}{rest}")
    assert '<html lang="de">' in html
    assert english_in(html) == []


@pytest.mark.parametrize("address", LISTS)
def test_list_of_a_german_site_has_no_english_word(desk: Desk, address: str) -> None:
    make_german(german_desk(desk))
    with override_settings(LANGUAGE_CODE="de"), translation.override("de"):
        html = read(address)
    assert '<html lang="de">' in html
    assert english_in(html) == []


@pytest.mark.parametrize("address", ["/nirgends/", "/briefings/?page=x"])
def test_error_page_of_a_german_site_has_no_english_word(db: None, address: str) -> None:
    with override_settings(LANGUAGE_CODE="de"), translation.override("de"):
        response = Client().get(address)
    assert response.status_code in (400, 404)
    assert english_in(response.content.decode()) == []


def test_answer_says_in_which_language_it_is(db: None) -> None:
    make_public(language="de")
    assert Client().get("/briefings/northern-rare-earth/")["Content-Language"] == "de"
    assert Client().get("/briefings/")["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("tag", "site", "spoken"),
    [
        ("de-AT", "en", "de"),
        ("en-GB", "de", "en"),
        ("ar", "en", "en"),
        ("ar", "de", "de"),
        ("zh-Hans", "fr", "en"),
        ("", "de", "de"),
    ],
)
def test_briefing_is_spoken_of_in_its_own_language_or_that_of_the_site(
    tag: str, site: str, spoken: str
) -> None:
    with override_settings(LANGUAGE_CODE=site):
        assert spoken_for(tag) == spoken


# -- Words in another language --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "within", "attributes"),
    [
        ("de", "de-AT", ""),
        ("de", "en", ' lang="de"'),
        ("ar", "en", ' lang="ar" dir="rtl"'),
        ("en", "he", ' lang="en" dir="ltr"'),
        ("fa", "ar", ' lang="fa"'),
        ("", "en", ""),
        ('"><script>', "en", ' lang="&quot;&gt;&lt;script&gt;"'),
    ],
)
def test_words_are_marked_where_the_language_or_the_direction_turns(
    tag: str, within: str, attributes: str
) -> None:
    assert marked(tag, within=within) == attributes


def test_nothing_is_marked_inside_an_article_in_the_language_of_its_page() -> None:
    with translation.override("de"):
        assert set(vars(inside("de")).values()) == {""}


def test_arabic_page_is_laid_out_from_the_right_and_english_in_it_from_the_left(db: None) -> None:
    make_cast()
    make_public(language="ar", title="ميناء جديد", standfirst="فُتح الميناء اليوم.")
    html = read("/briefings/northern-rare-earth/")
    assert '<html lang="en">' in html
    assert '<article class="article" lang="ar" dir="rtl">' in html
    assert '<div class="article__after" lang="en" dir="ltr">' in html


def test_mark_at_the_end_of_our_words_stays_at_their_end_in_arabic_contents(db: None) -> None:
    make_public(language="ar", title="ميناء جديد")
    html = read("/briefings/northern-rare-earth/")
    assert 'href="#challenge" lang="en"><bdi>Is something wrong?</bdi>' in html


def test_arabic_text_keeps_its_evidence_in_english(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.analyst, language="ar")
    html = read(f"/{republish(desk, article).public_address}")
    assert '<dl class="facts facts--directive" lang="en" dir="ltr">' in html
    assert 'role="note" lang="en" dir="ltr">' in html


@pytest.mark.parametrize(
    "address", ["/", "/briefings/", "/search/?q=harbour", "/topics/rare-earths/"]
)
def test_list_turns_the_direction_of_an_arabic_title(db: None, address: str) -> None:
    make_cast()
    make_public(slug="lead")
    make_public(language="ar", title="ميناء harbour", standfirst="فُتح الميناء اليوم.")
    make_public(slug="newest", title="The newest harbour")
    html = read(address)
    assert re.search(r'<h\d class="entry__title" lang="ar" dir="rtl"><a [^>]*>ميناء', html)
    assert re.search(r'<p class="entry__standfirst" lang="ar" dir="rtl">', html)


@pytest.mark.parametrize("address", ["/directives/", "/"])
def test_directive_in_a_list_is_marked_with_its_language(db: None, address: str) -> None:
    make_cast()
    make_public(language="ar")
    assert 'lang="ar" dir="rtl"' in read(address).split('class="orders"')[-1]


def test_feed_says_how_an_arabic_item_is_read(db: None) -> None:
    make_public(language="ar", standfirst="فُتح الميناء اليوم.")
    feed = Client().get("/feeds/feed.json").json()
    [item] = feed["items"]
    assert (feed["language"], item["language"]) == ("en", "ar")
    assert '<p lang="ar" dir="rtl">فُتح الميناء اليوم.</p>' in item["content_html"]
    assert 'dir="rtl"' in Client().get("/feeds/rss.xml").content.decode()
    assert '<entry xml:lang="ar">' in Client().get("/feeds/atom.xml").content.decode()


def test_item_of_a_feed_says_its_day_in_its_own_language(db: None) -> None:
    correction = {
        "kind": "corrected",
        "kind_words": "Korrigiert",
        "text": "Das Datum war falsch.",
        "issued_at": "2025-10-25T08:00:00Z",
        "number": 2,
    }
    make_public(language="de", corrections=[correction])
    [item] = Client().get("/feeds/feed.json").json()["items"]
    assert '<div lang="de"><p><strong>Korrigiert, 25. Oktober 2025:' in item["content_html"]
