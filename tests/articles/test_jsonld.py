"""JSON-LD on every page: terms of schema.org's own vocabulary, and addresses that answer."""

import datetime
import inspect
import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import lxml.html
import msgspec_schemaorg.models as vocabulary
import pytest
from django.test import Client

from articles.actions.newsroom import set_up_newsroom
from articles.enums import EditionKind, Policy
from articles.formats.jsonld import news_article, script
from articles.formats.site import Site
from tests.articles.public import NOW, make_cast, make_public, seed_content

SITE = Site(name="Assay", base_url="https://testserver")
ARTICLE = "/briefings/northern-rare-earth/"
WIKIDATA = "https://www.wikidata.org/wiki/Q1"
NOTICE = {
    "kind": "corrected",
    "kind_words": "Corrected",
    "text": "The year was wrong.",
    "issued_at": "2025-10-27T09:30:00Z",
    "number": 2,
}
IN_AN_EDITION: dict[str, Any] = {
    "authors": [{"name": "Lena Hartwig", "slug": "lena-hartwig", "role": "Editor"}],
    "corrections": [NOTICE],
    "ai_assistance": {"tool": "A model", "purpose": "translation", "responsible": "L. Hartwig"},
}


def described(content: dict[str, Any], *policies: Policy) -> dict[str, Any]:
    return news_article(
        content, number=2, sha256="ab" * 32, comment_count=3, site=SITE, policies=policies
    )


def everything() -> dict[str, Any]:
    """Content in which nothing is left out."""
    content = seed_content() | IN_AN_EDITION
    [source] = content["sources"]
    published = {
        **source,
        "url": "https://news.example/item",
        "publisher": source["originators"][0],
        "published_on": "2025-10-20",
    }
    same = [row | {"same_as": [WIKIDATA]} for row in content["organisations"]]
    return content | {"sources": [published], "organisations": same}


def nodes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every node, however deep."""
    if isinstance(value, list):
        for each in value:
            yield from nodes_in(each)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for each in value.values():
            yield from nodes_in(each)


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings_in(each)


def strange_terms(value: Any) -> list[str]:
    """What schema.org does not know: types, properties of a type, types as values of those."""
    found: list[str] = []
    for node in nodes_in(value):
        kind = getattr(vocabulary, node["@type"], None)
        if kind is None:
            found.append(node["@type"])
            continue
        for name, values in node.items():
            if not name.startswith("@"):
                found += _strange_values(kind, name, values)
    return found


def _strange_values(kind: Any, name: str, values: Any) -> list[str]:
    term = f"{kind.__name__}.{name}"
    allowed = _annotation(kind, name)
    if allowed is None:
        return [term]
    nodes = [each for each in (values if isinstance(values, list) else [values]) if _is_node(each)]
    words = set(re.findall(r"\w+", allowed))
    return [
        f"{term} -> {each['@type']}"
        for each in nodes
        if not words & {c.__name__ for c in getattr(vocabulary, each["@type"]).__mro__}
    ]


def _annotation(kind: Any, name: str) -> str | None:
    """What a property of a type may be, as the library writes it; None where it has none."""
    own = (inspect.get_annotations(each) for each in kind.__mro__)
    return next((found[name] for found in own if name in found), None)


def _is_node(value: Any) -> bool:
    return isinstance(value, dict)


def graph_of(client: Client, address: str) -> list[dict[str, Any]]:
    """The nodes of a page."""
    page = lxml.html.fromstring(client.get(address).content)
    [text] = page.xpath("//script[@type='application/ld+json']/text()")
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes


def of_type(nodes: list[dict[str, Any]], name: str) -> dict[str, Any]:
    [found] = [node for node in nodes if node["@type"] == name]
    return found


# -- Vocabulary -------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [seed_content(), everything()], ids=["seed", "everything"])
def test_every_term_of_an_article_is_schema_orgs_own(content: dict[str, Any]) -> None:
    assert strange_terms(described(content, *Policy)) == []


@pytest.mark.parametrize(
    ("node", "strange"),
    [
        ({"@type": "NewsStory"}, ["NewsStory"]),
        ({"@type": "Person", "headline": "A"}, ["Person.headline"]),
        ({"@type": "Person", "worksFor": {"@type": "Person"}}, ["Person.worksFor -> Person"]),
        ({"@type": "Person", "worksFor": {"@type": "Corporation"}}, []),
    ],
)
def test_the_check_finds_what_is_strange(node: dict[str, Any], strange: list[str]) -> None:
    assert strange_terms(node) == strange


# -- Articles ---------------------------------------------------------------------------------


def test_article_names_sources_owners_and_disclaimer() -> None:
    node = described(everything())
    [source] = node["isBasedOn"]
    owner = source["publisher"]["parentOrganization"]
    assert node["@type"] == "NewsArticle"
    assert node["backstory"] == seed_content()["disclaimer"]
    assert source["identifier"].startswith("urn:uuid:")
    assert source["publisher"]["sameAs"] == [WIKIDATA]
    assert owner["name"] == "Baogang Group"
    assert owner["parentOrganization"]["name"].startswith("People’s Government")


def test_article_names_its_edition_and_its_corrections() -> None:
    node = described(everything())
    assert (node["version"], node["commentCount"]) == ("2", 3)
    assert node["identifier"][0] == f"urn:uuid:{seed_content()['uuid']}"
    assert node["identifier"][1]["value"] == "ab" * 32
    [correction] = node["correction"]
    assert correction["text"] == "The year was wrong."
    assert node["digitalSourceType"].startswith("https://schema.org/Composite")


def test_our_reading_alone_is_an_analysis() -> None:
    content = seed_content()
    assert described(content)["@type"] == "NewsArticle"
    alone = content | {"sections": [], "directives": []}
    assert described(alone)["@type"] == "AnalysisNewsArticle"


def test_newsroom_points_only_at_policies_that_are_public() -> None:
    bare = described(seed_content())["publisher"]
    assert bare["correctionsPolicy"] == "https://testserver/corrections/"
    assert "publishingPrinciples" not in bare
    whole = described(seed_content(), *Policy)["publisher"]
    assert whole["correctionsPolicy"] == "https://testserver/corrections-policy/"
    assert whole["publishingPrinciples"] == "https://testserver/sourcing-policy/"


@pytest.mark.django_db
def test_original_and_translations_name_each_other(client: Client) -> None:
    key = str(uuid4())
    later = NOW + datetime.timedelta(days=1)
    first = make_public(slug="meeting", translation_key=key)
    german = make_public(slug="sitzung", translation_key=key, language="de", issued_at=later)
    dutch = make_public(slug="vergadering", translation_key=key, language="nl", issued_at=later)
    original, deutsch, nederlands = (
        of_type(graph_of(client, f"/{row.address}"), "NewsArticle")
        for row in (first, german, dutch)
    )
    told = [(work["@id"], work["inLanguage"]) for work in original["workTranslation"]]
    assert told == [(deutsch["@id"], "de"), (nederlands["@id"], "nl")]
    for translation in (deutsch, nederlands):
        assert translation["translationOfWork"]["@id"] == original["@id"]
        assert "workTranslation" not in translation
    for node in (original, deutsch):
        assert strange_terms(node) == []


@pytest.mark.django_db
def test_briefing_in_one_language_speaks_of_no_translation(client: Client) -> None:
    text = json.dumps(graph_of(client, f"/{make_public().address}"))
    assert "workTranslation" not in text
    assert "translationOfWork" not in text


def test_text_cannot_end_its_script_element() -> None:
    title = "</script><script>alert(1)</script>"
    text = script([described(seed_content() | {"title": title})])
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["headline"] == title


# -- Pages ------------------------------------------------------------------------------------


@pytest.fixture
def published(db: None) -> None:
    make_cast()
    make_public(**IN_AN_EDITION)


PAGES = {
    "/": "WebSite",
    "/briefings/": "BreadcrumbList",
    "/directives/": "BreadcrumbList",
    "/corrections/": "BreadcrumbList",
    "/topics/rare-earths/": "BreadcrumbList",
    "/authors/lena-hartwig/": "ProfilePage",
    "/organisations/baogang-daily/": "ProfilePage",
    ARTICLE: "NewsArticle",
    f"{ARTICLE}provenance/": "BreadcrumbList",
    f"{ARTICLE}versions/1/": "BreadcrumbList",
}


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("address", "kind"), PAGES.items(), ids=PAGES)
def test_page_says_what_it_is_in_schema_orgs_terms(client: Client, address: str, kind: str) -> None:
    nodes = graph_of(client, address)
    assert of_type(nodes, kind)
    assert strange_terms(nodes) == []


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("address", PAGES)
def test_every_address_of_ours_answers(client: Client, address: str) -> None:
    told = {text for text in strings_in(graph_of(client, address)) if text.startswith("https://")}
    for url in (text for text in told if text.startswith(SITE.base_url)):
        path = url.removeprefix(SITE.base_url).partition("#")[0]
        assert client.get(path).status_code == 200, url


@pytest.mark.django_db
def test_policies_that_the_newsroom_points_at_answer(client: Client) -> None:
    set_up_newsroom()
    make_public()
    publisher = of_type(graph_of(client, ARTICLE), "NewsArticle")["publisher"]
    pointed = {text for text in strings_in(publisher) if text.startswith(SITE.base_url)}
    assert {f"{SITE.base_url}/{policy}" for policy in Policy if policy != Policy.ABOUT} <= pointed
    for url in pointed:
        path = url.removeprefix(SITE.base_url).partition("#")[0]
        assert client.get(path).status_code == 200, url
    for policy in Policy:
        nodes = graph_of(client, f"/{policy}")
        assert of_type(nodes, "AboutPage")
        assert strange_terms(nodes) == []


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("address", PAGES)
def test_page_has_one_canonical_address(client: Client, address: str) -> None:
    page = lxml.html.fromstring(client.get(address).content)
    [canonical] = page.xpath("//link[@rel='canonical']/@href")
    expected = ARTICLE if "versions" in address else address
    assert canonical == f"{SITE.base_url}{expected}"


@pytest.mark.usefixtures("published")
def test_trail_is_the_same_for_readers_and_machines(client: Client) -> None:
    address = f"{ARTICLE}provenance/"
    page = lxml.html.fromstring(client.get(address).content)
    steps = page.xpath("//nav[contains(@class, 'breadcrumbs')]//li")
    told = of_type(graph_of(client, address), "BreadcrumbList")["itemListElement"]
    names = [step.text_content().strip() for step in steps]
    assert names == ["Home", "Briefings", seed_content()["title"], "Provenance"]
    assert [step["name"] for step in told] == names
    assert [step["position"] for step in told] == [1, 2, 3, 4]
    assert "item" not in told[-1]
    assert [step["item"] for step in told[:-1]] == [
        f"{SITE.base_url}{link}" for link in page.xpath("//nav[contains(@class, 'bread')]//a/@href")
    ]


@pytest.mark.usefixtures("published")
def test_front_page_has_no_way_to_itself(client: Client) -> None:
    assert [node["@type"] for node in graph_of(client, "/")] == ["WebSite"]
    assert b"breadcrumbs" not in client.get("/").content


@pytest.mark.usefixtures("published")
def test_what_is_not_there_says_nothing_to_machines(client: Client) -> None:
    make_public(slug="other", kind=EditionKind.PUBLISHED)
    page = client.get("/briefings/never/").content
    assert b"ld+json" not in page
    assert b"og:title" not in page
    assert b"canonical" not in page
