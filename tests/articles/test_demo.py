"""The demo newsroom: loaded once for the module, in a transaction that is rolled back."""

import datetime
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client, TestCase, override_settings
from pytest_django import DjangoDbBlocker

from articles.blocks.body import BodyBlock
from articles.enums import ChallengeStatus, CommentStatus, DirectiveForce, DirectiveStatus
from articles.management.demo.briefings import BRIEFINGS
from articles.management.demo.loading import password_file, standings
from articles.management.demo.people import PEOPLE
from articles.management.demo.shapes import SAMPLE, SAMPLE_NOTES
from articles.models import ArticlePage, Comment, CurrentEdition, Directive, Edition
from articles.models.challenges import Challenge
from articles.models.moderation import Appeal, CommentReport
from sources.enums import CorroborationState, OwnershipStatus
from sources.models import Organisation, SourceDocument
from sources.queries import ownership_graph
from tests.articles.newsroom import make_desk, make_draft

SEED = "/briefings/northern-rare-earth-sets-course-for-2026/"
SEED_SHA256 = "b2a46949876d"
TODAY = datetime.date(2026, 11, 24)


@dataclass(frozen=True)
class Demo:
    """The client of a reader, and what the command printed."""

    client: Client
    printed: str


def load() -> str:
    """Run the command with everything that happens on commit; what it printed."""
    printed = StringIO()
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("load_demo", stdout=printed)
    return printed.getvalue()


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Demo]:
    settings = override_settings(VAR_DIR=tmp_path_factory.mktemp("demo"))
    with django_db_blocker.unblock(), settings, transaction.atomic():
        yield Demo(Client(), load())
        transaction.set_rollback(True)


def read(demo: Demo, address: str, status: int = 200) -> str:
    response = demo.client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def briefing(demo: Demo, opening: str) -> dict[str, Any]:
    """The content of the public briefing whose title begins with these words."""
    current = CurrentEdition.objects.whole().get(edition__title__startswith=opening)
    content: dict[str, Any] = current.edition.content
    return content


def test_seed_is_kept_byte_for_byte(demo: Demo) -> None:
    document = SourceDocument.objects.get(title__startswith="Northern Rare Earth")
    assert document.sha256.startswith(SEED_SHA256)
    with document.raw.open() as file:
        assert file.read() == BRIEFINGS[-1].text.raw


def test_seed_is_the_lead_and_says_that_both_outlets_have_one_owner(demo: Demo) -> None:
    page = read(demo, SEED)
    assert "Baogang Daily and Northern Rare Earth Group: both controlled by Baogang Group" in page
    assert "Single source" in page
    assert SEED in read(demo, "/").split("Earlier")[0]


def test_seed_is_whole(demo: Demo) -> None:
    content = briefing(demo, "Northern Rare Earth")
    assert [len(branch["children"]) for branch in content["highlights"]] == [3, 4, 2]
    assert len(content["directives"]) == 5
    assert all(directive["citations"] for directive in content["directives"])
    assert content["analysis"]["heading"] == "Why This Matters for Western Industry"
    assert "โ" not in read(demo, SEED)


def test_every_public_page_answers(demo: Demo) -> None:
    addresses = [f"/{row.address}" for row in CurrentEdition.objects.all()]
    assert len(addresses) == 10
    for address in addresses:
        read(demo, address)
        read(demo, f"{address}provenance/")
        read(demo, f"{address}versions/1/")


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/briefings/",
        "/directives/",
        "/organisations/",
        "/topics/",
        "/topics/sample/",
        "/corrections/",
        "/search/?q=nickel",
        "/feeds/atom.xml",
        "/feeds/rss.xml",
        "/feeds/feed.json",
        "/sitemap.xml",
        "/api/v1/articles/",
        "/api/v1/directives/",
        "/api/v1/organisations/",
        "/api/v1/topics/",
    ],
)
def test_every_list_answers(demo: Demo, address: str) -> None:
    read(demo, address)


def test_every_organisation_has_a_page_or_is_not_public(demo: Demo) -> None:
    for organisation in Organisation.objects.filter(current_editions__isnull=False).distinct():
        read(demo, f"/organisations/{organisation.slug}/")


def test_api_tells_every_public_briefing(demo: Demo) -> None:
    uuids = {str(row.article_uuid) for row in CurrentEdition.objects.all()}
    listed = demo.client.get("/api/v1/articles/?limit=100").json()["results"]
    assert {row["uuid"] for row in listed} == uuids
    for uuid in uuids:
        read(demo, f"/api/v1/articles/{uuid}/")


def test_search_finds_a_sample_and_no_draft(demo: Demo) -> None:
    assert "Tarnfjell’s second nickel line" in read(demo, "/search/?q=matte")
    for hidden in ("furnace", "upstream", "scrubbers", "warehouses"):
        assert "No briefing" in read(demo, f"/search/?q={hidden}")


def test_samples_are_marked_and_the_seed_is_not(demo: Demo) -> None:
    for current in CurrentEdition.objects.whole():
        content = current.edition.content
        is_sample = current.edition.title != BRIEFINGS[-1].title
        assert (SAMPLE in [topic["name"] for topic in content["topics"]]) == is_sample
        assert content["disclaimer"].endswith(SAMPLE_NOTES[content["language"]]) == is_sample


def test_every_station_of_a_briefing_is_there(demo: Demo) -> None:
    words = {standing.title: standing.words for standing in standings()}
    assert set(words) == {each.title for each in BRIEFINGS}
    assert set(words.values()) == {
        "draft",
        "in source check",
        "in editorial approval",
        "scheduled",
        "published",
        "unpublished",
        "retracted",
    }


def test_scheduled_briefing_waits_for_a_day_ahead(demo: Demo) -> None:
    article = ArticlePage.objects.get(title__startswith="Osterby Exchange lists")
    assert not article.live
    assert article.approved_schedule
    assert article.get_latest_revision().approved_go_live_at > article.latest_revision_created_at


def test_every_corroboration_state_is_there(demo: Demo) -> None:
    states = set(CurrentEdition.objects.values_list("corroboration", flat=True))
    assert states == set(CorroborationState.values)


def test_every_kind_of_edition_but_a_move_is_there(demo: Demo) -> None:
    kinds = set(Edition.objects.values_list("kind", flat=True))
    assert kinds == {
        "published",
        "updated",
        "corrected",
        "provenance",
        "retracted",
        "withdrawn",
    }


def test_every_block_is_shown(demo: Demo) -> None:
    kinds = {
        block["type"]
        for current in CurrentEdition.objects.whole()
        for block in ArticlePage.objects.get(pk=current.edition.page_id).body.raw_data
    }
    assert kinds == set(BodyBlock().child_blocks)


def test_picture_is_described_and_sent(demo: Demo) -> None:
    page = read(demo, "/briefings/was-the-acid-terminal-at-sundhavn-closed-two-papers-disagree/")
    assert 'alt="Sketch map of the harbour' in page
    source = page.split('<img src="')[1].split('"')[0]
    assert demo.client.get(source).getvalue().startswith(b"RIFF")


def test_quotations_show_their_original(demo: Demo) -> None:
    harbour = read(demo, "/briefings/was-the-acid-terminal-at-sundhavn-closed-two-papers-disagree/")
    assert 'lang="ar"><p dir="auto">كنّا' in harbour


def test_every_status_and_force_of_a_directive_is_there(demo: Demo) -> None:
    rows = Directive.objects.all()
    assert set(rows.values_list("status", flat=True)) == set(DirectiveStatus.values)
    assert set(rows.values_list("force", flat=True)) == set(DirectiveForce.values)
    assert rows.exclude(deadline=None).exists()
    assert rows.filter(addressees__isnull=False).exists()
    assert not rows.filter(issuer=None).exists()


def test_every_state_of_a_comment_is_there(demo: Demo) -> None:
    comments = Comment.objects.all()
    assert comments.filter(is_by_staff=True).exists()
    assert set(comments.values_list("status", flat=True)) == set(CommentStatus.values)
    assert comments.order_by("-depth")[0].depth == 4


def test_challenge_that_was_answered_stands_at_its_claim_and_another_waits(demo: Demo) -> None:
    answered = Challenge.objects.exclude(status=ChallengeStatus.OPEN).get()
    assert Challenge.objects.filter(status=ChallengeStatus.OPEN).exists()
    address = f"/{CurrentEdition.objects.get(article_uuid=answered.article_uuid).address}"
    assert f'href="{address}challenges/#challenge-{answered.pk}"' in read(demo, address)
    assert answered.answer in read(demo, f"{address}challenges/")


def test_report_and_appeal_wait_for_a_moderator(demo: Demo) -> None:
    report = CommentReport.objects.get()
    assert (report.decided_at, report.comment.status) == (None, CommentStatus.APPROVED)
    appeal = Appeal.objects.get()
    assert (appeal.decided_at, appeal.comment.status) == (None, CommentStatus.REJECTED)


def test_correction_and_retraction_are_in_the_log(demo: Demo) -> None:
    log = read(demo, "/corrections/")
    assert "They were 8 per cent lower" in log
    assert "rested on a notice that the Osterby Exchange did not send" in log
    gone = read(demo, "/briefings/osterby-exchange-halts-trading-in-cobalt/", status=410)
    assert "rested on a notice" in gone


def test_new_owner_turned_corroborated_into_single_source(demo: Demo) -> None:
    uuid = briefing(demo, "Greyhaven")["uuid"]
    editions = Edition.objects.of_article(uuid)
    states = [(row.kind, row.content["corroboration"]["state"]) for row in editions]
    assert states == [
        ("provenance", "single_source"),
        ("corrected", "corroborated"),
        ("published", "corroborated"),
    ]


def test_disclaimer_calls_a_ministry_a_state_body(demo: Demo) -> None:
    disclaimer = briefing(demo, "Nickel mines")["disclaimer"]
    assert disclaimer.startswith(
        "This briefing rests on Ministry of Mines of Estmark, a state body"
    )


def test_a_person_answers_for_the_machine(demo: Demo) -> None:
    assistance = briefing(demo, "Sodium cells")["ai_assistance"]
    assert assistance["responsible"] == "Ana Berg"


def test_briefings_speak_three_languages(demo: Demo) -> None:
    assert briefing(demo, "Metallhof")["language"] == "de"
    assert briefing(demo, "ميناء سوندهافن")["language"] == "ar"


def test_one_briefing_is_translated_wholly(demo: Demo) -> None:
    german = briefing(demo, "Natriumzellen")
    original = briefing(demo, "Sodium cells")
    assert german["translation_key"] == original["translation_key"]
    assert german["address"].startswith("de/briefings/natriumzellen")
    assert not {section["text"] for section in german["sections"]} & {
        section["text"] for section in original["sections"]
    }
    assert german["citations"] == original["citations"]


def test_every_status_of_ownership_is_there(demo: Demo) -> None:
    graph = ownership_graph(on=TODAY)
    assert {graph.status(party) for party in graph.parties} == set(OwnershipStatus)


def test_sign_ins_that_are_printed_work(demo: Demo) -> None:
    for person in PEOPLE:
        [line] = [
            row for row in demo.printed.splitlines() if row.startswith(f"  {person.username} ")
        ]
        assert Client().login(username=person.username, password=line.split()[1])


def test_passwords_are_for_their_owner_alone(demo: Demo) -> None:
    assert stat.S_IMODE(password_file().stat().st_mode) == 0o600


def test_every_address_that_is_printed_is_one_of_this_site(demo: Demo) -> None:
    addresses = [word for word in demo.printed.split() if word.startswith("http")]
    assert len(addresses) > len(BRIEFINGS)
    assert f"https://testserver{SEED}" in addresses


def test_running_it_again_changes_nothing(demo: Demo) -> None:
    before = everything()
    assert "nothing was changed" in load()
    assert everything() == before


def everything() -> dict[str, Any]:
    counts = {model._meta.label: model._default_manager.count() for model in apps.get_models()}
    return counts | {"chain": list(Edition.objects.values_list("sha256", flat=True))}


@pytest.mark.django_db
def test_other_peoples_briefings_are_left_alone(tmp_path: Path) -> None:
    make_draft(make_desk())
    with override_settings(VAR_DIR=tmp_path), pytest.raises(CommandError, match="VAR_DIR"):
        load()
    assert ArticlePage.objects.count() == 1
    assert not list(tmp_path.iterdir())
