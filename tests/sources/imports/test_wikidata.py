"""JSON of Wikidata: which statements count, what their qualifiers say, and who is who."""

import datetime
import json
from decimal import Decimal
from typing import Any

import pytest

from sources.enums import ControlKind, OrganisationKind
from sources.imports import FileError, Reading, read_wikidata


def item(key: str) -> dict[str, Any]:
    """A value that is another entity."""
    return {"snaktype": "value", "datavalue": {"value": {"id": key}}}


def text(words: str) -> dict[str, Any]:
    """A value in words of one language."""
    return {"snaktype": "value", "datavalue": {"value": {"text": words, "language": "nb"}}}


def time(moment: str, precision: int = 11) -> dict[str, Any]:
    """A qualifier that is a day."""
    value = {"time": f"+{moment}T00:00:00Z", "precision": precision}
    return {"snaktype": "value", "datavalue": {"value": value}}


def part(amount: str) -> dict[str, Any]:
    """A qualifier that is a part of one."""
    return {"snaktype": "value", "datavalue": {"value": {"amount": amount, "unit": "1"}}}


def said(snak: dict[str, Any], rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    """A statement with its rank."""
    lists = {name: [snak] for name, snak in qualifiers.items()}
    return {"mainsnak": snak, "rank": rank, "qualifiers": lists}


def entity(key: str, name: str, **claims: Any) -> dict[str, Any]:
    """An entity with an English label."""
    labels = {"en": {"language": "en", "value": name}}
    return {"id": key, "labels": labels, "claims": claims}


FUND = entity("Q2", "Pier Fund")


def read(*entities: dict[str, Any]) -> Reading:
    """What entities say, in the shape of Special:EntityData."""
    return read_wikidata(json.dumps({"entities": {row["id"]: row for row in entities}}))


def test_an_owner_with_share_and_days() -> None:
    owner = said(item("Q2"), P1107=part("+0.6"), P580=time("1998-09-12"), P582=time("2020-01-01"))
    [claim] = read(entity("Q1", "Herald", P127=[owner]), FUND).claims
    assert (str(claim.owned), claim.control, str(claim.owner)) == (
        "Herald",
        ControlKind.MAJORITY,
        "Pier Fund",
    )
    assert claim.share == Decimal("60.00")
    assert claim.valid_from == datetime.date(1998, 9, 12)
    assert claim.valid_to == datetime.date(2020, 1, 1)
    assert (claim.place, claim.evidence_note) == ("Q1 P127", "Wikidata, Q1 P127.")


@pytest.mark.parametrize(
    ("amount", "control"),
    [
        ("+0.1", ControlKind.MINORITY),
        ("+0.4999", ControlKind.MINORITY),
        ("+0.5", ControlKind.SUBSIDIARY),
        ("+0.51", ControlKind.MAJORITY),
        ("+1", ControlKind.SUBSIDIARY),
    ],
)
def test_a_share_decides_about_control(amount: str, control: ControlKind) -> None:
    owned = entity("Q1", "Herald", P127=[said(item("Q2"), P1107=part(amount))])
    [claim] = read(owned, FUND).claims
    assert claim.control is control


def test_a_government_owns_for_the_state() -> None:
    ministry = entity("Q2", "Ministry of Ports", P31=[said(item("Q192350"))])
    [claim] = read(entity("Q1", "Herald", P127=[said(item("Q2"))]), ministry).claims
    assert claim.control is ControlKind.STATE
    assert claim.owner is not None
    assert claim.owner.kind is OrganisationKind.GOVERNMENT


def test_deprecated_statements_are_left_out_and_normal_ones_stay_beside_preferred() -> None:
    owned = entity(
        "Q1",
        "Herald",
        P127=[
            said(item("Q2"), rank="deprecated"),
            said(item("Q3"), P582=time("2020-01-01")),
            said(item("Q4"), rank="preferred", P580=time("2020-01-01")),
        ],
    )
    claims = read(owned, FUND, entity("Q3", "Old"), entity("Q4", "New")).claims
    assert [str(claim.owner) for claim in claims] == ["Old", "New"]


def test_a_pair_is_told_once_whichever_way_it_is_said() -> None:
    owned = entity("Q1", "Herald", P749=[said(item("Q2"))], P127=[said(item("Q2"))])
    owner = entity("Q2", "Pier Fund", P355=[said(item("Q1")), said(item("Q3"))])
    claims = read(owned, owner, entity("Q3", "Post")).claims
    assert [(claim.place, str(claim.owned)) for claim in claims] == [
        ("Q1 P127", "Herald"),
        ("Q2 P355", "Post"),
    ]


@pytest.mark.parametrize(
    ("moment", "precision", "day", "note"),
    [
        ("1998-09-00", 10, datetime.date(1998, 9, 1), "Beginning known to the month only."),
        ("1998-00-00", 9, datetime.date(1998, 1, 1), "Beginning known to the year only."),
    ],
)
def test_a_day_known_less_well_is_the_first_and_the_note_says_so(
    moment: str, precision: int, day: datetime.date, note: str
) -> None:
    owned = entity("Q1", "Herald", P127=[said(item("Q2"), P580=time(moment, precision))])
    [claim] = read(owned, FUND).claims
    assert claim.valid_from == day
    assert note in claim.evidence_note


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (said({"snaktype": "somevalue"}), "not who"),
        (said({"snaktype": "novalue"}), "not who"),
        (said(item("Q2"), P580=time("1900-00-00", 7)), "not said to the year"),
        (said(item("Q2"), P1107=part("+1.5")), "no part of the whole"),
    ],
)
def test_a_statement_that_cannot_be_read_says_why(statement: dict[str, Any], words: str) -> None:
    reading = read(entity("Q1", "Herald", P127=[statement]), FUND)
    assert not reading.claims
    [unreadable] = reading.unreadable
    assert unreadable.place == "Q1 P127"
    assert words in unreadable.reason


def test_names_kind_and_country_come_along() -> None:
    owned = entity(
        "Q1",
        "Herald",
        P127=[said(item("Q2"))],
        P31=[said(item("Q11032"))],
        P17=[said(item("Q20"))],
        P1705=[said(text("Havnebladet"))],
    )
    owned["labels"]["sv"] = {"language": "sv", "value": "Hamnbladet"}
    owned["aliases"] = {"en": [{"language": "en", "value": "HH"}]}
    [claim] = read(owned, FUND).claims
    assert claim.owned.kind is OrganisationKind.MEDIA
    assert (claim.owned.country, claim.owned.native_name) == ("NO", "Havnebladet")
    assert claim.owned.aliases == ("Hamnbladet", "HH")


def test_a_country_that_the_file_describes_needs_no_list() -> None:
    code = {"snaktype": "value", "datavalue": {"value": "LU"}}
    owned = entity("Q1", "Herald", P127=[said(item("Q2"))], P17=[said(item("Q32"))])
    [claim] = read(owned, FUND, entity("Q32", "Luxembourg", P297=[said(code)])).claims
    assert claim.owned.country == "LU"


def test_an_owner_outside_the_file_is_known_by_its_id() -> None:
    [claim] = read(entity("Q1", "Herald", P127=[said(item("Q9"))])).claims
    assert str(claim.owner) == "Q9"


def test_a_dump_with_an_entity_a_line_reads_the_same() -> None:
    rows = [entity("Q1", "Herald", P127=[said(item("Q2"))]), FUND]
    lines = ",\n".join(json.dumps(row) for row in rows)
    listed = read_wikidata(f"[\n{lines}\n]")
    assert listed == read_wikidata("\n".join(json.dumps(row) for row in rows)) == read(*rows)


@pytest.mark.parametrize("words", ["", "{}", "[]", "no json", "[1]", '{"entities": {}}'])
def test_what_is_no_wikidata_is_refused_as_a_whole(words: str) -> None:
    with pytest.raises(FileError):
        read_wikidata(words)
