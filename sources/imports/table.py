"""Ownership from a table in CSV: one statement a row, the columns named in the first line."""

import csv
import datetime
import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from sources.enums import ControlKind, OrganisationKind
from sources.imports.claim import Claim, FileError, Named, Reading, Unreadable

NEEDED = ("owned", "control")
COLUMNS = (
    *NEEDED,
    "owner",
    "share",
    "valid_from",
    "valid_to",
    "evidence_url",
    "evidence_note",
    "owned_kind",
    "owned_country",
    "owner_kind",
    "owner_country",
)
SEPARATORS = ",;\t"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Row = Mapping[str, str]


def read_table(text: str) -> Reading:
    """Read CSV with commas, semicolons or tabs. Raises FileError where the columns are others."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    if not lines:
        raise FileError(_("The file is empty."))
    separator = max(SEPARATORS, key=lines[0].count)
    reader = csv.DictReader(lines, delimiter=separator, restkey="more", restval="")
    _check_columns([name.strip().lower() for name in reader.fieldnames or ()])
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    claims, unreadable = [], []
    for row in reader:
        place = _("line %(number)d") % {"number": reader.line_num}
        try:
            if claim := _claim(row, place):
                claims.append(claim)
        except ValueError as error:
            unreadable.append(Unreadable(place, str(error)))
    return Reading(tuple(claims), tuple(unreadable))


def _check_columns(names: list[str]) -> None:
    if missing := [name for name in NEEDED if name not in names]:
        raise FileError(_("There is no column “%(name)s”.") % {"name": missing[0]})
    if unknown := [name for name in names if name not in COLUMNS]:
        words = {"name": unknown[0], "columns": ", ".join(COLUMNS)}
        raise FileError(_("The column “%(name)s” is not known. These are: %(columns)s.") % words)
    if len(names) != len(set(names)):
        raise FileError(_("A column is there twice."))


def _claim(row: Row, place: str) -> Claim | None:
    """The statement of a row, None for an empty one. Raises ValueError in words."""
    if "more" in row:
        raise ValueError(_("It has more cells than there are columns."))
    cells = {name: " ".join(str(value or "").split()) for name, value in row.items()}
    if not any(cells.values()):
        return None
    if not cells["owned"]:
        raise ValueError(_("It does not say what is owned."))
    owner = cells.get("owner", "")
    return Claim(
        place=place,
        owned=_named("owned", cells),
        control=_control(cells["control"]),
        owner=_named("owner", cells) if owner else None,
        share=share_of(cells.get("share", "")),
        valid_from=_day(cells.get("valid_from", "")),
        valid_to=_day(cells.get("valid_to", "")),
        evidence_url=cells.get("evidence_url", ""),
        evidence_note=cells.get("evidence_note", ""),
    )


def _named(column: str, cells: Row) -> Named:
    kind = cells.get(f"{column}_kind", "").lower()
    if kind and kind not in OrganisationKind.values:
        words = {"kind": kind, "kinds": ", ".join(OrganisationKind.values)}
        raise ValueError(_("“%(kind)s” is no kind of organisation. These are: %(kinds)s.") % words)
    return Named(
        name=cells[column],
        kind=OrganisationKind(kind) if kind else None,
        country=cells.get(f"{column}_country", "").upper(),
    )


def _control(text: str) -> ControlKind:
    """A kind of control by its value or by its words: "majority" or "majority-owned by"."""
    for kind in ControlKind:
        if text.lower() in (kind.value, kind.words.lower()):
            return kind
    words = {"text": text, "kinds": ", ".join(ControlKind.values)}
    raise ValueError(_("“%(text)s” is no kind of control. These are: %(kinds)s.") % words)


def share_of(text: str) -> Decimal | None:
    """A percentage with at most two decimals, with or without its sign."""
    if not text:
        return None
    try:
        share = Decimal(text.removesuffix("%").strip())
    except InvalidOperation as error:
        raise ValueError(_("“%(text)s” is no share in per cent.") % {"text": text}) from error
    if not share.is_finite() or not 0 <= share <= 100:
        raise ValueError(_("A share lies between 0 and 100 per cent."))
    return share.quantize(Decimal("0.01"))


def _day(text: str) -> datetime.date | None:
    if not text:
        return None
    day = None
    if DAY.fullmatch(text):
        with suppress(ValueError):
            day = datetime.date.fromisoformat(text)
    if day is None:
        raise ValueError(_("“%(text)s” is no day such as 2025-10-24.") % {"text": text})
    return day
