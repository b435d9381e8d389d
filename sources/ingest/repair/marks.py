"""The marks themselves, and a line of text whose lost marks are being decided."""

from dataclasses import dataclass

LOST = "\ue000"
"""Stands in a line for a mark not decided yet; a private-use character, so no letter or digit."""

APOSTROPHE, OPEN_SINGLE, CLOSE_SINGLE = "’", "‘", "’"
OPEN, CLOSE = "“", "”"
EN, EM, HYPHEN, MINUS, SUBSCRIPT_TWO = "–", "—", "\u2011", "\u2212", "₂"

_WINDOW = 24  # longer than any word that a rule looks for; keeps a long line linear


@dataclass(frozen=True)
class Decision:
    """What a lost mark was, by which rule, and whether the context leaves no other reading."""

    char: str
    rule: str
    sure: bool = True


@dataclass(frozen=True)
class Context:
    """What stands before and after a mark in its line, a few words at most."""

    before: str
    after: str

    @property
    def previous(self) -> str:
        """The character before the mark, "" at the start of the line."""
        return self.before[-1:]

    @property
    def next(self) -> str:
        """The character behind the mark, "" at the end of the line."""
        return self.after[:1]


def context_of(chars: list[str], place: int) -> Context:
    """The surroundings of `chars[place]`."""
    return Context(
        "".join(chars[max(place - _WINDOW, 0) : place]),
        "".join(chars[place + 1 : place + 1 + _WINDOW]),
    )
