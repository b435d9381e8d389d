"""What differs between two editions: text by words, directives by fields, evidence in sentences."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.formats.difference import Difference, compare
from articles.formats.difference.column import read_column
from articles.formats.difference.passages import Passage, compare_passages
from articles.formats.difference.words import MOST_WORDS, Mark, Run, compare_words, without
from tests.articles.public import seed_content

COLUMN = """
<section class="section" aria-labelledby="s-1">
  <h2 class="section__heading" id="s-1">The meeting <a class="anchor" href="#s-1">#</a></h2>
  <div class="claim"><div class="paragraph"><p>The <b>board</b> met on Friday.</p>
  <p>It adjourned.</p><sup class="citation-mark"><span>1</span></sup></div>
  <details class="margin-notes"><summary>Evidence</summary><p>A note.</p></details></div>
  <ol class="directives"><li class="claim"><div class="directive"><p>Publish.</p></div></li></ol>
  <figure class="chart"><svg><line x1="0" /><text>12</text></svg><details><summary>The figures
  </summary><table><tbody><tr><th>Ore</th><td>12</td></tr></tbody></table></details></figure>
  <figure class="image"><img src="/a.webp" alt="A crane"><figcaption>The quay</figcaption></figure>
</section>
<section class="analysis" id="analysis"><p class="analysis__label">Our reading</p>
<h2>What it means</h2><p>Ships<br>will wait.</p><p class="analysis__author">By Ada</p></section>
"""
WORDS = st.lists(
    st.sampled_from("the board met on Friday , 1,200 t . 包钢 isn’t".split()), max_size=30
)
TEXTS = WORDS.map(" ".join)


def difference(before: dict[str, Any], after: dict[str, Any], **html: str) -> Difference:
    return compare(before=before, after=after, **({"before_html": "", "after_html": ""} | html))


def read(runs: list[Run]) -> str:
    return "".join(run.text + run.space for run in runs).strip()


def marked(runs: list[Run]) -> str:
    signs = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "[+{}+]"}
    return "".join(signs[run.mark].format(run.text) + run.space for run in runs).strip()


@given(before=TEXTS, after=TEXTS)
def test_each_side_of_a_comparison_reads_as_its_text(before: str, after: str) -> None:
    runs = compare_words(before, after)
    old, new = read(without(Mark.ADDED, runs)), read(without(Mark.REMOVED, runs))
    assert ("".join(old.split()), "".join(new.split())) == (
        "".join(before.split()),
        "".join(after.split()),
    )


@given(before=st.lists(TEXTS, max_size=8), after=st.lists(TEXTS, max_size=8))
@settings(max_examples=60)
def test_each_passage_that_one_side_alone_has_is_told(before: list[str], after: list[str]) -> None:
    changes = compare_passages([Passage(t) for t in before], [Passage(t) for t in after])
    old = {read(without(Mark.ADDED, change.runs)) for change in changes}
    new = {read(without(Mark.REMOVED, change.runs)) for change in changes}
    assert {_spaceless(t) for t in set(before) - set(after)} <= {_spaceless(t) for t in old} | {""}
    assert {_spaceless(t) for t in set(after) - set(before)} <= {_spaceless(t) for t in new} | {""}


@given(texts=st.lists(TEXTS, max_size=8))
def test_equal_passages_do_not_differ(texts: list[str]) -> None:
    passages = [Passage(text) for text in texts]
    assert compare_passages(passages, passages) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It met on Friday.", "It met on Monday.", "It met on [-Friday-][+Monday+]."),
        ("Output rose 1,200 t.", "Output rose 1,300 t.", "Output rose [-1,200-] [+1,300+] t."),
        ("Chair: Liu", "Chair: Liu Peixun", "Chair: Liu [+Peixun+]"),
        ("包钢集团公司发布", "包钢集团日报发布", "包钢集团[-公司-][+日报+]发布"),
        ("a old the bad way", "a new the good way", "a [-old the bad-] [+new the good+] way"),
        ("", "New.", "[+New.+]"),
        ("  same \n words", "same words", "same words"),
    ],
)
def test_words_are_marked_where_they_changed(before: str, after: str, expected: str) -> None:
    assert marked(compare_words(before, after)) == expected


def test_text_too_long_to_compare_is_told_whole() -> None:
    long = "word " * (MOST_WORDS + 1)
    assert [run.mark for run in compare_words(long, long + "more")] == [Mark.REMOVED, Mark.ADDED]
    assert [run.mark for run in compare_words(long, long)] == [Mark.KEPT]


def test_reworded_passage_is_told_between_one_lost_and_one_gained() -> None:
    before = ["Opening.", "The ship left the quay at noon.", "The ship left the quay at dawn."]
    after = ["Opening.", "The ship left the quay at dusk.", "Everybody went home."]
    changes = compare_passages([Passage(t) for t in before], [Passage(t) for t in after])
    assert [marked(change.runs) for change in changes] == [
        "The ship left the quay at [-noon-][+dusk+].",
        "[+Everybody went home.+]",
        "[-The ship left the quay at dawn.-]",
    ]


def test_column_is_read_by_passages_without_marks_notes_and_directives() -> None:
    assert [(passage.place, passage.text) for passage in read_column(COLUMN)] == [
        ("The meeting", "The meeting"),
        ("The meeting", "The board met on Friday."),
        ("The meeting", "It adjourned."),
        ("The meeting", "Ore · 12"),
        ("The meeting", "Picture: A crane"),
        ("The meeting", "The quay"),
        ("What it means", "What it means"),
        ("What it means", "Ships"),
        ("What it means", "will wait."),
    ]


def test_equal_editions_do_not_differ() -> None:
    content = seed_content()
    found = difference(content, copy.deepcopy(content), before_html=COLUMN, after_html=COLUMN)
    assert found.is_empty


def test_time_number_and_notices_of_an_edition_are_no_difference() -> None:
    before = seed_content()
    after = before | {"updated_at": "2026-01-01T00:00:00Z", "reading_minutes": 9, "corrections": []}
    assert difference(before, after).is_empty


def test_parts_of_the_text_are_told_in_the_order_of_the_page() -> None:
    before = seed_content()
    after = copy.deepcopy(before) | {"title": "Another title", "disclaimer": "Nobody owns it."}
    after["highlights"][0]["children"][1]["text"] = "Compliance, again"
    html = {"before_html": COLUMN, "after_html": COLUMN.replace("wait", "sail")}
    found = difference(before, after, **html)
    assert [text.label for text in found.texts] == [
        "Title",
        "Highlights",
        "What it means",
        "Disclaimer",
    ]
    assert marked(found.texts[1].passages[0].runs) == "Compliance[+, again+]"
    assert marked(found.texts[2].passages[0].runs) == "will [-wait-][+sail+]."


def test_directive_is_told_as_a_table_of_its_fields() -> None:
    before, after = seed_content(), seed_content()
    after["directives"][0] |= {"deadline": "2026-06-30", "status": "under_way", "issuer": None}
    (change,) = difference(before, after).directives
    assert not change.is_added
    assert not change.is_removed
    assert [(field.label, read(field.before), read(field.after)) for field in change.fields] == [
        ("Issuer", "Northern Rare Earth Group", ""),
        ("Deadline", "none stated", "30 June 2026"),
        ("Status", "Announced", "Under way"),
    ]


def test_directive_that_came_or_went_is_told_whole() -> None:
    before, after = seed_content(), seed_content()
    lost = before["directives"][0]
    after["directives"] = after["directives"][1:]
    (removed,) = difference(before, after).directives
    (added,) = difference(after, before).directives
    assert (removed.is_removed, added.is_added) == (True, True)
    assert read(removed.fields[0].before) == read(added.fields[0].after) == lost["text"]
    assert removed.fields[0].after == added.fields[0].before == []


def test_numbers_of_citations_are_no_difference_and_their_quotes_are() -> None:
    before, after = seed_content(), seed_content()
    for row in after["citations"]:
        row["number"] += 10
    for directive in after["directives"]:
        directive["citations"] = [number + 10 for number in directive["citations"]]
    assert difference(before, after).is_empty
    lost = after["citations"].pop(0)
    (sentence,) = difference(before, after).evidence
    assert sentence.startswith("A quote is no longer cited from “")
    assert lost["quote"] in sentence


def test_facts_are_told_before_and_after() -> None:
    before = seed_content()
    after = before | {
        "address": before["address"].replace("briefings", "archive"),
        "briefing_date": "2025-10-25",
        "comment_policy": "closed",
        "ai_assistance": {"tool": "Scribe", "purpose": "first draft", "responsible": "Lena"},
    }
    facts = {field.label: read(field.after) for field in difference(before, after).facts}
    assert facts.keys() == {"Address", "Date of the briefing", "AI assistance", "Comments"}
    assert facts["AI assistance"] == "Scribe, first draft; Lena answers for it"
    assert facts["Date of the briefing"] == "25 October 2025"


def test_verdict_is_told_with_its_reason() -> None:
    before = seed_content()
    verdict = {"state": "corroborated", "words": "corroborated", "reason": "Two owners."}
    (sentence,) = difference(before, before | {"corroboration": verdict}).evidence
    assert sentence == (
        "The evidence was judged “Single source” and is now “Corroborated”: Two owners."
    )
    same = before["corroboration"] | {"reason": "One owner."}
    (sentence,) = difference(before, before | {"corroboration": same}).evidence
    assert "still judged “Single source”, for another reason: One owner." in sentence


def test_sources_and_their_owners_are_told_in_words() -> None:
    before, after = seed_content(), seed_content()
    source = after["sources"][0]
    source["role"] = "background"
    speaker = source["publisher"] or source["originators"][0]
    speaker["ownership"] |= {"words": "privately owned", "path": []}
    sentences = difference(before, after).evidence
    assert any("role: it was “primary” and is now “background”" in line for line in sentences)
    owner = f"ownership of {speaker['name']}: it was “"
    assert any(owner in line and "now “privately owned”" in line for line in sentences)


def test_source_that_came_or_went_is_named_with_its_publisher() -> None:
    before = seed_content()
    after = copy.deepcopy(before)
    extra = copy.deepcopy(after["sources"][0]) | {"uuid": "another", "title": "A second report"}
    after["sources"].append(extra)
    (came,) = difference(before, after).evidence
    (went,) = difference(after, before).evidence
    assert came.startswith("“A second report” (")
    assert came.endswith("was added as a primary source.")
    assert went.endswith("is no longer among the sources.")


def _spaceless(text: str) -> str:
    return "".join(text.split())
