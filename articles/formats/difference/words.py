"""What differs between two texts, word by word, so that a reader sees it in its sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A number with its separators is one word; a script without spaces is compared by its signs.
SIGN = r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
LETTER = rf"(?:(?!{SIGN})\w)"
TOKEN = re.compile(rf"(?:{SIGN}|\d+(?:[.,]\d+)+|{LETTER}+(?:[’'-]{LETTER}+)*|[^\w\s])\s?")
MOST_WORDS = 3000  # beyond them the comparison would take seconds: the whole is told instead
Step = tuple[str, int, int, int, int]  # as in difflib's opcodes


class Mark(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """Words that share a fate; `space` is what stands between them and the next run."""

    mark: Mark
    text: str
    space: str = ""

    @property
    def is_removed(self) -> bool:
        """Whether only the earlier text has it."""
        return self.mark is Mark.REMOVED

    @property
    def is_added(self) -> bool:
        """Whether only the later text has it."""
        return self.mark is Mark.ADDED


def compare_words(before: str, after: str) -> list[Run]:
    """The later text with what it lost and gained, in order; white space does not count."""
    old, new = tokens_of(before), tokens_of(after)
    runs: list[Run] = []
    for tag, old_start, old_end, new_start, new_end in _steps(old, new):
        if tag == "equal":
            runs.extend(_run(Mark.KEPT, new[new_start:new_end]))
        else:
            runs.extend(_run(Mark.REMOVED, old[old_start:old_end]))
            runs.extend(_run(Mark.ADDED, new[new_start:new_end]))
    return runs


def tokens_of(text: str) -> list[str]:
    """Words and marks, each with the space behind it."""
    return TOKEN.findall(" ".join(text.split()))


def without(mark: Mark, runs: Iterable[Run]) -> list[Run]:
    """One side of a comparison: without what was added, or without what was removed."""
    return [run for run in runs if run.mark is not mark]


def _steps(old: list[str], new: list[str]) -> list[Step]:
    if max(len(old), len(new)) > MOST_WORDS:
        return [("replace", 0, len(old), 0, len(new))] if old != new else [_whole(old, new)]
    bare = [[token.strip() for token in tokens] for tokens in (old, new)]
    opcodes = SequenceMatcher(a=bare[0], b=bare[1], autojunk=False).get_opcodes()
    return list(_calm(opcodes))


def _whole(old: list[str], new: list[str]) -> Step:
    return ("equal", 0, len(old), 0, len(new))


def _calm(opcodes: Sequence[Step]) -> Iterator[Step]:
    """Changes that only one word keeps apart are read as one."""
    pending: Step | None = None
    for index, step in enumerate(opcodes):
        is_between = 0 < index < len(opcodes) - 1 and step[2] - step[1] == 1
        if step[0] == "equal" and not is_between:
            yield from (pending, step) if pending else (step,)
            pending = None
        else:
            start = pending or step
            pending = ("replace", start[1], step[2], start[3], step[4])
    if pending:
        yield pending


def _run(mark: Mark, tokens: list[str]) -> Iterator[Run]:
    text = "".join(tokens)
    if text:
        yield Run(mark, text.strip(), " " if text.endswith(" ") else "")
