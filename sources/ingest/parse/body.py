"""Blocks to the opening and the sections of an item, orders told from other lists."""

import re
from collections.abc import Iterator, Sequence

from sources.ingest.item import (
    BulletList,
    DataTable,
    DirectiveList,
    Paragraph,
    ParsedSection,
    Part,
    SectionRole,
)
from sources.ingest.parse import labels
from sources.ingest.parse.blocks import Block, ListBlock, TableBlock, TextBlock
from sources.ingest.parse.directives import gather_orders, read_list, read_paragraph, read_table
from sources.ingest.parse.headings import is_heading
from sources.ingest.parse.highlights import flat_texts

_RUN_IN = re.compile(r"^(?P<label>[^:]{3,40}):\s+(?P<text>\S.*)$")


def read_body(blocks: Sequence[Block]) -> tuple[tuple[Part, ...], tuple[ParsedSection, ...]]:
    """What stands before the first heading, and the sections."""
    opening, *sections = _cut(blocks)
    return (
        tuple(_read_parts("", opening[1])),
        tuple(_read_section(heading, under) for heading, under in sections),
    )


def _cut(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """The blocks by the heading that they stand under; the first group has none."""
    groups: list[tuple[str, list[Block]]] = [("", [])]
    for order, block in enumerate(blocks):
        if not isinstance(block, TextBlock):
            groups[-1][1].append(block)
        elif is_heading(blocks, order):
            if not labels.STRUCTURE.fullmatch(labels.bare(block.text)):
                groups.append((labels.without_pictures(block.text).rstrip(" :"), []))
        else:
            label, text = _run_in(block)
            if label:
                groups.append((label, []))
            if text:
                groups[-1][1].append(TextBlock(text, block.has_gap))
    return groups


def _run_in(block: TextBlock) -> tuple[str, str]:
    """A label that opens a paragraph and serves as its heading, and the paragraph behind it."""
    if labels.SOURCES.fullmatch(block.label):
        return "", f"{block.label}: {block.text}"
    if block.label:
        return "" if labels.STRUCTURE.fullmatch(block.label) else block.label, block.text
    found = _RUN_IN.match(block.text)
    if found and labels.RUN_IN.fullmatch(labels.bare(found["label"])):
        return found["label"], found["text"]
    return "", block.text


def _read_section(heading: str, blocks: Sequence[Block]) -> ParsedSection:
    role = labels.role_of(heading)
    parts = tuple(gather_orders(list(_read_parts(heading, blocks)), heading=heading))
    if role is SectionRole.BODY and any(isinstance(part, DirectiveList) for part in parts):
        role = SectionRole.DIRECTIVES
    return ParsedSection(heading, role, parts)


def _read_parts(heading: str, blocks: Sequence[Block]) -> Iterator[Part]:
    introduction = ""
    for block in blocks:
        match block:
            case TextBlock(text=text):
                introduction = text
                yield from read_paragraph(text, heading=heading)
            case ListBlock():
                yield read_list(block, heading=heading, introduction=introduction)
                introduction = ""
            case TableBlock():
                yield read_table(block, heading=heading, introduction=introduction)
                introduction = ""


def running_texts(opening: Sequence[Part], sections: Sequence[ParsedSection]) -> list[str]:
    """Every paragraph, list item and order, in order; under "Sources" each says that it is one."""
    texts = [text for part in opening for text in _texts_of(part)]
    for section in sections:
        lead = "Source: " if labels.SOURCES.fullmatch(labels.bare(section.heading)) else ""
        texts += [f"{lead}{text}" for part in section.parts for text in _texts_of(part)]
    return texts


def _texts_of(part: Part) -> Iterator[str]:
    match part:
        case Paragraph(text=text):
            yield text
        case BulletList(items=items):
            yield from flat_texts(items)
        case DirectiveList(directives=directives):
            yield from (each.text for each in directives)
        case DataTable():
            yield from ()
