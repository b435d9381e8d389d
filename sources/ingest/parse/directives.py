"""Lists and tables that hold orders, told from those that hold facts."""

from collections.abc import Sequence

from sources.ingest.item import (
    BulletList,
    DataTable,
    DirectiveList,
    HighlightNode,
    ParsedDirective,
    SectionRole,
)
from sources.ingest.parse import grammar, labels
from sources.ingest.parse.blocks import ListBlock, TableBlock
from sources.ingest.parse.highlights import build_tree

_MOST = 0.6


def read_list(block: ListBlock, *, heading: str, introduction: str) -> BulletList | DirectiveList:
    """The orders of a list where its surroundings and its wording say that it holds some."""
    items = build_tree(block.bullets)
    if _holds_orders([node.text for node in items], heading=heading, introduction=introduction):
        return DirectiveList(tuple(_directive(node) for node in items))
    return BulletList(items, ordered=block.bullets[0].is_ordered)


def read_table(block: TableBlock, *, heading: str, introduction: str) -> DataTable | DirectiveList:
    """The orders of a table whose first column holds them; the second says more of each."""
    header, *rows = block.rows
    context = f"{heading} {header[0]}"
    texts = [row[0] for row in rows if row[0]]
    if texts and _holds_orders(texts, heading=context, introduction=introduction):
        return DirectiveList(
            tuple(ParsedDirective(row[0], " ".join(row[1:]).strip()) for row in rows if row[0])
        )
    return DataTable(block.rows)


def _holds_orders(texts: Sequence[str], *, heading: str, introduction: str) -> bool:
    role = labels.role_of(heading)
    if role is SectionRole.ANALYSIS:
        return False
    orders = sum(map(grammar.is_order, texts)) / len(texts)
    led_by = introduction if introduction.endswith(":") else ""
    if role is SectionRole.DIRECTIVES or labels.DIRECTIVES.fullmatch(led_by):
        return orders >= _MOST or bool(labels.DIRECTIVES.fullmatch(heading))
    is_assigned = labels.ASSIGNMENTS.fullmatch(heading) or labels.ASSIGNMENTS.fullmatch(led_by)
    return bool(is_assigned) and orders >= _MOST


def _directive(node: HighlightNode) -> ParsedDirective:
    return ParsedDirective(node.text, "; ".join(child.text for child in node.children))
