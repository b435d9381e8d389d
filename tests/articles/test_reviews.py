"""Who checked and who approved stands in the edition, on its page and in PROV; never made up."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from articles.actions.emergency import publish_in_emergency
from articles.actions.newsroom import CHIEF_EDITORS
from articles.actions.provenance import follow_ownership
from articles.actions.standing import reconcile
from articles.enums import EditionKind
from articles.formats.prov import Version, provenance
from articles.formats.reviews import reviews_in_words
from articles.formats.site import Site
from articles.models.editions import Edition
from articles.models.pages import ArticlePage
from sources.enums import ControlKind
from sources.models import Ownership
from tests.articles.newsroom import (
    Desk,
    approve,
    fresh,
    make_draft,
    make_person,
    make_published,
    revise,
    submit,
)
from tests.articles.public import BODY, make_cast, make_public, seed_content

pytestmark = pytest.mark.django_db


def newest(article: ArticlePage) -> Edition:
    return Edition.objects.of_article(article.uuid)[0]


def reviewers(edition: Edition) -> list[tuple[str, str]]:
    return [(row["step"], row["reviewer"]) for row in edition.content["reviews"]]


# -- In the edition ---------------------------------------------------------------------------


def test_edition_names_who_checked_and_who_approved_it(desk: Desk) -> None:
    edition = newest(make_published(desk))
    assert reviewers(edition) == [("source-check", "Edith"), ("approve", "Emil")]
    assert [row["words"] for row in edition.content["reviews"]] == [
        "Source check",
        "Editorial approval",
    ]
    assert all(row["reviewed_at"] <= edition.content["updated_at"] for row in _reviews(edition))


def test_the_record_with_reviews_is_whole(desk: Desk) -> None:
    make_published(desk)
    call_command("verify_editions", verbosity=0)


def test_each_edition_names_the_reviews_of_its_own_text(desk: Desk) -> None:
    article = make_published(desk)
    revise(article, desk.analyst, standfirst="More words.")
    submit(desk, fresh(article))
    approve(fresh(article), desk.second_editor)
    approve(fresh(article), desk.editor)
    first, second = Edition.objects.of_article(article.uuid).order_by("number")
    assert reviewers(first) == [("source-check", "Edith"), ("approve", "Emil")]
    assert reviewers(second) == [("source-check", "Emil"), ("approve", "Edith")]


def test_sign_in_name_is_nobodys_business(desk: Desk) -> None:
    User.objects.update(first_name="", last_name="")
    edition = newest(make_published(desk))
    assert reviewers(edition) == [("source-check", ""), ("approve", "")]
    assert "edith" not in str(edition.content)


def test_emergency_claims_no_review(desk: Desk, client: Client) -> None:
    chief = make_person("cleo", CHIEF_EDITORS)
    article = make_draft(desk)
    publish_in_emergency(article=article, reason="The mine is on fire.", user=chief)
    edition = newest(article)
    assert edition.content["reviews"] == []
    page = client.get(f"/{edition.address}provenance/").content.decode()
    assert "Checked" not in page
    assert "Approved" not in page


def test_emergency_in_the_middle_of_a_review_names_the_part_that_was_done(desk: Desk) -> None:
    chief = make_person("cleo", CHIEF_EDITORS)
    article = submit(desk, make_draft(desk))
    fresh(article).current_workflow_task_state.specific.approve(user=desk.editor)
    publish_in_emergency(article=fresh(article), reason="The mine is on fire.", user=chief)
    assert reviewers(newest(article)) == [("source-check", "Edith")]


def test_review_of_other_words_is_not_claimed_for_these(desk: Desk) -> None:
    chief = make_person("cleo", CHIEF_EDITORS)
    article = make_published(desk)
    revise(article, desk.analyst, standfirst="The mine is on fire.")
    publish_in_emergency(article=fresh(article), reason="People live there.", user=chief)
    assert newest(article).content["reviews"] == []


def test_change_of_the_ownership_record_leaves_the_reviews(desk: Desk) -> None:
    article = make_published(desk)
    before = newest(article)
    Ownership.objects.update(control=ControlKind.MAJORITY)
    follow_ownership(organisation_ids=[desk.herald.pk])
    after = newest(article)
    assert after.kind == EditionKind.PROVENANCE
    assert after.content["reviews"] == before.content["reviews"]


def test_move_leaves_the_reviews(desk: Desk) -> None:
    article = make_published(desk)
    before = newest(article)
    page = fresh(article)
    page.slug = "elsewhere"
    ArticlePage.objects.filter(pk=page.pk).update(
        slug="elsewhere", url_path=f"{page.url_path.rsplit('/', 2)[0]}/elsewhere/"
    )
    reconcile(fresh(article))
    assert newest(article).kind == EditionKind.MOVED
    assert newest(article).content["reviews"] == before.content["reviews"]


def _reviews(edition: Edition) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = edition.content["reviews"]
    return found


# -- In words ---------------------------------------------------------------------------------


def test_reader_is_told_who_checked_and_who_approved(client: Client) -> None:
    make_cast()
    current = make_public()
    page = client.get(f"/{current.address}provenance/").content.decode()
    assert (
        "Checked by Mara Lind on 24 October 2025. Approved by Jonas Weber on 24 October 2025."
    ) in page


def test_where_nobody_is_named_the_day_alone_is_told() -> None:
    content = seed_content()
    for row in content["reviews"]:
        row["reviewer"] = ""
    assert reviews_in_words(content) == [
        "Checked on 24 October 2025.",
        "Approved on 24 October 2025.",
    ]


# -- In PROV ----------------------------------------------------------------------------------


def document(reviews: list[dict[str, str]]) -> dict[str, Any]:
    return provenance(
        seed_content() | {"reviews": reviews},
        body_html=BODY,
        versions=[Version(1, EditionKind.PUBLISHED, "", "2025-10-24T09:30:00Z", "1" * 64)],
        site=Site(name="Assay", base_url="https://assay.example"),
    )


def pairs(found: dict[str, Any], kind: str, one: str, other: str) -> set[tuple[str, str]]:
    return {(row[f"prov:{one}"], row[f"prov:{other}"]) for row in found[kind].values()}


def test_checking_and_approving_are_activities_of_those_who_did_it() -> None:
    found = document(seed_content()["reviews"])
    assert found["activity"]["here:source-check-1"]["prov:type"]["$"] == "assay:SourceCheck"
    assert found["activity"]["here:approval-1"]["prov:endTime"] == "2025-10-24T09:25:00Z"
    assert found["agent"]["here:reviewer-1"]["schema:name"] == "Mara Lind"
    assert found["agent"]["here:reviewer-2"]["schema:name"] == "Jonas Weber"
    done_by = pairs(found, "wasAssociatedWith", "activity", "agent")
    assert {
        ("here:source-check-1", "here:reviewer-1"),
        ("here:approval-1", "here:reviewer-2"),
    } <= done_by


def test_publication_follows_the_approval_which_follows_the_check() -> None:
    found = document(seed_content()["reviews"])
    assert pairs(found, "wasInformedBy", "informed", "informant") == {
        ("here:publication-1", "here:drafting-1"),
        ("here:source-check-1", "here:drafting-1"),
        ("here:approval-1", "here:source-check-1"),
        ("here:publication-1", "here:approval-1"),
    }


def test_reviewer_without_a_name_is_the_newsroom() -> None:
    reviews = [{**row, "reviewer": ""} for row in seed_content()["reviews"]]
    found = document(reviews)
    done_by = pairs(found, "wasAssociatedWith", "activity", "agent")
    assert ("here:approval-1", "site:newsroom") in done_by
    assert "here:reviewer-1" not in found["agent"]


def test_edition_without_reviews_tells_of_none() -> None:
    found = document([])
    assert set(found["activity"]) & {"here:source-check-1", "here:approval-1"} == set()
    informed = pairs(found, "wasInformedBy", "informed", "informant")
    assert informed == {("here:publication-1", "here:drafting-1")}
