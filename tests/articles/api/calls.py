"""Calling the API as a consumer does."""

from typing import Any

from django.test import Client

ROOT = "/api/v1/"


def read(client: Client, address: str, /, **query: Any) -> Any:
    """Read an address that answers, and return its JSON."""
    response = client.get(f"{ROOT}{address}", query)
    assert response.status_code == 200, response.content
    return response.json()


def refused(client: Client, address: str, status: int = 400, /, **query: Any) -> Any:
    """Read an address that refuses, and return the problem."""
    response = client.get(f"{ROOT}{address}", query)
    assert response.status_code == status, response.content
    assert response["Content-Type"].startswith("application/problem+json")
    return response.json()


def slugs(answer: Any) -> list[str]:
    """The last part of the address of each article of a list."""
    return [row["url"].rstrip("/").rsplit("/", 1)[1] for row in answer["results"]]


def walk(client: Client, address: str, /, **query: Any) -> list[Any]:
    """All rows of a list, page by page."""
    answer = read(client, address, **query)
    rows = list(answer["results"])
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        rows += answer["results"]
    return rows
