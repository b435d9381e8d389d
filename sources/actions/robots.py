"""robots.txt (RFC 9309): what a host asks of those who come unasked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sources.actions.addresses import ALLOWED

EVERYBODY = "*"


@dataclass(frozen=True)
class Rule:
    """Whether paths of a pattern may be asked for; `*` is anything, a last `$` is the end."""

    pattern: str
    is_allowed: bool

    def fits(self, path: str) -> bool:
        """Whether a path is of the pattern. Takes time in proportion to both."""
        first, *others = self.pattern.removesuffix("$").split("*")
        ends_with = others.pop() if self.pattern.endswith("$") and others else None
        if not path.startswith(first):
            return False
        place = len(first)
        for piece in others:
            found = path.find(piece, place)
            if found < 0:
                return False
            place = found + len(piece)
        if not self.pattern.endswith("$"):
            return True
        if ends_with is None:
            return place == len(path)
        return path.endswith(ends_with) and len(path) - len(ends_with) >= place


@dataclass(frozen=True)
class Robots:
    """What a host asks of one agent; `delay` is in seconds between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether an address may be asked for: the longest pattern decides, in doubt for yes."""
        parts = urlsplit(url)
        path = _comparable(parts.path or "/") + (f"?{_comparable(parts.query)}" * bool(parts.query))
        fitting = [rule for rule in self.rules if rule.fits(path)]
        ranked = max(fitting, key=lambda rule: (len(rule.pattern), rule.is_allowed), default=None)
        return ranked is None or ranked.is_allowed


def read_robots(text: str, *, agent: str) -> Robots:
    """What a robots.txt says to an agent: the groups that name it, else those for everybody."""
    groups = list(_groups(text))
    for name in (agent.lower(), EVERYBODY):
        if lines := [line for names, told in groups if name in names for line in told]:
            return Robots(rules=tuple(_rules(lines)), delay=_delay(lines))
    return Robots()


Line = tuple[str, str]


def _groups(text: str) -> Iterator[tuple[list[str], list[Line]]]:
    """Names that are spoken to in a row, with what they are told."""
    names: list[str] = []
    told: list[Line] = []
    for key, value in _lines(text):
        if key == "user-agent":
            if told:
                yield names, told
                names, told = [], []
            names.append(value.lower())
        else:
            told.append((key, value))
    yield names, told


def _lines(text: str) -> Iterator[Line]:
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _rules(lines: Iterable[Line]) -> Iterator[Rule]:
    for key, value in lines:
        if key in ("allow", "disallow") and value:
            yield Rule(pattern=_comparable(value), is_allowed=key == "allow")


def _delay(lines: Iterable[Line]) -> float:
    """The longest pause that is asked for; RFC 9309 does not know it, hosts do."""
    delays = (value for key, value in lines if key == "crawl-delay")
    return max((float(value) for value in delays if value.isascii() and value.isdigit()), default=0)


def _comparable(path: str) -> str:
    return quote(path, safe=ALLOWED)
