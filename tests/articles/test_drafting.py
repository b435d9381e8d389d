"""From a parsed item to a draft; the seed is the one real case."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from articles.actions.drafting import draft_from_item, first_sentence, free_slug, working_title
from articles.blocks.body import RICH_TEXT_FEATURES
from articles.dossier import manuscript_of, open_dossier
from articles.gate import findings, preflight
from articles.manuscript import Citation, Manuscript, flat
from articles.models.fingerprints import STREAMS, content_fingerprint
from articles.models.pages import ArticlePage
from sources.actions.capturing import Captured, capture
from sources.enums import CaptureWay, OrganisationKind, TestimonyRole
from sources.ingest import ingest_bytes
from tests.articles.newsroom import Desk
from tests.sources.builders import NOW, make_organisation, make_source_document

SEED = settings.BASE_DIR / "articles" / "management" / "demo" / "data" / "northern-rare-earth.txt"


def capture_seed() -> Captured:
    """The seed's bytes, captured with a company and a newspaper on record as its originators."""
    captured = capture(
        raw=SEED.read_bytes(), way=CaptureWay.UPLOAD, media_type="text/plain", now=NOW
    )
    company = make_organisation(name="Northern Rare Earth Group", kind=OrganisationKind.COMPANY)
    captured.document.originators.set([make_organisation(name="Baogang Daily"), company])
    return captured


@pytest.fixture
def seed(desk: Desk) -> ArticlePage:
    """The draft that is made of the seed."""
    captured = capture_seed()
    return draft(desk, captured)


def draft(desk: Desk, captured: Captured, **values: Any) -> ArticlePage:
    return draft_from_item(
        item=captured.item,
        document=captured.document,
        parent=desk.briefings,
        user=desk.analyst,
        **values,
    )


def draft_of_text(desk: Desk, text: str) -> ArticlePage:
    """The draft that is made of an invented item."""
    document = make_source_document(raw=text.encode(), publisher=desk.herald)
    return draft(desk, Captured(document, ingest_bytes(text.encode()), is_new=True))


def read(article: ArticlePage) -> Manuscript:
    return manuscript_of(article)


# -- The seed -------------------------------------------------------------------------------------


def test_seed_has_three_highlights_with_three_four_and_two_beneath(seed: ArticlePage) -> None:
    assert [len(row.children) for row in read(seed).highlights] == [3, 4, 2]
    assert read(seed).highlights[0].text.startswith("Northern Rare Earth convened a Q3 meeting")
    assert read(seed).highlights[0].children[1].text == "Compliance"


def test_seed_has_two_sections_of_fact_and_one_of_analysis(seed: ArticlePage) -> None:
    headings = [section.heading for section in read(seed).sections]
    assert headings == [
        "",
        "Operational Stability Meets Strategic Reinvention",
        "Key Directives: Green Metallurgy, Cost Discipline, and Safety",
    ]
    assert [section.heading for section in read(seed).analysis] == [
        "Why This Matters for Western Industry"
    ]


def test_seed_has_five_directives_each_with_its_citation(seed: ArticlePage) -> None:
    orders = list(read(seed).orders())
    verbs = [order.text.split()[0] for order in orders]
    assert verbs == ["Accelerate", "Tighten", "Strengthen", "Advance", "Expand"]
    assert all(len(order.citations) == 1 for order in orders)


def test_company_among_the_originators_gives_the_orders(seed: ArticlePage) -> None:
    issuers = {order.issuer_id for order in read(seed).orders()}
    company = seed.article_sources.get().source.originators.get(kind=OrganisationKind.COMPANY)
    assert issuers == {company.pk}


def test_sentence_that_leads_to_the_directives_stands_with_them(seed: ArticlePage) -> None:
    (part,) = (part for part in read(seed).parts() if part.orders)
    assert part.value["introduction"].endswith(":")


def test_every_quote_is_found_in_the_captured_document(seed: ArticlePage) -> None:
    dossier = open_dossier(seed)
    assert dossier.quotes
    assert all(quote.span for quote in dossier.quotes.values())
    codes = {finding.rule for finding in preflight(dossier)}
    assert not codes & {findings.QUOTE_NOT_FOUND, findings.NOT_LISTED, findings.NO_CITATION}


def test_quotes_are_the_words_of_the_document_with_what_stands_around_them(
    seed: ArticlePage,
) -> None:
    text = seed.article_sources.get().source.text
    for citation in _citations(seed):
        assert f"{citation.prefix}{citation.exact}{citation.suffix}" in text


def _citations(article: ArticlePage) -> Iterator[Citation]:
    return (citation for _, _, citation in read(article).citations())


def test_every_highlight_and_paragraph_of_the_seed_is_cited(seed: ArticlePage) -> None:
    assert all(row.citations for row in flat(read(seed).highlights) if not row.children)
    paragraphs = [part for part in read(seed).parts() if part.kind == "paragraph"]
    assert all(part.citations for part in paragraphs)


def test_nothing_damaged_and_nothing_left_over_comes_into_the_draft(seed: ArticlePage) -> None:
    rules = {finding.rule for finding in preflight(open_dossier(seed))}
    assert not rules & {findings.DAMAGED, findings.LEFTOVER, findings.EMPTY_SECTION}


def test_seed_without_a_title_is_called_by_its_first_words(seed: ArticlePage) -> None:
    assert seed.title.startswith("China’s largest rare earth producer sets its course")
    assert seed.title.endswith("with cost control")
    assert seed.standfirst.endswith("tighter compliance.")


def test_document_is_the_primary_source(seed: ArticlePage) -> None:
    (row,) = seed.article_sources.all()
    assert row.role == TestimonyRole.PRIMARY


def test_draft_belongs_to_the_analyst_and_is_read_by_nobody(desk: Desk, seed: ArticlePage) -> None:
    assert seed.owner == desk.analyst
    assert seed.get_latest_revision().user == desk.analyst
    assert not seed.live


# -- What the editor does to it -------------------------------------------------------------------


def test_saving_the_draft_unchanged_in_the_editor_is_no_edit(seed: ArticlePage) -> None:
    content = seed.get_latest_revision().content
    resaved = seed.serializable_data()
    for name in STREAMS:
        stream = seed._meta.get_field(name)
        setattr(seed, name, _through_the_editor(getattr(seed, name).get_prep_value()))
        resaved[name] = stream.value_to_string(seed)
    assert "data-block-key" in resaved["body"]
    assert content_fingerprint(resaved) == content_fingerprint(content)


def _through_the_editor(value: Any) -> Any:
    """The value of a stream with every rich text read and written by the editor."""
    if isinstance(value, dict):
        return {key: _through_the_editor(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_through_the_editor(each) for each in value]
    if isinstance(value, str) and re.match(r"<(p|ul|ol)>", value):
        converter = ContentstateConverter(RICH_TEXT_FEATURES)
        return converter.to_database_format(converter.from_database_format(value))
    return value


def test_quotation_marks_are_written_as_the_editor_writes_them(desk: Desk) -> None:
    article = draft_of_text(desk, 'Mine opens\n\nIt\'s the “first” of its "kind", R&D said.')
    assert 'It\'s the “first” of its "kind", R&amp;D said.' in _first_paragraph(article)


def _first_paragraph(article: ArticlePage) -> str:
    return str(article.body.raw_data[0]["value"]["text"])


# -- Other items ----------------------------------------------------------------------------------


def test_title_and_day_of_the_editor_win(desk: Desk) -> None:
    day = datetime.date(2025, 10, 20)
    article = draft(desk, capture_seed(), title="A plain title", briefing_date=day)
    assert (article.title, article.slug, article.briefing_date) == (
        "A plain title",
        "a-plain-title",
        day,
    )


def test_second_draft_of_the_same_title_has_a_slug_of_its_own(desk: Desk) -> None:
    captured = capture_seed()
    slugs = [draft(desk, captured, title="A plain title").slug for _ in range(3)]
    assert slugs == ["a-plain-title", "a-plain-title-2", "a-plain-title-3"]


def test_title_without_latin_letters_has_a_plain_slug(desk: Desk) -> None:
    assert free_slug("北方稀土", desk.briefings) == "briefing"


def test_markup_in_the_text_stays_text(desk: Desk) -> None:
    article = draft_of_text(desk, "Mine opens\n\nThe rule is 4 < 5 & 6 > 5.")
    assert _first_paragraph(article) == "<p>The rule is 4 &lt; 5 &amp; 6 &gt; 5.</p>"


def test_words_that_do_not_stand_in_the_document_are_not_cited(desk: Desk) -> None:
    captured = capture_seed()
    other = make_source_document(raw=b"Something else entirely.", publisher=desk.herald)
    article = draft(desk, Captured(other, captured.item, is_new=True))
    assert list(_citations(article)) == []
    assert findings.NO_CITATION in {each.rule for each in preflight(open_dossier(article))}


def test_two_companies_leave_the_issuer_open(desk: Desk) -> None:
    captured = capture_seed()
    second = make_organisation(name="Second Mining", kind=OrganisationKind.COMPANY)
    captured.document.originators.add(second)
    assert {order.issuer_id for order in read(draft(desk, captured)).orders()} == {None}


def test_first_sentence_ends_at_the_first_full_stop() -> None:
    assert first_sentence("One. Two.") == "One."
    assert first_sentence("One") == "One"
    assert first_sentence("") == ""


def test_working_title_is_cut_at_a_word() -> None:
    item = ingest_bytes(("word " * 60 + ".").encode())
    assert len(working_title(item)) <= 90
    assert set(working_title(item).split()) == {"word"}


def test_working_title_of_the_seed_ends_with_a_clause() -> None:
    title = working_title(ingest_bytes(SEED.read_bytes()))
    assert title == "China’s largest rare earth producer sets its course for 2026 with cost control"


def test_slug_is_cut_at_a_word(desk: Desk) -> None:
    assert free_slug("word " * 60, desk.briefings) == "-".join(["word"] * 16)
    assert free_slug("w" * 200, desk.briefings) == "w" * 80
