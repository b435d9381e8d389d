"""Documents that public articles rest on are looked at again, and what changed is made known."""

import datetime
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.actions.rechecking import in_turns, recheck_documents
from articles.dossier import open_dossier
from articles.editorial.rechecks import changed_sources
from articles.enums import EditionKind
from articles.gate import Finding, findings, preflight
from articles.models.pages import ArticlePage
from articles.queries.documents import documents_to_recheck, quotes_in_use
from sources.actions.manners import Manners
from sources.enums import CheckOutcome
from sources.models import SourceCheck, SourceDocument
from tests.articles.newsroom import (
    ORDER,
    QUOTE,
    Desk,
    make_draft,
    make_published,
    republish,
    revise,
)
from tests.articles.public import make_public, seed_content, take_back
from tests.sources.builders import NOW, make_source_check, make_source_document
from tests.sources.web import SITE, Web, serve

DAY = datetime.timedelta(days=1)
HOME = "wagtailadmin_home"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with serve(monkeypatch) as web:
        web.put("/item", f"{QUOTE} {ORDER}")
        yield web


@pytest.fixture
def document(desk: Desk) -> SourceDocument:
    """The desk's document, which came from an address."""
    desk.document.url = f"{SITE}/item"
    desk.document.save()
    return desk.document


def run(**options: object) -> str:
    """Run the command without pauses and return what it says."""
    said = StringIO()
    call_command("recheck_sources", pause=0, stdout=said, **options)
    return said.getvalue()


def naming(*documents: SourceDocument, slug: str = "quoting") -> None:
    """Make a public article that names documents and quotes each."""
    content = seed_content()
    [source], citation = content["sources"], content["citations"][0]
    make_public(
        slug=slug,
        sources=[{**source, "uuid": str(row.uuid)} for row in documents],
        citations=[
            {**citation, "source": str(row.uuid), "quote": f"quote {number}"}
            for number, row in enumerate(documents)
        ],
    )


def make_documents(count: int, *, url: str = SITE) -> list[SourceDocument]:
    return [
        make_source_document(raw=f"Item {number}.".encode(), url=f"{url}/{number}")
        for number in range(count)
    ]


# -- Which documents, and what is looked for ------------------------------------------------------


def test_only_what_public_articles_rest_on_is_due(db: None) -> None:
    named, _unnamed, without_address = make_documents(3)
    without_address.url = ""
    without_address.save()
    naming(named, without_address)
    assert documents_to_recheck(checked_before=NOW, limit=9) == [named]


def test_nothing_is_due_for_an_article_that_was_taken_back(db: None) -> None:
    [document] = make_documents(1)
    source = {**seed_content()["sources"][0], "uuid": str(document.uuid)}
    take_back(make_public(sources=[source]), kind=EditionKind.RETRACTED, reason="Forged.")
    assert documents_to_recheck(checked_before=NOW, limit=9) == []


def test_what_was_not_looked_at_for_longest_comes_first_and_each_once(db: None) -> None:
    recent, old, never = make_documents(3)
    for document, days in ((recent, 1), (old, 9), (old, 8)):
        make_source_check(document=document, checked_at=NOW - days * DAY)
    naming(recent, old, never)
    naming(old, never, slug="another")
    due = documents_to_recheck(checked_before=NOW, limit=9)
    assert due == [never, old, recent]
    assert documents_to_recheck(checked_before=NOW - 7 * DAY, limit=9) == [never, old]
    assert documents_to_recheck(checked_before=NOW, limit=1) == [never]


def test_every_quote_of_current_editions_is_looked_for_once(db: None) -> None:
    first, second = make_documents(2)
    naming(first, second)
    naming(first, slug="another")
    assert quotes_in_use(first) == ["quote 0"]
    assert quotes_in_use(second) == ["quote 1"]


def test_hosts_are_asked_in_turns(db: None) -> None:
    rows = [SourceDocument(url=f"http://{name}/") for name in ("a/1", "a/2", "a/3", "b/1", "c/1")]
    asked = [row.url.removeprefix("http://") for row in in_turns(rows)]
    assert asked == ["a/1/", "b/1/", "c/1/", "a/2/", "a/3/"]


@pytest.mark.parametrize("count", [3, 12])
def test_each_document_costs_the_same_queries(
    db: None, web: Web, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    naming(*make_documents(count))
    with django_assert_num_queries(1 + 3 * count):
        list(recheck_documents(checked_before=NOW, limit=99, manners=Manners(pause=0)))


# -- The command and the task ---------------------------------------------------------------------


def test_command_tells_what_it_found(document: SourceDocument, desk: Desk, web: Web) -> None:
    make_published(desk)
    web.put("/item", ORDER)
    said = run()
    assert f"changed     {SITE}/item" in said
    assert f"no longer there: {QUOTE}" in said
    assert said.endswith("Looked at 1: 1 changed.\n")


def test_second_run_finds_nothing_due(document: SourceDocument, desk: Desk, web: Web) -> None:
    make_published(desk)
    assert "Looked at 1: 1 unchanged." in run()
    assert "Looked at 0: nothing was due." in run()
    assert "Looked at 1: 1 unchanged." in run(older_than=0)


def test_dry_run_lists_and_asks_nobody(document: SourceDocument, desk: Desk, web: Web) -> None:
    make_published(desk)
    assert run(dry_run=True) == f"{SITE}/item  {document}\n"
    assert web.asked == []
    assert not SourceCheck.objects.exists()


def test_limit_ends_a_run(db: None, web: Web) -> None:
    naming(*make_documents(3))
    assert "Looked at 2: 2 gone." in run(limit=2)


@pytest.mark.parametrize("name", ["older-than", "limit", "pause"])
@pytest.mark.parametrize("number", ["-1", "nan", "1e300", "9" * 20, "some"])
def test_number_that_nobody_can_count_with_is_refused(name: str, number: str) -> None:
    with pytest.raises(CommandError, match=f"--{name}: give a .*number from 0 to"):
        call_command("recheck_sources", f"--{name}={number}")


def test_background_worker_does_the_same(document: SourceDocument, desk: Desk, web: Web) -> None:
    make_published(desk)
    assert run(in_background=True) == "Left to the background worker.\n"
    assert SourceCheck.objects.get().outcome == CheckOutcome.UNCHANGED


# -- The gate -------------------------------------------------------------------------------------


def said_of(article: ArticlePage) -> list[Finding]:
    return list(preflight(open_dossier(article)))


def test_quotes_that_are_no_longer_there_are_named(desk: Desk) -> None:
    make_source_check(document=desk.document, lost_quotes=[QUOTE, "A passage of another article."])
    [finding] = said_of(make_draft(desk))
    assert finding.rule is findings.SOURCE_CHANGED
    assert f"No longer there, and cited here: “{QUOTE}”" in finding.message
    assert "another article" not in finding.message


def test_change_elsewhere_in_a_document_is_said_to_be_elsewhere(desk: Desk) -> None:
    make_source_check(document=desk.document)
    [finding] = said_of(make_draft(desk))
    assert "the passages cited here still stood there" in finding.message


@pytest.mark.parametrize(
    "outcome", [CheckOutcome.UNCHANGED, CheckOutcome.UNREACHABLE, CheckOutcome.BLOCKED]
)
def test_gate_is_silent_where_nothing_is_known_to_have_changed(
    desk: Desk, outcome: CheckOutcome
) -> None:
    make_source_check(document=desk.document, outcome=outcome)
    assert said_of(make_draft(desk)) == []


def test_gate_is_silent_once_the_document_is_back(desk: Desk) -> None:
    make_source_check(document=desk.document, outcome=CheckOutcome.GONE)
    make_source_check(document=desk.document, outcome=CheckOutcome.UNCHANGED, checked_at=NOW + DAY)
    assert said_of(make_draft(desk)) == []


def test_vanished_source_stops_no_edition(desk: Desk) -> None:
    article = make_published(desk)
    make_source_check(document=desk.document, outcome=CheckOutcome.GONE)
    revise(article, desk.analyst, standfirst="The board met and ordered the figures.")
    assert republish(desk, article).live


# -- The dashboard --------------------------------------------------------------------------------


def test_change_is_a_task_until_somebody_has_looked(desk: Desk, client: Client) -> None:
    article = make_published(desk)
    check = make_source_check(document=desk.document, lost_quotes=[QUOTE])
    client.force_login(desk.editor)
    html = client.get(reverse(HOME)).content.decode()
    assert "Sources that changed" in html
    assert f"No longer there: “{QUOTE}”" in html
    assert reverse("assay_checks", args=[article.pk]) in html
    response = client.post(reverse("assay_source_seen", args=[check.pk]), follow=True)
    assert "Noted that you have looked" in response.content.decode()
    assert "Sources that changed" not in response.content.decode()
    check.refresh_from_db()
    assert check.seen_by == desk.editor
    assert check.seen_at is not None
    assert check.seen_at <= timezone.now()


def test_those_who_may_not_change_documents_are_not_asked(desk: Desk, client: Client) -> None:
    make_published(desk)
    check = make_source_check(document=desk.document)
    client.force_login(desk.moderator)
    assert "Sources that changed" not in client.get(reverse(HOME)).content.decode()
    response = client.post(reverse("assay_source_seen", args=[check.pk]))
    assert response.status_code in (302, 403)
    check.refresh_from_db()
    assert check.seen_at is None


def test_what_no_public_article_rests_on_is_no_task(desk: Desk) -> None:
    make_source_check(document=desk.document)
    make_draft(desk)
    assert changed_sources() == []


@pytest.mark.parametrize("count", [2, 8])
def test_tasks_take_two_queries_however_many(
    db: None, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    documents = make_documents(count)
    naming(*documents)
    naming(*documents, slug="another")
    for document in documents:
        make_source_check(document=document)
    with django_assert_num_queries(2):
        found = changed_sources()
        assert [len(row.editions) for row in found] == [2] * count
        assert {row.editions[0].title for row in found} == {seed_content()["title"]}
