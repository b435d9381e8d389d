"""An address of the admin with a key that nothing has is not found, whoever asks and however."""

from collections.abc import Iterable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter

from tests.articles.newsroom import Desk
from tests.sources.builders import make_user

OURS = ("articles.", "sources.")
KEYS = ["0", "999999", str(2**63), "9" * 30]
NOBODY = "00000000-0000-0000-0000-000000000000"
LEADS_ON = {302}  # who may not do anything there is sent back to the dashboard


def keyed(patterns: Iterable[URLPattern | URLResolver], above: str = "/") -> Iterator[str]:
    """The form of every address of ours that ends in a number or a UUID, or goes on after one."""
    for pattern in patterns:
        route = f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from keyed(pattern.url_patterns, route)
            continue
        view = getattr(pattern.callback, "view_class", pattern.callback)
        kinds = [type(converter) for converter in pattern.pattern.converters.values()]
        if view.__module__.startswith(OURS) and kinds in ([IntConverter], [UUIDConverter]):
            yield route


def addresses() -> list[str]:
    """Every such address of the admin with every odd key."""
    forms = [form for form in keyed(get_resolver().url_patterns) if form.startswith("/admin/")]
    found = []
    for form in forms:
        before, _less, rest = form.partition("<")
        kind, _colon, after = rest.partition(":")
        keys = KEYS if kind == "int" else [NOBODY]
        found += [before + key + after.partition(">")[2] for key in keys]
    return found


def test_there_are_such_addresses() -> None:
    assert "/admin/briefings/0/checks/" in addresses()
    assert f"/admin/ingest/{NOBODY}/" in addresses()


@pytest.mark.parametrize("method", ["get", "post"])
def test_key_that_nothing_has_is_not_found(desk: Desk, client: Client, method: str) -> None:
    client.force_login(make_user(username="root", is_superuser=True))
    for address in addresses():
        assert getattr(client, method)(address).status_code in (404, 405), address


@pytest.mark.parametrize("role", ["analyst", "editor", "moderator"])
def test_key_that_nothing_has_tells_nobody_more(desk: Desk, client: Client, role: str) -> None:
    client.force_login(getattr(desk, role))
    for address in addresses():
        assert client.get(address).status_code in {404, 405} | LEADS_ON, address
