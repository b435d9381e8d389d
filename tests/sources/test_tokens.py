"""A bearer token says who calls and what the caller may do; nothing else does."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import Settings
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView
from wagtail.models import APIToken, ModelLogEntry

from sources.actions.scopes import grant_scopes
from sources.api.tokens import BearerToken, scope
from sources.enums import Scope
from sources.models import TokenScope
from sources.models.tokens import scopes_of
from tests.sources.builders import make_token, make_user

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def _request(authorization: str = "") -> Request:
    headers = {"authorization": authorization} if authorization else {}
    return Request(
        APIRequestFactory().get("/api/v1/", headers=headers), authenticators=[BearerToken()]
    )


def _bearer(plain: str) -> Request:
    return _request(f"Bearer {plain}")


def _may(request: Request, name: str) -> bool:
    return bool(scope(name)().has_permission(request, APIView()))


def test_valid_token_says_who_calls() -> None:
    terminal = make_user(username="terminal")
    request = _bearer(make_token(user=terminal))
    assert request.user == terminal
    assert request.auth == APIToken.objects.get()


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_scheme_is_read_in_any_case(scheme: str) -> None:
    assert _request(f"{scheme} {make_token()}").auth is not None


@pytest.mark.parametrize("authorization", ["", "Basic dXNlcjpwYXNz", "Token abc"])
def test_request_without_a_bearer_token_is_anonymous(authorization: str) -> None:
    request = _request(authorization)
    assert request.auth is None
    assert not _may(request, "ingest")


@pytest.mark.parametrize(
    "credentials",
    [
        "",
        "wagtail_",
        "abc",
        "wagtail_" + "A" * 33,
        "two words",
        "\xe4\xf6\xfc",
        "wagtail_" + "A" * 5000,
    ],
)
def test_malformed_token_is_refused(credentials: str) -> None:
    request = APIRequestFactory().get("/api/v1/")
    request.META["HTTP_AUTHORIZATION"] = f"Bearer {credentials}"
    with pytest.raises(AuthenticationFailed):
        BearerToken().authenticate(Request(request))


def test_unknown_token_is_refused() -> None:
    make_token()
    with pytest.raises(AuthenticationFailed, match="not valid"):
        _ = _bearer(APIToken.generate_token()).user


def test_revoked_token_is_refused() -> None:
    plain = make_token()
    APIToken.objects.get().revoke()
    with pytest.raises(AuthenticationFailed, match="not valid"):
        _ = _bearer(plain).user


def test_token_of_an_inactive_user_is_refused() -> None:
    terminal = make_user(username="terminal")
    plain = make_token(user=terminal)
    terminal.is_active = False
    terminal.save()
    with pytest.raises(AuthenticationFailed, match="not valid"):
        _ = _bearer(plain).user


def test_refusal_names_the_scheme() -> None:
    assert BearerToken().authenticate_header(_request()) == 'Bearer realm="assay"'


def test_token_survives_a_new_secret_key_while_the_old_one_is_kept(
    settings: Settings,
) -> None:
    plain = make_token()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-secret-for-tests"
    assert _bearer(plain).auth is not None
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(AuthenticationFailed):
        _ = _bearer(plain).user


def test_session_does_not_authenticate_the_api(client: Client) -> None:
    client.force_login(make_user(is_superuser=True))
    answer = client.post("/api/v1/ingest/", {}, content_type="application/json")
    assert answer.status_code in {401, 403}


def test_token_may_do_what_its_scopes_say() -> None:
    request = _bearer(make_token(scopes=["ingest"]))
    assert scopes_of(request.auth) == ["ingest"]
    assert _may(request, "ingest")
    assert not _may(request, "articles:write")


def test_token_without_scopes_only_reads() -> None:
    plain = make_token()
    TokenScope.objects.all().delete()
    request = _bearer(plain)
    assert scopes_of(request.auth) == []
    assert not any(_may(request, name) for name in Scope.values)


def test_missing_scope_is_named() -> None:
    permission: Any = scope("ingest")()
    assert permission.message == "This token lacks the scope “ingest”."


def test_use_is_noted_once_in_the_interval(settings: Settings) -> None:
    settings.WAGTAILAPI_TOKEN_LAST_USED_INTERVAL = 60
    plain = make_token()
    assert _bearer(plain).auth
    first = APIToken.objects.get().last_used_at
    assert first is not None
    assert _bearer(plain).auth
    assert APIToken.objects.get().last_used_at == first
    APIToken.objects.update(last_used_at=first - HOUR)
    assert _bearer(plain).auth
    assert APIToken.objects.get().last_used_at >= first


def test_use_is_not_noted_where_the_setting_says_so(settings: Settings) -> None:
    settings.WAGTAILAPI_TOKEN_LAST_USED_INTERVAL = None
    assert _bearer(make_token()).auth
    assert APIToken.objects.get().last_used_at is None


def test_granted_scopes_replace_those_before_and_are_logged() -> None:
    admin = make_user(username="admin", is_superuser=True)
    make_token(scopes=["ingest"])
    token = APIToken.objects.get()
    for _again in range(2):
        grant_scopes(token=token, scopes=[Scope.WEBHOOKS, Scope.ARTICLES_WRITE], user=admin)
    assert TokenScope.objects.get().scopes == ["webhooks", "articles:write"]
    entry = ModelLogEntry.objects.for_instance(token).get()
    assert entry.data == {"was": ["ingest"], "now": ["webhooks", "articles:write"]}


@pytest.mark.parametrize("scopes", [["everything"], ["ingest", "ingest"]])
def test_scope_that_does_not_exist_or_stands_twice_is_refused(scopes: list[str]) -> None:
    make_token()
    with pytest.raises(ValidationError):
        grant_scopes(token=APIToken.objects.get(), scopes=scopes)
    assert TokenScope.objects.get().scopes == ["ingest"]
