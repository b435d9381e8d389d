"""From a parsed item to a draft: every part in its place, citations tied to the captured text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from textwrap import shorten
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.models.attached import ArticleSource
from articles.models.folders import ArticleIndexPage
from articles.models.pages import ArticlePage
from sources.anchoring import select
from sources.enums import TestimonyRole
from sources.ingest import (
    BulletList,
    DataTable,
    DirectiveList,
    HighlightNode,
    Paragraph,
    ParsedDirective,
    ParsedItem,
    ParsedSection,
    Part,
    SectionRole,
)
from sources.models import Organisation, SourceDocument

Block = dict[str, Any]
UNTITLED_LENGTH = 90
SLUG_LENGTH = 80
_CLAUSE_ENDS = re.compile(r",(?=\s)|[;:](?=\s)|\s*[–—]")
DEEPEST_HIGHLIGHT = 3


@transaction.atomic
def draft_from_item(
    *,
    item: ParsedItem,
    document: SourceDocument,
    parent: ArticleIndexPage,
    user: Any,
    title: str = "",
    briefing_date: datetime.date | None = None,
) -> ArticlePage:
    """Make a draft with highlights, body, directives and analysis, cited where the text is found.

    Where the item has no title, its lead's first words stand in until an editor writes one.
    """
    drafter = _Drafter(document, _issuer(document))
    title = title or item.title or working_title(item)
    article = ArticlePage(
        title=title,
        slug=free_slug(title, parent),
        standfirst=first_sentence(item.lead or ""),
        briefing_date=briefing_date or item.date or timezone.localdate(),
        language=document.language or "en",
        highlights=[drafter.highlight(node) for node in item.highlights],
        body=list(drafter.body(item)),
        analysis=list(drafter.analysis(item)),
        article_sources=[ArticleSource(source=document, role=TestimonyRole.PRIMARY)],
        owner=user,
        live=False,
        has_unpublished_changes=True,
    )
    parent.add_child(instance=article)
    article.save_revision(user=user, log_action=True)
    return article


def working_title(item: ParsedItem) -> str:
    """A title to start from: the lead's first sentence, or its first clauses if that is long."""
    text = first_sentence(item.lead or "").rstrip(".") or "Untitled briefing"
    if len(text) <= UNTITLED_LENGTH:
        return text
    clauses = [match.start() for match in _CLAUSE_ENDS.finditer(text, 0, UNTITLED_LENGTH)]
    if clauses and clauses[-1] >= UNTITLED_LENGTH // 3:
        return text[: clauses[-1]].rstrip()
    return shorten(text, UNTITLED_LENGTH, placeholder="")


def first_sentence(text: str) -> str:
    """Text up to the first full stop that ends a sentence."""
    head, stop, _ = text.partition(". ")
    return head + "." if stop else head


def free_slug(title: str, parent: ArticleIndexPage) -> str:
    """A slug that no other page under the parent has."""
    words = slugify(title)[: SLUG_LENGTH + 1]
    base = words if len(words) <= SLUG_LENGTH else words.rpartition("-")[0] or words[:SLUG_LENGTH]
    base = base.strip("-") or "briefing"
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, 10_000))
    return next(slug for slug in candidates if slug not in taken)


def _issuer(document: SourceDocument) -> Organisation | None:
    """Who gives the orders: a company among the originators, where there is exactly one."""
    companies = [row for row in document.originators.all() if row.kind == "company"]
    return companies[0] if len(companies) == 1 else None


class _Drafter:
    """Turns parts of an item into raw stream data, citing one document."""

    def __init__(self, document: SourceDocument, issuer: Organisation | None) -> None:
        self.document = document
        self.issuer = issuer

    def highlight(self, node: HighlightNode) -> Block:
        return {"type": "highlight", "value": self._bullet(node), "id": str(uuid4())}

    def body(self, item: ParsedItem) -> Iterator[Block]:
        yield from self.parts(item.opening)
        for section in item.sections:
            if section.role != SectionRole.ANALYSIS:
                yield from self.section(section)

    def analysis(self, item: ParsedItem) -> Iterator[Block]:
        for section in item.analysis:
            yield from self.section(section)

    def section(self, section: ParsedSection) -> Iterator[Block]:
        yield _block("heading", section.heading)
        yield from self.parts(section.parts)

    def parts(self, parts: Sequence[Part]) -> Iterator[Block]:
        """The blocks of some parts; a sentence that leads to directives stands with them."""
        followers = [*parts[1:], None]
        introduction = ""
        for part, follower in zip(parts, followers, strict=True):
            if isinstance(part, DirectiveList):
                yield self.directives(part, introduction)
                introduction = ""
            elif isinstance(part, Paragraph) and _leads_to(part, follower):
                introduction = part.text
            else:
                yield self.part(part)

    def part(self, part: Paragraph | BulletList | DataTable) -> Block:
        match part:
            case Paragraph(text=text):
                return _block("paragraph", {"text": _p(text), "citations": self.cite(text)})
            case BulletList():
                return _block("paragraph", {"text": _bullets(part), "citations": []})
            case DataTable(rows=rows):
                cells = [_item({"cells": [_item(cell) for cell in row]}) for row in rows]
                return _block("table", {"caption": "", "rows": cells, "citations": []})

    def directives(self, part: DirectiveList, introduction: str) -> Block:
        orders = [_item(self._order(directive)) for directive in part.directives]
        return _block("directives", {"introduction": introduction, "directives": orders})

    def cite(self, text: str) -> list[Block]:
        """A citation of the words as they stand in the document; none where they do not."""
        selector = select(self.document.text, text)
        if selector is None:
            return []
        return [
            _item(
                {
                    "source": self.document.pk,
                    "exact": selector.exact,
                    "prefix": selector.prefix,
                    "suffix": selector.suffix,
                }
            )
        ]

    def _bullet(self, node: HighlightNode, level: int = 1) -> Block:
        bullet = {"text": node.text, "citations": self.cite(node.text)}
        if level == DEEPEST_HIGHLIGHT:
            return bullet
        children = [_item(self._bullet(child, level + 1)) for child in node.children]
        return bullet | {"children": children}

    def _order(self, directive: ParsedDirective) -> Block:
        return {
            "text": directive.text,
            "issuer": self.issuer.pk if self.issuer else None,
            "addressees": [],
            "target": "",
            "rationale": directive.summary,
            "deadline": None,
            "force": "order",
            "status": "announced",
            "citations": self.cite(directive.text),
        }


def _leads_to(paragraph: Paragraph, follower: Part | None) -> bool:
    return paragraph.text.rstrip().endswith(":") and isinstance(follower, DirectiveList)


def _block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _item(value: Any) -> Block:
    return {"type": "item", "value": value, "id": str(uuid4())}


def _p(text: str) -> str:
    return f"<p>{_escape(text)}</p>"


def _escape(text: str) -> str:
    """As the editor writes it, so that saving the draft there unchanged is no edit."""
    return escape(text, quote=False)


def _bullets(part: BulletList) -> str:
    tag = "ol" if part.ordered else "ul"
    return f"<{tag}>{''.join(_bullet_html(node) for node in part.items)}</{tag}>"


def _bullet_html(node: HighlightNode) -> str:
    beneath: Iterable[str] = (_bullet_html(child) for child in node.children)
    inner = f"<ul>{''.join(beneath)}</ul>" if node.children else ""
    return f"<li>{_escape(node.text)}{inner}</li>"
