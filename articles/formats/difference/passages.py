"""What differs between two runs of passages: which stand in one alone, and which were reworded."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.formats.difference.words import Run, compare_words, tokens_of

ALIKE = 0.5  # the share of common words from which one passage is another, reworded
REACH = 40  # how many passages ahead its pair is looked for, so that long texts stay cheap


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, a bullet, a row of a table; `place` is what it stands under."""

    text: str
    place: str = ""


@dataclass(frozen=True)
class PassageChange:
    """A passage that was added, removed or reworded, with its words."""

    place: str
    runs: list[Run]


def compare_passages(before: Sequence[Passage], after: Sequence[Passage]) -> list[PassageChange]:
    """Every change in the order of reading; a passage whose place alone is new is none."""
    old, new = ([passage.text for passage in passages] for passages in (before, after))
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return [
        change
        for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes()
        if tag != "equal"
        for change in _reworded(before[old_start:old_end], after[new_start:new_end])
    ]


def _reworded(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[PassageChange]:
    """Pair what is alike, in order; what has no pair was removed or added."""
    bags = [Counter(_bare(passage)) for passage in before]
    position = 0
    for passage in after:
        found = _most_alike(bags, position, Counter(_bare(passage)))
        if found is None:
            yield PassageChange(passage.place, compare_words("", passage.text))
            continue
        yield from _removed(before[position:found])
        runs = compare_words(before[found].text, passage.text)
        if any(run.is_added or run.is_removed for run in runs):
            yield PassageChange(passage.place, runs)
        position = found + 1
    yield from _removed(before[position:])


def _removed(passages: Sequence[Passage]) -> Iterator[PassageChange]:
    for passage in passages:
        yield PassageChange(passage.place, compare_words(passage.text, ""))


def _most_alike(bags: Sequence[Counter[str]], start: int, words: Counter[str]) -> int | None:
    within = range(start, min(start + REACH, len(bags)))
    ranked = [(_share(bags[index], words), -index) for index in within]
    share, place = max(ranked, default=(0.0, 0))
    return -place if share >= ALIKE else None


def _share(one: Counter[str], other: Counter[str]) -> float:
    """Common words over all, from 0 to 1 (Dice)."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _bare(passage: Passage) -> list[str]:
    return [token.strip() for token in tokens_of(passage.text)]
