"""The tree of a list. Indentation tells it where there is any; a list flattened by its journey is
rebuilt from what its lines say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sources.ingest.item import HighlightNode
from sources.ingest.parse import grammar, labels
from sources.ingest.parse.blocks import Block, Bullet, ListBlock, TextBlock
from sources.ingest.parse.headings import is_prose

MAX_LEVELS = 3
_MAX_LINE = 300
_Found = tuple[tuple[HighlightNode, ...], int]  # with how many blocks they take up

_STEM_ENDS = (":", "：")


@dataclass
class _Node:
    text: str
    children: list["_Node"] = field(default_factory=list)


def build_tree(bullets: Sequence[Bullet]) -> tuple[HighlightNode, ...]:
    """The items with their children, at most `MAX_LEVELS` deep; deeper ones join the third."""
    levels = _levels(bullets)
    if len(set(levels)) == 1:
        levels = _flattened_levels([bullet.text for bullet in bullets])
    roots: list[_Node] = []
    path: list[_Node] = []
    for bullet, level in zip(bullets, levels, strict=True):
        node = _Node(bullet.text)
        del path[min(level, MAX_LEVELS - 1) :]
        (path[-1].children if path else roots).append(node)
        path.append(node)
    return _freeze(roots)


def _freeze(nodes: Iterable[_Node]) -> tuple[HighlightNode, ...]:
    return tuple(HighlightNode(node.text, _freeze(node.children)) for node in nodes)


def _levels(bullets: Sequence[Bullet]) -> list[int]:
    """Levels by indentation, else by the order in which different marks first appear."""
    if len({bullet.indent for bullet in bullets}) > 1:
        return _indent_levels([bullet.indent for bullet in bullets])
    marks = list(dict.fromkeys(_kind_of_mark(bullet) for bullet in bullets))
    return [marks.index(_kind_of_mark(bullet)) for bullet in bullets]


def _kind_of_mark(bullet: Bullet) -> str:
    if bullet.is_ordered:
        return "figure" if bullet.mark.strip("(.)").isdigit() else "letter"
    return bullet.mark


def _indent_levels(indents: Sequence[int]) -> list[int]:
    levels: list[int] = []
    open_indents: list[int] = []
    for indent in indents:
        while open_indents and open_indents[-1] > indent:
            open_indents.pop()
        if not open_indents or open_indents[-1] < indent:
            open_indents.append(indent)
        levels.append(len(open_indents) - 1)
    return levels


def _flattened_levels(texts: Sequence[str]) -> list[int]:
    """Levels for a list that lost its indentation.

    A line that ends in a colon is a stem. Its children are the lines that follow, until the next
    stem, the number that the stem announces, or a line of another grammatical shape. A stem right
    behind a stem is its first child, and so are the stems after it.
    """
    levels: list[int] = []
    stem_level, first_child, left = -1, None, 0
    for order, text in enumerate(texts):
        if _is_stem(text):
            follows_stem = order > 0 and _is_stem(texts[order - 1]) and stem_level == 0
            is_nested = follows_stem or stem_level == 1
            stem_level, first_child = (1 if is_nested else 0), None
            left = grammar.announced_count(text) or len(texts)
            levels.append(stem_level)
            continue
        if stem_level >= 0 and (left == 0 or not _is_parallel(first_child, text)):
            stem_level = -1
        if stem_level >= 0:
            first_child = first_child or text
            left -= 1
        levels.append(stem_level + 1)
    return levels


def _is_stem(text: str) -> bool:
    return text.endswith(_STEM_ENDS)


def _is_parallel(first: str | None, text: str) -> bool:
    """Whether `text` can stand in one series with the first child.

    A series of names or phrases does not go on with a sentence, nor one in lower case with a
    capital; a series of sentences may.
    """
    if first is None:
        return True
    if first[:1].islower() and text[:1].isupper():
        return False
    if grammar.is_order(first) and grammar.is_order(text):
        return True
    if _is_sentence(text) and not _is_sentence(first):
        return False
    return grammar.is_clause(first) or not grammar.is_clause(text)


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", ".”", '."'))


def take_highlights(
    blocks: Sequence[Block],
) -> tuple[tuple[HighlightNode, ...], tuple[Block, ...]]:
    """The highlights, and the blocks without them and their label.

    They stand under a label; a list before the first running text needs none.
    """
    if len(blocks) > 1 and isinstance(blocks[0], ListBlock):
        return build_tree(blocks[0].bullets), tuple(blocks[1:])
    front = _length_of_front(blocks)
    for order in range(len(blocks)):
        is_front = order <= front
        found = _labelled_list(blocks, order, is_front=is_front)
        if not found and is_front:
            found = _labelled_line(blocks[order]) or _labelled_lines(blocks, order)
        if found:
            nodes, length = found
            return nodes, (*blocks[:order], *blocks[order + length :])
    return (), tuple(blocks)


def _labelled_list(blocks: Sequence[Block], order: int, *, is_front: bool) -> _Found | None:
    label = labels.HIGHLIGHTS if is_front else labels.HIGHLIGHTS_ANYWHERE
    if not _is_label(blocks[order], label) or order + 1 == len(blocks):
        return None
    following = blocks[order + 1]
    return (build_tree(following.bullets), 2) if isinstance(following, ListBlock) else None


def _labelled_line(block: Block) -> _Found | None:
    """As in “TL;DR: one sentence”."""
    if not isinstance(block, TextBlock):
        return None
    label, text = block.label, block.text
    if not label:
        label, _, text = block.text.partition(":")
    is_label = text.strip() and labels.HIGHLIGHTS.fullmatch(labels.bare(label))
    return ((HighlightNode(text.strip()),), 1) if is_label else None


def _labelled_lines(blocks: Sequence[Block], order: int) -> _Found | None:
    """Lines that lost their bullets; a blank line must tell where they end."""
    if not _is_label(blocks[order], labels.HIGHLIGHTS):
        return None
    lines: list[TextBlock] = []
    for block in blocks[order + 1 :]:
        if not isinstance(block, TextBlock) or (lines and block.has_gap):
            break
        lines.append(block)
    is_closed = order + 1 + len(lines) < len(blocks)
    if len(lines) < 2 or not is_closed or max(len(line.text) for line in lines) > _MAX_LINE:
        return None
    return tuple(HighlightNode(line.text) for line in lines), 1 + len(lines)


def _is_label(block: Block, label: re.Pattern[str]) -> bool:
    return isinstance(block, TextBlock) and bool(label.fullmatch(labels.bare(block.text)))


def _length_of_front(blocks: Sequence[Block]) -> int:
    """How many blocks stand before the first running text."""
    for order, block in enumerate(blocks):
        if isinstance(block, TextBlock) and is_prose(block.text):
            return order
    return len(blocks)


def flat_texts(nodes: Iterable[HighlightNode]) -> Iterator[str]:
    """The text of every node, children behind their parent."""
    for node in nodes:
        yield node.text
        yield from flat_texts(node.children)
