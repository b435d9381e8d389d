"""robots.txt is read as RFC 9309 has it: the group that names us, and the longest pattern."""

import pytest

from sources.actions.robots import Robots, read_robots

SITE = "https://news.example"
FILE = """
# A comment.
User-agent: *
Disallow: /private/   # nobody
Crawl-delay: 7

User-Agent: Greedy
User-agent: ASSAY
Disallow: /archive/
Allow: /archive/open
Disallow: /*?print=
Disallow: /*.pdf$
Disallow: /exact$
Disallow: /café
"""


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [
        ("", True),
        ("/private/item", True),  # the group for everybody is not ours
        ("/archive/item", False),
        ("/archive/open/item", True),
        ("/item?print=1", False),
        ("/item?page=1&print=1", True),
        ("/paper.pdf", False),
        ("/paper.pdf?page=2", True),
        ("/exact", False),
        ("/exactly", True),
        ("/caf%C3%A9", False),
        ("/café/menu", False),
    ],
)
def test_the_longest_pattern_decides(path: str, is_allowed: bool) -> None:
    assert read_robots(FILE, agent="Assay").allows(f"{SITE}{path}") is is_allowed


def test_those_who_are_not_named_go_by_the_group_for_everybody() -> None:
    robots = read_robots(FILE, agent="Another")
    assert robots.delay == 7
    assert not robots.allows(f"{SITE}/private/item")
    assert robots.allows(f"{SITE}/archive/item")


def test_groups_for_one_agent_count_together() -> None:
    robots = read_robots(
        "User-agent: assay\nDisallow: /a\n\nUser-agent: assay\nDisallow: /b", agent="Assay"
    )
    assert [robots.allows(f"{SITE}/{name}") for name in "abc"] == [False, False, True]


@pytest.mark.parametrize(
    "text", ["", "User-agent: *\nDisallow:", "Disallow: /", "<html>Not found</html>", "\0:\0\n::"]
)
def test_a_file_that_forbids_nothing_allows_everything(text: str) -> None:
    assert read_robots(text, agent="Assay") == Robots()


def test_of_two_patterns_of_one_length_the_allowing_one_counts() -> None:
    robots = read_robots("User-agent: *\nDisallow: /item\nAllow: /item", agent="Assay")
    assert robots.allows(f"{SITE}/item")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/a*b*c", "/a-b-c-d", True),
        ("/a*b*c", "/a-c-b", False),
        ("/a*bc$", "/abcbc", True),
        ("/a*bc$", "/abcb", False),
        ("/ab*b$", "/ab", False),
        ("*", "/anything", True),
        ("/*$", "/anything", True),
    ],
)
def test_a_star_is_anything_and_a_dollar_the_end(pattern: str, path: str, fits: bool) -> None:
    robots = read_robots(f"User-agent: *\nDisallow: {pattern}", agent="Assay")
    assert robots.allows(f"{SITE}{path}") is not fits


def test_a_hostile_pattern_takes_no_more_time_than_it_is_long() -> None:
    stars = "*a" * 5_000
    robots = read_robots(f"User-agent: *\nDisallow: /{stars}$", agent="Assay")
    assert robots.allows(f"{SITE}/{'a' * 4_000}b")
