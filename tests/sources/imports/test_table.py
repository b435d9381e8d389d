"""Tables of ownership: every cell as it may be written, and a reason for every row that is not."""

import datetime
from decimal import Decimal

import pytest

from sources.enums import ControlKind, OrganisationKind
from sources.imports import Claim, FileError, Named, read_table

HEAD = (
    "owned,control,owner,share,valid_from,valid_to,"
    "evidence_url,evidence_note,owner_kind,owner_country"
)


def test_a_row_says_everything() -> None:
    row = (
        "Harbour Herald,majority,Pier Fund,60,1998-09-12,2020-01-01,"
        "https://x.example/,Page 3,company,no"
    )
    assert read_table(f"{HEAD}\n{row}\n").claims == (
        Claim(
            place="line 2",
            owned=Named("Harbour Herald"),
            control=ControlKind.MAJORITY,
            owner=Named("Pier Fund", kind=OrganisationKind.COMPANY, country="NO"),
            share=Decimal("60.00"),
            valid_from=datetime.date(1998, 9, 12),
            valid_to=datetime.date(2020, 1, 1),
            evidence_url="https://x.example/",
            evidence_note="Page 3",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "owned,control,owner\nHerald,majority-owned by,Fund\n",
        "\ufeffowned;control;owner\r\nHerald;Majority;Fund\r\n",
        "Owned\tControl\tOwner\n\t\t\n  Herald \tmajority\tFund",
        'owned,control,owner\n"Herald","majority","Fund"',
    ],
)
def test_other_separators_spellings_and_line_ends_say_the_same(text: str) -> None:
    [claim] = read_table(text).claims
    assert (str(claim.owned), claim.control, str(claim.owner)) == (
        "Herald",
        ControlKind.MAJORITY,
        "Fund",
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",majority,Fund", "what is owned"),
        ("Herald,rules,Fund", "“rules” is no kind of control"),
        ("Herald,majority,Fund,much", "“much” is no share"),
        ("Herald,majority,Fund,101", "between 0 and 100"),
        ("Herald,majority,Fund,NaN", "between 0 and 100"),
        ("Herald,majority,Fund,,1998", "“1998” is no day"),
        ("Herald,majority,Fund,,1998-02-30", "“1998-02-30” is no day"),
        ("Herald,majority,Fund,,,,,,shop", "“shop” is no kind of organisation"),
        ("Herald,majority,Fund,,,,,,,,more", "more cells"),
    ],
)
def test_a_row_that_cannot_be_read_says_why_and_holds_up_none(row: str, words: str) -> None:
    reading = read_table(f"{HEAD}\n{row}\nHerald,listed\n")
    [unreadable] = reading.unreadable
    assert unreadable.place == "line 2"
    assert words in unreadable.reason
    assert [claim.place for claim in reading.claims] == ["line 3"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("owner,control\n", "no column “owned”"),
        ("owned,control,colour\n", "“colour” is not known"),
        ("owned,control,owner,owner\n", "twice"),
    ],
)
def test_a_table_with_other_columns_is_refused_as_a_whole(text: str, words: str) -> None:
    with pytest.raises(FileError, match=words):
        read_table(text)
