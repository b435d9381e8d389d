"""Giving tokens their roles: the way from a text to its terms."""

import re
from collections.abc import Iterator
from fractions import Fraction

from sources.figures import numerals, words
from sources.figures.measures import (
    CURRENCY_WORDS,
    EVERY_PHRASE,
    FIRST_WORDS,
    LONGEST_PHRASE,
    MULTIPLIERS,
    ONLY_GLUED,
    SIGNS,
    UNITS,
    Measure,
)
from sources.figures.mention import Clock, Date, Decade, Part
from sources.figures.terms import Cut, Term
from sources.figures.tokens import HYPHENS, Token

_DECADE = re.compile(r"(?:1[7-9]|20)?[1-9]0")
_YEARS = range(1700, 2101)
_PART = re.compile(r"(?P<kind>[qh])(?P<number>[1-4])(?:fy)?(?P<year>(?:20)?[0-9]{2})?")
_PART_BEHIND = re.compile(r"(?P<kind>[qh])(?:fy)?(?P<year>(?:20)?[0-9]{2})?")
_FISCAL_YEAR = re.compile(r"fy(?P<year>(?:20)?[0-9]{2})")
_CHINESE_DIGITS = {digit: number for number, digit in enumerate("一二三四", start=1)}
_ROLES = (
    dict.fromkeys(words.FUNCTION, "v")
    | dict.fromkeys(words.BETWEEN, "j")
    | dict.fromkeys(words.MONTHS, "M")
    | dict.fromkeys("to until till through thru bis 至 到".split(), "t")
    | dict.fromkeys("and und 和".split(), "a")
    | dict.fromkeys("quarter quarters quartal".split(), "Q")
    | dict.fromkeys("年月日", "")
    | dict.fromkeys("am pm uhr".split(), "A")
    | dict.fromkeys("fiscal financial".split(), "F")
    | dict.fromkeys("half halbjahr".split(), "h")
    | {"between": "b", "of": "i", "final": "L", "m": "m", "号": "日"}
)


def terms_of(cut: Cut) -> Iterator[Term]:
    """Every term, in order; together they cover every token."""
    at = 0
    while at < len(cut.tokens):
        term = _term(cut, at)
        yield term
        at += term.length


def _term(cut: Cut, at: int) -> Term:
    match cut.tokens[at].sort:
        case "number":
            return _number(cut, at)
        case "date":
            return _date(cut, at)
        case "clock":
            hour, minute = map(int, cut.tokens[at].text.split(":")[:2])
            return cut.term(at, "C", value=Clock(hour, minute))
        case "line":
            return cut.term(at, "l")
        case _:
            return _spelled(cut, at) or _phrase(cut, at) or _word(cut, at)


def _number(cut: Cut, at: int) -> Term:
    """A number in digits, with what is glued to it and changes its nature: 15th, 1990s, 3Q25."""
    text = cut.tokens[at].text
    numbers = numerals.read_digits(text, cut.style)
    behind = cut.glued_word(at + 1)
    if not numbers:
        return cut.term(at, "x")
    if behind in ("st", "nd", "rd", "th") or _is_numbered(cut, at):
        length = 2 if behind in ("st", "nd", "rd", "th") else 1
        return cut.term(at, "o", length, value=int(numbers[0]))
    if behind == "s" and _DECADE.fullmatch(text):
        return cut.term(at, "E", 2, value=Decade(int(text) % 100 + _century(text)))
    if vulgar := numerals.VULGAR.get(behind):
        return cut.term(at, "n", 2, numbers=(numbers[0] + vulgar,))
    if (found := _PART_BEHIND.fullmatch(behind)) and text in "1234":
        return cut.term(at, "q", 2, value=_part(found["kind"], int(text), found["year"]))
    return cut.term(at, _letter(text, numbers[0]), numbers=numbers)


def _is_numbered(cut: Cut, at: int) -> bool:
    """Whether a number stands behind what it numbers: "Phase 3", "stage two"."""
    return at > 0 and cut.tokens[at - 1].word in words.NUMBERED and not cut.glued_word(at + 1)


def _letter(text: str, number: Fraction) -> str:
    if not text.isdecimal():
        return "n"
    if len(text) == 4 and int(text) in _YEARS:
        return "Y"
    return "d" if len(text) < 3 and 1 <= number <= 31 else "n"


def _century(text: str) -> int:
    return int(text[:-2]) * 100 if len(text) == 4 else 1900


def _part(kind: str, number: int, year: str | None) -> Part:
    return Part(3 if kind == "q" else 6, number, int(year) % 100 + 2000 if year else None)


def _date(cut: Cut, at: int) -> Term:
    """A date in figures; where day and month could change places, the day is taken to be first."""
    one, other, last = map(int, re.split(r"[-/.]", cut.tokens[at].text))
    if one > 31:
        return cut.term(at, "D", value=Date(one, other, last))
    day, month = (other, one) if other > 12 else (one, other)
    return cut.term(at, "D", value=Date(last, month, day))


def _spelled(cut: Cut, at: int) -> Term | None:
    spelled = cut.spelled.get(at)
    if spelled is None:
        return None
    if spelled.letter == "o" or (spelled.letter == "n" and _is_numbered(cut, at)):
        return cut.term(at, "o", spelled.length, value=int(spelled.number), is_spelled=True)
    if spelled.letter == "f" and not _is_fraction(cut, at, spelled.length):
        return None
    numbers = (spelled.number,)
    return cut.term(at, spelled.letter, spelled.length, numbers=numbers, is_spelled=True)


def _is_fraction(cut: Cut, at: int, length: int) -> bool:
    """Two-thirds, a third of it: but "a third plant" is an ordinal behind its article."""
    last = cut.tokens[at + length - 1].word
    if (
        at + 1 in cut.hyphens
        or last in numerals.PLURAL_DENOMINATORS
        or at + length == len(cut.tokens)
    ):
        return True
    following = cut.tokens[at + length]
    return following.sort != "word" or following.word in words.FUNCTION


def _phrase(cut: Cut, at: int) -> Term | None:
    """The longest unit or sign of a currency that begins here."""
    phrase: tuple[str, ...] = ()
    best: Term | None = None
    if _spelling(cut.tokens[at]) not in FIRST_WORDS:
        return None
    for index, token in enumerate(cut.tokens[at : at + 2 * LONGEST_PHRASE], start=at):
        if index in cut.hyphens and phrase:
            continue
        phrase = (*phrase, _spelling(token))
        if phrase in EVERY_PHRASE and _is_meant(cut, at, phrase):
            measures = _measures(phrase, cut.tokens[at].text)
            letter = "$" if phrase in SIGNS else "U"
            best = cut.term(at, letter, index - at + 1, measures=measures)
        if len(phrase) == LONGEST_PHRASE:
            break
    return best


def _spelling(token: Token) -> str:
    return token.word if token.sort == "word" else token.text.lower()


def _is_meant(cut: Cut, at: int, phrase: tuple[str, ...]) -> bool:
    token = cut.tokens[at]
    if phrase in SIGNS:
        return token.sort != "word" or token.text.isupper() or token.text == "Rs"
    if phrase[0] in ONLY_GLUED:
        return bool(cut.glued_word(at))
    return phrase[0] not in ("m", "quarter", "quarters")


def _measures(phrase: tuple[str, ...], text: str) -> tuple[Measure, ...]:
    measures = (
        *UNITS.get(phrase, ()),
        *CURRENCY_WORDS.get(phrase, ()),
        *SIGNS.get(phrase, ()),
    )
    return measures[-1:] if text == "Mt" else measures


def _word(cut: Cut, at: int) -> Term:
    token = cut.tokens[at]
    if token.sort == "chinese":
        return _chinese(cut, at)
    if token.sort == "mark":
        return _mark(cut, at)
    if token.word in MULTIPLIERS and (token.word not in ONLY_GLUED or cut.glued_word(at)):
        return cut.term(at, "X", numbers=(MULTIPLIERS[token.word],))
    if found := _PART.fullmatch(token.word):
        return cut.term(at, "q", value=_part(found["kind"], int(found["number"]), found["year"]))
    if found := _FISCAL_YEAR.fullmatch(token.word):
        return cut.term(at, "D", value=Date(int(found["year"]) % 100 + 2000))
    return _plain_word(cut, at)


def _plain_word(cut: Cut, at: int) -> Term:
    token = cut.tokens[at]
    letter = _ROLES.get(token.word, "w")
    if letter == "M" and token.is_capital:
        return cut.term(at, "M", value=words.MONTHS[token.word])
    if letter == "h":
        return cut.term(at, "h", numbers=(Fraction(1, 2),))
    is_stage = at > 0 and cut.tokens[at - 1].word in words.STAGES
    if number := numerals.roman(token.text, may_be_single=is_stage):
        return cut.term(at, "r", value=number)
    if letter in "Mw":
        letter = "N" if token.is_capital else "w"
    return cut.term(at, letter)


def _mark(cut: Cut, at: int) -> Term:
    text = cut.tokens[at].text
    if at in cut.hyphens:
        return cut.term(at, "=")
    if text in HYPHENS:
        return cut.term(at, "-")
    if vulgar := numerals.VULGAR.get(text):
        return cut.term(at, "f", numbers=(vulgar,))
    return cut.term(at, text if text in ",.()/'’" else "x")


def _chinese(cut: Cut, at: int) -> Term:
    text = cut.tokens[at].text
    if text in MULTIPLIERS:
        return cut.term(at, "X", numbers=(MULTIPLIERS[text],))
    if text.endswith("半年"):
        return cut.term(at, "q", value=Part(6, 1 if text[0] == "上" else 2))
    if text.endswith("季度"):
        digit = text[-3]
        number = _CHINESE_DIGITS.get(digit) or int(digit)
        if text[0] == "前":
            return cut.term(at, "p", numbers=(Fraction(number),), measures=UNITS[("quarter",)])
        return cut.term(at, "q", value=Part(3, number))
    return cut.term(at, _ROLES.get(text) or (text if text in "年月日" else "x"))
