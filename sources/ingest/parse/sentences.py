"""Running text to sentences, without taking an abbreviation for an end."""

import re

# It begins where the marks do: tried at each of very many, it would take for ever.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_a-z])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|St|No|vs|Inc|Ltd|Co"
    r"|Corp|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|est|fig|e\.g|i\.e)\.$"
)


def split_sentences(text: str) -> list[str]:
    """The sentences of `text` with their punctuation, in order."""
    sentences, start = [], 0
    for end in _END.finditer(text):
        if _ABBREVIATION.search(text[max(end.start() - 12, 0) : end.start() + 1]):
            continue
        sentences.append(text[start : end.end()].strip())
        start = end.end()
    tail = text[start:].strip()
    return [*sentences, tail] if tail else sentences
