"""The editor's panel, the Checks screen and the gate say the same, finding for finding."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions.gatekeeping import PublicationRefused, findings_of_draft
from articles.editorial.checks import BLOCKS, read_checks
from articles.models.pages import ArticlePage
from tests.articles.cases import CASES, Case
from tests.articles.newsroom import Desk, fresh, make_draft

SCREENS = ("wagtailadmin_pages:edit", "assay_checks")


def _changed(desk: Desk, case: Case) -> ArticlePage:
    article = make_draft(desk)
    case.change(desk, article)
    article.save_revision(user=desk.analyst, clean=False)
    return fresh(article)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule.code)
def test_panel_says_what_the_gate_says(desk: Desk, case: Case) -> None:
    article = _changed(desk, case)
    checks = read_checks(article)
    assert checks is not None
    shown = [line.finding for line in (*checks.blocking, *checks.warnings)]
    assert sorted(shown, key=repr) == sorted(findings_of_draft(article=article), key=repr)
    with pytest.raises(PublicationRefused) as refused:
        article.publish(article.get_latest_revision(), user=desk.editor)
    blocking = [line.finding for line in checks.blocking]
    assert sorted(refused.value.findings, key=repr) == sorted(blocking, key=repr)


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("case", CASES[:4], ids=lambda case: case.rule.code)
def test_screen_shows_every_finding_with_the_step_it_stops(
    desk: Desk, client: Client, case: Case, name: str
) -> None:
    article = _changed(desk, case)
    client.force_login(desk.analyst)
    html = unescape(client.get(reverse(name, args=[article.pk])).content.decode())
    for finding in findings_of_draft(article=article):
        assert finding.message in html
        assert finding.remedy in html
        since = finding.rule.since
        assert (str(BLOCKS[since]) if since else "Warns") in html


def test_what_stops_the_earliest_step_comes_first(desk: Desk) -> None:
    article = make_draft(desk, quote="The board never said this.")
    article.article_sources = []
    article.save_revision(user=desk.analyst)
    checks = read_checks(fresh(article))
    assert checks is not None
    steps = [
        line.finding.rule.since.position for line in checks.blocking if line.finding.rule.since
    ]
    assert steps == sorted(steps)
    assert checks.blocking[0].finding.code == "no-source"
