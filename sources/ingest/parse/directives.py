"""Lists and tables that hold orders, told from those that hold facts."""

from collections.abc import Iterator, Sequence

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
from sources.ingest.parse.sentences import split_sentences

_MOST = 0.6


def read_list(block: ListBlock, *, heading: str, introduction: str) -> BulletList | DirectiveList:
    """The orders of a list where its surroundings and its wording say that it holds some."""
    items = build_tree(block.bullets)
    if _holds_orders([node.text for node in items], heading=heading, introduction=introduction):
        return DirectiveList(tuple(_directive(node) for node in items))
    return BulletList(items, ordered=block.bullets[0].is_ordered)


def read_table(block: TableBlock, *, heading: str, introduction: str) -> DataTable | DirectiveList:
    """The orders of a table whose first column holds them; the others say more of each."""
    first = block.rows[0][0]
    has_header = block.has_header or bool(labels.DIRECTIVES.fullmatch(first))
    rows = block.rows[1:] if has_header else block.rows
    context = f"{heading} {first if has_header else ''}"
    texts = [row[0] for row in rows if row[0]]
    if texts and _holds_orders(texts, heading=context, introduction=introduction):
        return DirectiveList(tuple(_directives_of_rows(rows)))
    return DataTable(block.rows)


def _holds_orders(texts: Sequence[str], *, heading: str, introduction: str) -> bool:
    """Whether most are worded as orders under a heading or sentence that leads to such.

    A sentence that commands ("tells makers to:") leads to orders in any wording, a heading that
    names directives likewise; a reading of the news gives none.
    """
    role = labels.role_of(heading)
    questions = sum(text.endswith("?") for text in texts)
    if role is SectionRole.ANALYSIS or 2 * questions > len(texts):
        return False
    led_by = split_sentences(introduction)[-1] if introduction.endswith(":") else ""
    if role is SectionRole.DIRECTIVES or labels.COMMAND.fullmatch(led_by):
        return True
    leads = (
        labels.DIRECTIVES.fullmatch(led_by),
        *map(labels.ASSIGNMENTS.fullmatch, (heading, led_by)),
    )
    orders = sum(map(grammar.is_order, texts))
    return any(leads) and orders >= _MOST * len(texts)


def _directive(node: HighlightNode) -> ParsedDirective:
    return ParsedDirective(node.text, "; ".join(child.text for child in node.children))


def _directives_of_rows(rows: Sequence[Sequence[str]]) -> Iterator[ParsedDirective]:
    """One directive per row; a row without a first cell goes on with the one before."""
    text, said = "", [""]
    for first, *others in rows:
        if first and text:
            yield ParsedDirective(text, " ".join(filter(None, said)))
        if first:
            text, said = first, []
        said += others
    yield ParsedDirective(text, " ".join(filter(None, said)))
