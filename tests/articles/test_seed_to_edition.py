"""The main job on the one real item, by the deeds that the screens call: bytes in, edition out."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.management.commands.purge_revisions import purge_revisions

from articles.actions.drafting import draft_from_item
from articles.actions.gatekeeping import GateClosed
from articles.actions.newsroom import ANALYSTS, EDITORS, set_up_newsroom
from articles.enums import EditionKind
from articles.models.attached import ArticleSource
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.models.pages import ArticlePage
from articles.models.snippets import Topic
from sources.actions.capturing import capture
from sources.actions.crediting import credit_originators
from sources.actions.organisations import create_organisation
from sources.actions.ownership import end_ownership, state_ownership
from sources.enums import (
    CaptureWay,
    ControlKind,
    OrganisationKind,
    OwnershipStatus,
    TestimonyRole,
)
from sources.models import Organisation, Ownership
from tests.articles.newsroom import approve, fresh, make_person
from tests.articles.test_drafting import SEED
from tests.sources.builders import NOW, TODAY, make_ownership, make_source_document

ADDRESS = "briefings/northern-rare-earth-sets-its-course/"


@dataclass(frozen=True)
class Story:
    """The people, the organisations by name, and the briefing that came of it."""

    analyst: User
    editors: tuple[User, User]
    organisations: dict[str, Organisation]
    article: ArticlePage

    @property
    def editions(self) -> list[Edition]:
        return list(Edition.objects.of_article(self.article.uuid))


OUTLETS = {
    "Baogang Daily": OrganisationKind.MEDIA,
    "Northern Rare Earth Group": OrganisationKind.COMPANY,
}
ABOVE = {
    "Baogang Group": OrganisationKind.COMPANY,
    "Government of Inner Mongolia": OrganisationKind.GOVERNMENT,
}


def make_draft_of_seed() -> Story:
    """Capture, put on record who speaks and who owns them, draft, choose topics."""
    newsroom = set_up_newsroom()
    analyst = make_person("ana", ANALYSTS)
    captured = capture(
        raw=SEED.read_bytes(),
        way=CaptureWay.UPLOAD,
        media_type="text/plain",
        now=NOW,
        user=analyst,
    )
    named = {
        name: create_organisation(name=name, kind=kind, country="CN", user=analyst)
        for name, kind in {**OUTLETS, **ABOVE}.items()
    }
    credited = [named[each.name] for each in captured.item.organisations if each.role == "source"]
    credit_originators(document=captured.document, organisations=credited, user=analyst)
    article = draft_from_item(
        item=captured.item,
        document=captured.document,
        parent=newsroom.briefings,
        user=analyst,
        title="Northern Rare Earth sets its course",
        briefing_date=TODAY,
    )
    article.topics = [Topic.objects.create(name="Rare earths", slug="rare-earths")]
    article.save_revision(user=analyst)
    editors = (make_person("edith", EDITORS), make_person("emil", EDITORS))
    return Story(analyst, editors, named, article)


def state_the_owners(story: Story) -> None:
    """Who stands above whom, as is publicly known."""
    group, state = (story.organisations[name] for name in ABOVE)
    state_ownership(owned=group, owner=state, control=ControlKind.STATE, user=story.analyst)
    for name in OUTLETS:
        outlet = story.organisations[name]
        state_ownership(
            owned=outlet, owner=group, control=ControlKind.SUBSIDIARY, user=story.analyst
        )


def publish_it(story: Story) -> None:
    """Source check by one person, approval by another."""
    article = submit_as(story)
    approve(article, story.editors[0])
    approve(fresh(article), story.editors[1])


def submit_as(story: Story) -> ArticlePage:
    article = fresh(story.article)
    article.get_workflow().start(article, story.analyst)
    return fresh(article)


@pytest.fixture
def story(db: None) -> Story:
    """The seed, published."""
    told = make_draft_of_seed()
    state_the_owners(told)
    publish_it(told)
    return told


def test_seed_becomes_one_edition(story: Story) -> None:
    (edition,) = story.editions
    assert (edition.number, edition.kind, edition.address) == (1, EditionKind.PUBLISHED, ADDRESS)
    assert edition.issued_by_name == "Emil"
    assert CurrentEdition.objects.get().edition == edition


def test_edition_has_everything_that_stood_in_the_item(story: Story) -> None:
    content = story.editions[0].content
    assert [len(row["children"]) for row in content["highlights"]] == [3, 4, 2]
    assert len(content["sections"]) == 3
    assert len(content["directives"]) == Directive.objects.count() == 5
    assert all(row["citations"] for row in content["directives"])
    assert content["directives"][0]["issuer"]["name"] == "Northern Rare Earth Group"
    assert content["analysis"]["heading"] == "Why This Matters for Western Industry"
    assert [topic["name"] for topic in content["topics"]] == ["Rare earths"]


def test_both_outlets_belong_to_one_group_so_the_source_stays_single(story: Story) -> None:
    corroboration = story.editions[0].content["corroboration"]
    assert corroboration["state"] == "single_source"
    assert "Baogang Group" in corroboration["reason"]
    assert corroboration["reason"].count(".") == 1
    assert CurrentEdition.objects.get().corroboration == "single_source"


def test_disclaimer_names_both_outlets_and_their_owner(story: Story) -> None:
    disclaimer = story.editions[0].content["disclaimer"]
    assert "Baogang Daily" in disclaimer
    assert "Northern Rare Earth Group" in disclaimer
    assert "both state-owned" in disclaimer
    assert "both controlled by Baogang Group" in disclaimer


def test_source_leads_from_its_originators_up_to_the_state(story: Story) -> None:
    (source,) = story.editions[0].content["sources"]
    for party in source["originators"]:
        assert party["ownership"]["status"] == OwnershipStatus.STATE_OWNED
        assert [step["name"] for step in party["ownership"]["path"]] == list(ABOVE)


def test_page_says_why_in_a_plain_sentence(story: Story, client: Client) -> None:
    text = client.get(f"/{ADDRESS}").content.decode()
    content = story.editions[0].content
    assert content["corroboration"]["reason"] in text
    assert content["disclaimer"] in text


def test_seed_is_refused_while_nobody_knows_who_owns_its_outlets(db: None) -> None:
    told = make_draft_of_seed()
    article = submit_as(told)
    with pytest.raises(GateClosed, match=r"Who owns Baogang Daily .* is not on record"):
        approve(article, told.editors[0])
    assert not Edition.objects.exists()


# -- The disclaimer follows the record ------------------------------------------------------------


def _another_briefing(story: Story) -> Edition:
    """A public briefing that rests on an outlet with another owner."""
    quay = create_organisation(name="Quay Bulletin", kind=OrganisationKind.MEDIA)
    port = create_organisation(name="Port Authority", kind=OrganisationKind.GOVERNMENT)
    make_ownership(owned=quay, owner=port, control=ControlKind.STATE)
    document = make_source_document(publisher=quay)
    article = story.article.copy(update_attrs={"slug": "another"}, keep_live=False)
    article.title, article.highlights, article.analysis = "Another briefing", [], []
    article.body = [{"type": "paragraph", "value": {"text": "<p>It met.</p>"}, "id": "1"}]
    article.article_sources = [ArticleSource(source=document, role=TestimonyRole.PRIMARY)]
    article.save_revision(user=story.analyst)
    publish_it(Story(story.analyst, story.editors, story.organisations, article))
    return Edition.objects.of_article(article.uuid)[0]


def _sell(story: Story, capture: DjangoCaptureOnCommitCallbacks, name: str) -> None:
    """The outlet belongs to a private publisher from some day before the briefing on."""
    publisher = create_organisation(name="Steppe Publishing", kind=OrganisationKind.COMPANY)
    with capture(execute=True):
        statement = Ownership.objects.get(owned__name=name)
        end_ownership(statement=statement, on=TODAY.replace(day=1), user=story.analyst)
        state_ownership(
            owned=story.organisations[name],
            owner=publisher,
            control=ControlKind.MAJORITY,
            valid_from=TODAY.replace(day=1),
            user=story.analyst,
        )
        state_ownership(owned=publisher, control=ControlKind.PRIVATE, user=story.analyst)


def test_changed_owner_is_told_by_exactly_the_briefings_that_rest_on_it(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    other = _another_briefing(story)
    _sell(story, django_capture_on_commit_callbacks, "Baogang Daily")
    newest = story.editions[0]
    assert newest.kind == EditionKind.PROVENANCE
    assert newest.reason == "The ownership record of a source changed."
    assert "Steppe Publishing" in str(newest.content["sources"])
    assert list(Edition.objects.of_article(other.article_uuid)) == [other]


def test_provenance_edition_leaves_every_word_as_it_was(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    before = story.editions[0].content
    draft = story.article.get_latest_revision_as_object()
    draft.standfirst, draft.highlights = "Not for readers.", []
    draft.save_revision(user=story.analyst, overwrite_revision=draft.latest_revision)
    _sell(story, django_capture_on_commit_callbacks, "Baogang Daily")
    edition = story.editions[0]
    assert _words(edition.content) == _words(before)
    assert edition.content["disclaimer"] != before["disclaimer"]
    assert "Not for readers" not in edition.body_html + edition.search_text


def _words(content: dict[str, Any]) -> dict[str, Any]:
    """What people wrote, without what the record says of it."""
    told = {"sources", "corroboration", "disclaimer", "ai_assistance", "updated_at"}
    directives = [
        {key: value for key, value in directive.items() if key not in told}
        for directive in content["directives"]
    ]
    rest = {key: value for key, value in content.items() if key not in told}
    return rest | {"directives": directives}


def test_owner_of_the_owner_is_followed_too(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Ownership.objects.get(owned__name="Baogang Group").delete()
    assert story.editions[0].kind == EditionKind.PROVENANCE
    (source,) = story.editions[0].content["sources"]
    assert {party["ownership"]["status"] for party in source["originators"]} == {"unknown"}


def test_owner_on_a_chain_that_the_page_does_not_show_is_followed_too(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """A second outlet is independent until a holding that nobody names turns out to be the group's.

    The page shows only the chain that proves a status; independence goes by every chain.
    """
    names = ("Quay Bulletin", "Port Authority", "Silent Holding")
    kinds = (OrganisationKind.MEDIA, OrganisationKind.GOVERNMENT, OrganisationKind.COMPANY)
    quay, port, holding = (
        create_organisation(name=name, kind=kind) for name, kind in zip(names, kinds, strict=True)
    )
    make_ownership(owned=quay, owner=port, control=ControlKind.STATE)
    make_ownership(owned=quay, owner=holding, control=ControlKind.MAJORITY)
    make_ownership(owned=holding, control=ControlKind.PRIVATE)
    _add_supporting_source(story, quay)
    assert story.editions[0].content["corroboration"]["state"] == "corroborated"
    shown = CurrentEdition.objects.get().organisations.values_list("name", flat=True)
    assert "Silent Holding" not in shown
    with django_capture_on_commit_callbacks(execute=True):
        Ownership.objects.filter(owned=holding).delete()
        group = story.organisations["Baogang Group"]
        state_ownership(owned=holding, owner=group, control=ControlKind.MAJORITY)
    assert story.editions[0].kind == EditionKind.PROVENANCE
    assert story.editions[0].content["corroboration"]["state"] == "single_source"


def _add_supporting_source(story: Story, publisher: Organisation) -> None:
    words = story.editions[0].content["citations"][0]["quote"]
    document = make_source_document(raw=words.encode(), publisher=publisher)
    article = story.article.get_latest_revision_as_object()
    article.article_sources.add(ArticleSource(source=document, role=TestimonyRole.SUPPORTING))
    cited = {"source": document.pk, "exact": words, "prefix": "", "suffix": ""}
    paragraph = {"text": "<p>It is so.</p>", "citations": [{"type": "item", "value": cited}]}
    article.body = [
        *article.body.raw_data,
        {"type": "paragraph", "value": paragraph, "id": "supported"},
    ]
    article.save_revision(user=story.analyst)
    publish_it(story)


def test_statement_that_changes_nothing_readers_see_issues_nothing(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        statement = Ownership.objects.get(owned__name="Baogang Daily")
        statement.evidence_note = "Its imprint says so."
        statement.save()
        state_ownership(
            owned=story.organisations["Baogang Daily"],
            owner=create_organisation(name="Later Owner", kind=OrganisationKind.COMPANY),
            control=ControlKind.MINORITY,
            valid_from=TODAY.replace(year=TODAY.year + 1),
        )
    assert len(story.editions) == 1


def test_statement_that_is_turned_to_another_organisation_is_followed_for_both(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        statement = Ownership.objects.get(owned__name="Baogang Daily")
        statement.owned = create_organisation(name="Quay Bulletin", kind=OrganisationKind.MEDIA)
        statement.save()
    assert story.editions[0].kind == EditionKind.PROVENANCE


def test_briefing_that_is_not_public_gets_no_edition(
    story: Story, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    fresh(story.article).unpublish(user=story.editors[0])
    _sell(story, django_capture_on_commit_callbacks, "Baogang Daily")
    assert [edition.kind for edition in story.editions] == [
        EditionKind.WITHDRAWN,
        EditionKind.PUBLISHED,
    ]


@pytest.mark.django_db(transaction=True)
def test_revision_that_public_words_rest_on_survives_a_purge() -> None:
    story = make_draft_of_seed()
    state_the_owners(story)
    publish_it(story)
    article = fresh(story.article)
    article.standfirst = "Not for readers."
    article.save_revision(user=story.analyst)
    purge_revisions(pages=True)
    Ownership.objects.get(owned__name="Baogang Daily").delete()
    assert story.editions[0].kind == EditionKind.PROVENANCE
