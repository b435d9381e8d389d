"""What the analyst writes into a draft: references become keys, and blocks find their place."""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeAlias
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils.html import strip_tags
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from articles.management.demo import pictures
from articles.management.demo.organisations import named
from articles.management.demo.shapes import Attachment, Block, Edit, Named, Picture, Quote
from sources.anchoring import select
from sources.models import SourceDocument

Raw: TypeAlias = dict[str, Any]


class NotFoundError(LookupError):
    """The demo's content refers to words that are not there."""


def edited(stream: Any, edits: Iterable[Edit]) -> list[Raw]:
    """The blocks of a stream after some edits, as the stream takes them."""
    blocks = raw_blocks(stream)
    for edit in edits:
        place, value = _find(blocks, edit.at)
        value.update({name: stored(new) for name, new in edit.amend.items()})
        blocks[place + 1 : place + 1] = [stored(block) for block in edit.then]
        if edit.drops:
            del blocks[place]
    return blocks


def raw_blocks(stream: Any) -> list[Raw]:
    """The blocks of a stream as data."""
    return [deepcopy(block) for block in stream.raw_data]


def translated(value: Any, words: Mapping[str, str]) -> Any:
    """The same data with every text that begins as one of `words` in other words."""
    match value:
        case str():
            return next((words[opening] for opening in words if value.startswith(opening)), value)
        case Mapping():
            # What a document says, it says in its own language.
            kept = {name: each for name, each in value.items() if name == "citations"}
            return {name: translated(each, words) for name, each in value.items()} | kept
        case list():
            return [translated(each, words) for each in value]
    return value


def stored(value: Any) -> Any:
    """A value as a stream stores it: references resolved, tuples as lists of items."""
    if resolve := REFERENCES.get(type(value)):
        return resolve(value)
    match value:
        case Block(kind=kind, value=content):
            return {"type": kind, "value": stored(content), "id": str(uuid4())}
        case Mapping():
            return {name: stored(each) for name, each in value.items()}
        case tuple():
            return [stored(Block("item", each)) for each in value]
    return value


def _citation(quote: Quote) -> Raw:
    document = SourceDocument.objects.with_bytes(quote.text.sha256).get()
    selector = select(document.text, quote.exact)
    if selector is None:
        raise NotFoundError(f"“{quote.exact}” does not stand in {quote.text.file}.")
    return {
        "source": document.pk,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def _image(picture: Picture) -> Raw:
    file = ContentFile(pictures.draw(picture.name), name=f"{picture.name}.png")
    image = get_image_model().objects.create(
        title=picture.title, description=picture.alt_text[:255], file=file
    )
    return {"image": image.pk, "decorative": False, "alt_text": picture.alt_text}


def _document(attachment: Attachment) -> int:
    file = ContentFile(attachment.content.encode(), name=attachment.filename)
    document = get_document_model().objects.create(title=attachment.title, file=file)
    key: int = document.pk
    return key


def _organisation(reference: Named) -> int:
    key: int = named([reference.name])[0].pk
    return key


REFERENCES: dict[type, Callable[[Any], Any]] = {
    Attachment: _document,
    Named: _organisation,
    Picture: _image,
    Quote: _citation,
}


def _find(blocks: list[Raw], opening: str) -> tuple[int, Raw]:
    """Where a block or a directive begins with these words, and the value to amend."""
    found = [(at, value) for at, text, value in _openings(blocks) if text.startswith(opening)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} blocks begin with “{opening}”.")
    return found[0]


def _openings(blocks: Iterable[Raw]) -> Iterator[tuple[int, str, Raw]]:
    for place, block in enumerate(blocks):
        value = block["value"]
        if isinstance(value, str):
            yield place, value, {}
            continue
        yield place, _opening(value), value
        for order in value.get("directives", ()):
            yield place, order["value"]["text"], order["value"]


def _opening(value: Raw) -> str:
    """The words that a block begins with: its text, or the first cell of a table."""
    if rows := value.get("rows"):
        cell: str = rows[0]["value"]["cells"][0]["value"]
        return cell
    return html.unescape(strip_tags(value.get("text") or ""))
