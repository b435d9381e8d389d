"""The page for people says all that the description says: every operation, parameter and shape."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from config.manual import Manual, manual
from config.manual.words import value

pytestmark = pytest.mark.django_db

TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def description() -> Any:
    return Client().get("/api/v1/schema/", headers={"Accept": "application/json"}).json()


@pytest.fixture
def page(client: Client) -> str:
    response = client.get("/api/v1/docs/")
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def words(html: str) -> str:
    """The text of a page as a reader sees it."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def unmarked(html: str) -> str:
    """The text of a page with code and links as they run on in their sentence."""
    return " ".join(unescape(TAG.sub("", html)).split())


def part(page: str, anchor: str) -> str:
    """What stands under an anchor."""
    begins = page.index(f'id="{anchor}"')
    return page[begins : page.index("</article>", begins)]


def said(schema: Any) -> str:
    return "".join(piece.text for piece in value(schema))


# -- Complete ---------------------------------------------------------------------------------


def test_every_operation_stands_on_the_page_with_all_that_it_takes_and_answers(
    page: str, description: Any
) -> None:
    operations = [
        (method.upper(), address, row)
        for address, methods in description["paths"].items()
        for method, row in methods.items()
    ]
    assert len(operations) >= 14
    for method, address, row in operations:
        anchor = row["operationId"].replace("_", "-")
        assert page.count(f'href="#{anchor}"') == 2  # in the index, and its own mark
        html = part(page, anchor)
        text = words(html)
        for expected in (f"{method} {address}", row["summary"]):
            assert expected in text
        for parameter in row.get("parameters", ()):
            assert f"{parameter['name']} {parameter['in']}" in text
            assert parameter.get("description", "").replace("`", "") in unmarked(html)
        for status in row["responses"]:
            assert f" {status} " in text
        for media_type in row.get("requestBody", {}).get("content", {}):
            assert media_type in text


def test_every_shape_stands_on_the_page_with_each_of_its_members(
    page: str, description: Any
) -> None:
    for name, schema in description["components"]["schemas"].items():
        html = part(page, f"shape-{name}")
        for member in schema.get("properties", ()):
            assert f"<code>{member}</code>" in html, (name, member)
        for choice in schema.get("enum", ()):
            assert f"<code>{choice}</code>" in html, (name, choice)


def test_every_link_on_the_page_leads_to_one_place_on_it(page: str) -> None:
    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_page_has_neither_script_nor_style_of_its_own(page: str) -> None:
    main = page[page.index("<main") : page.index("</main>")]
    assert "<script" not in main
    assert " style=" not in page


def test_page_is_laid_out_once_and_kept_for_a_minute(client: Client, page: str) -> None:
    laid_out = manual.cache_info().misses
    second = client.get("/api/v1/docs/")
    assert second.content.decode() == page
    assert second["Cache-Control"] == "public, max-age=60"
    assert manual.cache_info().misses == laid_out


# -- Words ------------------------------------------------------------------------------------


def test_token_is_asked_for_with_its_scope_where_one_is_needed(page: str) -> None:
    assert "Needs a token with the scope ingest" in words(part(page, "ingest-create"))
    assert "Needs no token." in words(part(page, "comments-create"))


@pytest.mark.parametrize(
    ("anchor", "command"),
    [
        ("articles-list", 'curl "https://testserver/api/v1/articles/"'),
        ("articles-read", 'curl "https://testserver/api/v1/articles/$UUID/"'),
        (
            "ingest-create",
            '--header "Authorization: Bearer $TOKEN" \\ --header "Content-Type: text/plain" \\ ',
        ),
        (
            "comments-create",
            """/comments/" \\ --json '{"email": "reader@example.org", "name": "Your name",""",
        ),
    ],
)
def test_every_operation_has_a_command_to_try(page: str, anchor: str, command: str) -> None:
    assert command in words(part(page, anchor))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "text"),
        ({"type": "string", "format": "uuid"}, "UUID"),
        ({"type": ["string", "null"], "format": "date"}, "day or null"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Party"}}, "list of Party"),
        ({"oneOf": [{"$ref": "#/components/schemas/Party"}, {"type": "null"}]}, "Party or null"),
        ({"allOf": [{"$ref": "#/components/schemas/Kind"}], "default": "a"}, "Kind, otherwise a"),
        ({"type": "string", "enum": ["a", "b"]}, "one of a, b"),
        (
            {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
            "whole number, 1 to 100, otherwise 20",
        ),
        ({"type": "integer", "minimum": 0, "maximum": 2**63 - 1}, "whole number, 0 or more"),
        ({"type": "boolean", "default": False}, "true or false, otherwise false"),
        ({"type": "string", "maxLength": 80, "default": ""}, "text, at most 80 characters"),
        ({"type": "object", "additionalProperties": {}}, "object of names and any value"),
        ({"type": "object"}, "object"),
        ({}, "any value"),
    ],
)
def test_kind_of_value_is_said_in_words(schema: Any, expected: str) -> None:
    assert said(schema) == expected


def test_choice_is_explained_unless_its_name_says_it_all() -> None:
    text = "How.\n\n* `paste` - pasted by an analyst\n* `under_way` - Under way"
    shape = Manual(
        {
            "info": {"title": "Any", "version": "1"},
            "openapi": "3.1.1",
            "paths": {},
            "components": {
                "schemas": {
                    "Way": {"type": "string", "enum": ["paste", "under_way"], "description": text}
                }
            },
        }
    ).shapes[0]
    assert "".join(piece.text for piece in shape.text) == "How."
    assert shape.choices == (("paste", "pasted by an analyst"), ("under_way", ""))
