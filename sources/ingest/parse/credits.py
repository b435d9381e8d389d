"""To whom a text credits what it says: statements of origin, "according to", and who said it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from sources.ingest.parse import vocabulary
from sources.ingest.parse.disclaimer import ITEM, ORIGIN, SOURCE_OF
from sources.ingest.parse.names import Name

Rule = Callable[[str, Sequence[Name]], Iterator[Name]]

_SAYING = (
    r"(?:sa(?:id|ys)|reported|reports|announced|announces|stated|states|disclosed|discloses|revealed"
    r"|reveals|confirmed|confirms|claimed|claims|published|publishes|released|releases|issued|issues"
    r"|told|wrote|writes|estimate[sd]|forecasts?|found)"
)
_ORIGIN = re.compile(
    rf"\b{ITEM}\b[^.]{{0,60}}?\b{ORIGIN}(?= )"
    rf"|{SOURCE_OF}(?= )"
    r"|^(?:compiled|sourced|adapted|translated|summari[sz]ed|reproduced) (?:from|by|with)(?= )"
    r"|\b(?:this|it) is a (?:\w+ )?(?:translation|summary|digest) of|\boriginal source (?:is|was)"
    r"|\b(?:first|originally) (?:published|appeared|reported|released|posted)(?: (?:by|in|on))?"
    r"|^\(?(?:original |primary )?(?:sources?|references?|via)(?: (?:cited|used))?\s*:",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according to|as (?:first )?reported (?:by|in)|reported (?:by|in)|(?:citing|quoting)"
    r"|told(?= (?:the )?(?-i:[A-Z]))|in an interview with|in (?:a|an) [a-z ]{0,20}(?:report|statement|filing|notice|survey|study|analysis)"
    r" (?:by|from|in)|(?:data|figures|statistics|estimates?) (?:by|from|published by|compiled by)"
    r"|(?<!\bis )(?<!\bare )(?:published|released|issued) by)(?= )"
    r"|^(?:[A-Z]{2}|[A-Z][a-z]+, \d)[A-Za-z\d.,/ ’'-]{1,60} \((?=[^()]{2,40}\) ?[—–-])",  # the wire in a dateline
    re.IGNORECASE,
)
_SAYS = re.compile(
    rf"(?: \([^()]{{1,60}}\))? (?:(?:has|have|had) )?(?:also |previously |recently |officially |formally |publicly |today |yesterday |on \w+day )?{_SAYING}\b"
    r"(?! (?:to|by)\b)"
)
_APPOSITION = re.compile(r", [^,;:.]{3,160}(?:, [^,;:.]{3,80})?,(?= )")
_GAP = re.compile(r"[^.,;:()“”\"]{0,80}")
_WIDE_GAP = re.compile(r"[^.“”\"]{0,80}")
_RELEASED = (
    r"(?:(?:[’']s?)? (?:[a-z]+ )?(?:newsroom|press (?:office|service|release)|news service|newsletter|release"
    r"|statement|report|website|data|filing|announcement|notice)s?)"
)
_ASIDE = r"(?: ?\([^()]{0,120}\)|, (?:an? |the |which |who )[a-z][^,;()]{2,80}(?=,))?"
_LIST_GAP = re.compile(
    rf"[”\"’»]?{_RELEASED}?{_ASIDE}(?:,| and| or| as well as|, and| &|;) "
    r"(?:the |both |by |from |in |on |an? (?:[a-z]+ )?(?:article|report|statement|release|filing|story|post)s? (?:in|by|from|of) |(?:coverage|reporting|material|information|data|reports?|statements?) (?:by|from|in|of) )*"
)
_WITHIN_ASIDE = re.compile(r" ?\([^()]{0,120}|, (?:an? |the |which |who )[a-z][^,;()]{0,80}")
_OPENING_MARKS = ("“", '"', "«", "‘", "„")
_IS_TRANSLATED = re.compile(r"[’']?s? (?:[a-z]+ )?translation\b")
_GENERIC = re.compile(
    rf"\bthe (?:\w+ )?{vocabulary.KINDS}(?:[’']s \w+)? (?:has |have |had )?(?:also )?{_SAYING}\b"
    rf"|\baccording to (?:the|its|a|an) (?:[\w’'()-]+ ){{0,5}}(?:{vocabulary.KINDS}|translation"
    r"|statement|release|filing|notice|announcement|readout|communiqu[eé]|website)\b",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    rf"[’']?s? (?:(?:[a-z]+ )?translation\b|(?:[a-z]+ )?{ITEM}\b"
    r"|(?:notes|cautions|reminds|reports|stresses|believes|emphasi[sz]es|acknowledges|suggests|advises)"
    rf" (?:readers |that )*{ITEM}\b"
    r"|(?:has|have|could|did|was|were)(?: not|n[’']t)(?: been)? (?:able to )?(?:independently )?(?:verif|confirm)"
    r"|(?:has|have) (?:previously |repeatedly |consistently |long |often |already |recently )+\w+ed\b)",
    re.IGNORECASE,
)


def credited_by_origin(sentence: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names that a statement on the text's own origin gives."""
    yield from _names_behind(_ORIGIN, sentence, names, gap=_WIDE_GAP)


def credited_by_name(sentence: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names behind "according to" and its likes."""
    yield from _names_behind(_ACCORDING, sentence, names, gap=_GAP)


def speakers(sentence: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names that are the subject of a verb of saying."""
    return (name for name in names if is_speaker(sentence, name))


def is_speaker(sentence: str, name: Name) -> bool:
    """Whether a verb of saying follows the name, directly or behind an apposition."""
    apposition = _APPOSITION.match(sentence, name.end)
    ends = (name.end, apposition.end()) if apposition else (name.end,)
    return any(_SAYS.match(sentence, end) for end in ends)


def credits_its_subject(sentence: str) -> bool:
    """Whether "the company said" or a translation credits whom the text is about."""
    return bool(_GENERIC.search(sentence))


def is_publisher(sentence: str, name: Name) -> bool:
    """Whether the name speaks as the one who publishes the text."""
    return bool(_PUBLISHER.match(sentence, name.end))


def _names_behind(
    pattern: re.Pattern[str], sentence: str, names: Sequence[Name], *, gap: re.Pattern[str]
) -> Iterator[Name]:
    """The first name behind each credit, within `gap`, and those that a list joins to it."""
    starts = [name.start for name in names]
    for credit in pattern.finditer(sentence):
        place, between = credit.end(), gap
        for name in names[bisect_left(starts, place) :]:
            is_quoted = sentence.startswith(_OPENING_MARKS, name.start - 1)
            if not between.fullmatch(sentence, place, name.start - is_quoted):
                if between is _LIST_GAP and _WITHIN_ASIDE.fullmatch(sentence, place, name.start):
                    continue
                break
            place = name.end
            if not (name.is_place or _IS_TRANSLATED.match(sentence, name.end)):
                yield name
                between = _LIST_GAP
