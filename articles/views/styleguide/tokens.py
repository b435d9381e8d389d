"""The design tokens as static/css/tokens.css states them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

SHEET = "css/tokens.css"
_PART = re.compile(r"/\*(?P<heading>[^*]+)\*/|--(?P<name>[\w-]+):\s*(?P<value>[^;]+);")
# Which names are shown as what; the rest are shown as they are written.
KINDS = {"text-": "type", "space-": "space", "font-": "font", "column-": "space"}


@dataclass(frozen=True)
class Token:
    """A custom property: `kind` is how a specimen of it is drawn, or empty."""

    name: str
    value: str
    kind: str


@dataclass(frozen=True)
class TokenGroup:
    """Tokens that stand under one heading of the sheet."""

    heading: str
    tokens: tuple[Token, ...]


@cache
def token_groups() -> tuple[TokenGroup, ...]:
    """Every token in the order of the sheet."""
    return tuple(group for group in _groups(_sheet()) if group.tokens)


def _sheet() -> str:
    found = finders.find(SHEET)
    if not isinstance(found, str):
        raise FileNotFoundError(SHEET)
    return Path(found).read_text()


def _groups(sheet: str) -> Iterator[TokenGroup]:
    heading, tokens = "", list[Token]()
    for part in _PART.finditer(sheet):
        if part["heading"]:
            yield TokenGroup(heading, tuple(tokens))
            heading, tokens = part["heading"].strip(), []
        else:
            tokens.append(_token(part["name"], " ".join(part["value"].split())))
    yield TokenGroup(heading, tuple(tokens))


def _token(name: str, value: str) -> Token:
    if value.startswith(("oklch(", "light-dark(")):
        return Token(name, value, "colour")
    kind = next((kind for start, kind in KINDS.items() if name.startswith(start)), "")
    return Token(name, value, kind)
