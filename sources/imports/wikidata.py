"""Ownership from JSON of Wikidata: entities as Special:EntityData and the dumps have them.

P127 (owned by), P749 (parent organisation) and P355 (has subsidiary) with their dates and shares;
P17 (country) and the names of the organisations. Deprecated statements are left out.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sources.enums import ControlKind, OrganisationKind
from sources.imports.claim import Claim, FileError, Named, Reading, Unreadable
from sources.imports.places import COUNTRIES, KINDS

OWNED_BY, PARENT, SUBSIDIARY = "P127", "P749", "P355"  # the first that names a pair speaks for it
INSTANCE_OF, COUNTRY, ISO_CODE = "P31", "P17", "P297"
NATIVE_LABEL, OFFICIAL_NAME = "P1705", "P1448"
START, END, PROPORTION = "P580", "P582", "P1107"
MONTH, DAY = 10, 11  # precisions of a time
YEAR = 9
LONGEST_NAME = 200  # as the model has it
TIME = re.compile(r"\+(\d{4})-(\d{2})-(\d{2})T")
Entities = Mapping[str, Mapping[str, Any]]


def read_wikidata(text: str) -> Reading:
    """Read entities. Raises FileError where the text is no JSON of Wikidata."""
    entities = {str(entity["id"]): entity for entity in _entities(text)}
    claims: list[Claim] = []
    unreadable: list[Unreadable] = []
    said: dict[tuple[str, str], str] = {}
    for property_id in (OWNED_BY, PARENT, SUBSIDIARY):
        for key, statement in _statements(entities, property_id):
            place = f"{key} {property_id}"
            try:
                pair = _pair(key, property_id, statement)
                if said.setdefault(pair, property_id) == property_id:
                    claims.append(_claim(place, pair, statement, entities))
            except ValueError as error:
                unreadable.append(Unreadable(place, str(error)))
    return Reading(tuple(dict.fromkeys(claims)), tuple(unreadable))


def _entities(text: str) -> Iterator[Mapping[str, Any]]:
    """Every entity of {"entities": …}, of a list, or of a dump with one a line."""
    try:
        data = json.loads(text)
    except ValueError:
        data = [_line(line) for line in text.splitlines() if line.strip(" \t,[]")]
    if isinstance(data, Mapping):
        data = [data] if "claims" in data else list((data.get("entities") or {}).values())
    if not isinstance(data, list) or not data:
        raise FileError(_("There are no entities of Wikidata in it."))
    for entity in data:
        if not isinstance(entity, Mapping) or "id" not in entity:
            raise FileError(_("There is something in it that is no entity of Wikidata."))
        yield entity


def _line(line: str) -> Any:
    try:
        return json.loads(line.strip().rstrip(","))
    except ValueError as error:
        raise FileError(_("It is no JSON.")) from error


def _statements(entities: Entities, property_id: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, entity in entities.items():
        for statement in (entity.get("claims") or {}).get(property_id, ()):
            if statement.get("rank") != "deprecated":
                yield key, statement


def _pair(key: str, property_id: str, statement: Mapping[str, Any]) -> tuple[str, str]:
    """The ids of the owned and of the owner. Raises ValueError where no owner is named."""
    other = _value(statement.get("mainsnak") or {})
    if not isinstance(other, Mapping) or not str(other.get("id", "")).startswith("Q"):
        raise ValueError(_("It says that somebody stands there, and not who."))
    return (str(other["id"]), key) if property_id == SUBSIDIARY else (key, str(other["id"]))


def _claim(
    place: str, pair: tuple[str, str], statement: Mapping[str, Any], entities: Entities
) -> Claim:
    owned, owner = (_named(key, entities) for key in pair)
    qualifiers = statement.get("qualifiers") or {}
    share = _share(qualifiers)
    begin, begins_about = _time(qualifiers, START)
    end, ends_about = _time(qualifiers, END)
    return Claim(
        place=place,
        owned=owned,
        control=_control(share, owner),
        owner=owner,
        share=share,
        valid_from=begin,
        valid_to=end,
        evidence_note=" ".join(filter(None, (f"Wikidata, {place}.", begins_about, ends_about))),
    )


def _control(share: Decimal | None, owner: Named) -> ControlKind:
    """Without a share, whoever is called owner or parent is taken to decide."""
    if share is not None and share < 50:
        return ControlKind.MINORITY
    if share is not None and 50 < share < 100:
        return ControlKind.MAJORITY
    is_state = owner.kind is OrganisationKind.GOVERNMENT
    return ControlKind.STATE if is_state else ControlKind.SUBSIDIARY


def _share(qualifiers: Mapping[str, Any]) -> Decimal | None:
    """P1107 is a part of one; the newest of several is not known, so none is taken."""
    values = [_value(snak) for snak in qualifiers.get(PROPORTION, ())]
    amounts = [Decimal(value["amount"]) for value in values if isinstance(value, Mapping)]
    if len(amounts) != 1:
        return None
    if not 0 <= amounts[0] <= 1:
        raise ValueError(_("Its share is no part of the whole."))
    return (amounts[0] * 100).quantize(Decimal("0.01"))


def _time(qualifiers: Mapping[str, Any], property_id: str) -> tuple[datetime.date | None, str]:
    """A day, and a note where it is only known to the month or the year, whose first day it is."""
    values = [_value(snak) for snak in qualifiers.get(property_id, ())]
    times = [value for value in values if isinstance(value, Mapping)]
    if not times:
        return None, ""
    match = TIME.match(str(times[0].get("time", "")))
    precision = times[0].get("precision", DAY)
    if len(times) > 1 or not match or precision < YEAR:
        raise ValueError(_("When it holds is not said to the year."))
    year, month, day = (int(part) for part in match.groups())
    about = {MONTH: _("the month"), YEAR: _("the year")}.get(precision, "")
    words = {"what": _("Beginning") if property_id == START else _("End"), "about": about}
    note = _("%(what)s known to %(about)s only.") % words if about else ""
    return datetime.date(year, month or 1, day or 1), note


def _named(key: str, entities: Entities) -> Named:
    """An organisation with every name that the file has for it; only its id where it is absent."""
    entity = entities.get(key)
    if entity is None:
        return Named(name="", wikidata_id=key)
    labels = {code: row["value"] for code, row in (entity.get("labels") or {}).items()}
    name = labels.get("en") or labels.get("mul") or next(iter(labels.values()), "")
    native = _native(entity, name)
    aliases = [row["value"] for rows in (entity.get("aliases") or {}).values() for row in rows]
    others = dict.fromkeys([*labels.values(), *aliases])
    return Named(
        name=name,
        kind=next((KINDS[each] for each in _ids(entity, INSTANCE_OF) if each in KINDS), None),
        country=_country(entity, entities),
        native_name=native,
        wikidata_id=key,
        aliases=tuple(each for each in others if each not in (name, native) and _fits(each)),
    )


def _native(entity: Mapping[str, Any], name: str) -> str:
    for property_id in (NATIVE_LABEL, OFFICIAL_NAME):
        for value in _values(entity, property_id):
            text = str(value.get("text", "")) if isinstance(value, Mapping) else ""
            if text and text != name and _fits(text):
                return text
    return ""


def _country(entity: Mapping[str, Any], entities: Entities) -> str:
    """ISO 3166-1: as the file has it, else as we know it; empty where nobody does."""
    for key in _ids(entity, COUNTRY):
        codes = [str(code) for code in _values(entities.get(key, {}), ISO_CODE)]
        if code := next(iter(codes), COUNTRIES.get(key, "")):
            return code
    return ""


def _ids(entity: Mapping[str, Any], property_id: str) -> list[str]:
    values = _values(entity, property_id)
    return [str(value["id"]) for value in values if isinstance(value, Mapping) and "id" in value]


def _values(entity: Mapping[str, Any], property_id: str) -> list[Any]:
    """The values of a property, the preferred ones first."""
    rows = (entity.get("claims") or {}).get(property_id, ())
    valid = [row for row in rows if row.get("rank") != "deprecated"]
    valid.sort(key=lambda row: row.get("rank") != "preferred")
    return [value for row in valid if (value := _value(row.get("mainsnak") or {})) is not None]


def _value(snak: Mapping[str, Any]) -> Any:
    return (snak.get("datavalue") or {}).get("value") if snak.get("snaktype") == "value" else None


def _fits(name: str) -> bool:
    return len(name) <= LONGEST_NAME
