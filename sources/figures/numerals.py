"""Numbers as digits write them and as English spells them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

_LONGEST = 30  # digits; longer ones are codes
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f'’")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")

ONES = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine".split(), start=1)
}
TEENS = {
    word: number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        start=10,
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
BIG = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINAL_ONES = {
    word: number
    for row in (
        "first second third fourth fifth sixth seventh eighth ninth",
        "ersten zweiten dritten vierten",
    )
    for number, word in enumerate(row.split(), start=1)
}
ORDINALS = {
    **{
        word: number
        for number, word in enumerate(
            "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            "eighteenth nineteenth".split(),
            start=10,
        )
    },
    **{word.removesuffix("y") + "ieth": number for word, number in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
}
DENOMINATORS = {
    **{word: number for word, number in (ORDINAL_ONES | ORDINALS).items() if number > 2},
    "quarter": 4,
}
PLURAL_DENOMINATORS = {word + "s": number for word, number in DENOMINATORS.items()}
VULGAR = {
    sign: Fraction(*parts)
    for sign, parts in {
        "½": (1, 2),
        "¼": (1, 4),
        "¾": (3, 4),
        "⅓": (1, 3),
        "⅔": (2, 3),
    }.items()
}

_LETTERS = (
    dict.fromkeys(ONES, "u")
    | dict.fromkeys(TEENS, "t")
    | dict.fromkeys(TENS, "s")
    | dict.fromkeys(BIG, "x")
    | dict.fromkeys(ORDINAL_ONES, "v")
    | dict.fromkeys(ORDINALS, "V")
    | dict.fromkeys(PLURAL_DENOMINATORS, "w")
    | {"hundred": "h", "dozen": "D", "half": "F", "quarter": "q", "a": "a", "an": "a", "and": "&"}
)
_BELOW_100 = r"(?:s(?:-?u)?|t|u)"
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|a)-?h(?:-?&?-?{_BELOW_100})?|{_BELOW_100})"
# One letter stands for a word; what does not spell a number is a point.
_SPELLED = re.compile(
    rf"(?P<f>[ua]-?[wvVq])"
    rf"|(?P<o>(?:s-)?[vV])"
    rf"|(?P<n>{_BELOW_100}-?&-?a-?F(?:-?x)?|{_BELOW_100}-?D|a[xD]|F-?a?-?[xD]|F-?a"
    rf"|{_BELOW_1000}(?:-?x(?:-?&?-?{_BELOW_1000})?)*)"
)


class Spelled(NamedTuple):
    """A spelled number: `length` words from the `first`. Letters: n, o an ordinal, f a fraction."""

    first: int
    length: int
    letter: str
    number: Fraction


class Style(Enum):
    """Which mark a text writes before decimals."""

    POINT = "."
    COMMA = ","
    UNTOLD = ""


def style_of(numbers: Iterable[str]) -> Style:
    """The style that the numbers of a text give away, if they do: "12,5" or "1.200.000"."""
    points = commas = 0
    for number in numbers:
        marks = [mark for mark in number if mark in ".,"]
        tail = len(number) - max(number.rfind("."), number.rfind(",")) - 1
        if not marks:
            continue
        is_decimal = tail != 3 or len(set(marks)) > 1
        if len(set(marks[:-1])) < 2 and (is_decimal or len(marks) > 1):
            decimal = marks[-1] if is_decimal else ".,".replace(marks[-1], "")
            points += decimal == "."
            commas += decimal == ","
    if points == commas:
        return Style.UNTOLD
    return Style.POINT if points > commas else Style.COMMA


def read_digits(text: str, style: Style) -> tuple[Fraction, ...]:
    """The numbers that digits can mean; none for a code such as 1.2.3."""
    text = text.translate(_SPACES)
    if len(text) > _LONGEST:
        return ()
    marks = [mark for mark in text if mark in ".,"]
    if not marks:
        return (Fraction(int(text)),)
    whole, _, tail = text.rpartition(marks[-1])
    if len(set(marks)) == 2:
        return () if marks.count(marks[-1]) > 1 else (_decimal(whole, tail),)
    if len(marks) > 1:
        groups = text.split(marks[0])
        fits = len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[1:-1])
        return (_decimal(text, ""),) if fits else ()
    if len(tail) != 3 or len(whole) > 3 or whole.startswith("0"):
        return (_decimal(whole, tail),)
    return _thousand_or_decimal(whole, tail, marks[0], style)


def spelled_in(words: Sequence[str], hyphens: frozenset[int]) -> Iterator[Spelled]:
    """Every spelled number among the words of a text, which hyphens may tie."""
    letters = "".join(
        "-" if index in hyphens else _LETTERS.get(word, ".") for index, word in enumerate(words)
    )
    for found in _SPELLED.finditer(letters):
        first, last = found.span()
        spoken = [words[index] for index in range(first, last) if index not in hyphens]
        letter = found.lastgroup or ""
        number = {"n": _cardinal, "o": _ordinal, "f": _fraction}[letter](spoken)
        if number:
            yield Spelled(first=first, length=last - first, letter=letter, number=number)
        if letter == "f" and (place := _ordinal(spoken[-1:])):
            yield Spelled(first=last - 1, length=1, letter="o", number=place)


def roman(text: str, *, may_be_single: bool = False) -> int:
    """The value of a Roman numeral below forty; 0 for anything else, and for "I" by itself."""
    if not 2 - may_be_single <= len(text) <= 6 or not _ROMAN.fullmatch(text):
        return 0
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    following = [*digits[1:], 0]
    return sum(-one if one < other else one for one, other in zip(digits, following, strict=True))


def _cardinal(words: Sequence[str]) -> Fraction:
    """The value of "three hundred and ten thousand", "half a million", "two and a half"."""
    total, current = Fraction(0), Fraction(0)
    for word in words:
        if word in BIG:
            total += (current or Fraction(1)) * BIG[word]
            current = Fraction(0)
        elif word in ("hundred", "dozen"):
            current = (current or Fraction(1)) * (100 if word == "hundred" else 12)
        elif word == "half":
            current += Fraction(1, 2)
        else:
            current += ONES.get(word) or TEENS.get(word) or TENS.get(word) or 0
    return total + current


def _ordinal(words: Sequence[str]) -> Fraction:
    """The value of "twenty-fifth"."""
    values = (TENS.get(word) or ORDINAL_ONES.get(word) or ORDINALS.get(word) for word in words)
    return Fraction(sum(value or 0 for value in values))


def _fraction(words: Sequence[str]) -> Fraction:
    """The value of "two-thirds" or "a quarter", and 0 for "a second"."""
    denominator = DENOMINATORS.get(words[-1]) or PLURAL_DENOMINATORS.get(words[-1])
    return Fraction(ONES.get(words[0], 1), denominator) if denominator else Fraction(0)


def _decimal(whole: str, tail: str) -> Fraction:
    digits = whole.replace(".", "").replace(",", "")
    return Fraction(int((digits or "0") + tail), 10 ** len(tail))


def _thousand_or_decimal(whole: str, tail: str, mark: str, style: Style) -> tuple[Fraction, ...]:
    """What 1,200 or 1.200 means: in an English text a comma parts thousands, a point may do so."""
    thousand, decimal = _decimal(whole + tail, ""), _decimal(whole, tail)
    if style is Style.UNTOLD:
        return (thousand,) if mark == "," else (decimal, thousand)
    return (decimal,) if mark == style.value else (thousand,)
