"""API tokens in the admin: superusers say what each may do."""

from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import APIToken

from sources.models import TokenScope
from tests.sources.builders import make_token
from tests.sources.editorial.desk import TOKENS, RecordDesk, html_of


def test_superuser_makes_a_token_with_scopes(client: Client, desk: RecordDesk) -> None:
    data = {"name": "terminal", "user": desk.people["ana"].pk, "scopes": ["ingest"]}
    html = html_of(desk.signed_in(client, "root").post(reverse(f"{TOKENS}:add"), data))
    token = APIToken.objects.get()
    assert token.prefix in html
    assert TokenScope.objects.get(token=token).scopes == ["ingest"]


def test_superuser_changes_what_a_token_may_do(client: Client, desk: RecordDesk) -> None:
    make_token(scopes=["ingest"])
    token = APIToken.objects.get()
    edit = reverse(f"{TOKENS}:edit", args=[token.pk])
    form = desk.signed_in(client, "root").get(edit).context["form"]
    assert form["scopes"].value() == ["ingest"]
    client.post(edit, {"name": "terminal", "scopes": ["articles:write", "webhooks"]})
    assert TokenScope.objects.get().scopes == ["articles:write", "webhooks"]
    history = html_of(client.get(reverse(f"{TOKENS}:history", args=[token.pk])))
    assert "May now: create drafts, manage webhooks" in history


def test_token_may_lose_every_scope(client: Client, desk: RecordDesk) -> None:
    make_token(scopes=["ingest"])
    edit = reverse(f"{TOKENS}:edit", args=[APIToken.objects.get().pk])
    desk.signed_in(client, "root").post(edit, {"name": "terminal"})
    assert not TokenScope.objects.exists()
    assert "read only" in html_of(client.get(reverse(f"{TOKENS}:index")))


def test_list_of_tokens_says_what_each_may_do(client: Client, desk: RecordDesk) -> None:
    make_token(scopes=["ingest"])
    html = html_of(desk.signed_in(client, "root").get(reverse(f"{TOKENS}:index")))
    assert "send items to be parsed and captured" in html


def test_scope_that_does_not_exist_is_refused_at_the_form(client: Client, desk: RecordDesk) -> None:
    data = {"name": "terminal", "user": desk.people["ana"].pk, "scopes": ["everything"]}
    response = desk.signed_in(client, "root").post(reverse(f"{TOKENS}:add"), data)
    assert "is not one of the available choices" in html_of(response)
    assert not APIToken.objects.exists()


def test_person_who_manages_tokens_grants_no_scope(client: Client, desk: RecordDesk) -> None:
    names = ["add_apitoken", "change_apitoken"]
    desk.people["ana"].user_permissions.set(Permission.objects.filter(codename__in=names))
    data = {"name": "own", "user": desk.people["ana"].pk, "scopes": ["ingest"]}
    desk.signed_in(client, "ana").post(reverse(f"{TOKENS}:add"), data)
    token = APIToken.objects.get()
    client.post(reverse(f"{TOKENS}:edit", args=[token.pk]), {"name": "own", "scopes": ["ingest"]})
    assert not TokenScope.objects.exists()


def test_revoked_token_stays_in_the_list(client: Client, desk: RecordDesk) -> None:
    make_token()
    token = APIToken.objects.get()
    desk.signed_in(client, "root").post(reverse(f"{TOKENS}:delete", args=[token.pk]))
    token.refresh_from_db()
    assert token.revoked_at is not None
    assert token.prefix in html_of(client.get(reverse(f"{TOKENS}:index")))
