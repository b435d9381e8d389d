"""A newsroom in which everything that somebody may write is an attempt to run a script."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from articles.actions.recording import Issue, issue
from articles.compile import compile_edition
from articles.dossier import open_dossier
from articles.enums import CommentStatus, EditionKind
from articles.models import ArticlePage, Author, CurrentEdition, Topic
from articles.models.attached import ArticleAuthor, ArticleSource
from sources.actions.capturing import capture
from sources.enums import CaptureWay, TestimonyRole
from sources.models import Organisation, SourceDocument
from tests.articles.newsroom import Desk, block, item, make_draft
from tests.articles.public import make_public
from tests.articles.readers import make_comment
from tests.sources.builders import make_organisation, make_ownership, make_source_document

FILE = Path(__file__).with_name("payloads.json")
BY_KIND: dict[str, list[str]] = json.loads(FILE.read_text())
PAYLOADS = [payload for kind in BY_KIND.values() for payload in kind]
ADDRESS = "briefings/poisoned/"
DISCUSSED = "briefings/title-0/"
LONGEST_NAME = 80


@dataclass(frozen=True)
class Poisoned:
    """What was written, to be looked at."""

    article: ArticlePage
    documents: list[SourceDocument]


def poison(desk: Desk) -> Poisoned:
    """Write every payload wherever something can be written, past the rules of the doors."""
    organisations = [
        make_organisation(name=payload[:200], slug=f"body-{number}", native_name=payload[:200])
        for number, payload in enumerate(PAYLOADS)
    ]
    article = make_article(desk, organisations)
    publish(article)
    titled = [
        make_public(slug=f"title-{number}", title=" ".join(row), standfirst=" ".join(row))
        for number, row in enumerate(rows(6))
    ]
    _discuss(titled[0])
    return Poisoned(article, list(documents()))


def _discuss(current: CurrentEdition) -> None:
    for status in (CommentStatus.APPROVED, CommentStatus.PENDING):
        for number, payload in enumerate(PAYLOADS):
            make_comment(
                article_uuid=current.article_uuid,
                text=f"{payload}\n\n{status} {payload}",
                name=payload[:LONGEST_NAME],
                email=f"reader-{number}@example.org",
                status=status,
            )


def rows(width: int) -> Iterator[list[str]]:
    """The payloads, some at a time."""
    for start in range(0, len(PAYLOADS), width):
        yield PAYLOADS[start : start + width]


def documents() -> Iterator[SourceDocument]:
    """All payloads as an item that was pasted, and as a page of somebody else's site."""
    text = "\n\n".join(PAYLOADS)
    page = f"<html><title>{text}</title><body><h1>{text}</h1><p>{text}</p></body></html>"
    for raw, media_type in ((text, "text/plain"), (page, "text/html")):
        yield capture(
            raw=raw.encode(), way=CaptureWay.PASTE, media_type=media_type, now=timezone.now()
        ).document


def publish(article: ArticlePage) -> None:
    """Record the article as published and then as corrected, past the gate."""
    told = " ".join(PAYLOADS)
    deed = Issue(
        article_uuid=article.uuid,
        page_id=article.pk,
        kind=EditionKind.PUBLISHED,
        reason="",
        address=ADDRESS,
        now=timezone.now(),
    )
    for kind, reason in ((EditionKind.PUBLISHED, ""), (EditionKind.CORRECTED, told)):
        dossier = open_dossier(article)
        compiled = compile_edition(dossier, kind=kind, reason=reason, now=deed.now)
        issue(replace(deed, kind=kind, reason=reason), compiled)


def make_article(desk: Desk, organisations: list[Organisation]) -> ArticlePage:
    """A draft that holds every payload in every kind of block.

    What is saved is a part that the editor opens: not too much, and no rich text but its own.
    """
    article = make_draft(desk, title="Poisoned")
    owner, publisher = organisations[:2]
    make_ownership(owned=publisher, owner=owner)
    raw = "\n".join(PAYLOADS)
    source = make_source_document(
        raw=raw.encode(), title=" ".join(PAYLOADS)[:300], publisher=publisher, url=_address()
    )
    article.title = " ".join(BY_KIND["places broken out of"])[:255]
    article.standfirst = " ".join(PAYLOADS)
    article.article_sources = [ArticleSource(source=source, role=TestimonyRole.PRIMARY)]
    article.article_authors = [ArticleAuthor(author=author) for author in _authors()]
    article.topics.set(_topics())
    highlights = [_cited(source, "highlight", text=row, children=[]) for row in PAYLOADS]
    blocks = [*_plain_blocks(source)]
    article.highlights = highlights[::20]
    article.body = [*blocks[::20], _directives(organisations[:12])]
    article.save_revision(user=desk.analyst)
    article.highlights = highlights
    article.body = [*_rich_blocks(source), *blocks, _directives(organisations)]
    article.analysis = [block("heading", PAYLOADS[0]), *_rich_blocks(source)]
    return article


def _authors() -> Iterator[Author]:
    for number, row in enumerate(rows(40)):
        yield Author.objects.create(name=" ".join(row)[:150], slug=f"author-{number}")


def _topics() -> list[Topic]:
    return [
        Topic.objects.create(name=payload[:100], slug=f"topic-{number}", description=payload)
        for number, payload in enumerate(BY_KIND["attributes broken open"])
    ]


def _address() -> str:
    return "https://example.org/\"onmouseover='pwn()'/><script>pwn()</script>?x=javascript:pwn()"


def _cited(source: SourceDocument, kind: str, /, **value: Any) -> dict[str, Any]:
    quote = {"source": source.pk, "exact": PAYLOADS[0], "prefix": "", "suffix": PAYLOADS[1]}
    return block(kind, {**value, "citations": [item(quote)]})


def _rich_blocks(source: SourceDocument) -> Iterator[dict[str, Any]]:
    for payload in PAYLOADS:
        yield _cited(source, "paragraph", text=f"<p>{payload}</p>")


def _plain_blocks(source: SourceDocument) -> Iterator[dict[str, Any]]:
    image = Image.objects.create(title=PAYLOADS[0], file=get_test_image_file())
    for payload in PAYLOADS:
        yield block("heading", payload)
    for first, second, third in zip(*[iter(PAYLOADS)] * 3, strict=False):
        yield _cited(
            source, "quotation", text=first, original=second, language="de", attribution=third
        )
        yield _cited(source, "key_figure", value=first, unit=second, label=third)
        yield block("callout", {"heading": first, "text": ""})
        yield block("embed", {"url": _address(), "title": first})
        picture = {"image": image.pk, "alt_text": third, "decorative": False}
        yield block("image", {"image": picture, "caption": first, "credit": second})
    cells = [item({"cells": [item(cell) for cell in row]}) for row in rows(4)]
    yield _cited(source, "table", caption=PAYLOADS[0], rows=cells)
    yield from _charts(source)


def _charts(source: SourceDocument) -> Iterator[dict[str, Any]]:
    kinds = cycle(("bar", "line"))
    for row in rows(12):
        points = [item({"label": label, "value": str(size)}) for size, label in enumerate(row)]
        named = {"caption": row[0], "kind": next(kinds), "unit": row[1]}
        yield _cited(source, "chart", **named, points=points)


def _directives(organisations: list[Organisation]) -> dict[str, Any]:
    day = datetime.date(2026, 3, 1).isoformat()
    orders = [
        item(
            {
                "text": payload,
                "issuer": organisation.pk,
                "addressees": [item({"organisation": None, "name": payload})],
                "target": payload,
                "rationale": payload,
                "deadline": day,
                "force": "order",
                "status": "announced",
                "citations": [],
            }
        )
        for payload, organisation in zip(PAYLOADS, organisations, strict=False)
    ]
    return block("directives", {"introduction": PAYLOADS[0], "directives": orders})
