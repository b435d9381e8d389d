"""Fifth stage: organisations meet those on record."""

from sources.ingest import Directory, DirectoryEntry
from tests.sources.ingest.stages import STORY, ingested

TEXT = f"{STORY[0]}\n\nThe price rose, according to the Harbour Herald and Vell Gazette."
HERALD = ("harbour-herald", ("Harbour Herald", "海港先驱报"))


def test_name_on_record_gets_its_slug_and_the_other_stays_open() -> None:
    found = [(each.name, each.slug) for each in ingested(TEXT, HERALD).organisations]
    assert ("Harbour Herald", "harbour-herald") in found
    assert ("Vell Gazette", None) in found


def test_spelling_does_not_matter() -> None:
    directory = Directory.of([DirectoryEntry("zoe", ("Zoë’s Ore (Group) Co.",))])
    assert directory.slug_of("THE  ZOE'S ORE GROUP CO") == "zoe"


def test_name_that_two_organisations_share_tells_neither() -> None:
    directory = Directory.of(
        [DirectoryEntry("a", ("Post", "Vell Post")), DirectoryEntry("b", ("Post",))]
    )
    assert directory.slug_of("Post") is None
    assert directory.slug_of("Vell Post") == "a"


def test_empty_directory_knows_nobody() -> None:
    assert {each.slug for each in ingested(TEXT).organisations} == {None}
    assert Directory().slug_of("") is None


def test_body_on_record_is_found_where_its_name_alone_does_not_tell_one() -> None:
    text = f"{STORY[0]}\n\nBuyers such as Marlowe Quince wait."
    assert "Marlowe Quince" not in [each.name for each in ingested(text).organisations]
    (found,) = [
        each
        for each in ingested(text, ("quince", ("Marlowe Quince",))).organisations
        if each.slug == "quince"
    ]
    assert (found.name, found.role) == ("Marlowe Quince", "mentioned")


def test_abbreviation_in_a_bracket_finds_the_body_too() -> None:
    text = "Northern Ore Works (NOW) said it runs."
    (found,) = ingested(text, ("now", ("NOW",))).organisations
    assert (found.name, found.slug) == ("Northern Ore Works", "now")
