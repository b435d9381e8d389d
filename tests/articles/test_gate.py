"""The gate: each rule about the text on and off, with its place, and the four eyes on it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone

from articles.compile import compile_edition
from articles.dossier import open_dossier
from articles.editorial.preview import preview
from articles.enums import ChangeKind, EditionKind
from articles.gate import RULES, Finding, approval_findings, findings, preflight
from articles.models.attached import ArticleSource
from articles.models.fingerprints import (
    CHILD_RELATIONS,
    CONTENT_FIELDS,
    STREAMS,
    content_fingerprint,
    last_content_editor_id,
)
from articles.models.pages import ArticlePage
from articles.models.workflow import FourEyesRefused
from sources.enums import CheckOutcome, Credibility, TestimonyRole
from sources.models import Ownership, SourceDocument
from tests.articles.newsroom import (
    DAY,
    ORDER,
    QUOTE,
    Desk,
    approve,
    block,
    citation,
    fresh,
    item,
    make_approved,
    make_draft,
    make_published,
    revise,
    submit,
)
from tests.sources.builders import make_organisation, make_source_check, make_source_document

DAMAGED = "China\u0e42\u20ac\u2122s output"


@dataclass(frozen=True)
class Case:
    """A change that brings a rule on, and where the finding has to point."""

    rule: findings.Rule
    change: Callable[[Desk, ArticlePage], str | None]
    field: str = ""


def said(article: ArticlePage) -> list[Finding]:
    """What the gate says of the text as it is in hand, stored or not."""
    return list(preflight(open_dossier(article)))


def only(found: list[Finding], rule: findings.Rule) -> Finding:
    (finding,) = (each for each in found if each.rule is rule)
    return finding


# -- The rules about the text ---------------------------------------------------------------------


def _no_source(_desk: Desk, article: ArticlePage) -> None:
    article.article_sources = []


def _not_listed(desk: Desk, article: ArticlePage) -> None:
    other = make_source_document(raw=b"Other words.", publisher=desk.herald)
    article.article_sources = [ArticleSource(source=other, role=TestimonyRole.PRIMARY)]
    article.body = [block("paragraph", _cited(desk, QUOTE))]
    article.highlights = []


def _no_citation(desk: Desk, article: ArticlePage) -> str:
    order = item(_order(desk, citations=[]))
    article.body = [block("directives", {"introduction": "", "directives": [order]})]
    return str(order["id"])


def _no_issuer(desk: Desk, article: ArticlePage) -> str:
    order = item(_order(desk, issuer=None))
    article.body = [block("directives", {"introduction": "", "directives": [order]})]
    return str(order["id"])


def _quote_not_found(desk: Desk, article: ArticlePage) -> str:
    article.body = [block("paragraph", _cited(desk, "The board never said this."))]
    return str(article.body.raw_data[0]["id"])


def _not_in_sources(desk: Desk, article: ArticlePage) -> str:
    article.body = [block("paragraph", {**_cited(desk, QUOTE), "text": "<p>It cost $5m.</p>"})]
    return str(article.body.raw_data[0]["id"])


def _damaged(_desk: Desk, article: ArticlePage) -> None:
    article.standfirst = DAMAGED


def _leftover(_desk: Desk, article: ArticlePage) -> str:
    article.body = [block("paragraph", {"text": "<p><!-- wp:paragraph --></p>"})]
    article.analysis = [
        block("heading", "Why it matters"),
        block("paragraph", {"text": "<p>&lt;!-- wp:paragraph --&gt; It matters.</p>"}),
    ]
    return str(article.analysis.raw_data[1]["id"])


def _empty_section(_desk: Desk, article: ArticlePage) -> str:
    article.analysis = [block("heading", "Why it matters"), block("paragraph", {"text": "<p></p>"})]
    return str(article.analysis.raw_data[0]["id"])


def _nothing_to_read(_desk: Desk, article: ArticlePage) -> None:
    article.body = []


def _no_ownership(_desk: Desk, _article: ArticlePage) -> None:
    Ownership.objects.all().delete()


def _no_longer_confirmed(desk: Desk, _article: ArticlePage) -> None:
    row = SourceDocument.objects.filter(pk=desk.document.pk)
    row.update(credibility=Credibility.CONFIRMED, borne_out_by=None)


def _source_changed(desk: Desk, _article: ArticlePage) -> None:
    make_source_check(document=desk.document, outcome=CheckOutcome.CHANGED, lost_quotes=[QUOTE])


def _source_gone(desk: Desk, _article: ArticlePage) -> None:
    make_source_check(document=desk.document, outcome=CheckOutcome.GONE)


def _no_origin(desk: Desk, _article: ArticlePage) -> None:
    SourceDocument.objects.filter(pk=desk.document.pk).update(publisher=None)


def _ai_without_person(_desk: Desk, article: ArticlePage) -> None:
    article.ai_tool = "a language model"


def _no_alt_text(_desk: Desk, article: ArticlePage) -> str:
    image = {"image": 1, "alt_text": " ", "decorative": False}
    article.body = [*article.body.raw_data, block("image", {"image": image})]
    return str(article.body.raw_data[-1]["id"])


def _no_standfirst(_desk: Desk, article: ArticlePage) -> None:
    article.standfirst = " "


def _no_note(desk: Desk, article: ArticlePage) -> None:
    article.uuid = make_published(desk, title="What readers have").uuid
    article.change_kind = ChangeKind.CORRECTED


def _cited(desk: Desk, quote: str) -> dict[str, Any]:
    return {"text": f"<p>{quote}</p>", "citations": [citation(desk, quote)]}


def _order(desk: Desk, **values: Any) -> dict[str, Any]:
    cited = [citation(desk, ORDER)]
    return {"text": "Publish figures", "issuer": desk.herald.pk, "citations": cited, **values}


CASES = [
    Case(findings.NO_SOURCE, _no_source, "article_sources"),
    Case(findings.NOT_LISTED, _not_listed, "body"),
    Case(findings.NO_CITATION, _no_citation, "body"),
    Case(findings.NO_ISSUER, _no_issuer, "body"),
    Case(findings.QUOTE_NOT_FOUND, _quote_not_found, "body"),
    Case(findings.NOT_IN_SOURCES, _not_in_sources, "body"),
    Case(findings.DAMAGED, _damaged, "standfirst"),
    Case(findings.LEFTOVER, _leftover, "analysis"),
    Case(findings.EMPTY_SECTION, _empty_section, "analysis"),
    Case(findings.EMPTY_TEXT, _nothing_to_read, "body"),
    Case(findings.NO_OWNERSHIP, _no_ownership, "article_sources"),
    Case(findings.NO_ORIGIN, _no_origin, "article_sources"),
    Case(findings.UNCONFIRMED, _no_longer_confirmed, "article_sources"),
    Case(findings.SOURCE_CHANGED, _source_changed, "article_sources"),
    Case(findings.SOURCE_GONE, _source_gone, "article_sources"),
    Case(findings.AI_WITHOUT_PERSON, _ai_without_person, "ai_responsible"),
    Case(findings.NO_ALT_TEXT, _no_alt_text, "body"),
    Case(findings.NO_STANDFIRST, _no_standfirst, "standfirst"),
    Case(findings.NO_NOTE, _no_note, "change_note"),
]
WARNINGS = {
    findings.NO_STANDFIRST,
    findings.NO_ISSUER,
    findings.NOT_IN_SOURCES,
    findings.SOURCE_CHANGED,
    findings.SOURCE_GONE,
}
ABOUT_REVIEW = {findings.NOT_CHECKED, findings.NOT_APPROVED}
ABOUT_THE_WAY = {
    findings.RETRACTED,
    findings.ADDRESS_TAKEN,
    findings.NO_ALIAS,
    findings.PAST_THE_GATE,
}


def test_every_rule_is_tried_here() -> None:
    tried = {case.rule for case in CASES}
    assert tried | ABOUT_REVIEW | ABOUT_THE_WAY == set(RULES.values())


def test_gate_says_nothing_of_a_clear_text(desk: Desk) -> None:
    assert said(make_draft(desk)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule.code)
def test_rule_comes_on_at_its_place(desk: Desk, case: Case) -> None:
    article = make_draft(desk)
    place = case.change(desk, article)
    finding = only(said(article), case.rule)
    assert finding.field == case.field
    assert place is None or finding.block == place
    assert finding.blocks is (case.rule not in WARNINGS)
    assert finding.message
    assert finding.remedy


def test_what_blocks_comes_first(desk: Desk) -> None:
    article = make_draft(desk)
    article.standfirst = ""
    article.article_sources = []
    found = said(article)
    assert [each.blocks for each in found] == sorted((each.blocks for each in found), reverse=True)
    assert not found[-1].blocks


def test_warning_alone_does_not_close_the_gate(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.analyst, standfirst="")
    submit(desk, fresh(article))
    approve(fresh(article), desk.editor)
    approve(fresh(article), desk.second_editor)
    assert fresh(article).live


def test_owner_that_was_looked_for_and_not_found_is_on_record(desk: Desk) -> None:
    Ownership.objects.all().delete()
    Ownership.objects.create(owned=desk.herald, control="unknown")
    assert said(make_draft(desk)) == []


def test_owner_is_looked_for_on_the_day_of_the_briefing(desk: Desk) -> None:
    Ownership.objects.update(valid_from=DAY + datetime.timedelta(days=1))
    finding = only(said(make_draft(desk)), findings.NO_OWNERSHIP)
    assert "Harbour Herald" in finding.message
    assert "2025-10-24" in finding.message


def test_originators_stand_in_for_the_publisher(desk: Desk) -> None:
    """The owner of whom a document credits counts, not that of who passed it on."""
    desk.document.originators.add(make_organisation(name="Quay Bulletin"))
    finding = only(said(make_draft(desk)), findings.NO_OWNERSHIP)
    assert "Quay Bulletin" in finding.message


def test_decoration_needs_no_alternative_text(desk: Desk) -> None:
    article = make_draft(desk)
    image = {"image": 1, "alt_text": "", "decorative": True}
    article.body = [*article.body.raw_data, block("image", {"image": image})]
    assert said(article) == []


def test_correction_is_explained_or_called_an_update(desk: Desk) -> None:
    article = make_published(desk)
    article.change_kind = ChangeKind.CLARIFIED
    article.change_note = "The day was Friday."
    assert said(article) == []


def test_first_publication_corrects_nothing(desk: Desk) -> None:
    article = make_draft(desk)
    article.change_kind = ChangeKind.CORRECTED
    assert said(article) == []


@pytest.mark.parametrize(
    ("field", "set_text"),
    [
        ("title", lambda article: setattr(article, "title", DAMAGED)),
        ("standfirst", lambda article: setattr(article, "standfirst", DAMAGED)),
        ("disclaimer_note", lambda article: setattr(article, "disclaimer_note", DAMAGED)),
        ("change_note", lambda article: setattr(article, "change_note", DAMAGED)),
        ("ai_purpose", lambda article: setattr(article, "ai_purpose", DAMAGED)),
        ("highlights", lambda article: _put(article, "highlights", "highlight", _deep(DAMAGED))),
        ("body", lambda article: _put(article, "body", "heading", DAMAGED)),
        ("body", lambda article: _put(article, "body", "callout", {"heading": DAMAGED})),
        ("body", lambda article: _put(article, "body", "quotation", {"attribution": DAMAGED})),
        ("body", lambda article: _put(article, "body", "key_figure", {"label": DAMAGED})),
        ("body", lambda article: _put(article, "body", "table", _table(DAMAGED))),
        ("body", lambda article: _put(article, "body", "chart", {"unit": DAMAGED})),
        ("body", lambda article: _put(article, "body", "document", {"title": DAMAGED})),
        ("body", lambda article: _put(article, "body", "embed", {"title": DAMAGED})),
        ("body", lambda article: _put(article, "body", "image", {"credit": DAMAGED})),
        ("body", lambda article: _put(article, "body", "directives", {"introduction": DAMAGED})),
        ("body", lambda article: _put(article, "body", "directives", _orders(text=DAMAGED))),
        ("body", lambda article: _put(article, "body", "directives", _orders(target=DAMAGED))),
        ("body", lambda article: _put(article, "body", "directives", _orders(rationale=DAMAGED))),
        ("body", lambda article: _put(article, "body", "directives", _addressed(DAMAGED))),
        ("analysis", lambda article: _put(article, "analysis", "paragraph", {"text": DAMAGED})),
    ],
)
def test_damage_is_found_wherever_readers_would_see_it(
    desk: Desk, field: str, set_text: Callable[[ArticlePage], None]
) -> None:
    article = make_draft(desk)
    set_text(article)
    assert field in {each.field for each in said(article) if each.rule is findings.DAMAGED}


def _put(article: ArticlePage, field: str, kind: str, value: Any) -> None:
    setattr(article, field, [block(kind, value)])


def _deep(text: str) -> dict[str, Any]:
    return {"text": "One", "children": [item({"text": "Two", "children": [item({"text": text})]})]}


def _table(text: str) -> dict[str, Any]:
    return {"rows": [item({"cells": [item("Year"), item(text)]})]}


def _orders(**values: Any) -> dict[str, Any]:
    return {"directives": [item({"text": "Publish", **values})]}


def _addressed(name: str) -> dict[str, Any]:
    return _orders(addressees=[item({"organisation": None, "name": name})])


def test_quote_is_evidence_and_may_be_damaged(desk: Desk) -> None:
    document = make_source_document(raw=DAMAGED.encode(), publisher=desk.herald)
    article = make_draft(desk)
    article.article_sources = [
        ArticleSource(source=each, role=TestimonyRole.PRIMARY) for each in (desk.document, document)
    ]
    quoted = item({"source": document.pk, "exact": DAMAGED, "prefix": "", "suffix": ""})
    article.body = [block("paragraph", {"text": "<p>Output rose.</p>", "citations": [quoted]})]
    assert said(article) == []


def test_ampersand_of_rich_text_is_no_damage(desk: Desk) -> None:
    article = make_draft(desk)
    article.body = [block("paragraph", {"text": "<p>R&amp;D rose &gt; all.</p>", "citations": []})]
    assert findings.DAMAGED not in [each.rule for each in said(article)]


# -- Drafts that are half filled ------------------------------------------------------------------

HALF_FILLED = [
    ("highlight", {}),
    ("highlight", {"text": None, "citations": None, "children": None}),
    ("heading", ""),
    ("heading", None),
    ("paragraph", {}),
    ("paragraph", {"text": None, "citations": [item({"source": None, "exact": None})]}),
    ("directives", {}),
    ("directives", {"introduction": None, "directives": [item({})]}),
    ("directives", {"directives": [item({"addressees": [item({})], "deadline": ""})]}),
    ("quotation", {}),
    ("key_figure", {"value": None}),
    ("table", {}),
    ("table", {"rows": [item({})]}),
    ("image", {}),
    ("image", {"image": None}),
    ("image", {"image": {"image": None, "alt_text": None, "decorative": None}}),
    ("chart", {}),
    ("chart", {"points": [item({"label": "2025", "value": None}), item({})]}),
    ("document", {"document": None}),
    ("embed", {}),
    ("embed", {"url": None, "title": None}),
    ("callout", {"heading": None, "text": None}),
]


@pytest.mark.parametrize(("kind", "value"), HALF_FILLED)
def test_half_filled_block_is_checked_and_previewed_without_an_error(
    desk: Desk, rf: RequestFactory, kind: str, value: Any
) -> None:
    article = make_draft(desk)
    _put(article, "highlights" if kind == "highlight" else "body", kind, value)
    said(article)
    assert preview(rf.get("/"), article).status_code == 200


def test_citation_without_a_document_is_a_quote_that_is_not_found(desk: Desk) -> None:
    article = make_draft(desk)
    empty = item({"source": None, "exact": "", "prefix": "", "suffix": ""})
    article.body = [block("paragraph", {"text": "<p>It met.</p>", "citations": [empty]})]
    assert only(said(article), findings.QUOTE_NOT_FOUND).block == article.body.raw_data[0]["id"]


# -- Four eyes ------------------------------------------------------------------------------------


def missing(article: ArticlePage) -> set[findings.Rule]:
    """What the newest draft lacks in reviews."""
    article = fresh(article)
    revision = article.get_latest_revision()
    return {each.rule for each in approval_findings(article=article, revision=revision)}


def test_new_draft_lacks_both_reviews(desk: Desk) -> None:
    assert missing(make_draft(desk)) == ABOUT_REVIEW


def test_source_check_leaves_the_approval_missing(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    assert missing(article) == {findings.NOT_APPROVED}


def test_last_editor_of_the_content_cannot_approve(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    with pytest.raises(FourEyesRefused, match="somebody else has to approve"):
        approve(article, desk.analyst)
    assert missing(article) == ABOUT_REVIEW


def test_editor_who_changed_a_word_has_become_the_last_editor(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.editor, standfirst="The board met on Friday.")
    article = submit(desk, fresh(article))
    with pytest.raises(FourEyesRefused):
        approve(article, desk.editor)
    approve(fresh(article), desk.analyst)
    assert missing(article) == {findings.NOT_APPROVED}


def test_nobody_cannot_approve(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    with pytest.raises(FourEyesRefused):
        article.current_workflow_task_state.specific.approve(user=None)


def test_one_person_may_give_both_reviews_of_what_somebody_else_wrote(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    approve(fresh(article), desk.editor)
    assert fresh(article).live


def test_saving_what_stands_there_already_makes_nobody_an_editor(desk: Desk) -> None:
    article = make_draft(desk)
    revise(article, desk.editor)
    assert last_content_editor_id(fresh(article)) == desk.analyst.pk


def test_saving_the_same_words_between_the_reviews_asks_for_none_again(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    revise(article, desk.analyst)
    approve(fresh(article), desk.second_editor)
    assert fresh(article).live


def test_edit_after_the_approval_voids_it(desk: Desk) -> None:
    article = make_approved(desk)
    assert missing(article) == set()
    revise(article, desk.analyst, standfirst="Something else.")
    assert missing(article) == ABOUT_REVIEW


def test_edit_between_the_reviews_voids_the_first(desk: Desk) -> None:
    article = submit(desk, make_draft(desk))
    approve(article, desk.editor)
    revise(article, desk.analyst, standfirst="Something else.")
    approve(fresh(article), desk.second_editor)
    assert missing(article) == {findings.NOT_CHECKED}
    assert not fresh(article).live


def test_reviewer_who_brings_the_text_back_counts_as_its_editor(desk: Desk) -> None:
    article = make_approved(desk)
    words = article.standfirst
    revise(article, desk.second_editor, standfirst="Something else.")
    revise(article, desk.second_editor, standfirst=words)
    assert missing(article) == {findings.NOT_APPROVED}


def test_approved_revision_stays_approved_whoever_edits_later(desk: Desk) -> None:
    article = make_approved(desk)
    approved = article.get_latest_revision()
    revise(article, desk.second_editor, standfirst="Something else.")
    assert not list(approval_findings(article=fresh(article), revision=approved))


BOOKKEEPING = {
    "seo_title": "For search engines",
    "search_description": "For search engines",
    "show_in_menus": True,
    "go_live_at": timezone.now() + datetime.timedelta(days=1),
    "expire_at": timezone.now() + datetime.timedelta(days=9),
    "locked": True,
}


@pytest.mark.parametrize("name", BOOKKEEPING)
def test_fingerprint_ignores_what_readers_do_not_see(desk: Desk, name: str) -> None:
    article = make_approved(desk)
    revise(article, desk.analyst, **{name: BOOKKEEPING[name]})
    assert missing(article) == set()


def test_fingerprint_ignores_the_keys_that_the_editor_gives_to_paragraphs(desk: Desk) -> None:
    content = make_draft(desk).get_latest_revision().content
    before = content_fingerprint(content)
    content["body"] = content["body"].replace("<p>", '<p data-block-key=\\"a1b2c\\">')
    assert "data-block-key" in content["body"]
    assert content_fingerprint(content) == before


def test_fingerprint_sees_words_that_are_dressed_up_as_such_a_key(desk: Desk) -> None:
    content = make_draft(desk).get_latest_revision().content
    before = content_fingerprint(content)
    content["body"] = content["body"].replace("<p>", '<p> data-block-key=\\"a1b2c\\"')
    assert content_fingerprint(content) != before


def test_fingerprint_of_a_revision_in_hand_is_that_of_the_stored_one(desk: Desk) -> None:
    revision = revise(make_draft(desk), desk.analyst, standfirst="Something else.")
    in_hand = content_fingerprint(revision.content)
    revision.refresh_from_db()
    assert content_fingerprint(revision.content) == in_hand


SOURCES = "article_sources"
CHANGED: dict[str, Any] = {
    "title": "Something else",
    "slug": "something-else",
    "standfirst": "Something else.",
    "briefing_date": "2025-10-25",
    "language": "de",
    "topics": [7],
    "ai_tool": "a language model",
    "ai_purpose": "translation",
    "ai_responsible": 7,
    "comment_policy": "closed",
    "disclaimer_note": "Something else.",
    "change_kind": "corrected",
    "change_note": "Something else.",
    "highlights": '[{"type": "highlight", "value": {"text": "It met."}, "id": "1"}]',
    "body": '[{"type": "heading", "value": "The meeting", "id": "1"}]',
    "analysis": '[{"type": "heading", "value": "Why", "id": "1"}]',
    SOURCES: [],
    "article_authors": [{"pk": 1, "page": 1, "author": 1, "sort_order": 0}],
}


def test_every_part_of_the_content_is_tried_here() -> None:
    assert set(CHANGED) == {*CONTENT_FIELDS, *STREAMS, *CHILD_RELATIONS}


@pytest.mark.parametrize("name", CHANGED)
def test_fingerprint_sees_every_part_of_the_content(name: str) -> None:
    changed = content_fingerprint({name: CHANGED[name]})
    assert changed != content_fingerprint({name: [{"source": 1}] if name == SOURCES else None})


def test_fingerprint_ignores_the_keys_of_child_rows() -> None:
    row = {"pk": 1, "page": 1, "source": 1, "role": "primary", "sort_order": 0}
    renumbered = row | {"pk": 99, "page": 99}
    assert content_fingerprint({SOURCES: [row]}) == content_fingerprint({SOURCES: [renumbered]})


def test_gate_does_not_ask_the_database_while_it_checks(
    desk: Desk, django_assert_num_queries: Any
) -> None:
    dossier = open_dossier(make_draft(desk))
    with django_assert_num_queries(0):
        preflight(dossier)
        compile_edition(dossier, kind=EditionKind.PUBLISHED, now=timezone.now())
