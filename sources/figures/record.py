"""What a document states, in the forms in which claims are compared with it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from sources.figures.measures import Measure
from sources.figures.mention import Clock, Date, Decade, Part, Quantity, Span, Value
from sources.figures.naming import Word, significant
from sources.figures.quantities import find_figures
from sources.figures.roles import terms_of
from sources.figures.shapes import Found
from sources.figures.terms import Cut, Term
from sources.figures.words import CONNECTORS

_NEAR = 60  # characters between two years that may be the ends of one span
_LATIN = "\u0250"  # where the Latin letters end


@dataclass(frozen=True)
class Record:
    """A document read once; each part is worked out when a claim first needs it."""

    text: str

    @cached_property
    def cut(self) -> Cut:
        """The document in tokens."""
        return Cut(self.text)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Its terms."""
        return tuple(terms_of(self.cut))

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every figure, date and period."""
        return tuple(find_figures(self.terms))

    def _values(self) -> Iterator[Value]:
        for found in self.found:
            yield from found.readings

    @cached_property
    def sizes(self) -> dict[str, frozenset[Fraction]]:
        """The sizes of every dimension, and the bare numbers under ""."""
        sizes: dict[str, set[Fraction]] = defaultdict(set)
        for value in self._values():
            if isinstance(value, Quantity):
                sizes[value.dimension].add(value.size)
        return {dimension: frozenset(found) for dimension, found in sizes.items()}

    @cached_property
    def sorted_sizes(self) -> dict[str, list[Fraction]]:
        """The same in order, for looking within limits."""
        return {dimension: sorted(found) for dimension, found in self.sizes.items()}

    @cached_property
    def numbers(self) -> frozenset[Fraction]:
        """Every number as it is said, whatever its unit."""
        values = (value for value in self._values() if isinstance(value, Quantity))
        return frozenset(value.number for value in values)

    @cached_property
    def loose(self) -> frozenset[Fraction]:
        """Bare numbers that count nothing named behind them, as in a table."""
        return frozenset(
            value.number
            for found in self.found
            for value in found.readings
            if isinstance(value, Quantity) and not value.dimension and not found.is_counted
        )

    @cached_property
    def measures(self) -> frozenset[Measure]:
        """Units and currencies that are named anywhere, also in the head of a table."""
        return frozenset(measure for term in self.terms for measure in term.measures)

    @cached_property
    def fixed(self) -> frozenset[Date | Span | Part | Decade | Clock]:
        """Every date, span, part of a year, decade and time of day."""
        kinds = (Date, Span, Part, Decade, Clock)
        return frozenset(value for value in self._values() if isinstance(value, kinds))

    @cached_property
    def dates(self) -> dict[int | None, list[Date]]:
        """The dates of each month, and under None those that are only a year."""
        dates: dict[int | None, list[Date]] = defaultdict(list)
        for value in self.fixed:
            if isinstance(value, Date):
                dates[value.month].append(value)
        return dict(dates)

    @cached_property
    def days(self) -> frozenset[int]:
        """Every day of a month that is named: "the 17th" may be one."""
        return frozenset(each.day for each in self.fixed if isinstance(each, Date) and each.day)

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that is named."""
        years: set[int | None] = set()
        for value in self.fixed:
            match value:
                case Date(year=year) | Part(year=year):
                    years.add(year)
                case Span(first=first, last=last):
                    years |= {first, last}
        return frozenset(year for year in years if year)

    @cached_property
    def spans(self) -> frozenset[Span]:
        """Every span, also from one year to the next one named: "starts in 2026, ends in 2030"."""
        named = sorted(
            (self.terms[found.first].start, value.year)
            for found in self.found
            for value in found.readings
            if isinstance(value, Date) and value.year
        )
        near = {Span(a[1], b[1]) for a, b in pairwise(named) if b[0] - a[0] < _NEAR}
        return frozenset(near | {value for value in self.fixed if isinstance(value, Span)})

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word that counts in a name."""
        return tuple(significant(self.cut.tokens, 0, len(self.cut.tokens)))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands among the words."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word.stem].append(index)
        return dict(places)

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each word, how many marks come before it: as many where nothing parts two words."""
        counts, parted = [], 0
        for at, token in enumerate(self.cut.tokens):
            is_mark = token.sort in ("mark", "line") and token.text != "."
            parted += token.opens or (is_mark and at not in self.cut.hyphens)
            counts.append(parted)
        return tuple(counts[word.at] for word in self.words)

    @cached_property
    def initials(self) -> str:
        """The initials of the capitalised words, once with and once without "of" and the like."""
        return f"|{self._initials(with_connectors=False)}|{self._initials(with_connectors=True)}|"

    def _initials(self, *, with_connectors: bool) -> str:
        letters = []
        for at, token in enumerate(self.cut.tokens):
            if token.is_capital:
                letters.append(token.word[:1])
            elif token.word in CONNECTORS and token.sort == "word":
                letters.append(token.word[:1] if with_connectors else "")
            elif token.word in ("and", "&"):
                continue
            elif at not in self.cut.hyphens:
                letters.append("|")
        return "".join(letters)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words all in capitals."""
        tokens = (each for each in self.cut.tokens if each.sort == "word" and len(each.text) > 1)
        return frozenset(token.word for token in tokens if token.text.isupper())

    @cached_property
    def is_latin(self) -> bool:
        """Whether it is written in Latin letters, so that names can be looked for at all."""
        written = [each for each in self.cut.tokens if each.sort in ("word", "chinese")]
        latin = sum(token.text[0] < _LATIN for token in written)
        return 2 * latin >= len(written)
