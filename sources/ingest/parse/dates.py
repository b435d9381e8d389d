"""Dates as newsrooms write them. An ambiguous order of figures (03/04/2026) gives no date."""

import datetime
import re

from sources.ingest.parse import foreign

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TIME = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/])", re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}\.?[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:\.|er|º)? (?:de )?(?P<month>{'|'.join(foreign.MONTHS)}) (?:de )?{_YEAR}",
        rf"{_YEAR} {_MONTH} {_DAY}",
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",  # with full stops the day leads
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}",
    )
)
_CHINESE = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_AROUND = re.compile(
    r"\b(?:published|time|updated|posted|released|issued|last|modified|created|first|date|dated|on|at|as of|from"
    r"|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|a\.?m\.?|p\.?m\.?|e[sd]?t|p[sd]?t|c[sde]?t|cest|eest|msk|jst|kst|ae[sd]t|gmt|utc|bst|sgt|hkt|ist|beijing time)\b\.?|\d{1,2}[:.]\d\d(?::\d\d)?"
    rf"|(?<!\w)(?:{foreign.DATE_WORDS})\b\.?"
    r"|[+-]\d\d:?\d\d|[\s,.:;|·•@()/–—-]+",
    re.IGNORECASE,
)
_LONGEST_LINE = 100
_DATELINE = re.compile(
    r"^[A-Z(][A-Za-z.,/ '’()]{1,60}?[,(—–)-] ?(?P<date>[^()—–-]{6,24}?)\)?"
    r"(?: ?[/(][^()/]{2,30}[/)])? ?(?:--|[-–—:])"
)


def find_date(text: str) -> datetime.date | None:
    """The first date in `text`, None where there is none or none that can be told."""
    for form in (*_FORMS, _CHINESE):
        for found in form.finditer(text):
            date = _build(found)
            if date:
                return date
    return None


def is_date_line(text: str) -> bool:
    """Whether `text` is a date, with its weekday, time and "Published" at most; one whose order of
    figures cannot be told is a date as well.
    """
    if len(text) > _LONGEST_LINE:
        return False
    left = text
    for form in (*_FORMS, _CHINESE):
        left = form.sub("", left)
    return left != text and not _AROUND.sub("", left)


def dateline(text: str) -> datetime.date | None:
    """The date in the dateline of a lead: "BEIJING, Jan. 4, 2026 (Agency) --"."""
    found = _DATELINE.match(text[:140])
    if found:
        return find_date(found["date"])
    head, dash, _ = text[:40].partition(" – ")
    return find_date(head) if dash and is_date_line(head) else None


def _build(found: re.Match[str]) -> datetime.date | None:
    parts = found.groupdict()
    if "first" in parts:
        month, day = _order(int(parts["first"]), int(parts["second"]))
    else:
        month = _month(parts["month"].lower())
        day = int(parts["day"])
    try:
        return datetime.date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _month(said: str) -> int:
    """The number of a month from its figure or its name."""
    return int(said) if said.isdigit() else foreign.MONTHS.get(said) or _MONTHS[said[:3]]


def _order(first: int, second: int) -> tuple[int, int]:
    """Month and day of two figures; (0, 0), which is no date, where both orders are possible."""
    if first > 12:
        return second, first
    return (first, second) if second > 12 or first == second else (0, 0)
