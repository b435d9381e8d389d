"""Whatever is done to a row of the record past the application is found, and the row is named."""

import datetime
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from articles.chain import GENESIS, content_digest, seal
from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.queries.verification import FaultKind, Report, rows, verify
from articles.queries.verification.chain import Chain
from articles.queries.verification.proof import provable_editions
from articles.queries.verification.shown import shown_faults
from sources.immutability import maintenance
from tests.articles.public import NOW, make_public, take_back

pytestmark = pytest.mark.django_db
OTHER_UUID = uuid.UUID(int=7)
OTHER_HASH = "a" * 64

# What somebody with the database's password writes instead.
CHANGES: dict[str, Any] = {
    "article_uuid": OTHER_UUID,
    "number": 9,
    "kind": "clarified",
    "reason": "Nothing of importance.",
    "page_id": 99,
    "revision_id": 99,
    "issued_at": NOW + datetime.timedelta(seconds=1),
    "issued_by_id": 99,
    "issued_by_name": "Somebody else",
    "address": "briefings/elsewhere/",
    "language": "de",
    "title": "As it never was",
    "standfirst": "As it never was.",
    "briefing_date": datetime.date(2025, 10, 25),
    "published_at": NOW - datetime.timedelta(microseconds=1),
    "content": {"title": "As it never was"},
    "body_html": "<p>As it never was.</p>",
    "search_text": "As it never was.",
    "content_sha256": OTHER_HASH,
    "previous_sha256": OTHER_HASH,
    "sha256": OTHER_HASH,
}
LIST_CHANGES: dict[str, Any] = {
    "address": "briefings/elsewhere/",
    "briefing_date": datetime.date(2025, 10, 25),
    "published_at": NOW + datetime.timedelta(seconds=1),
    "language": "de",
    "translation_key": OTHER_UUID,
    "corroboration": "corroborated",
    "summary": {"title": "As it never was"},
}
DIRECTIVE_CHANGES: dict[str, Any] = {
    "uuid": OTHER_UUID,
    "anchor": "d-other",
    "position": 99,
    "published_at": NOW + datetime.timedelta(seconds=1),
    "text": "Stop all mines.",
    "target": "All of them",
    "deadline": datetime.date(2030, 1, 1),
    "force": "guidance",
    "status": "dropped",
    "corroboration": "disputed",
    "content": {"text": "Stop all mines."},
}


def make_record() -> list[Edition]:
    """Six editions of three articles: two can be read, one was retracted."""
    make_public(slug="first")
    second = make_public(slug="second")
    make_public(slug="first", kind=EditionKind.CORRECTED, reason="A figure was wrong.")
    take_back(second, kind=EditionKind.RETRACTED, reason="It rested on a forgery.")
    make_public(slug="third")
    make_public(slug="first", kind=EditionKind.MOVED, moved_to="briefings/elsewhere/first/")
    return list(Edition.objects.order_by("pk"))


def alter(edition_id: int, **values: Any) -> None:
    """Change a stored edition past the triggers, as whoever owns the database can."""
    with maintenance():
        Edition.objects.filter(pk=edition_id).update(**values)


@contextmanager
def undone() -> Iterator[None]:
    """Undo at the end what the database would not let stand: rows that point nowhere."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def delete(*edition_ids: int) -> None:
    """Take editions away past the triggers."""
    with maintenance(), connection.cursor() as cursor:
        for key in edition_ids:
            cursor.execute("DELETE FROM articles_edition WHERE id = %s", [key])


def forge(pattern: Edition, **values: Any) -> Edition:
    """Put in a copy of an edition with other values and with digests that fit it."""
    fields = {field.attname: getattr(pattern, field.attname) for field in pattern._meta.fields}
    forged = Edition(**(fields | values))
    forged.content_sha256 = content_digest(
        content=forged.content, body_html=forged.body_html, search_text=forged.search_text
    )
    forged.sha256 = seal(forged)
    forged.save(force_insert=True)
    return forged


def told(report: Report) -> list[tuple[FaultKind, int | None]]:
    """What happened to which edition."""
    return [(fault.kind, fault.edition_id) for fault in report.faults]


def words(report: Report) -> str:
    """Every fault as it is printed."""
    return "\n".join(map(str, report.faults))


def run(*arguments: str) -> str:
    """What the command prints when nothing is wrong."""
    output = StringIO()
    call_command("verify_editions", *arguments, stdout=output)
    return output.getvalue()


# -- What is as it was ----------------------------------------------------------------------------


def test_a_record_that_nobody_touched_has_no_fault() -> None:
    editions = make_record()
    report = verify()
    assert report.faults == ()
    assert (report.head.sha256, report.head.edition_id) == (editions[-1].sha256, editions[-1].pk)
    assert (report.head.count, report.articles) == (6, 3)


def test_an_empty_record_has_no_fault() -> None:
    report = verify()
    assert (report.faults, report.head.sha256, report.head.count) == ((), GENESIS, 0)


def test_ids_count_from_one_without_a_gap() -> None:
    assert [edition.pk for edition in make_record()] == [1, 2, 3, 4, 5, 6]


def test_text_of_every_script_and_every_mark_is_read_as_it_was_written() -> None:
    text = "“北方稀土”’s \\ plan:\u2028 50\u202f% – \U0001f3ed\x01 <&> 'x'"
    make_public(title=text, standfirst=text, reading_minutes=10**20, body_html=text)
    assert verify().faults == ()


def test_reading_in_pieces_goes_over_every_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "PIECE", 2)
    make_record()
    assert (verify().faults, verify().head.count) == ((), 6)


@pytest.mark.parametrize("articles", [1, 10])
def test_the_number_of_queries_does_not_depend_on_that_of_editions(
    articles: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for position in range(articles):
        make_public(slug=f"article-{position}")
    with django_assert_num_queries(9):
        verify()


# -- Altered --------------------------------------------------------------------------------------


def test_every_column_is_tried_here() -> None:
    assert {*CHANGES, "id"} == {field.attname for field in Edition._meta.concrete_fields}


@pytest.mark.parametrize("position", [1, 2, 6])
@pytest.mark.parametrize("column", CHANGES)
def test_altering_any_column_is_found_and_the_edition_is_named(column: str, position: int) -> None:
    make_record()
    alter(position, **{column: CHANGES[column]})
    assert (FaultKind.ALTERED, position) in told(verify())


@pytest.mark.parametrize("column", CHANGES)
def test_no_other_edition_is_accused(column: str) -> None:
    make_record()
    alter(3, **{column: CHANGES[column]})
    accused = {fault.edition_id for fault in verify().faults} - {None}
    assert accused == {3}


def test_an_altered_word_in_the_content_is_found() -> None:
    edition = make_public().edition
    edition.content["highlights"][0]["children"][0]["text"] += " not"
    alter(edition.pk, content=edition.content)
    assert words(verify()) == (
        f"edition 1, number 1 of article {edition.article_uuid}: altered: "
        "its content is not what it was"
    )


def test_another_position_is_found() -> None:
    make_record()
    alter(2, id=40)
    assert (FaultKind.MISSING, 2) in told(verify())
    assert (FaultKind.ALTERED, 40) in told(verify())


def test_altering_with_digests_that_fit_breaks_the_link_to_the_next() -> None:
    edition = make_record()[1]
    delete(2)
    forge(edition, title="As it never was")
    assert told(verify()) == [(FaultKind.ALTERED, 3)]
    assert "it does not follow edition 2: one of the two" in words(verify())


# -- Missing --------------------------------------------------------------------------------------


def test_a_missing_edition_is_named_by_its_place_and_by_its_article() -> None:
    editions = make_record()
    delete(3)
    uuid_of_first = editions[0].article_uuid
    assert words(verify()).splitlines() == [
        "edition 3: missing: it was in the chain and is gone",
        f"number 2 of article {uuid_of_first}: missing: the article went from number 1 to number 3",
    ]


def test_many_missing_in_a_row_are_named_together() -> None:
    make_record()
    delete(1, 2, 3)
    assert "edition 1: missing: it and all up to edition 3 were" in words(verify())


def test_the_end_cut_off_shows_where_lists_still_have_it() -> None:
    make_record()
    with undone():
        delete(6)
        assert told(verify()) == [(FaultKind.MISREPRESENTED, 6)]
        assert "it is shown as current, and the newest is edition 3" in words(verify())


def test_the_end_cut_off_with_its_traces_shows_by_a_head_that_was_kept() -> None:
    kept = make_record()[3].sha256
    Directive.objects.all().delete()
    CurrentEdition.objects.all().delete()
    delete(2, 3, 4, 5, 6)
    alter(1, kind=EditionKind.WITHDRAWN)
    alter(1, sha256=seal(Edition.objects.get()))
    assert verify().faults == ()
    assert words(verify(kept_heads=[kept])) == (
        f"missing: the head {kept} is not in the chain: its end was cut off, or it was written anew"
    )


# -- Inserted -------------------------------------------------------------------------------------


def test_an_edition_put_before_the_first_is_found() -> None:
    first = make_record()[0]
    forge(first, id=0, number=9, previous_sha256=OTHER_HASH)
    assert told(verify()) == [(FaultKind.INSERTED, 0)]


def test_an_edition_put_at_the_end_is_found() -> None:
    last = make_record()[-1]
    forge(last, id=7, number=4, previous_sha256=OTHER_HASH)
    assert (FaultKind.ALTERED, 7) in told(verify())
    assert "it does not follow edition 6" in words(verify())


def test_an_edition_put_between_two_is_found_though_the_later_were_moved() -> None:
    editions = make_record()
    with undone():
        CurrentEdition.objects.all().delete()
        for edition in reversed(editions[2:]):
            alter(edition.pk, id=edition.pk + 1)
        forge(editions[1], id=3, number=9, previous_sha256=OTHER_HASH)
        found = told(verify())
    assert found[:2] == [(FaultKind.INSERTED, 3), (FaultKind.ALTERED, 4)]


def test_a_number_that_was_passed_over_is_found() -> None:
    last = make_record()[-1]
    forge(last, id=7, number=7, previous_sha256=last.sha256)
    assert f"number 4 of article {last.article_uuid}: missing" in words(verify())


# -- What lists say -------------------------------------------------------------------------------


def test_every_derived_column_is_tried_here() -> None:
    counts = {"comment_count", "challenge_count"}
    about_itself = {"id", "edition", "article_uuid", "translations_changed_at"} | counts
    assert {*LIST_CHANGES} == {field.name for field in CurrentEdition._meta.fields} - about_itself
    links = {"id", "current", "issuer"}
    assert {*DIRECTIVE_CHANGES} == {field.name for field in Directive._meta.fields} - links


@pytest.mark.parametrize("column", LIST_CHANGES)
def test_a_list_that_says_something_else_is_found(column: str) -> None:
    make_record()
    CurrentEdition.objects.filter(edition=5).update(**{column: LIST_CHANGES[column]})
    assert told(verify()) == [(FaultKind.MISREPRESENTED, 5)]
    assert words(verify()).endswith(f"the lists have another {column}")


@pytest.mark.parametrize("column", DIRECTIVE_CHANGES)
def test_a_directive_that_says_something_else_is_found(column: str) -> None:
    make_record()
    directive = Directive.objects.filter(current__edition=5).order_by("position")[1]
    Directive.objects.filter(pk=directive.pk).update(**{column: DIRECTIVE_CHANGES[column]})
    assert (FaultKind.MISREPRESENTED, 5) in told(verify())
    assert f"{column}" in words(verify())


def test_a_directive_too_few_and_one_too_many_are_found() -> None:
    make_record()
    of_first, of_third = (Directive.objects.filter(current__edition=key) for key in (6, 5))
    count = of_third.count()
    of_third.get(position=count - 1).delete()
    row = of_first.get(position=count - 1)
    row.pk, row.uuid, row.position = None, OTHER_UUID, count
    row.save()
    assert "edition 5, number 1 of article" in words(verify())
    assert f"its directive {count} is not in the lists" in words(verify())
    assert f"the lists have a directive {count + 1} that it does not have" in words(verify())


def test_a_retracted_article_that_can_still_be_read_is_found() -> None:
    make_record()
    current = CurrentEdition.objects.get(edition=5)
    CurrentEdition.objects.filter(pk=current.pk).update(
        edition=4, article_uuid=Edition.objects.get(pk=4).article_uuid
    )
    assert "it is shown as current, and the article is not public any more" in words(verify())


def test_an_article_that_cannot_be_read_any_more_is_found() -> None:
    make_record()
    CurrentEdition.objects.filter(edition=5).delete()
    assert told(verify()) == [(FaultKind.MISREPRESENTED, 5)]
    assert "it is the newest of a public article, and readers do not find it" in words(verify())


def test_an_earlier_edition_shown_as_current_is_found() -> None:
    make_record()
    CurrentEdition.objects.filter(edition=6).update(edition=3)
    assert told(verify()) == [(FaultKind.MISREPRESENTED, 3)]


def test_an_edition_shown_for_another_article_is_found() -> None:
    make_record()
    CurrentEdition.objects.filter(edition=6).update(article_uuid=OTHER_UUID)
    assert "it is shown as current, and the article has no edition" in words(verify())


def test_what_is_published_while_the_record_is_read_is_no_fault() -> None:
    second, third = make_public(slug="second"), make_public(slug="third")
    chain = Chain()
    assert [fault for row in rows.read(provable_editions()) for fault in chain.follow(row)] == []
    make_public(slug="second", kind=EditionKind.UPDATED)
    take_back(third, kind=EditionKind.WITHDRAWN)
    make_public(slug="fourth")
    assert second.edition_id in {standing.edition_id for standing in chain.standings.values()}
    assert list(shown_faults(chain)) == []


# -- The command ----------------------------------------------------------------------------------


def test_the_command_says_in_a_sentence_that_all_is_well() -> None:
    head = make_record()[-1].sha256
    assert run() == f"6 editions of 3 articles are as they were written. Head: {head}\n"


def test_the_head_is_printed_alone_so_that_it_can_be_kept() -> None:
    head = make_record()[-1].sha256
    assert run("--head") == f"{head} 6 6 2025-10-24T09:30:00Z\n"


def test_the_head_of_an_empty_record_can_be_kept_too() -> None:
    head = run("--head").split()
    assert head == [GENESIS, "0", "0", "-"]
    make_public()
    assert "as they were written" in run("--expect-head", head[0])


def test_heads_that_were_kept_are_found_again() -> None:
    kept = [edition.sha256 for edition in make_record()]
    assert "as they were written" in run("--expect-head", *kept)
    assert "as they were written" in run("--expect-head", kept[2].upper())


def test_the_command_names_each_fault_and_fails() -> None:
    make_record()
    alter(1, title="As it never was")
    alter(2, reason="Nothing of importance.")
    errors = StringIO()
    with pytest.raises(CommandError, match="not as it was written: 2 faults") as refusal:
        call_command("verify_editions", "--head", stderr=errors)
    assert refusal.value.returncode == 1
    assert [line.partition(",")[0] for line in errors.getvalue().splitlines()] == [
        "edition 1",
        "edition 2",
    ]


def test_the_command_counts_a_single_fault_in_words() -> None:
    with pytest.raises(CommandError, match="1 fault is named above"):
        call_command("verify_editions", "--expect-head", OTHER_HASH, stderr=StringIO())


def test_a_head_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="“latest” is not a SHA-256"):
        run("--expect-head", "latest")
