"""Lists, tables and paragraphs that hold orders, told from those that hold facts."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sources.ingest.item import (
    BulletList,
    DataTable,
    DirectiveList,
    HighlightNode,
    Paragraph,
    ParsedDirective,
    Part,
    SectionRole,
)
from sources.ingest.parse import labels
from sources.ingest.parse.blocks import ListBlock, TableBlock
from sources.ingest.parse.highlights import build_tree
from sources.ingest.parse.orders import is_duty, is_order_sentence, split_series
from sources.ingest.parse.sentences import split_sentences

_MOST = 0.6
_PARAGRAPHS_OF_A_SERIES = 3


def read_list(block: ListBlock, *, heading: str, introduction: str) -> BulletList | DirectiveList:
    """The orders of a list where its surroundings and its wording say that it holds some."""
    items = build_tree(block.bullets)
    if _holds_orders([node.text for node in items], heading=heading, introduction=introduction):
        return DirectiveList(tuple(_directive(node) for node in items))
    return BulletList(items, ordered=block.bullets[0].is_ordered)


def read_table(block: TableBlock, *, heading: str, introduction: str) -> DataTable | DirectiveList:
    """The orders of a table that has a column of them, the first unless a header says another; the
    other columns say more of each.
    """
    header = block.rows[0]
    at = next((at for at, cell in enumerate(header) if labels.ORDER_COLUMN.fullmatch(cell)), 0)
    has_header = block.has_header or bool(labels.DIRECTIVES.fullmatch(header[at]))
    rows = [(row[at], *row[:at], *row[at + 1 :]) for row in block.rows[1 if has_header else 0 :]]
    context = f"{heading} {header[at] if has_header else ''}"
    texts = [row[0] for row in rows if row[0]]
    if texts and _holds_orders(texts, heading=context, introduction=introduction):
        return DirectiveList(tuple(_directives_of_rows(rows)))
    return DataTable(block.rows)


def read_paragraph(text: str, *, heading: str) -> Iterator[Paragraph | DirectiveList]:
    """The orders of a paragraph that gives nothing else under a heading that leads to such, and those
    that it counts behind a sentence that leads to them; else the paragraph.
    """
    sentences = split_sentences(text)
    role = labels.role_of(heading)
    is_led = role is SectionRole.DIRECTIVES or bool(labels.ASSIGNMENTS.fullmatch(heading))
    if role is SectionRole.ANALYSIS:
        yield Paragraph(text)
    elif is_led and all(map(is_order_sentence, sentences)):
        yield _directives_of(sentences)
    else:
        yield from _read_series(text, sentences, is_led=is_led)


def _read_series(
    text: str, sentences: Sequence[str], *, is_led: bool
) -> Iterator[Paragraph | DirectiveList]:
    groups = list(split_series(sentences))
    counted = [group for is_counted, group in groups if is_counted]
    is_led = is_led or any(map(_leads_to_orders, sentences))
    if not is_led or len(counted) != 1 or not _are_mostly_orders(counted[0]):
        yield Paragraph(text)
        return
    for is_counted, group in groups:
        yield _directives_of(group) if is_counted else Paragraph(" ".join(group))


def gather_orders(parts: Sequence[Part], *, heading: str) -> Iterator[Part]:
    """The parts, of which several paragraphs in a row that only give orders are one list of them."""
    if not heading or labels.role_of(heading) is SectionRole.ANALYSIS:
        yield from parts
        return
    for is_order, group in groupby(parts, _gives_only_orders):
        members = list(group)
        is_series = is_order and (
            len(members) >= _PARAGRAPHS_OF_A_SERIES
            or all(isinstance(each, DirectiveList) for each in members)
        )
        if is_series:
            yield DirectiveList(tuple(each for part in members for each in _orders_of(part)))
        else:
            yield from members


def _gives_only_orders(part: Part) -> bool:
    if isinstance(part, Paragraph):
        return all(map(is_order_sentence, split_sentences(part.text)))
    return isinstance(part, DirectiveList)


def _orders_of(part: Part) -> Iterator[ParsedDirective]:
    if isinstance(part, Paragraph):
        yield from _directives_of(split_sentences(part.text)).directives
    elif isinstance(part, DirectiveList):
        yield from part.directives


def _directives_of(sentences: Sequence[str]) -> DirectiveList:
    return DirectiveList(tuple(ParsedDirective(each) for each in sentences))


def _leads_to_orders(sentence: str) -> bool:
    return bool(labels.DIRECTIVES.fullmatch(sentence) or labels.ASSIGNMENTS.fullmatch(sentence))


def _are_mostly_orders(sentences: Sequence[str]) -> bool:
    return len(sentences) > 1 and sum(map(is_order_sentence, sentences)) >= _MOST * len(sentences)


def _holds_orders(texts: Sequence[str], *, heading: str, introduction: str) -> bool:
    """Whether most are worded as orders under a heading or sentence that leads to such.

    A sentence that commands ("tells makers to:") leads to orders in any wording, a heading that
    names directives likewise; a reading of the news gives none. Duties alone need no heading.
    """
    role = labels.role_of(heading)
    questions = sum(text.endswith("?") for text in texts)
    if role is SectionRole.ANALYSIS or 2 * questions > len(texts):
        return False
    led_by = split_sentences(introduction)[-1] if introduction.endswith(":") else ""
    if role is SectionRole.DIRECTIVES or labels.COMMAND.fullmatch(led_by):
        return True
    if len(texts) > 1 and all(map(is_duty, texts)):
        return True
    orders = sum(map(is_order_sentence, texts))
    return any(map(_leads_to_orders, (heading, led_by))) and orders >= _MOST * len(texts)


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
