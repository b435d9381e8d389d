"""From a text to its mentions."""

from itertools import chain

from sources.figures.mention import Mention
from sources.figures.names import find_names
from sources.figures.quantities import find_figures
from sources.figures.roles import terms_of
from sources.figures.shapes import Found, Terms
from sources.figures.terms import Cut


def mentions(text: str) -> tuple[Mention, ...]:
    """Every figure, date, period and name that a text states, in its order."""
    cut = Cut(text)
    terms = tuple(terms_of(cut))
    found = [each for each in find_figures(terms) if not each.is_weak]
    named = find_names(cut, _tokens_of(found, terms))
    figures = (_mention(each, terms, text) for each in found)
    return tuple(sorted(chain(figures, named), key=lambda mention: mention.start))


def _tokens_of(found: list[Found], terms: Terms) -> frozenset[int]:
    """The tokens that figures have taken."""
    firsts, count = [], 0
    for term in terms:
        firsts.append(count)
        count += term.length
    firsts.append(count)
    taken = (range(firsts[each.first], firsts[each.last]) for each in found)
    return frozenset(chain.from_iterable(taken))


def _mention(found: Found, terms: Terms, text: str) -> Mention:
    start, end = terms[found.first].start, terms[found.last - 1].end
    return Mention(
        kind=found.kind,
        start=start,
        end=end,
        text=text[start:end],
        readings=found.readings,
        leeway=found.leeway,
        is_counted=found.is_counted,
    )
