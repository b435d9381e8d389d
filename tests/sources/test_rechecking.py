"""What is found at a document's address: the same, something else, nothing, or no way to tell."""

import datetime
import hashlib
from collections.abc import Iterator

import pytest

from sources.actions.manners import Manners
from sources.actions.rechecking import SEEN, kept_share, lost_quotes, recheck, see
from sources.enums import CheckOutcome
from sources.models import SourceCheck, SourceDocument
from tests.sources.builders import NOW, make_source_document, make_user
from tests.sources.web import SITE, Answer, Web, serve

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
FIRST = "The harbour board met on Friday and ordered 38,000 tonnes of ore."
REST = "Ships wait outside. The pilots ask for better lights at the northern pier before winter."
TEXT = f"Harbour board meets\n\n{FIRST}\n\n{REST}\n"
NOISE = "Most read today\n\nWeather: rain\n\n"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with serve(monkeypatch) as web:
        web.put("/item", TEXT)
        yield web


@pytest.fixture
def document(db: None) -> SourceDocument:
    return make_source_document(raw=TEXT.encode(), url=f"{SITE}/item")


def look(
    document: SourceDocument, *quotes: str, now: datetime.datetime = NOW, url: str = ""
) -> SourceCheck:
    document.url = url or document.url
    manners = Manners(pause=0)
    return recheck(document=document, quotes=quotes or (FIRST,), manners=manners, now=now)


def test_the_same_bytes_are_unchanged(web: Web, document: SourceDocument) -> None:
    check = look(document)
    assert (check.outcome, check.status) == (CheckOutcome.UNCHANGED, 200)
    assert check.sha256 == document.sha256
    assert SourceCheck.objects.get() == check


def test_a_page_with_other_noise_around_the_text_is_unchanged(
    web: Web, document: SourceDocument
) -> None:
    web.put("/item", NOISE + TEXT + NOISE)
    check = look(document)
    assert check.outcome == CheckOutcome.UNCHANGED
    assert check.sha256 == hashlib.sha256((NOISE + TEXT + NOISE).encode()).hexdigest()


def test_a_page_in_other_marks_is_unchanged(web: Web, document: SourceDocument) -> None:
    html = f"<html><body><h1>Harbour board meets</h1><p>{FIRST}</p><p>{REST}</p></body></html>"
    web.put("/item", html, Content_Type="text/html")
    assert look(document).outcome == CheckOutcome.UNCHANGED


def test_a_figure_that_changed_in_a_quote_is_a_lost_quote(
    web: Web, document: SourceDocument
) -> None:
    web.put("/item", TEXT.replace("38,000", "48,000"))
    check = look(document, FIRST, "Ships wait outside.")
    assert check.outcome == CheckOutcome.CHANGED
    assert check.lost_quotes == [FIRST]


def test_a_text_of_which_little_is_left_has_changed_even_where_its_quotes_stand(
    web: Web, document: SourceDocument
) -> None:
    web.put("/item", FIRST)
    check = look(document)
    assert (check.outcome, check.lost_quotes) == (CheckOutcome.CHANGED, [])
    assert "% of the captured text is still there" in check.note


def test_what_is_no_text_any_more_has_changed(web: Web, document: SourceDocument) -> None:
    web.put("/item", b"%PDF-1.7\n\0\0\0")
    check = look(document)
    assert (check.outcome, check.lost_quotes) == (CheckOutcome.CHANGED, [FIRST])
    assert check.note


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (404, CheckOutcome.GONE),
        (410, CheckOutcome.GONE),
        (401, CheckOutcome.BLOCKED),
        (403, CheckOutcome.BLOCKED),
        (429, CheckOutcome.BLOCKED),
        (451, CheckOutcome.BLOCKED),
        (500, CheckOutcome.UNREACHABLE),
        (503, CheckOutcome.UNREACHABLE),
    ],
)
def test_a_refusal_is_told_apart(
    web: Web, document: SourceDocument, status: int, outcome: CheckOutcome
) -> None:
    web.fail("/item", status)
    check = look(document)
    assert (check.outcome, check.status) == (outcome, status)
    assert str(status) in check.note


def test_what_programs_may_not_read_is_blocked(web: Web, document: SourceDocument) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /")
    assert look(document).outcome == CheckOutcome.BLOCKED


def test_an_address_inside_the_network_is_not_asked(web: Web, document: SourceDocument) -> None:
    check = look(document, url="http://10.0.0.1/item")
    assert (check.outcome, check.status) == (CheckOutcome.UNREACHABLE, None)
    assert web.asked == []


def test_a_server_that_knows_the_state_is_not_asked_for_it_again(
    web: Web, document: SourceDocument
) -> None:
    web.put("/item", TEXT, ETag='"one"')
    look(document)
    check = look(document, now=NOW + DAY)
    assert (check.outcome, check.status, check.etag) == (CheckOutcome.UNCHANGED, 304, '"one"')
    assert look(document, now=NOW + 2 * DAY).status == 304


def test_a_new_quote_is_looked_for_in_the_whole_text(web: Web, document: SourceDocument) -> None:
    web.put("/item", NOISE + TEXT, ETag='"one"')
    look(document)
    check = look(document, "Ships wait inside.", now=NOW + DAY)
    assert (check.outcome, check.status) == (CheckOutcome.CHANGED, 200)


def test_a_change_is_read_again_each_time(web: Web, document: SourceDocument) -> None:
    web.put("/item", "Another story.", ETag='"two"')
    look(document)
    check = look(document, now=NOW + DAY)
    assert (check.outcome, check.status) == (CheckOutcome.CHANGED, 200)


def test_a_failure_in_between_takes_nothing_back(web: Web, document: SourceDocument) -> None:
    web.put("/item", "Another story.")
    changed = look(document)
    web.answers["/item"] = Answer(status=503)
    look(document, now=NOW + DAY)
    assert list(SourceCheck.objects.standing()) == [changed]


def test_the_last_look_that_says_anything_stands(web: Web, document: SourceDocument) -> None:
    web.fail("/item", 404)
    look(document)
    web.put("/item", TEXT)
    back = look(document, now=NOW + DAY)
    assert list(SourceCheck.objects.standing()) == [back]
    assert not SourceCheck.objects.standing().worrying().exists()


def test_what_was_captured_stays(web: Web, document: SourceDocument) -> None:
    web.put("/item", "Another story.")
    look(document)
    kept = SourceDocument.objects.get(pk=document.pk)
    assert (kept.text, kept.sha256) == (TEXT, document.sha256)


def test_what_somebody_has_looked_at_is_no_task_again_until_it_differs(
    web: Web, document: SourceDocument
) -> None:
    editor = make_user(username="edith")
    web.put("/item", NOISE + REST)
    see(check=look(document), user=editor, now=NOW)
    web.put("/item", REST)
    again = look(document, now=NOW + DAY)
    assert (again.seen_by, again.seen_at) == (editor, NOW)
    web.fail("/item", 410)
    assert look(document, now=NOW + 2 * DAY).seen_at is None


def test_looking_is_logged_once(web: Web, document: SourceDocument) -> None:
    from wagtail.log_actions import registry

    editor = make_user(username="edith")
    check = look(document)
    for _time in range(2):
        see(check=check, user=editor, now=NOW)
    [entry] = registry.get_logs_for_instance(document)
    assert (entry.action, entry.user) == (SEEN, editor)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The “board” met – on Friday.", 'It says: The "board" met - on Friday. Then:'),
        ("one two three", "one\ntwo  three"),
        ("First.\n- Second.", "First.\n\nSecond."),
        ("ﬁrst", "first"),
    ],
)
def test_a_quote_in_other_type_is_still_there(quote: str, text: str) -> None:
    assert lost_quotes([quote], text) == []


@pytest.mark.parametrize(
    ("before", "now", "share"),
    [
        ("", "anything", 1.0),
        ("one two", "one two", 1.0),
        ("one two", "two one", 0.0),
        ("a b c d e f", "x a b c d e f y", 1.0),
        ("a b c d e f", "a b c x d e f", 0.5),
        ("北方稀土召开会议", "昨天北方稀土召开会议", 1.0),
        ("北方稀土召开会议", "包钢日报报道此事", 0.0),
    ],
)
def test_the_share_that_is_kept_counts_runs_of_words(before: str, now: str, share: float) -> None:
    assert kept_share(before, now) == share
