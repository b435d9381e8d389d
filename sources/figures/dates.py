"""The shapes of dates, years, spans of years, quarters and times of day."""

import re
from collections.abc import Iterator

from sources.figures.mention import Clock, Date, Decade, Kind, Part, Span, Value
from sources.figures.shapes import Build, Found, Rule, Terms
from sources.figures.terms import Term
from sources.figures.words import DOUBTFUL_MONTHS


def _number(term: Term) -> int:
    return term.value if isinstance(term.value, int) else int(term.numbers[0])


def _first(terms: Terms, match: re.Match[str], letters: str) -> int | None:
    """The value of the first matched term with one of these letters."""
    inside = terms[match.start() : match.end()]
    return next((_number(term) for term in inside if term.letter in letters), None)


def _one(kind: Kind, match: re.Match[str], *readings: Value, is_weak: bool = False) -> Found:
    last = match.end() - match[0].endswith(".")  # the point may be that of the sentence
    return Found(kind, match.start(), last, readings, is_weak=is_weak)


def _span(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    years = [_number(term) for term in terms[match.start() : match.end()] if term.letter == "Y"]
    if years[0] < years[1]:
        yield _one(Kind.PERIOD, match, Span(*years))


def _season(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    """The span 2025/26 or 2030-35; 2025-10 is a month, and 2008-10 may be either."""
    year, short = terms[match.start()], terms[match.end() - 1]
    first, last = _number(year), _number(short)
    if len(short.text) != 2:
        return
    readings: list[Value] = []
    if first % 100 < last or last == (first + 1) % 100:
        readings.append(Span(first, first + (last - first) % 100))
    if last <= 12 and terms[match.start() + 1].letter == "=":
        readings.append(Date(first, last))
    if readings:
        yield _one(Kind.PERIOD, match, *readings)


def _date(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    day = _first(terms, match, "do")
    month = _first(terms, match, "M")
    if day is None or 1 <= day <= 31:
        yield _one(Kind.DATE, match, Date(_first(terms, match, "Y"), month, day))


def _days(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    """24-26 October: the first and the last day."""
    year, month = _first(terms, match, "Y"), _first(terms, match, "M")
    for index in range(match.start(), match.end()):
        if terms[index].letter in "do":
            date = Date(year, month, _number(terms[index]))
            yield Found(Kind.DATE, index, index + 1, (date,))


def _month(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    term = terms[match.start()]
    is_weak = term.opens and term.word in DOUBTFUL_MONTHS
    yield _one(Kind.DATE, match, Date(None, _number(term)), is_weak=is_weak)


def _chinese_date(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    parts: dict[str, int] = {}
    for index in range(match.start(), match.end(), 2):
        parts[terms[index + 1].letter] = _number(terms[index])
    yield _one(Kind.DATE, match, Date(parts.get("年"), parts.get("月"), parts.get("日")))


def _chinese_months(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    for index in range(match.start(), match.end()):
        if terms[index].letter == "d":
            yield Found(Kind.DATE, index, index + 1, (Date(None, _number(terms[index])),))


def _fixed_date(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    value = terms[match.start()].value
    if isinstance(value, Date):
        yield _one(Kind.DATE, match, value)


def _part(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    """Q3 2025, the third quarter of 2025, the first half."""
    year = _first(terms, match, "Y")
    for term in terms[match.start() : match.end()]:
        if isinstance(term.value, Date):
            year = term.value.year
        if isinstance(term.value, Part):
            part = term.value
            yield _one(Kind.QUARTER, match, part._replace(year=year or part.year))
            return
    months = 3 if "Q" in match[0] else 6
    number = 12 // months if "L" in match[0] else _first(terms, match, "o")
    if number and number <= 12 // months:
        yield _one(Kind.QUARTER, match, Part(months, number, year))


def _first_of_quarters(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    """The first of "the first and second quarters"; the second comes with its word."""
    number = _number(terms[match.start()])
    if number < 5:
        yield Found(Kind.QUARTER, match.start(), match.start() + 1, (Part(3, number),))


def _decade(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    value = terms[match.start()].value
    if isinstance(value, Decade):
        yield _one(Kind.PERIOD, match, value)


def _clock(match: re.Match[str], terms: Terms) -> Iterator[Found]:
    term = terms[match.start()]
    clock = term.value if isinstance(term.value, Clock) else Clock(_number(term), 0)
    if clock.hour > 24 or clock.minute > 59:
        return
    if terms[match.end() - 1].word == "pm" and clock.hour < 12:
        clock = Clock(clock.hour + 12, clock.minute)
    yield _one(Kind.DATE, match, clock)


def _rule(shape: str, build: Build) -> Rule:
    return Rule(re.compile(shape), build)


DATES = (
    _rule(r"Y年?[-=t]Y年?|bYaY", _span),
    _rule(r"Y[-=/][dn]", _season),
    _rule(r"Y年d月d日|Y年d月|d月d日", _chinese_date),
    _rule(r"d月?[-=t]d月", _chinese_months),
    _rule(r"Y年|d月", _chinese_date),
    _rule(r"D(?=[^Q])|D$", _fixed_date),
    _rule(r"[do][-=ta][do]i?M\.?,?Y?|M\.?[do][-=t][do](?![XU$])(?:,?Y)?", _days),
    _rule(r"[do]\.?i?M\.?(?:,?Y)?", _date),
    _rule(r"M\.?[do](?![XU$d])(?:,?Y)?", _date),
    _rule(r"M\.?,?i?Y", _date),
    _rule(r"M\.?", _month),
    _rule(r"o[,ta](?=o=?Q)", _first_of_quarters),
    _rule(r"Y=?o=?[Qh]|[oL]=?Q(?:,?i?F?[YD])?|o=?h(?:,?i?F?[YD])?", _part),
    _rule(r"Y=?q|q(?:[/,=]?i?F?[YD])?", _part),
    _rule(r"E", _decade),
    _rule(r"CA?|dA", _clock),
)
