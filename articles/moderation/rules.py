"""The rules, each a function from a text to what it finds. A change of a rule raises its version.

The sentences are collected for translation here and translated where they are shown.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from articles.moderation.folding import INVISIBLE, LOOKALIKES, Folded, fold
from articles.moderation.verdicts import Context, Finding, Weight

FEWEST_LETTERS = 3
LONG = 3000  # characters
FEWEST_SECONDS = 3.0  # between a form and its answer; nobody reads and types faster
MOST_IN_A_ROW = 7  # times that a character may stand in a row
SHOUTED = 0.7  # share of capitals
FEWEST_CAPITALS = 20  # letters with case, below which capitals are names
ECHOED = 0.5  # share of the text that one word may be, where there are as many as FEWEST_WORDS
FEWEST_WORDS = 10
# What people call themselves who want to be taken for one of us, in the languages that we speak.
OFFICES = frozenset(
    "admin administrator editor editors editorial moderator moderators newsroom official staff "
    "team webmaster administratorin moderation moderatorin redaktion redakteur redakteurin".split()
)
RESEMBLING = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")  # alphabets with letters like ours

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_ROW = re.compile(rf"([^\s\-_=*.])\1{{{MOST_IN_A_ROW},}}")
_WORD = re.compile(r"[^\W\d_]+")
_SAME_WORD = re.compile(r"\b(\w+)(?:\W+\1\b){3,}")
_HIDDEN = re.compile(f"[{''.join(sorted(INVISIBLE - {chr(0xAD)}))}]+")
_HEAPED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4,}")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")  # characters that turn the direction


def gettext_noop(text: str) -> str:
    """Mark a sentence for translation."""
    return text


@dataclass(frozen=True)
class Subject:
    """A comment before the rules."""

    text: str
    name: str
    context: Context
    folded: Folded


@dataclass(frozen=True)
class Found:
    """What a rule says of a stretch, or of the whole where it has no span."""

    says: str
    values: dict[str, object] = field(default_factory=dict)
    span: tuple[int, int] | None = None
    weight: Weight = Weight.HEAVY


@dataclass(frozen=True)
class Rule:
    """A rule as it is recorded: its code, its version, and how it looks."""

    code: str
    version: int
    look: Callable[[Subject], Iterator[Found]]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What it finds in a comment, as it is recorded."""
        for found in self.look(subject):
            start, end = found.span or (None, None)
            yield Finding(
                rule=self.code,
                version=self.version,
                weight=found.weight,
                says=found.says,
                values=found.values,
                start=start,
                end=end,
            )


def trap(subject: Subject) -> Iterator[Found]:
    """The field that no person sees was filled."""
    if subject.context.trap:
        yield Found(gettext_noop("The field that nobody sees was filled in."))


def haste(subject: Subject) -> Iterator[Found]:
    """The answer came faster than anybody types."""
    seconds = subject.context.seconds
    if seconds is not None and seconds < FEWEST_SECONDS:
        yield Found(
            gettext_noop("Sent %(seconds).1f seconds after the form was shown."),
            {"seconds": max(seconds, 0.0)},
        )


def length(subject: Subject) -> Iterator[Found]:
    """Hardly a word, or pages of them."""
    letters = sum(mark.isalnum() for mark in subject.text)
    if letters < FEWEST_LETTERS:
        yield Found(
            gettext_noop("Hardly any letters."),
            span=(0, len(subject.text)),
            weight=Weight.LIGHT,
        )
    elif len(subject.text) > LONG:
        yield Found(
            gettext_noop("Longer than %(most)d characters."),
            {"most": LONG},
            (LONG, len(subject.text)),
            Weight.LIGHT,
        )


def links(subject: Subject) -> Iterator[Found]:
    """Any address is worth a look, several are suspicious, and none belongs in a name."""
    found = [subject.folded.span(*link.span()) for link in _LINK.finditer(subject.folded.text)]
    most = subject.context.most_links
    for position, span in enumerate(found, start=1):
        if position > most:
            yield Found(gettext_noop("More than %(most)d links."), {"most": most}, span)
        else:
            yield Found(gettext_noop("A link."), span=span, weight=Weight.LIGHT)
    if _LINK.search(fold(subject.name).text):
        yield Found(gettext_noop("A link in the name."))


def repetition(subject: Subject) -> Iterator[Found]:
    """The same words elsewhere, the same word or character again and again."""
    if copies := subject.context.copies:
        yield Found(gettext_noop("The same text stands elsewhere (%(count)d)."), {"count": copies})
    for row in (*_ROW.finditer(subject.text), *_SAME_WORD.finditer(subject.text.casefold())):
        if row.end() <= len(subject.text):
            yield Found(
                gettext_noop("The same again and again."), span=row.span(), weight=Weight.LIGHT
            )
    words = Counter(_WORD.findall(subject.folded.text))
    word, count = words.most_common(1)[0] if words else ("", 0)
    if words.total() >= FEWEST_WORDS and count > ECHOED * words.total():
        yield Found(
            gettext_noop("“%(word)s” stands there %(count)d times."),
            {"word": word[:40], "count": count},
            (0, len(subject.text)),
            Weight.LIGHT,
        )


def capitals(subject: Subject) -> Iterator[Found]:
    """Shouting."""
    cased = [mark for mark in subject.text if mark.isupper() or mark.islower()]
    if len(cased) < FEWEST_CAPITALS:
        return
    if sum(mark.isupper() for mark in cased) > SHOUTED * len(cased):
        span = (0, len(subject.text))
        yield Found(gettext_noop("Almost all in capitals."), span=span, weight=Weight.LIGHT)


def disguise(subject: Subject) -> Iterator[Found]:
    """Letters of another alphabet within a word, or characters that show nothing."""
    for word in _WORD.finditer(subject.text):
        if _is_disguised(word.group()):
            yield Found(gettext_noop("Letters of two alphabets in one word."), span=word.span())
    for mark in _HIDDEN.finditer(subject.text):
        before, after = subject.text[: mark.start()][-1:], subject.text[mark.end() :][:1]
        if _TURNED.search(mark.group()) or (_is_latin(before) and _is_latin(after)):
            span = (max(mark.start() - 1, 0), min(mark.end() + 1, len(subject.text)))
            yield Found(gettext_noop("Characters that cannot be seen."), span=span)
    for heap in _HEAPED.finditer(subject.text):
        span = (max(heap.start() - 1, 0), heap.end())
        yield Found(gettext_noop("Marks heaped upon a letter."), span=span)
    if _is_name_disguised(subject.name):
        yield Found(gettext_noop("A name that is not what it looks like."))


def posing(subject: Subject) -> Iterator[Found]:
    """A name of the newsroom, in any order and any disguise, of somebody who has not signed in."""
    words = set(_WORD.findall(fold(subject.name).text))
    ours = [set(_WORD.findall(fold(name).text)) for name in subject.context.newsroom]
    if words & OFFICES or any(words == name or (len(name) > 1 and name <= words) for name in ours):
        yield Found(gettext_noop("The name of somebody of the newsroom, or as if it were."))


def blocked(subject: Subject) -> Iterator[Found]:
    """A word or pattern that a moderator has blocked, in text or name, in any disguise."""
    name = fold(subject.name)
    for entry in subject.context.blocked:
        values: dict[str, object] = {"pattern": entry.pattern}
        spans = set(entry.found_in(subject.text, subject.folded))
        for span in sorted(spans):
            yield Found(gettext_noop("Blocked: “%(pattern)s”."), values, span)
        if any(entry.found_in(subject.name, name)):
            yield Found(gettext_noop("Blocked, in the name: “%(pattern)s”."), values)


def _is_disguised(word: str) -> bool:
    """Whether a word has Latin letters and look-alikes of them from elsewhere."""
    return any(map(_is_latin, word)) and any(mark in LOOKALIKES for mark in word)


def _is_name_disguised(name: str) -> bool:
    """Whether a word of it mixes alphabets, or something is heaped up or hides beside a letter."""
    hidden = (name[max(mark.start() - 1, 0) : mark.end() + 1] for mark in _HIDDEN.finditer(name))
    return (
        any(map(_mixes_alphabets, _WORD.findall(name)))
        or bool(_HEAPED.search(name))
        or any(_is_latin(beside[:1]) or _is_latin(beside[-1:]) for beside in hidden)
    )


def _mixes_alphabets(word: str) -> bool:
    """In a name no unit and no formula stands, so any letter of another alphabet counts."""
    foreign = (unicodedata.name(mark, "").startswith(RESEMBLING) for mark in word)
    return any(map(_is_latin, word)) and any(foreign)


def _is_latin(mark: str) -> bool:
    return mark.isascii() and mark.isalpha()


RULES = (
    Rule("trap", 1, trap),
    Rule("haste", 1, haste),
    Rule("blocked", 1, blocked),
    Rule("posing", 1, posing),
    Rule("disguise", 2, disguise),
    Rule("repetition", 1, repetition),
    Rule("links", 1, links),
    Rule("capitals", 1, capitals),
    Rule("length", 1, length),
)
