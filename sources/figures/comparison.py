"""Whether a document bears a mention out. Every rule of tolerance stands here."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from sources.figures.mention import Date, Leeway, Mention, Name, Part, Quantity, Span, Value
from sources.figures.ordinary import is_ordinary, looks_ordinary
from sources.figures.peoples import NAMES
from sources.figures.quantities import ORDINAL
from sources.figures.record import Record
from sources.figures.words import DISTINGUISHING

_MOST = {Leeway.ABOUT: Fraction(1, 20), Leeway.OVER: Fraction(1, 10), Leeway.UNDER: Fraction(1, 10)}


def bears_out(record: Record, mention: Mention) -> bool:
    """Whether the document states one of the mention's readings."""
    return any(_states(record, mention, reading) for reading in mention.readings)


def _states(record: Record, mention: Mention, value: Value) -> bool:
    match value:
        case Quantity():
            return _has_quantity(record, mention, value)
        case Date():
            return _has_date(record, value)
        case Part():
            return _has_part(record, value)
        case Span():
            return value in record.spans
        case Name():
            return has_name(record, value)
        case _:
            return value in record.fixed


# -- Quantities -------------------------------------------------------------------------------
def _has_quantity(record: Record, mention: Mention, value: Quantity) -> bool:
    if value.size in record.sizes.get(value.dimension, ()):
        return True
    if mention.leeway and _has_near(record, value, mention.leeway):
        return True
    if not value.dimension:
        return not mention.is_counted and value.number in record.numbers
    if value.dimension == ORDINAL:  # small numbers stand everywhere
        is_day = value.number in record.days
        return is_day or (value.number > 9 and value.number in record.loose)
    return any(
        measure.dimension == value.dimension and value.size / measure.scale in record.loose
        for measure in record.measures
    )


def _has_near(record: Record, said: Quantity, leeway: Leeway) -> bool:
    """Whether a hedged figure is a stated one, rounded at its last digit that counts."""
    step = said.scale * _last_digit(said.number) / (2 if leeway is Leeway.ABOUT else 1)
    most = min(step, said.size * _MOST[leeway])
    lowest = said.size if leeway is Leeway.OVER else said.size - most
    highest = said.size if leeway is Leeway.UNDER else said.size + most
    sizes = record.sorted_sizes.get(said.dimension, [])
    at = bisect_left(sizes, lowest)
    return at < len(sizes) and sizes[at] <= highest


def _last_digit(number: Fraction) -> Fraction:
    """What its last digit other than nought is worth: 100 for 1,200, one tenth for 64.5."""
    if number.denominator % 3 == 0 or not number:  # thirds have no last digit
        return Fraction(2)
    worth = Fraction(1)
    while (number / worth).denominator > 1:
        worth /= 10
    while (number / (worth * 10)).denominator == 1:
        worth *= 10
    return worth


# -- Dates ------------------------------------------------------------------------------------
def _has_date(record: Record, said: Date) -> bool:
    if said.month is None:
        return said.year in record.years
    return any(_agrees(record, said, stated) for stated in record.dates.get(said.month, ()))


def _agrees(record: Record, said: Date, stated: Date) -> bool:
    """Whether what is said lies in what is stated; a missing year may stand elsewhere."""
    if said.day and said.day != stated.day:
        return False
    return _is_year(record, said.year, stated.year)


def _has_part(record: Record, said: Part) -> bool:
    return any(
        (stated.months, stated.number) == (said.months, said.number)
        and _is_year(record, said.year, stated.year)
        for stated in record.fixed
        if isinstance(stated, Part)
    )


def _is_year(record: Record, said: int | None, stated: int | None) -> bool:
    if said is None or said == stated:
        return True
    return stated is None and (not record.years or said in record.years)


# -- Names ------------------------------------------------------------------------------------
def has_name(record: Record, name: Name) -> bool:
    """Whether the document holds the name, whole or in the parts that are names themselves."""
    words = name.words
    if _has_words(record, words) or "".join(words) in record.places:
        return True
    if name.is_acronym:
        return _has_initials(record, words[0])
    if len(words) > 2 and _has_acronym(record, words):
        return True
    if len(name.parts) > 1 and not all(map(is_ordinary, name.parts[0])):
        return all(
            has_name(record, Name((part,), name.opens and not at))
            for at, part in enumerate(name.parts)
        )
    return _has_rest(record, words, opens=name.opens)


def _has_rest(record: Record, words: Sequence[str], *, opens: bool) -> bool:
    """Whether it holds the name without what only stands before it: "Rival Kestrel"."""
    for first in range(1, len(words)):
        if not _may_go(record, words[first - 1], is_first=opens and first == 1):
            return False
        rest = words[first:]
        if _has_words(record, rest) and not all(map(is_ordinary, rest)):
            return True
    return False


def _may_go(record: Record, word: str, *, is_first: bool) -> bool:
    """Whether a word before a name is no part of it: "Rival Kestrel", "Norwegian Kestrel"."""
    if word in NAMES:
        return word in record.places
    if word in DISTINGUISHING:
        return False
    if is_first and looks_ordinary(word):
        return True
    return is_ordinary(word) and (is_first or word in record.places)


def _has_words(record: Record, words: Sequence[str]) -> bool:
    if len(words) == 1:
        return words[0] in record.places
    anchor = max(range(len(words)), key=lambda at: len(words[at]))
    return any(
        _stand_at(record, words, place - anchor)
        or _stand_around(record, words, place)
        or _stand_parted(record, words, place - anchor, anchor)
        for place in record.places.get(words[anchor], ())
    )


def _stand_at(record: Record, words: Sequence[str], first: int) -> bool:
    """Whether the words stand there one after the other."""
    if first < 0 or first + len(words) > len(record.words):
        return False
    return all(_is_same(record, first + at, word) for at, word in enumerate(words))


def _stand_around(record: Record, words: Sequence[str], place: int) -> bool:
    """Whether the words stand there in another order: "Commerce Ministry", "Liu Peixun"."""
    size, wanted = len(words), sorted(words)
    for first in range(max(0, place - size + 1), place + 1):
        window = record.words[first : first + size]
        is_whole = len(window) == size and _is_one_clause(record, first, first + size - 1)
        if is_whole and sorted(word.stem for word in window) == wanted:
            return True
    return False


def _stand_parted(record: Record, words: Sequence[str], first: int, anchor: int) -> bool:
    """Whether one more capitalised word stands between them: a middle name."""
    for gap in range(1, len(words)):
        start = first - (gap <= anchor)
        end = start + len(words)
        if start < 0 or end >= len(record.words) or not _is_one_clause(record, start, end):
            continue
        is_capital = all(word.is_capital for word in record.words[start : end + 1])
        is_there = _stand_at(record, words[:gap], start)
        if is_capital and is_there and _stand_at(record, words[gap:], start + gap + 1):
            return True
    return False


def _is_one_clause(record: Record, first: int, last: int) -> bool:
    return record.clauses[first] == record.clauses[last]


def _is_same(record: Record, place: int, word: str) -> bool:
    """Whether the word stands there, or one is the initial of the other."""
    there = record.words[place]
    if there.stem == word:
        return True
    if 1 not in (len(word), len(there.stem)) or not there.is_capital:
        return False
    return there.stem[:1] == word[:1]


def _has_initials(record: Record, acronym: str) -> bool:
    """Whether capitalised words have these initials; two letters must be all of them."""
    wanted = f"|{acronym}|" if len(acronym) < 3 else acronym
    return wanted in record.initials


def _has_acronym(record: Record, words: Sequence[str]) -> bool:
    """Whether the document only has the short form, and does not say for what it stands."""
    acronym = "".join(word[0] for word in words)
    return acronym in record.acronyms and acronym not in record.initials.replace(
        f"|{acronym}|", "|"
    )
