"""Importing ownership: a trial tells what would happen, a second run has nothing to do."""

import datetime
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from sources.actions.importing import Verdict, import_ownership
from sources.enums import ControlKind, OrganisationKind
from sources.imports import Claim, Named, Reading, read_table
from sources.models import Organisation, Ownership
from tests.sources.builders import (
    NOW,
    make_organisation,
    make_ownership,
    make_source_document,
    make_user,
)

pytestmark = pytest.mark.django_db
TABLE = """owned,control,owner,share,valid_from,owner_kind,evidence_note
Harbour Herald,majority,Harbour Holding,60,1998-09-12,company,Annual report
Harbour Holding,state,Port Authority,,,government,Statute
Port Authority,subsidiary,Harbour Herald,,,,A mistake
Harbour Herald,majority,Somebody Else,,,,Contradicts
Harbour Herald,rules,Nobody,,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "owners.csv"
    path.write_text(TABLE)
    return path


def run(path: Path, *options: str) -> list[str]:
    """The lines that the command prints."""
    out = StringIO()
    call_command("import_ownership", str(path), *options, stdout=out)
    return out.getvalue().splitlines()


def counted() -> tuple[int, int, int]:
    """Organisations, statements and entries of the log."""
    return (
        Organisation.objects.count(),
        Ownership.objects.count(),
        ModelLogEntry.objects.count(),
    )


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_trial_tells_everything_and_stores_nothing(table: Path, options: list[str]) -> None:
    lines = run(table, *options)
    assert lines[0] == (
        "line 2: Harbour Herald majority-owned by Harbour Holding, 60 %: would be put on record; "
        "new: Harbour Herald (company, for want of a kind), Harbour Holding (company)"
    )
    assert lines[1].endswith("would be put on record; new: Port Authority (government)")
    assert "is not taken: Port Authority stands above Harbour Herald already" in lines[2]
    assert "is not taken: On record for some of the same days" in lines[3]
    assert lines[4].startswith("line 6: cannot be read: “rules” is no kind of control")
    assert lines[5] == (
        "2 would be put on record, 2 not taken, 1 unreadable. Nothing is stored; --apply stores it."
    )
    assert counted() == (0, 0, 0)


def test_applying_does_what_the_trial_said_and_the_second_run_nothing(table: Path) -> None:
    make_user(username="lena")
    trial = run(table)
    applied = run(table, "--apply", "--user", "lena")
    assert len(applied) == len(trial)
    assert applied[-1] == "2 put on record, 2 not taken, 1 unreadable."
    names = set(Organisation.objects.values_list("name", flat=True))
    assert names == {"Harbour Herald", "Harbour Holding", "Port Authority"}
    before = counted()
    assert run(table, "--apply")[-1] == (
        "2 on record already, 2 not taken, 1 unreadable. Nothing to do."
    )
    assert counted() == before
    entry = ModelLogEntry.objects.filter(action="assay.ownership_stated").latest("pk")
    assert entry.user.username == "lena"
    assert entry.data["evidence"] == "Statute"


def test_an_organisation_is_found_by_any_name_and_stays_as_it_is(table: Path) -> None:
    herald = make_organisation(name="The Herald of the Harbour", aliases=["Harbour Herald"])
    run(table, "--apply")
    assert Ownership.objects.filter(owned=herald).count() == 1
    assert Organisation.objects.get(pk=herald.pk).name == "The Herald of the Harbour"


def test_a_name_of_two_organisations_is_not_guessed_at() -> None:
    for number in (1, 2):
        make_organisation(name="Herald", slug=f"herald-{number}")
    [outcome] = trial("owned,control\nHerald,listed\n")
    assert outcome == (Verdict.REFUSED, "More than one organisation on record goes by “Herald”.")


def test_a_statement_that_says_something_else_is_a_contradiction() -> None:
    herald, fund = make_organisation(), make_organisation(name="Pier Fund")
    make_ownership(owned=herald, owner=fund, control=ControlKind.MAJORITY)
    [(verdict, reason)] = trial("owned,control,owner\nHarbour Herald,subsidiary,Pier Fund\n")
    assert verdict is Verdict.REFUSED
    assert "Harbour Herald majority-owned by Pier Fund" in reason


def test_what_is_refused_adds_no_organisation() -> None:
    herald = make_organisation()
    make_ownership(owned=herald, control=ControlKind.PRIVATE)
    [(verdict, _)] = trial("owned,control,owner\nHarbour Herald,majority,New Fund\n", apply=True)
    assert verdict is Verdict.REFUSED
    assert Organisation.objects.count() == 1


def test_evidence_that_was_captured_is_cited_and_other_addresses_are_noted() -> None:
    document = make_source_document(url="https://harbour.example/report")
    head = "owned,control,evidence_url,evidence_note"
    rows = [
        "Herald,listed,https://harbour.example/report,Page 3",
        "Post,listed,https://harbour.example/else,Page 4",
    ]
    trial("\n".join([head, *rows]), apply=True)
    first, second = Ownership.objects.order_by("pk")
    assert (first.evidence, first.evidence_note) == (document, "Page 3")
    assert (second.evidence, second.evidence_note) == (
        None,
        "Page 4 https://harbour.example/else",
    )


def test_wikidata_ids_find_organisations_before_names_do() -> None:
    known = make_organisation(name="Herald of the Harbour")
    Organisation.objects.filter(pk=known.pk).update(wikidata_id="Q1")
    namesake = make_organisation(name="Harbour Herald")
    Organisation.objects.filter(pk=namesake.pk).update(wikidata_id="Q77")
    owner = Named("Pier Fund", wikidata_id="Q2", native_name="Kaifondet", aliases=("PF",))
    claims = [
        Claim("Q1 P127", Named("Harbour Herald", wikidata_id="Q1"), ControlKind.STATE, owner),
        Claim("Q5 P127", Named("Harbour Herald", wikidata_id="Q5"), ControlKind.STATE, owner),
        Claim("Q1 P749", Named("", wikidata_id="Q99"), ControlKind.STATE, owner),
    ]
    outcomes = import_ownership(reading=Reading(tuple(claims)), is_trial=False, now=NOW)
    assert [outcome.verdict for outcome in outcomes] == [
        Verdict.NEW,
        Verdict.NEW,
        Verdict.REFUSED,
    ]
    assert "nobody on record has that Wikidata id" in outcomes[2].reason
    assert Ownership.objects.filter(owned=known).count() == 1
    assert not Ownership.objects.filter(owned=namesake).exists()
    fund = Organisation.objects.get(wikidata_id="Q2")
    assert Organisation.objects.filter(name="Harbour Herald").count() == 2
    assert Organisation.objects.named("Kaifondet").get() == Organisation.objects.named("pf").get()
    assert fund.kind == OrganisationKind.COMPANY


def test_json_is_taken_for_wikidata_and_the_format_can_be_said(tmp_path: Path) -> None:
    value = {"snaktype": "value", "datavalue": {"value": {"id": "Q2"}}}
    statement = {"mainsnak": value, "rank": "normal"}
    herald = {"id": "Q1", "labels": {"en": {"value": "Herald"}}, "claims": {"P127": [statement]}}
    fund = {"id": "Q2", "labels": {"en": {"value": "Fund"}}, "claims": {}}
    for name, options in (("a.json", []), ("a.txt", ["--format", "wikidata"])):
        path = tmp_path / name
        path.write_text(json.dumps({"entities": {"Q1": herald, "Q2": fund}}))
        assert run(path, *options)[0].startswith("Q1 P127: Herald subsidiary of Fund: would be")


@pytest.mark.parametrize(
    ("raw", "options", "words"),
    [
        (b"owner\n", [], "no column"),
        (b"owned,control\n\xff,listed", [], "UTF-8"),
        (b"owned,control\n", ["--user", "nobody"], "Nobody signs in"),
        (b"owned,control\n", ["--format", "wikidata"], "no JSON"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_is_told_in_a_line(
    tmp_path: Path, raw: bytes, options: list[str], words: str
) -> None:
    path = tmp_path / "owners.csv"
    path.write_bytes(raw)
    with pytest.raises(CommandError, match=words):
        run(path, *options)


def test_a_file_that_is_not_there_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "none.csv")


def trial(text: str, *, apply: bool = False) -> list[tuple[Verdict, str]]:
    """What becomes of each row of a table, and why."""
    outcomes = import_ownership(reading=read_table(text), is_trial=not apply, now=NOW)
    return [(outcome.verdict, outcome.reason) for outcome in outcomes]


def test_an_empty_file_claims_nothing(tmp_path: Path) -> None:
    path = tmp_path / "owners.csv"
    path.write_text("owned,control\n")
    assert run(path) == ["The file claims nothing. Nothing to do."]


def test_a_day_on_which_one_owner_follows_another_is_no_contradiction() -> None:
    head = "owned,control,owner,valid_from,valid_to"
    rows = ["Herald,majority,Old,,2020-01-01", "Herald,majority,New,2020-01-01,"]
    assert [verdict for verdict, _ in trial("\n".join([head, *rows]), apply=True)] == [
        Verdict.NEW,
        Verdict.NEW,
    ]
    on = Ownership.objects.valid_on(datetime.date(2020, 1, 1))
    assert on.get().owner == Organisation.objects.get(name="New")
