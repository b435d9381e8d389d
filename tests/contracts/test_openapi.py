"""The description of the API: committed, complete, and true of what is answered."""

import json
import uuid
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from django.core.management import call_command
from django.test import Client

from sources.models import Organisation
from tests.articles.public import make_cast, make_public
from tests.sources.builders import make_source_document, make_token

pytestmark = pytest.mark.django_db
COMMITTED = Path(__file__).parent / "openapi.yaml"
# Every kind of part that an item can have.
ITEM = """Harbour board meets

- The board met on two matters:
  - Safety
  - Cost

## What was said

The board of Harbour Mining met on Friday and reviewed its quarter.

- A first ship came in.
- A second one waits.

| Ship | Tonnes |
|---|---|
| Marta | 38000 |

## Key Directives

- Strengthen safety at every pit.
- Cut the cost of separation.

Disclaimer: This news item originates from Harbour Herald, a state-owned newspaper.
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The description of the code as it is; a warning of the generator is a failure."""
    path = tmp_path_factory.mktemp("openapi") / "openapi.yaml"
    call_command("spectacular", file=str(path), validate=True, fail_on_warn=True)
    return path.read_text()


@pytest.fixture
def cast() -> dict[str, Organisation]:
    return make_cast()


def test_the_committed_description_is_that_of_the_code(written: str) -> None:
    """A failure means that consumers see a change: if it is wanted, run `make openapi`."""
    assert written == COMMITTED.read_text()


def test_every_operation_has_a_name_and_says_how_it_refuses(written: str) -> None:
    paths: dict[str, Any] = yaml.safe_load(written)["paths"]
    operations = [operation for path in paths.values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    for operation in operations:
        assert operation["summary"]
        assert "application/problem+json" in operation["responses"]["400"]["content"]


@pytest.mark.parametrize(
    "resource",
    [
        "articles/",
        "articles/{uuid}/",
        "articles/{uuid}/ninjs/",
        "articles/{uuid}/provenance/",
        "changes/",
        "directives/",
        "directives/{uuid}/",
        "organisations/",
        "organisations/{slug}/",
        "sources/{uuid}/",
        "topics/",
    ],
)
def test_answers_are_as_described(
    client: Client, cast: dict[str, Organisation], written: str, resource: str
) -> None:
    """A failure means that an answer has a key, or a kind of value, that nobody was told of."""
    description = yaml.safe_load(written)
    response = client.get(f"/api/v1/{_address(resource)}")
    assert response.status_code == 200, response.content
    described = description["paths"][f"/api/v1/{resource}"]["get"]["responses"]["200"]
    _validate(response.content, described, description)


@pytest.mark.parametrize(("query", "status"), [("", 201), ("?dry_run=true", 200)])
def test_ingest_answers_as_described(client: Client, written: str, query: str, status: int) -> None:
    description = yaml.safe_load(written)
    response = client.post(
        f"/api/v1/ingest/{query}",
        ITEM,
        content_type="text/plain",
        headers={"Authorization": f"Bearer {make_token()}"},
    )
    assert response.status_code == status, response.content
    sections = response.json()["sections"]
    found = {part["type"] for section in sections for part in section["parts"]}
    assert found == {"paragraph", "list", "table", "directives"}
    described = description["paths"]["/api/v1/ingest/"]["post"]["responses"][str(status)]
    _validate(response.content, described, description)


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "articles/?colour=red", 400),
        ("GET", f"articles/{uuid.UUID(int=0)}/", 404),
        ("POST", "ingest/", 401),
        ("POST", f"articles/{uuid.UUID(int=0)}/comments/", 415),
    ],
)
def test_problems_are_as_described(
    client: Client, written: str, method: str, address: str, status: int
) -> None:
    description = yaml.safe_load(written)
    response = client.generic(method, f"/api/v1/{address}", b"x", content_type="text/csv")
    assert response.status_code == status, response.content
    path = address.partition("?")[0].replace(str(uuid.UUID(int=0)), "{uuid}")
    operation = description["paths"][f"/api/v1/{path}"][method.lower()]
    media_type = response["Content-Type"]
    _validate(response.content, operation["responses"][str(status)], description, media_type)


def _validate(
    answer: bytes,
    described: dict[str, Any],
    description: dict[str, Any],
    media_type: str = "application/json",
) -> None:
    schema = described["content"][media_type]["schema"]
    root = {**schema, "components": _closed(description["components"])}
    jsonschema.Draft202012Validator(root).validate(json.loads(answer))


def _address(resource: str) -> str:
    """The address of something public that has a bit of everything."""
    document = make_source_document()
    content = make_public(slug="first").edition.content
    sources = [{**content["sources"][0], "uuid": str(document.uuid)}, *content["sources"][1:]]
    citations = [
        {**row, "source": str(document.uuid)} if row["source"] == content["sources"][0]["uuid"]
        else row
        for row in content["citations"]
    ]  # fmt: skip
    current = make_public(
        sources=sources,
        citations=citations,
        corrections=[
            {
                "kind": "corrected",
                "kind_words": "Corrected",
                "text": "A figure was wrong.",
                "issued_at": "2025-10-24T09:30:00Z",
                "number": 2,
            }
        ],
        ai_assistance={"tool": "A model", "purpose": "translation", "responsible": "L. Hartwig"},
    )
    uuids = {
        "articles/{uuid}/": current.article_uuid,
        "articles/{uuid}/ninjs/": current.article_uuid,
        "articles/{uuid}/provenance/": current.article_uuid,
        "directives/{uuid}/": current.directives.all()[0].uuid,
        "sources/{uuid}/": document.uuid,
    }
    return resource.format(uuid=uuids.get(resource), slug="baogang-daily")


def _closed(components: dict[str, Any]) -> dict[str, Any]:
    """The components, with no object allowed to have more than is described."""
    for schema in components["schemas"].values():
        if schema.get("type") == "object":
            schema["additionalProperties"] = False
    return components
