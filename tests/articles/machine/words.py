"""What drafts of the machine say: few enough states that a draft often returns to an earlier one.

What is wrong with a text is judged here by looking for what was planted, not by asking the gate.
"""

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from articles.models.pages import ArticlePage
from sources.enums import TestimonyRole
from tests.articles.forms import editor_form
from tests.articles.newsroom import ORDER, QUOTE, Desk

STANDFIRSTS = ("The board met.", "The board met again.", "Not for readers.")
DAMAGED = "The boardâ€™s figures are due."
LEFTOVER = "As an AI language model, I cannot say more."
UNCITED = "uncited"
FLAWS = ("", DAMAGED, LEFTOVER, UNCITED)
LATE = "-late"
_KEY = re.compile(r' data-block-key=\\*"[0-9a-z]+\\*"')
_STREAMS = ("highlights", "body", "analysis")
_READ = ("title", "slug", "standfirst", "article_sources")
_TOLD = ("change_kind", "change_note", "briefing_date", "language", "disclaimer_note")


@dataclass(frozen=True)
class Words:
    """One state of a draft. `flaw` is planted in its body; UNCITED takes the citation away.

    `go_live_at` is a moment in ISO 8601, or nothing.
    """

    standfirst: str = STANDFIRSTS[0]
    is_late: bool = False
    kind: str = "updated"
    note: str = ""
    flaw: str = ""
    go_live_at: str = ""


def words_of(content: Mapping[str, Any]) -> Words:
    """The words of a stored revision, so that a form can be sent unchanged."""
    body = content["body"]
    flaws = [flaw for flaw in (DAMAGED, LEFTOVER) if json.dumps(flaw)[1:-1] in body or flaw in body]
    return Words(
        standfirst=content["standfirst"],
        is_late=content["slug"].endswith(LATE),
        kind=content["change_kind"],
        note=content["change_note"],
        flaw=flaws[0] if flaws else UNCITED if has_uncited_order(content) else "",
        go_live_at=content.get("go_live_at") or "",
    )


def readable(content: Mapping[str, Any]) -> str:
    """All of a revision that readers would see, in a form that compares.

    A stream is JSON within JSON, and PostgreSQL hands back the keys of its blocks in another order.
    """
    parts = {name: content.get(name) for name in (*_READ, *_TOLD)}
    parts |= {name: json.loads(content.get(name) or "[]") for name in _STREAMS}
    for source in parts["article_sources"] or ():
        source.pop("pk", None)
        source.pop("page", None)
    return _KEY.sub("", json.dumps(parts, sort_keys=True, ensure_ascii=False))


def has_uncited_order(content: Mapping[str, Any]) -> bool:
    """Whether a directive rests on nothing."""
    blocks = json.loads(content["body"])
    orders = [
        row["value"]
        for block in blocks
        if block["type"] == "directives"
        for row in block["value"]["directives"]
    ]
    return any(not order["citations"] for order in orders)


def form(desk: Desk, words: Words, article: ArticlePage | None = None) -> dict[str, str]:
    """The editor's form with these words, as a browser sends it for a new or a stored briefing."""
    source = {"source": str(desk.document.pk), "role": TestimonyRole.PRIMARY.value}
    title, slug = "Harbour board meets", "harbour-board-meets"
    rows = list(article.article_sources.all()) if article else []
    if article:
        title, slug = article.title, article.slug.removesuffix(LATE)
    if rows:
        source["id"] = str(rows[0].pk)
    return editor_form(
        title=title,
        slug=slug + (LATE if words.is_late else ""),
        standfirst=words.standfirst,
        body=_body(desk, words),
        article_sources=inline_formset([source], initial=len(rows)),
        change_kind=words.kind,
        change_note=words.note,
        go_live_at=words.go_live_at,
    )


def _body(desk: Desk, words: Words) -> dict[str, Any]:
    cited = _items([{"source": str(desk.document.pk), "exact": ORDER, "prefix": "", "suffix": ""}])
    order = {
        "text": "Publish the figures of every mine",
        "issuer": str(desk.herald.pk),
        "addressees": _items([]),
        "target": "",
        "rationale": "",
        "deadline": "",
        "force": "order",
        "status": "announced",
        "citations": _items([]) if words.flaw == UNCITED else cited,
    }
    text = QUOTE if words.flaw in ("", UNCITED) else words.flaw
    paragraph = {"text": rich_text(f"<p>{text}</p>"), "citations": _items([])}
    directives = {"introduction": "", "directives": _items([order])}
    return _identified(streamfield([("paragraph", paragraph), ("directives", directives)]))


def _items(values: list[dict[str, Any]]) -> dict[str, Any]:
    return _identified(streamfield([("item", value) for value in values]))


def _identified(stream: dict[str, Any]) -> dict[str, Any]:
    """Blocks keep their identity from form to form, as they do in the editor."""
    for position, block in stream.items():
        if isinstance(block, dict):
            block["id"] = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{block['type']} {position}"))
    return stream
