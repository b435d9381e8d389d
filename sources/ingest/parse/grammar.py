"""Just enough English grammar to tell an order from a statement and a name from a sentence."""

import re

from sources.ingest.parse import verbs

_OBJECT = r"(?:the|an?|its|their|his|her|that|to|past|how|why|more|less|fewer|higher|lower|new|no|for|up|\d[\d.,]*%?)"
_CLAUSE = re.compile(
    rf"(?!to\b)\S+(?: \S+){{0,11}}? "
    rf"(?:(?:{verbs.AUXILIARIES}|{verbs.FINITE})\b|(?:{verbs.MAYBE_FINITE}) {_OBJECT} )"
)
_RELATIVE = re.compile(r" (?:that|which|who|where|when|as|because|if|while|to|after|before) .*$")
_LABEL = re.compile(r"^[^:.]{2,40}: (?=[A-Z])")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]?(?P<word>[^\W\d_]+)")
_GERUND = re.compile(r"[\"“‘']?[A-Z]?[a-z]{2,}ing\b")
_NUMBERS = {
    word: count
    for count, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2
    )
}
_COUNT = re.compile(
    rf"\b(?P<count>{'|'.join(_NUMBERS)}|[2-9])\b (?:[\w-]+ ){{0,3}}(?P<noun>[a-z-]+s)\b",
    re.IGNORECASE,
)
_UNITS = frozenset(
    "years months weeks days hours minutes times tons tonnes percent dollars".split()
)


def is_order(text: str) -> bool:
    """Whether `text` opens with the bare form of a verb, as orders do: "Tighten cost control".

    A label may stand before it: "Safety: Check every line".
    """
    found = _FIRST_WORD.match(_LABEL.sub("", text, count=1))
    return found is not None and found["word"].lower() in verbs.ORDERS


def is_clause(text: str) -> bool:
    """Whether `text` states something: a subject with a finite verb in its main clause."""
    return not is_gerund(text) and bool(_CLAUSE.match(_RELATIVE.sub("", text)))


def is_gerund(text: str) -> bool:
    """Whether `text` opens with an -ing form: "Tightening cost control"."""
    return bool(_GERUND.match(text))


def announced_count(stem: str) -> int | None:
    """How many items a stem announces: 3 for "The company set three goals:", else None."""
    found = [each for each in _COUNT.finditer(stem) if each["noun"].lower() not in _UNITS]
    if len(found) != 1:
        return None
    count = found[0]["count"].lower()
    return _NUMBERS.get(count) or int(count)
