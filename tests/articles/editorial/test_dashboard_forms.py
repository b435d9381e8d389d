"""What is done from the dashboard works in a browser, which sends the token of its form."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.actions.emergency import publish_in_emergency
from articles.actions.newsroom import CHIEF_EDITORS
from articles.models.emergencies import EmergencyPublication
from sources.enums import CheckOutcome
from sources.models import SourceCheck
from tests.articles.newsroom import Desk, make_draft, make_person, make_published
from tests.sources.builders import make_source_check

FORM = re.compile(r'<form action="([^"]+)" method="post">.*?value="(\w+)"', re.DOTALL)


@pytest.fixture
def browser() -> Client:
    """A client that is asked for the token, as browsers are."""
    return Client(enforce_csrf_checks=True)


def _press(browser: Client, user: User, button: str) -> int:
    """Press the button of the form on the dashboard that leads to an address."""
    browser.force_login(user)
    forms = dict(FORM.findall(browser.get(reverse("wagtailadmin_home")).content.decode()))
    return browser.post(button, {"csrfmiddlewaretoken": forms[button]}).status_code


def test_emergency_is_acknowledged_from_the_dashboard(desk: Desk, browser: Client) -> None:
    chief, second = (make_person(name, CHIEF_EDITORS) for name in ("cleo", "carl"))
    emergency = publish_in_emergency(article=make_draft(desk), reason="Fire.", user=chief)
    assert _press(browser, second, reverse("assay_acknowledge", args=[emergency.pk])) == 302
    assert not EmergencyPublication.objects.unacknowledged().exists()


def test_changed_source_is_seen_from_the_dashboard(desk: Desk, browser: Client) -> None:
    make_published(desk)
    check = make_source_check(document=desk.document, outcome=CheckOutcome.GONE)
    assert _press(browser, desk.editor, reverse("assay_source_seen", args=[check.pk])) == 302
    assert SourceCheck.objects.get().seen_by == desk.editor
