"""Texts that the gate objects to: for each rule a change that brings it on, and what is said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from articles.dossier import open_dossier
from articles.enums import ChangeKind
from articles.gate import Finding, approval_findings, findings, preflight
from articles.models.attached import ArticleAuthor, ArticleSource
from articles.models.pages import ArticlePage
from articles.models.snippets import Author
from sources.enums import CheckOutcome, Credibility, TestimonyRole
from sources.models import Ownership, SourceDocument
from tests.articles.newsroom import ORDER, QUOTE, Desk, block, citation, fresh, item, make_published
from tests.sources.builders import make_source_check, make_source_document

DAMAGED = "China\u0e42\u20ac\u2122s output"
ABOUT_REVIEW = {findings.NOT_CHECKED, findings.NOT_APPROVED}


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


def missing(article: ArticlePage) -> set[findings.Rule]:
    """What the newest draft lacks in reviews."""
    article = fresh(article)
    revision = article.get_latest_revision()
    return {each.rule for each in approval_findings(article=article, revision=revision)}


def put(article: ArticlePage, field: str, kind: str, value: Any) -> None:
    """Have nothing in a stream but one block."""
    setattr(article, field, [block(kind, value)])


def _no_source(_desk: Desk, article: ArticlePage) -> None:
    article.article_sources = []


def _deleted(_desk: Desk, article: ArticlePage) -> None:
    author = Author.objects.create(name="Gone Since", slug="gone-since")
    article.article_authors = [ArticleAuthor(author=author)]
    author.delete()


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
    Case(findings.DELETED, _deleted, "article_authors"),
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
