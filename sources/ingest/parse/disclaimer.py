"""What the text says itself on where it comes from and how far it may be trusted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.ingest.item import ParsedDisclaimer
from sources.ingest.parse import labels
from sources.ingest.parse.blocks import Block, ListBlock, TableBlock, TextBlock
from sources.ingest.parse.headings import is_heading
from sources.ingest.parse.sentences import split_sentences

_LONGEST_LABEL = 60
_BLOCKS_OF_A_NOTE = 5
_LABELLED = re.compile(r"^(?P<label>[^:：.–—]{2,60}?)\s*(?:[:.–—]\s+|：\s*)(?P<text>\S.*)$")
ITEM = (
    r"(?:(?:this|these|any) (?:[\w’'-]+ ){0,3}?(?:news|items?|articles?|stor(?:y|ies)|reports?|information"
    r"|content|material|piece|post|text|briefing|summary|translation|update|digest|bulletin)"
    r"|the (?:above |following |original |news |reported |present )?(?:news|item|article|story|information"
    r"|content|material|briefing)|(?:all )?(?:the|of the) (?:above|foregoing)\b(?! [a-z-]+(?:ed|ing)? [a-z]+s\b))"
)
"""The text speaks of itself."""

ORIGIN = (
    r"(?:(?:originat(?:es?|ed|ing)|com(?:es?|ing)|came|stems?|derives?|sourced|drawn|taken|adapted"
    r"|translated|compiled|republished|reproduced|obtained|summari[sz]ed) (?:\w+ly )?(?:from|with|by|via|out of)"
    r"|(?:based|draws?) (?:\w+ly )?(?:up)?on|relies (?:\w+ly )?on|rel(?:y|ies) (?:\w+ly )?on)"
)
SOURCE_OF = rf"\bsources? (?:of|for|behind) {ITEM} (?:is|are|was|were)"
_SELF = r"(?:above|here|herein|in (?:it|this \w+|the (?:above|text|article|story)))"
_CLAIMS = r"(?:(?:its|their|the|these|all|any|such) (?:[\w’'-]+ ){0,2}?(?:claims?|figures|data|statements?|details))"
_CHECKED = r"(?:verif|check|confirm|corroborat|authenticat|cross-check|validat)"
_ADVICE = (
    r"\b(?:not|nor) (?:constitute |be (?:considered|construed|taken|treated) as "
    r"|intended (?:as|to be) |be )?(?:an? )?"
    r"(?:offer|investment|financial|legal|trading|professional|tax) (?:advice|recommendation)\b"
)
_DUTY = r"(?:should|must|needs? to|ought to|has to|have to|had better)"
_STATEMENTS = re.compile(
    "|".join(
        [
            rf"\b{ITEM}\b[^.]{{0,60}}?\b{ORIGIN}\b",
            rf"\b(?:{ITEM}|{_CLAIMS})\b[^.]{{0,60}}?\b{_DUTY}\b[^.]{{0,40}}?\b{_CHECKED}",
            rf"\b{ITEM}\b[^.]{{0,40}}?\b(?:has|have)(?: not|n[’']t) (?:yet )?been (?:independently )?{_CHECKED}",
            SOURCE_OF,
            (
                rf"\b(?:{ITEM}|(?:claims|assertions|figures|statements) {_SELF})\b[^.]{{0,40}}?\b(?:could|can|has|have)"
                rf"(?: ?not|n[’']t) (?:yet )?be(?:en)? (?:independently )?{_CHECKED}"
            ),
            rf"\b(?:{ITEM}|{_CLAIMS})\b[^.]{{0,40}}?\b(?:treated|read|taken|viewed) with (?:due )?(?:caution|care)",
            rf"\bindependently {_CHECKED}\w* (?:before|prior to)\b",
            rf"\breaders (?:should|are (?:advised|urged|encouraged))\b[^.]{{0,60}}\b(?:{_CHECKED}|caution|due diligence)",
            r"\bfor (?:general )?information(?:al)?(?: and educational)? purposes only\b",
            _ADVICE,
        ]
    ),
    re.IGNORECASE,
)
"""What a text says of its own origin and of how far to trust it."""


@dataclass(frozen=True)
class _Found:
    """A disclaimer, which blocks held nothing else, and the sources that it lists."""

    texts: tuple[str, ...]
    orders: frozenset[int]
    listed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Provenance:
    """The disclaimer, the sources that it lists, and the blocks without it."""

    disclaimer: ParsedDisclaimer
    listed: tuple[str, ...]
    rest: tuple[Block, ...]


def take_disclaimer(blocks: Sequence[Block]) -> Provenance:
    """Take what the text says of its origin out of `blocks`.

    A paragraph that says more than where it comes from stays in the text as well.
    """
    found = _labelled(blocks) or _unlabelled(blocks)
    if found is None:
        return Provenance(ParsedDisclaimer(present=False), (), tuple(blocks))
    rest = tuple(block for order, block in enumerate(blocks) if order not in found.orders)
    text = "\n".join(found.texts)
    return Provenance(ParsedDisclaimer(present=True, text=text), found.listed, rest)


def _labelled(blocks: Sequence[Block]) -> _Found | None:
    texts: list[str] = []
    listed: list[str] = []
    orders: set[int] = set()
    for order, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or order in orders:
            continue
        inline = _text_behind_label(block)
        if inline:
            texts.append(inline)
            orders.add(order)
        elif _heads_disclaimer(blocks, order):
            section = _section_behind(blocks, order)
            texts += _lines_of(section)
            if labels.OF_SOURCES.search(block.text):
                listed += _lines_of([each for each in section if isinstance(each, ListBlock)])
            orders |= set(range(order, order + 1 + len(section)))
    return _Found(tuple(texts), frozenset(orders), tuple(listed)) if orders else None


def _text_behind_label(block: TextBlock) -> str:
    found = _LABELLED.match(block.text)
    label, text = (block.label, block.text) if block.label else ("", "")
    if found and not label:
        label, text = found["label"], found["text"]
    return text if _announces(label, text) else ""


def _announces(label: str, text: str) -> bool:
    """Whether the label heads a disclaimer; a mere note does where it speaks of the text's origin."""
    label = labels.bare(label)
    is_note = labels.NOTE.fullmatch(label) and any(map(_is_statement, split_sentences(text)))
    return bool(is_note or labels.DISCLAIMER.fullmatch(label))


def _heads_disclaimer(blocks: Sequence[Block], order: int) -> bool:
    block = blocks[order]
    if not isinstance(block, TextBlock) or block.label or len(block.text) > _LONGEST_LABEL:
        return False
    label = labels.bare(block.text)
    if not labels.NOTE.fullmatch(label):
        return bool(labels.DISCLAIMER.fullmatch(label))
    section = _section_behind(blocks, order, most=_BLOCKS_OF_A_NOTE)
    return _announces(label, " ".join(_lines_of(section)))


def _section_behind(
    blocks: Sequence[Block], heading: int, *, most: int | None = None
) -> list[TextBlock | ListBlock]:
    section: list[TextBlock | ListBlock] = []
    end = len(blocks) if most is None else min(heading + 1 + most, len(blocks))
    for order in range(heading + 1, end):
        block = blocks[order]
        if isinstance(block, TableBlock) or is_heading(blocks, order):
            break
        if isinstance(block, TextBlock) and block.label:
            break
        section.append(block)
    return section


def _lines_of(section: Sequence[TextBlock | ListBlock]) -> Iterator[str]:
    for block in section:
        if isinstance(block, TextBlock):
            yield block.text
        else:
            yield from (bullet.text for bullet in block.bullets)


def _unlabelled(blocks: Sequence[Block]) -> _Found | None:
    texts: list[str] = []
    orders: set[int] = set()
    for order, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or block.is_marked:
            continue
        sentences = split_sentences(block.text)
        statements = [each for each in sentences if _is_statement(each)]
        texts += statements
        if statements and len(statements) == len(sentences):
            orders.add(order)
    return _Found(tuple(texts), frozenset(orders)) if texts else None


def _is_statement(sentence: str) -> bool:
    return bool(_STATEMENTS.search(sentence))
