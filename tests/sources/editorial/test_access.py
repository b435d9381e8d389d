"""Who may see and do what with the record in the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.sources.editorial.desk import (
    DOCUMENT,
    ORGANISATION,
    OWNERSHIP,
    TOKENS,
    RecordDesk,
    html_of,
)

EVERYBODY = ("ana", "edith", "mo", "root")
NEWSROOM = ("ana", "edith", "root")
SCREENS = [
    (f"{ORGANISATION}:list", "", NEWSROOM),
    (f"{ORGANISATION}:add", "", NEWSROOM),
    (f"{ORGANISATION}:edit", "herald", NEWSROOM),
    (f"{ORGANISATION}:history", "herald", NEWSROOM),
    (f"{ORGANISATION}:usage", "herald", NEWSROOM),
    (f"{ORGANISATION}:delete", "herald", ()),
    (f"{OWNERSHIP}:list", "", NEWSROOM),
    (f"{OWNERSHIP}:add", "", NEWSROOM),
    (f"{OWNERSHIP}:edit", "statement", ("edith", "root")),
    (f"{OWNERSHIP}:inspect", "statement", NEWSROOM),
    (f"{OWNERSHIP}:history", "statement", NEWSROOM),
    (f"{OWNERSHIP}:delete", "statement", ()),
    (f"{DOCUMENT}:list", "", NEWSROOM),
    (f"{DOCUMENT}:add", "", ()),
    (f"{DOCUMENT}:edit", "document", NEWSROOM),
    (f"{DOCUMENT}:history", "document", NEWSROOM),
    (f"{DOCUMENT}:usage", "document", NEWSROOM),
    (f"{DOCUMENT}:delete", "document", ()),
    (f"{TOKENS}:index", "", ("root",)),
    (f"{TOKENS}:add", "", ("root",)),
]


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize(("screen", "row", "people"), SCREENS)
def test_screen_is_shown_to_the_right_people(
    client: Client, desk: RecordDesk, screen: str, row: str, people: tuple[str, ...], name: str
) -> None:
    address = reverse(screen, args=[getattr(desk, row).pk] if row else [])
    response = desk.signed_in(client, name).get(address)
    if name in people:
        assert response.status_code == 200
    else:
        assert response["Location"] == reverse("wagtailadmin_home")


@pytest.mark.parametrize(("screen", "row", "_people"), SCREENS)
def test_screen_is_shown_to_nobody_who_has_not_signed_in(
    client: Client, desk: RecordDesk, screen: str, row: str, _people: tuple[str, ...]
) -> None:
    response = client.get(reverse(screen, args=[getattr(desk, row).pk] if row else []))
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize(
    ("model", "row"),
    [("organisation", "herald"), ("ownership", "statement"), ("sourcedocument", "document")],
)
def test_nothing_of_the_record_is_deleted_in_bulk(
    client: Client, desk: RecordDesk, model: str, row: str
) -> None:
    address = reverse("wagtail_bulk_action", args=["sources", model, "delete"])
    desk.signed_in(client, "root").post(f"{address}?id={getattr(desk, row).pk}")
    getattr(desk, row).refresh_from_db()


@pytest.mark.parametrize(("name", "is_shown"), [("ana", True), ("mo", False)])
def test_menu_leads_to_the_record(
    client: Client, desk: RecordDesk, name: str, is_shown: bool
) -> None:
    html = html_of(desk.signed_in(client, name).get(reverse("wagtailadmin_home")))
    assert (reverse(f"{ORGANISATION}:list") in html) is is_shown
