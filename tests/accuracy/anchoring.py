"""Quotes in invented documents that are then edited, and whether anchoring finds the right place.

Every sentence of `documents/*.txt` is cited, whole and by its last words; every edit that fits is
made to the document. Two marks that no text holds carry the passage through the edit, so the truth
is known. An edit to what the passage says leaves no passage: the quote is an orphan.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sources.anchoring import Selector, anchor, select
from sources.passages import sentences

DOCUMENTS = Path(__file__).parent / "documents"
OPEN, CLOSE = "\ue000", "\ue001"  # before and after the passage
LEAST_FOUND = 0.85

OPPOSITES = {
    "increased": "decreased",
    "rose": "fell",
    "fell": "rose",
    "raised": "razed",
    "approved": "disapproved",
    "rejected": "accepted",
    "less": "more",
    "more": "less",
    "open": "shut",
    "before": "after",
    "lowered": "raised",
    "allowed": "disallowed",
    "Imports": "Exports",
    "Exports": "Imports",
    "faster": "slower",
    "northern": "southern",
    "southern": "northern",
    "new": "old",
    "against": "for",
    "增长": "下降",
    "批准": "否决",
    "关闭": "开放",
}
NEGATED = re.compile(r"\b(was|were|is|are|will|has|have)\b")
NAME = re.compile(r"(?<=\w )(?!January|February|March|May|June|July|August)[A-Z][a-z]{3,}")
Edit = Callable[[str], str | None]


@dataclass(frozen=True)
class Case:
    """A citation and its document after an edit; `truth` is None where the passage is gone."""

    document: str
    kind: str
    selector: Selector
    text: str
    truth: tuple[int, int] | None

    @property
    def place(self) -> tuple[int, int] | None:
        """Where anchoring says that the quote stands now."""
        cited = self.selector
        return anchor(self.text, cited.exact, cited.prefix, cited.suffix)


@dataclass(frozen=True)
class Score:
    """What became of the citations."""

    found: tuple[Case, ...]  # attached to the right passage
    kept: tuple[Case, ...]  # orphans whose passage is gone
    doubted: tuple[Case, ...]  # orphans whose passage is there all the same
    wrong: tuple[Case, ...]  # attached to another passage, or to one that says something else

    @property
    def share_found(self) -> float:
        """Passages that are still there and were found again."""
        return len(self.found) / (len(self.found) + len(self.doubted))

    @property
    def is_good(self) -> bool:
        """Whether the targets are met."""
        return not self.wrong and self.share_found >= LEAST_FOUND


# -- Edits: each takes the marked document and returns it edited, None where it does not fit ----
def _parted(text: str) -> tuple[str, str, str]:
    before, _, rest = text.partition(OPEN)
    passage, _, after = rest.partition(CLOSE)
    return before, passage, after


def _within(text: str, change: Callable[[str], str]) -> str | None:
    """Change the passage so that it says something else: the marks go."""
    before, passage, after = _parted(text)
    changed = change(passage)
    return None if changed == passage else before + changed + after


def _restyled(text: str, change: Callable[[str], str]) -> str | None:
    """Change the passage, or all of the text, so that it says the same: the marks stay."""
    changed = change(text)
    return None if changed == text else changed


def other_figure(passage: str) -> str:
    """The last figure is another one."""
    figures = list(re.finditer(r"\d", passage))
    if not figures:
        return passage
    at = figures[-1].start()
    return f"{passage[:at]}{(int(passage[at]) + 3) % 10}{passage[at + 1 :]}"


def longer_figure(passage: str) -> str:
    """The last figure has one digit more."""
    return re.sub(r"(\d)(?=\D*$)", r"\g<1>5", passage)


def other_name(passage: str) -> str:
    """A name is another of the same length."""
    return NAME.sub(lambda match: "Quellborough"[: len(match[0])], passage, count=1)


def opposite(passage: str) -> str:
    """A word is its opposite."""
    for word, other in OPPOSITES.items():
        if re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", passage):
            return passage.replace(word, other, 1)
    return passage


def negated(passage: str) -> str:
    """It is not so."""
    return NEGATED.sub(r"\1 not", passage, count=1).replace("没有", "", 1)


def hedged(passage: str) -> str:
    """It is only almost so."""
    return NEGATED.sub(r"\1 almost", passage, count=1)


def misspelled(text: str) -> str:
    """The longest word of the passage loses a letter."""
    before, passage, after = _parted(text)
    word = max(re.findall(r"[a-z]+", passage) or [""], key=len)
    if len(word) < 5 or len(passage) < 20:
        return text
    changed = passage.replace(word, word[:3] + word[4:], 1)
    return f"{before}{OPEN}{changed}{CLOSE}{after}"


def typeset(text: str) -> str:
    """Other quotation marks and dashes, as a typesetter would make them."""
    return re.sub(r"[“”]", '"', text.replace(" - ", " – ").replace("'", "’"))


def ideographic(text: str) -> str:
    """The marks of another script."""
    if "。" in text:
        return text.replace("，", ", ").replace("。", ". ")
    return re.sub(r", ", "，", text)


def wrapped(text: str) -> str:
    """Broken into lines, as a mail program does."""
    return re.sub(r"((?:\S+ ){7}\S+) ", r"\1\n", text)


def spaced(text: str) -> str:
    """Every space is two."""
    return re.sub(r" ", "  ", text)


def _look_alike(passage: str) -> str:
    changed = other_figure(passage)
    return other_name(passage) if changed == passage else changed


def _moved(text: str) -> str:
    """The paragraphs in the opposite order."""
    return "\n\n".join(reversed(text.split("\n\n")))


def _without_neighbour(text: str, *, before: bool) -> str | None:
    """The sentence before or after the one that holds the passage is deleted."""
    places = sentences(text)
    own = next(at for at, place in enumerate(places) if OPEN in text[slice(*place)])
    at = own - 1 if before else own + 1
    if not 0 <= at < len(places) or CLOSE not in text[slice(*places[own])]:
        return None
    start, end = places[at]
    return text[:start] + text[end:].lstrip(" ")


NEW = "The visitors came by train and left in the evening."
FRAME = "\n\nFrom the archive of another year: “{}” So it read then."


def _beside_look_alike(text: str) -> str | None:
    before, passage, after = _parted(text)
    other = _look_alike(passage)
    return None if other == passage else f"{before}{other} {OPEN}{passage}{CLOSE}{after}"


def _look_alike_remains(text: str) -> str | None:
    before, passage, after = _parted(text)
    other = _look_alike(passage)
    return None if other == passage else before + after + FRAME.format(other)


KEEPING: dict[str, Edit] = {
    "nothing": lambda text: text,
    "sentence at the beginning": lambda text: f"{NEW}\n\n{text}",
    "sentence at the end": lambda text: f"{text} {NEW}",
    "sentence right before": lambda text: text.replace(OPEN, f"{NEW} {OPEN}"),
    "sentence right after": lambda text: text.replace(CLOSE, f"{CLOSE} {NEW}"),
    "sentence before deleted": lambda text: _without_neighbour(text, before=True),
    "sentence after deleted": lambda text: _without_neighbour(text, before=False),
    "copy in the archive": lambda text: text + FRAME.format(_parted(text)[1]),
    "look-alike right before": _beside_look_alike,
    "look-alike in the archive": lambda text: text + FRAME.format(_look_alike(_parted(text)[1])),
    "paragraphs in another order": _moved,
    "misspelled": lambda text: _restyled(text, misspelled),
    "typeset": lambda text: _restyled(text, typeset),
    "marks of another script": lambda text: _restyled(text, ideographic),
    "wrapped": lambda text: _restyled(text, wrapped),
    "spaced": lambda text: _restyled(text, spaced),
    "rest cut off": lambda text: text[: text.index(CLOSE) + 1],
    "beginning cut off": lambda text: text[text.index(OPEN) :],
}
ENDING: dict[str, Edit] = {
    "deleted": lambda text: _within(text, lambda _: ""),
    "cut in the middle": lambda text: text[: (text.index(OPEN) + text.index(CLOSE)) // 2],
    "replaced": lambda text: _within(text, lambda _: NEW),
    "other figure": lambda text: _within(text, other_figure),
    "longer figure": lambda text: _within(text, longer_figure),
    "other name": lambda text: _within(text, other_name),
    "opposite": lambda text: _within(text, opposite),
    "negated": lambda text: _within(text, negated),
    "hedged": lambda text: _within(text, hedged),
    "only a copy in the archive": lambda text: (
        _parted(text)[0] + _parted(text)[2] + FRAME.format(_parted(text)[1])
    ),
    "only a look-alike in the archive": _look_alike_remains,
}


# -- Cases ------------------------------------------------------------------------------------
def make_cases() -> Iterator[Case]:
    """Every quote under every edit that fits it, always in the same order."""
    for path in sorted(DOCUMENTS.glob("*.txt")):
        text = path.read_text().strip()
        for selector in _citations(text):
            marked = "".join(
                (text[: selector.start], OPEN, selector.exact, CLOSE, text[selector.end :])
            )
            for kind, edit in (KEEPING | ENDING).items():
                edited = edit(marked)
                if edited is not None:
                    yield _case(path.stem, kind, selector, edited)


def _citations(text: str) -> Iterator[Selector]:
    """Each sentence, and the last words of each that is long."""
    for start, end in sentences(text):
        last = text.rfind(" ", start, start + (end - start) // 2) + 1
        for begin in (start, last) if last > start else (start,):
            selector = select(text, text[begin:end], begin)
            if selector:
                yield selector


def _case(document: str, kind: str, selector: Selector, edited: str) -> Case:
    start, end = edited.find(OPEN), edited.find(CLOSE)
    text = edited.replace(OPEN, "").replace(CLOSE, "")
    truth = (start, end - 1) if kind in KEEPING else None
    return Case(document, kind, selector, text, truth)


def score(cases: Sequence[Case]) -> Score:
    """Anchor every citation again and sort by what became of it."""
    sorted_out: dict[str, list[Case]] = {"found": [], "kept": [], "doubted": [], "wrong": []}
    for case in cases:
        sorted_out[_outcome(case)].append(case)
    return Score(**{name: tuple(found) for name, found in sorted_out.items()})


def _outcome(case: Case) -> str:
    place = case.place
    if place is None:
        return "doubted" if case.truth else "kept"
    if case.truth is None:
        return "wrong"
    return (
        "found" if all(abs(a - b) <= 1 for a, b in zip(place, case.truth, strict=True)) else "wrong"
    )


def report(name: str, result: Score) -> str:
    """The figures, and which edits leave a passage in doubt."""
    cases = sum(map(len, (result.found, result.kept, result.doubted, result.wrong)))
    doubts = Counter(case.kind for case in result.doubted).most_common()
    lines = [
        name,
        f"  edited documents              {cases}",
        f"  attached to a wrong passage   {len(result.wrong)} (target: none)",
        f"  passages found again          {result.share_found:.1%} (target: {LEAST_FOUND:.0%})",
        f"  changed or gone, so findings  {len(result.kept)}",
        *(f"  in doubt, so findings         {count:4} {kind}" for kind, count in doubts),
        *(f"  wrong: {c.document}, {c.kind}: {c.selector.exact}" for c in result.wrong),
    ]
    return "\n".join(lines) + "\n\n"
