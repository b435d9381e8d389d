"""Who sends what they wrote, from where, and how: what a rule and a limit may look at."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sender:
    """How something reached us; an empty `address` is a program of our own."""

    user: Any = None  # who is signed in
    address: str = ""  # of the network
    seconds: float | None = None  # between the form and the answer
    trap: str = ""  # what stood in the field that nobody sees
    is_known: bool = False  # a program of ours vouches for the writer: no letter is sent


NOBODY = Sender()
