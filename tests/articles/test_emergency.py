"""An emergency waives the reviews and nothing else, and does not end before somebody has looked."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from articles.actions.emergency import (
    PERMISSION,
    EmergencyRefused,
    acknowledge,
    publish_in_emergency,
)
from articles.actions.gatekeeping import PublicationRefused
from articles.actions.newsroom import ANALYSTS, CHIEF_EDITORS, EDITORS, MODERATORS
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.emergencies import EmergencyPublication
from articles.models.pages import ArticlePage
from tests.articles.newsroom import (
    Desk,
    fresh,
    make_approved,
    make_draft,
    make_person,
    revise,
    submit,
)

REASON = "The mine is on fire, and people live beside it."
NEVER_SAID = "The board never said this."


@pytest.fixture
def chief(desk: Desk) -> User:
    """A chief editor; asks for the desk, which makes the group."""
    return make_person("cleo", CHIEF_EDITORS)


@pytest.fixture
def second_chief(desk: Desk) -> User:
    """Somebody to look at what the other did."""
    return make_person("carl", CHIEF_EDITORS)


def _publish(article: ArticlePage, user: User, reason: str = REASON) -> EmergencyPublication:
    return publish_in_emergency(article=article, reason=reason, user=user)


# -- Who may --------------------------------------------------------------------------------------
@pytest.mark.parametrize("group", [ANALYSTS, EDITORS, MODERATORS])
def test_nobody_but_chief_editors_may(desk: Desk, client: Client, group: str) -> None:
    person, article = make_person("pat", group), make_draft(desk)
    with pytest.raises(PermissionDenied):
        _publish(article, person)
    client.force_login(person)
    assert client.get(reverse("assay_emergency", args=[article.pk])).status_code == 302
    assert not Edition.objects.exists()


def test_the_permission_is_given_to_one_group(desk: Desk) -> None:
    holders = Group.objects.filter(permissions__codename=PERMISSION.removeprefix("articles."))
    assert [group.name for group in holders] == [CHIEF_EDITORS]


def test_the_permission_alone_does_not_open_pages_to_somebody(desk: Desk, chief: User) -> None:
    person = make_person("pat", MODERATORS)
    group = Group.objects.get(name=CHIEF_EDITORS)
    person.user_permissions.add(group.permissions.get(codename="publish_in_emergency"))
    with pytest.raises(PermissionDenied):
        _publish(make_draft(desk), person)


# -- What it waives -------------------------------------------------------------------------------
def test_it_publishes_without_reviews_even_ones_own_text(desk: Desk, chief: User) -> None:
    article = make_draft(desk)
    revise(article, chief, standfirst="Fire at the mine.")
    emergency = _publish(fresh(article), chief)
    assert fresh(article).live
    assert CurrentEdition.objects.get().edition == emergency.edition
    assert emergency.edition.kind == EditionKind.PUBLISHED


def test_it_does_not_waive_what_is_true_of_the_text(desk: Desk, chief: User) -> None:
    article = make_draft(desk, quote=NEVER_SAID)
    with pytest.raises(PublicationRefused, match="does not stand in the document") as refused:
        _publish(article, chief)
    assert {finding.code for finding in refused.value.findings} == {"quote-not-found"}
    assert not EmergencyPublication.objects.exists()
    assert not fresh(article).live


def test_it_ends_a_review_under_way(desk: Desk, chief: User) -> None:
    article = submit(desk, make_draft(desk))
    _publish(article, chief)
    assert not fresh(article).workflow_in_progress


def test_it_does_not_open_the_next_publication(desk: Desk, chief: User) -> None:
    article = make_draft(desk)
    _publish(article, chief)
    revision = revise(article, desk.analyst, standfirst="More words.")
    with pytest.raises(PublicationRefused, match="Nobody has approved"):
        fresh(article).publish(revision, user=chief)


# -- What it refuses ------------------------------------------------------------------------------
def test_it_wants_a_reason(desk: Desk, chief: User) -> None:
    with pytest.raises(EmergencyRefused, match="Say why"):
        _publish(make_draft(desk), chief, reason=" ")


def test_the_database_wants_a_reason_too(desk: Desk, chief: User) -> None:
    emergency = _publish(make_draft(desk), chief)
    with pytest.raises(IntegrityError), transaction.atomic():
        EmergencyPublication.objects.filter(pk=emergency.pk).update(reason="")


def test_it_is_not_for_what_was_approved(desk: Desk, chief: User) -> None:
    with pytest.raises(EmergencyRefused, match="publish it as usual"):
        _publish(make_approved(desk), chief)


def test_it_does_not_schedule(desk: Desk, chief: User) -> None:
    article = make_draft(desk)
    revise(article, desk.analyst, go_live_at=timezone.now() + datetime.timedelta(hours=1))
    with pytest.raises(EmergencyRefused, match="names a time to go live"):
        _publish(fresh(article), chief)
    assert fresh(article).scheduled_revision is None


def test_it_does_not_publish_where_nobody_reads(desk: Desk, chief: User) -> None:
    article = make_draft(desk)
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    with pytest.raises(EmergencyRefused, match="private"):
        _publish(article, chief)
    assert not fresh(article).live


# -- What is known of it --------------------------------------------------------------------------
def test_history_has_the_reason_and_what_was_waived(
    desk: Desk, chief: User, client: Client
) -> None:
    article = make_draft(desk)
    _publish(article, chief)
    entry = PageLogEntry.objects.get(action="assay.emergency")
    assert (entry.user, entry.data["reason"]) == (chief, REASON)
    assert entry.data["waived"] == [
        "Nobody has checked the sources of this version.",
        "Nobody has approved this version.",
    ]
    client.force_login(desk.editor)
    history = client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    words = f"Published in an emergency, without its reviews: {REASON}"
    assert words in history.content.decode()


def test_readers_are_not_shown_the_reason(desk: Desk, chief: User, client: Client) -> None:
    edition = _publish(make_draft(desk), chief).edition
    assert REASON not in str(
        [edition.reason, edition.content, edition.body_html, edition.search_text]
    )
    uuid = edition.article_uuid
    for address in (
        f"/{edition.address}",
        f"/{edition.address}versions/1/",
        "/feed/",
        f"/api/v1/articles/{uuid}/",
        f"/api/v1/articles/{uuid}/provenance/",
    ):
        assert "on fire" not in client.get(address, follow=True).content.decode(), address


# -- Until somebody has looked --------------------------------------------------------------------
def _dashboard(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_it_waits_on_the_dashboard_of_the_others(
    desk: Desk, chief: User, second_chief: User, client: Client
) -> None:
    emergency = _publish(make_draft(desk), chief)
    button = reverse("assay_acknowledge", args=[emergency.pk])
    assert REASON in (theirs := _dashboard(client, second_chief))
    assert button in theirs
    assert "published by Cleo on" in theirs
    assert REASON in (own := _dashboard(client, chief))
    assert button not in own
    assert "Somebody else has to look at it" in own
    assert REASON not in _dashboard(client, desk.editor)


def test_it_leaves_the_dashboard_once_somebody_else_has_looked(
    desk: Desk, chief: User, second_chief: User, client: Client
) -> None:
    emergency = _publish(make_draft(desk), chief)
    client.force_login(second_chief)
    client.post(reverse("assay_acknowledge", args=[emergency.pk]))
    emergency.refresh_from_db()
    assert emergency.acknowledged_by == second_chief
    assert emergency.acknowledged_at is not None
    assert REASON not in _dashboard(client, second_chief)
    entry = PageLogEntry.objects.get(action="assay.emergency.acknowledged")
    assert (entry.user, entry.data) == (second_chief, {"edition": 1})


def test_the_first_to_look_is_remembered(desk: Desk, chief: User, second_chief: User) -> None:
    emergency = _publish(make_draft(desk), chief)
    first = timezone.now()
    acknowledge(emergency=emergency, user=second_chief, now=first)
    third = make_person("cora", CHIEF_EDITORS)
    acknowledge(emergency=emergency, user=third, now=first + datetime.timedelta(hours=1))
    emergency.refresh_from_db()
    assert (emergency.acknowledged_by, emergency.acknowledged_at) == (second_chief, first)


@pytest.mark.parametrize("who", ["chief", "editor"])
def test_neither_the_one_who_did_it_nor_others_acknowledge(
    desk: Desk, chief: User, client: Client, who: str
) -> None:
    emergency = _publish(make_draft(desk), chief)
    client.force_login(chief if who == "chief" else desk.editor)
    client.post(reverse("assay_acknowledge", args=[emergency.pk]))
    emergency.refresh_from_db()
    assert emergency.acknowledged_at is None


# -- The screen -----------------------------------------------------------------------------------
def test_it_is_offered_to_chief_editors_where_there_is_a_draft(
    desk: Desk, chief: User, client: Client
) -> None:
    article = make_draft(desk)
    address = reverse("assay_emergency", args=[article.pk])
    checks = reverse("assay_checks", args=[article.pk])
    for user, offered in ((chief, True), (desk.editor, False)):
        client.force_login(user)
        assert (address in client.get(checks).content.decode()) is offered
    _publish(article, chief)
    client.force_login(chief)
    assert address not in client.get(checks).content.decode()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"confirmed": "on"}, "Say why. Your colleagues will ask."),
        ({"reason": REASON}, "Nobody else has: somebody has to answer."),
    ],
)
def test_screen_asks_for_reason_and_second_thought(
    desk: Desk, chief: User, client: Client, values: dict[str, Any], told: str
) -> None:
    article = make_draft(desk)
    client.force_login(chief)
    response = client.post(reverse("assay_emergency", args=[article.pk]), values)
    assert told in response.content.decode()
    assert not Edition.objects.exists()


def test_screen_publishes_and_says_so(desk: Desk, chief: User, client: Client) -> None:
    article = make_draft(desk)
    client.force_login(chief)
    values = {"reason": REASON, "confirmed": "on"}
    address = reverse("assay_emergency", args=[article.pk])
    assert "Nobody has approved this version." in client.get(address).content.decode()
    response = client.post(address, values, follow=True)
    assert "Edition 1 of “Harbour board meets” is published." in response.content.decode()
    assert EmergencyPublication.objects.get().reason == REASON


def test_screen_says_what_has_to_be_put_right_first(
    desk: Desk, chief: User, client: Client
) -> None:
    article = make_draft(desk, quote=NEVER_SAID)
    client.force_login(chief)
    html = client.get(reverse("assay_emergency", args=[article.pk])).content.decode()
    assert "An emergency waives the reviews, nothing else." in html
    assert 'name="reason"' not in html
    assert "Nobody has approved this version." not in html
