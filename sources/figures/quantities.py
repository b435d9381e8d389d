"""The shapes of numbers, percentages, amounts of money, measures, durations and ordinals."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from sources.figures.dates import DATES
from sources.figures.measures import CURRENCIES, MONTHS, PERCENT, TIMES, Measure
from sources.figures.mention import Date, Kind, Leeway, Quantity
from sources.figures.shapes import Found, Rule, Terms, find
from sources.figures.words import HEDGES, STAGES

ORDINAL = "ordinal"  # the dimension of "third", "Phase II"
_MILLION = Fraction(10**6)
_METRE = Measure("m", Fraction(1))
_BARE = Measure("", Fraction(1))
_QUARTER = Measure(MONTHS, Fraction(3))
_AMOUNT = re.compile(
    r"(?P<sign>\$)?(?P<number>[nYdfhp])(?P<factor>X{1,2}|m(?==?j{0,2}[U$]))?"
    r"(?P<unit>=?j{0,2}[UQ]|m|\$(?![nYd]))?"
)
_POINTED_AT = frozenset("the these those both its their his her our any".split())


class _Amount(NamedTuple):
    """A number on the way to its readings; `factor` is its multiplier, None where it has none."""

    first: int
    last: int
    numbers: tuple[Fraction, ...]
    factor: Fraction | None
    measures: tuple[Measure, ...]
    letter: str


def _year(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    number = terms[match.start()].numbers[0]
    readings = Date(int(number)), Quantity(number)
    yield Found(Kind.DATE, match.start(), match.end(), readings)


def _ordinal(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    term = terms[match.start()]
    value = term.value if isinstance(term.value, int) else 0
    following = _word(terms, match.end() + (_letter(terms, match.end()) == "="))
    is_weak = term.is_spelled and (value < 3 or following.startswith("part"))
    yield Found(
        Kind.NUMBER,
        match.start(),
        match.end(),
        (Quantity(Fraction(value), ORDINAL),),
        is_weak=is_weak and following not in STAGES,
    )


_YEARS = (Rule(re.compile(r"(?<!\$)Y(?![XUm$]|=U)"), _year),)
_ORDINALS = (Rule(re.compile(r"o|r"), _ordinal),)


def find_figures(terms: Terms) -> Iterator[Found]:
    """Every figure, date and period; those of one kind in the order of the text."""
    fixed = list(find((*DATES, *_YEARS, *_ORDINALS), terms))
    yield from fixed
    yield from _amounts(
        terms, frozenset(chain.from_iterable(range(each.first, each.last) for each in fixed))
    )


def _amounts(terms: Terms, taken: frozenset[int]) -> Iterator[Found]:
    shape = "".join("_" if at in taken else term.letter for at, term in enumerate(terms))
    amounts = [_read(match, terms) for match in _AMOUNT.finditer(shape)]
    neighbours = zip([None, *amounts], amounts, [*amounts[1:], None], strict=False)
    for before, amount, after in neighbours:
        lower = before if before and _are_joined(before, amount, shape, by="=-t/") else None
        upper = after if after and _are_joined(amount, after, shape, by="=-t/a") else None
        yield _found(amount, terms, lower=lower, upper=upper)


def _read(match: re.Match[str], terms: Terms) -> _Amount:
    number = terms[match.start("number")]
    measures: tuple[Measure, ...] = ()
    factor: Fraction | None = None
    for index in range(match.start(), match.end()):
        term = terms[index]
        measures = measures or term.measures
        if term.letter == "X":
            factor = (factor or 1) * term.numbers[0]
        elif term.letter == "Q":
            measures = (_QUARTER,)
    if match["factor"] == "m" or (match["unit"] == "m" and match["sign"]):
        factor = _MILLION
    elif match["unit"] == "m":
        measures = (_METRE,)
    return _Amount(match.start(), match.end(), number.numbers, factor, measures, match["number"])


def _are_joined(one: _Amount, other: _Amount, shape: str, *, by: str) -> bool:
    """Whether they are the ends of a range: "8-60 mm", "between 1.2 and 1.5 million"."""
    return other.first - one.last == 1 and shape[one.last] in by


def _found(amount: _Amount, terms: Terms, *, lower: _Amount | None, upper: _Amount | None) -> Found:
    """The quantity with all its readings; the other end of its range may hold its unit."""
    measures, factors = amount.measures, [amount.factor or Fraction(1)]
    if upper and upper.factor and amount.factor is None:
        factors.append(upper.factor)
    shared = (upper and upper.measures) or (lower and lower.measures) or ()
    readings = [
        Quantity(number * factor, measure.dimension, measure.scale)
        for number in amount.numbers
        for factor in factors
        for measure in measures or (*shared, _BARE)
    ]
    readings += _other_readings(amount, terms)
    following = terms[amount.last].letter if amount.last < len(terms) else ""
    return Found(
        kind=_kind(readings[0]),
        first=amount.first,
        last=amount.last,
        readings=tuple(dict.fromkeys(readings)),
        leeway=_leeway(amount, terms),
        is_counted=not measures and following in ("w", "N", "="),
        is_weak=not measures and _is_weak(amount, terms),
    )


def _other_readings(amount: _Amount, terms: Terms) -> Iterator[Quantity]:
    """What else it can mean: a fraction is a percentage, 5m are millions, points may be counted."""
    last = terms[amount.last - 1]
    for number in amount.numbers:
        if amount.letter in "fh" and not amount.measures and amount.factor is None:
            yield Quantity(100 * number, PERCENT.dimension)
            if last.text.endswith(" quarters"):
                yield Quantity(4 * number, MONTHS, Fraction(3))
        if last.letter == "m" and amount.factor is None:
            yield Quantity(number * _MILLION)
        if last.word in ("point", "points"):
            yield Quantity(number)


def _kind(reading: Quantity) -> Kind:
    if reading.dimension in ("%", "pp"):
        return Kind.PERCENTAGE
    if reading.dimension in CURRENCIES or reading.dimension in ("cent", "pence"):
        return Kind.AMOUNT
    return Kind.PERIOD if reading.dimension in TIMES else Kind.NUMBER


def _leeway(amount: _Amount, terms: Terms) -> Leeway:
    """What a hedge before the number allows; an endless fraction is never exact."""
    before = [term.word for term in reversed(terms[max(0, amount.first - 3) : amount.first])]
    while before and before[0] in ("than", "to", "as", "just", "the", "a"):
        before.pop(0)
    if before and before[0] in HEDGES:
        return Leeway(HEDGES[before[0]])
    denominator = amount.numbers[0].denominator
    is_endless = amount.letter == "f" and denominator % 3 == 0
    return Leeway.ABOUT if is_endless else Leeway.NONE


def _is_weak(amount: _Amount, terms: Terms) -> bool:
    """Whether it need not be meant as a number: "one of them", "the two", "half-hearted"."""
    term = terms[amount.first]
    if not term.is_spelled and term.letter != "h":
        return _is_enumerator(amount, terms)
    if term.text.lower() == "one" or (term.letter == "h" and _letter(terms, amount.last) == "="):
        return True
    is_pair = term.word == "two" and _word(terms, amount.first - 1) in _POINTED_AT
    return is_pair or _is_in_name(amount, terms)


def _is_enumerator(amount: _Amount, terms: Terms) -> bool:
    """The number of an item at the start of its line: "2. Cut costs"."""
    if amount.letter != "d" or _letter(terms, amount.last) not in (".", ")"):
        return False
    is_first = amount.first == 0 or terms[amount.first - 1].letter == "l"
    return is_first and amount.last + 1 < len(terms)


def _is_in_name(amount: _Amount, terms: Terms) -> bool:
    """Three Gorges, Fifteen-Five: capitals where no sentence begins."""
    term = terms[amount.first]
    if term.opens or not term.text[0].isupper():
        return False
    after = amount.last + (_letter(terms, amount.last) == "=")
    return (
        _letter(terms, after) == "N"
        or _letter(terms, amount.first - 1) == "N"
        or (after < len(terms) and terms[after].text[0].isupper())
    )


def _letter(terms: Terms, at: int) -> str:
    return terms[at].letter if 0 <= at < len(terms) else ""


def _word(terms: Terms, at: int) -> str:
    return terms[at].word if 0 <= at < len(terms) else ""
