"""What rests on the record follows it: exactly the articles that read otherwise, and no other."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.actions import provenance
from articles.actions.provenance import follow_ownership
from articles.compile import recompile
from articles.enums import EditionKind
from articles.models.attached import ArticleSource
from articles.models.editions import Edition
from articles.models.pages import ArticlePage
from sources.actions.describing import describe_document, mark_republication
from sources.actions.ownership import end_ownership, save_statement, state_ownership
from sources.enums import ControlKind, Credibility, OrganisationKind, Reliability, TestimonyRole
from sources.models import Ownership, SourceDocument
from tests.articles.newsroom import (
    DAY,
    ORDER,
    QUOTE,
    Desk,
    make_draft,
    make_published,
    republish,
    revise,
)
from tests.sources.builders import make_organisation, make_ownership, make_source_document

Change = Callable[[Desk], Any]


@pytest.fixture
def other(desk: Desk) -> ArticlePage:
    """A public article that rests on somebody else."""
    news = make_organisation(name="Island News")
    make_ownership(owned=news, control=ControlKind.PRIVATE)
    document = make_source_document(raw=f"Island: {QUOTE} {ORDER}".encode(), publisher=news)
    elsewhere = Desk(**{**vars(desk), "document": document, "herald": news})
    return make_published(elsewhere, title="Island council meets")


@pytest.fixture
def article(desk: Desk) -> ArticlePage:
    """A public article that rests on the Harbour Herald, which a government owns."""
    return make_published(desk)


def editions(article: ArticlePage) -> list[Edition]:
    """All editions of an article, the newest first."""
    return list(Edition.objects.of_article(article.uuid))


def statement(desk: Desk) -> Ownership:
    """Who owns the Harbour Herald."""
    return Ownership.objects.get(owned=desk.herald)


def end(desk: Desk) -> None:
    """The government sold the paper before the briefing."""
    end_ownership(statement=statement(desk), on=DAY)


def correct(desk: Desk) -> None:
    """The paper is not owned outright."""
    row = statement(desk)
    row.control = ControlKind.MAJORITY
    save_statement(statement=row)


def delete(desk: Desk) -> None:
    """The statement is taken off the record."""
    statement(desk).delete()


def own_the_owner(desk: Desk) -> None:
    """Above the owner, too, something changes: it is a company of a ministry."""
    port = statement(desk).owner
    assert port is not None
    port.kind = OrganisationKind.COMPANY
    port.save()
    ministry = make_organisation(name="Ministry of Ports", kind=OrganisationKind.GOVERNMENT)
    state_ownership(owned=port, control=ControlKind.STATE, owner=ministry)


def sell_a_little(desk: Desk) -> None:
    """Somebody who does not decide holds a part."""
    fund = make_organisation(name="Pier Fund", kind=OrganisationKind.COMPANY)
    state_ownership(owned=desk.herald, control=ControlKind.MINORITY, owner=fund)


def rename(desk: Desk) -> None:
    """The paper has another name."""
    desk.herald.name = "Harbour Times"
    desk.herald.save()


def grade(desk: Desk) -> None:
    """The paper was judged."""
    desk.herald.reliability = Reliability.B
    desk.herald.save()


def describe(desk: Desk, *originators: Any, **values: Any) -> None:
    """Something else is said of the document."""
    document = SourceDocument.objects.get(pk=desk.document.pk)
    for name, value in values.items():
        setattr(document, name, value)
    describe_document(document=document, originators=originators)


def credit(desk: Desk) -> None:
    """The document comes from an agency."""
    describe(desk, make_organisation(name="Fjord Agency"))


def credit_from_the_other_side(desk: Desk) -> None:
    """An agency is said to be where the document comes from."""
    make_organisation(name="Fjord Agency").originated_documents.add(desk.document)


def publish_elsewhere(desk: Desk) -> None:
    """The document stood in another paper."""
    describe(desk, publisher=make_organisation(name="Fjord Post"))


@pytest.mark.parametrize(
    "change",
    [
        end,
        correct,
        delete,
        own_the_owner,
        sell_a_little,
        rename,
        grade,
        credit,
        credit_from_the_other_side,
        publish_elsewhere,
    ],
)
def test_exactly_the_article_that_rests_on_it_follows(
    desk: Desk,
    article: ArticlePage,
    other: ArticlePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    change: Change,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        change(desk)
    newest, first = editions(article)[0], editions(article)[-1]
    assert newest.kind == EditionKind.PROVENANCE
    assert newest.content["sources"] != first.content["sources"]
    assert newest.content["sections"] == first.content["sections"]
    assert len(editions(other)) == 1


def note(desk: Desk) -> None:
    """Somebody says more of the evidence."""
    row = statement(desk)
    row.evidence_note = "Its annual report, page 12."
    save_statement(statement=row)


def end_later(desk: Desk) -> None:
    """The sale came after the briefing."""
    end_ownership(statement=statement(desk), on=DAY + datetime.timedelta(days=1))


def entitle(desk: Desk) -> None:
    """What is said of the document itself waits for the next approval."""
    describe(desk, title="Another title", credibility=Credibility.DOUBTFUL)


def own_somebody_else(desk: Desk) -> None:
    """The owner buys a paper on which nothing rests."""
    state_ownership(
        owned=make_organisation(name="Cape Courier"),
        control=ControlKind.STATE,
        owner=statement(desk).owner,
    )


@pytest.mark.parametrize("change", [note, end_later, entitle, own_somebody_else])
def test_what_makes_no_difference_to_an_article_gives_it_no_edition(
    desk: Desk,
    article: ArticlePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    change: Change,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        change(desk)
    assert len(editions(article)) == 1


def test_title_and_credibility_stay_as_approved_when_an_owner_changes(
    desk: Desk,
    article: ArticlePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        entitle(desk)
        end(desk)
    newest, first = (edition.content["sources"][0] for edition in editions(article))
    assert (newest["title"], newest["credibility"]) == (first["title"], first["credibility"])
    assert newest["publisher"]["ownership"]["status"] == "unknown"


def test_a_republished_text_no_longer_bears_out_what_it_repeats(
    desk: Desk,
    article: ArticlePage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    news = make_organisation(name="Island News")
    make_ownership(owned=news, control=ControlKind.PRIVATE)
    second = make_source_document(raw=f"Again: {ORDER}".encode(), publisher=news)
    cites_both(desk, article, second)
    before = editions(article)[0].content
    with django_capture_on_commit_callbacks(execute=True):
        mark_republication(document=second, same_as=desk.document)
    after = editions(article)[0].content
    states = [
        (content["corroboration"]["state"], content["directives"][0]["corroboration"]["state"])
        for content in (before, after)
    ]
    assert states == [("corroborated", "corroborated"), ("single_source", "single_source")]


def cites_both(desk: Desk, article: ArticlePage, second: SourceDocument) -> None:
    """A new edition of the article whose directive cites a second document, too."""
    draft = article.get_latest_revision_as_object()
    body = list(draft.body.raw_data)
    order = body[-1]["value"]["directives"][0]["value"]
    quote = {"source": second.pk, "exact": ORDER, "prefix": "", "suffix": ""}
    order["citations"] = [*order["citations"], {"type": "item", "value": quote, "id": "second"}]
    draft.body = body
    draft.article_sources.add(ArticleSource(source=second, role=TestimonyRole.SUPPORTING))
    draft.change_kind, draft.change_reason = "updated", "A second source."
    draft.save_revision(user=desk.analyst)
    republish(desk, article)


def test_an_article_that_cannot_follow_holds_up_no_other(
    desk: Desk, article: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = make_published(desk, title="Harbour board meets again")

    def failing(dossier: Any, *args: Any, **kwargs: Any) -> Any:
        if dossier.article.pk == second.pk:
            raise ZeroDivisionError
        return recompile(dossier, *args, **kwargs)

    Ownership.objects.filter(owned=desk.herald).update(control=ControlKind.MAJORITY)
    monkeypatch.setattr(provenance, "recompile", failing)
    with pytest.raises(ExceptionGroup) as caught:
        follow_ownership(organisation_ids=[desk.herald.pk])
    assert isinstance(caught.value.exceptions[0], ZeroDivisionError)
    assert [len(editions(each)) for each in (article, second)] == [2, 1]


def test_each_further_article_costs_the_same_few_queries(desk: Desk) -> None:
    counts = []
    for wanted in (1, 2, 3):
        make_published(desk, title=f"Harbour board meets {wanted}")
        control = (ControlKind.STATE, ControlKind.MAJORITY)[wanted % 2]
        Ownership.objects.filter(owned=desk.herald).update(control=control)
        with CaptureQueriesContext(connection) as queries:
            assert follow_ownership(organisation_ids=[desk.herald.pk]) == wanted
        counts.append(len(queries))
    first, second, third = counts
    assert third - second == second - first
    assert third - second <= 25, [row["sql"][:100] for row in queries][-60:]


def test_an_article_that_reads_as_before_costs_no_write(desk: Desk, article: ArticlePage) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert follow_ownership(organisation_ids=[desk.herald.pk]) == 0
    assert not [row for row in queries if row["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_draft_that_was_never_public_follows_nothing(
    desk: Desk, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    make_draft(desk)
    with django_capture_on_commit_callbacks(execute=True):
        end(desk)
    assert not Edition.objects.exists()


def test_readers_of_german_are_told_in_german_why_there_is_an_edition(
    desk: Desk, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    draft = make_draft(desk)
    revise(draft, desk.analyst, language="de")
    article = republish(desk, draft)
    with django_capture_on_commit_callbacks(execute=True):
        rename(desk)
    newest = editions(article)[0]
    assert newest.reason == "Die Angaben zu den Eigentümern einer Quelle haben sich geändert."
    assert newest.content["disclaimer"].startswith("Dieses Briefing stützt sich auf Harbour Times")
