"""Which lines are headings, now that their markup is lost."""

import re
from collections.abc import Sequence

from sources.ingest.parse import labels
from sources.ingest.parse.blocks import Block, ListBlock, TableBlock, TextBlock
from sources.ingest.parse.dates import is_date_line

_MAX_CHARS = 120
_MAX_WORDS = 16
_SHORT_WORDS = 12
_PROSE_CHARS = 60
_ENDS_OPEN = re.compile(r"[.,;:…–—，；：。、-][\"”’')\]]*$|\.{3}$")
_ENDS_TEXT = re.compile(r"[.!?…:。！？：][\"”’')\]]*$")
_ENDS_IN_FUNCTION_WORD = re.compile(
    r"\b(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|than|that|the|their|its|to|was|were|with|is|are)$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)[a-z)\d][.!?] [A-Z“\"]")
# Chinese and Japanese set no spaces; of their sentences headings have neither end nor clauses.
_EASTERN_SENTENCE = re.compile(r"。|，.*，|[，：].{20}")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')\]]*$")
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_ATTRIBUTION = re.compile(
    r"^[—–-]|^(?:source|credit|photo|note|contact|tel|email|phone|https?:)\b", re.IGNORECASE
)
_SMALL_WORD_LENGTH = 3


def is_prose(text: str) -> bool:
    """Whether `text` is running text: it ends as a sentence and is no short exclamation."""
    return (
        bool(_TWO_SENTENCES.search(labels.bare(text)) or _EASTERN_SENTENCE.search(text))
        or (len(text) > _PROSE_CHARS and text.rstrip("\"”’')").endswith((".", "…")))
        or len(text) > 260
    )


def is_heading_shaped(text: str, *, max_words: int = _MAX_WORDS) -> bool:
    """Whether `text` could be a heading by itself: short, one breath, opening with a capital."""
    words = text.split()
    if not words or len(words) > max_words or text[0].islower() or _ATTRIBUTION.match(text):
        return False
    if _EASTERN_SENTENCE.search(text):
        return False
    if _ENDS_OPEN.search(text) or _ENDS_IN_FUNCTION_WORD.search(text):
        return False
    return (
        not _TWO_SENTENCES.search(labels.bare(text))
        and not is_date_line(text)
        and bool(_WORD.search(text))
    )


def is_heading(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at `at` heads what follows."""
    block = blocks[at]
    if not isinstance(block, TextBlock) or block.label:
        return False
    if block.is_marked:
        return len(block.text.split()) <= 2 * _MAX_WORDS and not is_prose(block.text)
    text = _without_colon(block.text)
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None:
        return bool(labels.ANALYSIS.fullmatch(labels.bare(text))) and is_heading_shaped(text)
    if len(text) > _MAX_CHARS or not is_heading_shaped(text) or not _follows_an_end(blocks, at):
        return False
    return is_title_case(text) or _stands_out(block, following)


def _without_colon(text: str) -> str:
    """A heading may end in a colon; an introduction to a list does, but is a sentence."""
    bare = text[:-1].rstrip()
    is_title = is_title_case(bare) and len(bare.split()) <= 6
    return bare if text.endswith(":") and is_title else text


def _follows_an_end(blocks: Sequence[Block], at: int) -> bool:
    """A heading never follows a sentence that is still open, unless a blank line parts them."""
    block, previous = blocks[at], blocks[at - 1] if at else None
    if not isinstance(previous, TextBlock) or not isinstance(block, TextBlock) or block.has_gap:
        return True
    return bool(_SENTENCE_END.search(previous.text)) or is_heading_shaped(previous.text)


def _stands_out(block: TextBlock, following: Block) -> bool:
    """A heading in sentence case: short, and what follows is a sentence or much longer."""
    if len(block.text.split()) > _SHORT_WORDS or _SENTENCE_END.search(block.text.rstrip("?")):
        return False
    if isinstance(following, ListBlock | TableBlock):
        return block.has_gap
    is_long = len(following.text) > 2 * len(block.text)
    return is_long or bool(following.label) or bool(_ENDS_TEXT.search(following.text))


def is_title_case(text: str) -> bool:
    """Whether at least three quarters of the longer words open with a capital or a figure."""
    words = [word.strip("\"“”‘’'()[],:;!?") for word in text.split()]
    longer = [word for word in words if len(word) > _SMALL_WORD_LENGTH]
    capitals = sum(not word[0].islower() for word in longer)
    return capitals >= 0.75 * len(longer) if longer else text[:1].isupper()
