"""Third stage: what is not the item goes, with a record; what only looks like it stays."""

import pytest

from tests.sources.ingest.stages import STORY, cleaned

BODY = "\n\n".join(STORY)


def removed_before(line: str) -> list[str]:
    return [each.text for each in cleaned(f"{line}\n\n{BODY}").removals]


def removed_between(line: str) -> list[str]:
    return [each.text for each in cleaned(f"{STORY[0]}\n\n{line}\n\n{STORY[1]}\n\n{BODY}").removals]


def removed_behind(line: str) -> list[str]:
    return [each.text for each in cleaned(f"{BODY}\n\n{line}").removals]


@pytest.mark.parametrize(
    "line",
    """
    Here's the information presented as an unordered list in HTML:
    Sure, here's a rewritten version of the article:
    Sure thing! Here’s the article in bullet form.
    Certainly! Below is the revised news item.
    Here is your article:
    Here’s a polished draft:
    Of course. I've translated the text below.
    Got it — here's the HTML version:
    I've reorganized the article as requested.
    Thank you for providing the text. Here's a cleaned-up version:
    Absolutely — below is a cleaner layout of your article.
    Here are three headline options:
    Based on the text you provided, here is a summary:
    The following is a summary of the article:
    Great question!
    Here you go:
    Revised version:
    Rewritten article:
    Output:
    Translation:
    ChatGPT said:
    [Assistant]:
    Copy code
    """.strip().splitlines(),
)
def test_assistant_announcing_its_work_is_removed(line: str) -> None:
    assert removed_before(line.strip()) == [line.strip()]


@pytest.mark.parametrize(
    "line",
    """
    I hope this helps!
    Hope this helps.
    Let me know if you'd like a shorter version or a different tone!
    Let me know your thoughts!
    Would you like me to adapt this for LinkedIn?
    Want me to turn it into a thread?
    Shall I continue?
    Is there anything else you need?
    Feel free to adjust the wording.
    If you'd like, I can also draft a headline.
    I can also shorten it if you'd like.
    I've removed the promotional language.
    Happy to adjust the tone.
    This version keeps the original meaning while improving readability.
    Note: I've kept the original figures.
    Word count: 350
    As an AI language model, I cannot verify these figures.
    Regenerate response
    """.strip().splitlines(),
)
def test_assistant_asking_what_is_next_is_removed(line: str) -> None:
    assert removed_behind(line.strip()) == [line.strip()]


def test_assistants_list_of_changes_is_removed_to_the_end() -> None:
    text = f"{BODY}\n\nKey changes made:\n- Shorter sentences\n- Neutral tone\n\nAnything else?"
    removals = cleaned(text).removals
    assert [each.text for each in removals][:3] == [
        "Key changes made:",
        "- Shorter sentences",
        "- Neutral tone",
    ]


@pytest.mark.parametrize(
    "line",
    """
    Here is what the ministry said:
    Sure enough, prices fell.
    Below is the list that the ministry gave of mines that may sell abroad.
    I hope this helps the miners, said the minister.
    The company let investors know if output would rise.
    Note: figures are rounded.
    Share prices fell in Oslo.
    Search for lithium widens
    Home sales fell
    Follow the money.
    Print runs fell by a third.
    More than 300 people work there.
    Related party transactions rose.
    Next year will be harder.
    Next steps
    Advertising revenue fell
    Photo finish in the race for cobalt
    Tags on the drums were wrong.
    Comments by the minister were brief.
    Contents of the report
    Close to the border
    Save the mine, say workers
    Authors of the study
    Topics for the summit
    """.strip().splitlines(),
)
def test_line_that_only_begins_like_a_leftover_stays(line: str) -> None:
    for removed in (removed_before, removed_between, removed_behind):
        assert removed(line.strip()) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "advertisement"),
        ("— ADVERTISEMENT —", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share this:", "share buttons"),
        ("Facebook Twitter LinkedIn Email", "share buttons"),
        ("Click to share on Facebook", "share buttons"),
        ("Like Loading…", "share buttons"),
        ("Spread the word:", "share buttons"),
        ("Subscribe to our newsletter", "newsletter box"),
        ("Get the latest on metals in your inbox", "newsletter box"),
        ("Your email address", "newsletter box"),
        ("Leave a Reply", "comment form"),
        ("Leave a Reply Cancel reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Comments are closed.", "comment form"),
        ("Skip to content", "navigation"),
        ("Home » News » Metals", "navigation"),
        ("← Previous Post", "navigation"),
        ("Loading...", "navigation"),
        ("Go deeper: How lithium is made", "link to another item"),
        ("Read more »", "link to another item"),
        ("The post Plant opens appeared first on Kestrel News.", "link to another item"),
        ("5 min read", "reading time"),
        ("1,234 views", "reading time"),
        ("Tags: lithium, brine", "filing line"),
        ("Filed under: Metals", "filing line"),
        ("Photo: Ida Berg", "image credit"),
        ("Illustration by Tom Lind", "image credit"),
        ("© 2025 Kestrel News. All rights reserved.", "copyright line"),
        ("Privacy Policy", "copyright line"),
        ("We use cookies to improve this site.", "cookie notice"),
        ("(Reporting by Ida Berg; Editing by Tom Lind)", "credit of the staff"),
        ("#lithium #brine #mining", "filing line"),
        ("```html", "code fence"),
    ],
)
def test_furniture_of_the_page_is_removed_with_its_reason(line: str, reason: str) -> None:
    removals = cleaned(f"{BODY}\n\n{line}").removals
    assert [(each.text, each.reason) for each in removals] == [(line, reason)]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("0 Comments", 0),
        ("No comments yet", 0),
        ("No Comments »", 0),
        ("One comment", 1),
        ("3 comments", 3),
        ("1,204 Comments", 1204),
        ("Comments (12)", 12),
        ("Comments: 5", 5),
        ("2 Replies to “Plant opens”", 2),
        ("12 thoughts on “Plant opens”", 12),
        ("7 responses", 7),
        ("Join the discussion (4)", 4),
    ],
)
def test_counter_of_comments_is_read_and_removed(line: str, count: int) -> None:
    clean = cleaned(f"{BODY}\n\n{line}")
    assert clean.comments_count == count
    assert [each.reason for each in clean.removals] == ["comment counter"]


def test_without_a_counter_nobody_says_how_many_commented() -> None:
    assert cleaned(f"{BODY}\n\nLeave a Reply").comments_count is None


def test_comments_of_readers_go_with_their_counter() -> None:
    thread = "2 Comments\n\nTom says:\n\nGreat news!\n\nReply\n\nIda says:\n\nNot for us.\n\nReply"
    clean = cleaned(f"{BODY}\n\n{thread}")
    assert clean.comments_count == 2
    assert clean.text.strip() == BODY


@pytest.mark.parametrize(
    "leftover",
    [
        "<!-- /wp:paragraph -->",
        '<!-- wp:heading {"level":3} -->',
        "©!-- /wp:paragraph -->",
        "!-- wp:list --",
        "!– /wp:list –>",
        "&lt;!-- wp:more --&gt;",
        "<!--more-->",
        "[caption id=“attachment_1” width=“300”]",
        "[gallery ids=“1,2”]",
        "[/et_pb_text]",
        "<br />",
        "[edit]",
        "![A mine](https://cdn.example/mine.jpg)",
        "(opens in a new tab)",
        "<p class=“lead”>",
    ],
)
def test_what_the_editor_left_within_a_line_goes_and_the_line_stays(leftover: str) -> None:
    clean = cleaned(f"The plant opened{leftover} on Monday.")
    assert [each.text for each in clean.removals] == [leftover]
    assert clean.text == "The plant opened on Monday."


@pytest.mark.parametrize("mark", ["Enditem", "(END)", "ENDS", "###", "■"])
def test_mark_at_the_end_of_a_wire_goes(mark: str) -> None:
    assert cleaned(f"{STORY[0]} {mark}").text == STORY[0]
    assert [each.text for each in cleaned(f"{BODY}\n\n{mark}").removals] == [mark]


def test_of_a_link_the_words_stay() -> None:
    clean = cleaned("The [second plant](https://kestrel.example/plant) opened.")
    assert clean.text == "The second plant opened."
    assert [each.text for each in clean.removals] == ["[", "](https://kestrel.example/plant)"]


def test_table_of_contents_goes_with_its_entries_and_leaves_the_headings() -> None:
    text = (
        f"Table of Contents\n1. The plant\n2. The water\n\n{STORY[0]}\n\n"
        f"The plant\n\n{STORY[1]}\n\nThe water\n\nIt is scarce."
    )
    clean = cleaned(text)
    assert [each.text for each in clean.removals] == [
        "Table of Contents",
        "1. The plant",
        "2. The water",
    ]
    assert clean.text.count("The plant\n") == 1


@pytest.mark.parametrize("line", ["Contents", "Table of Contents", "Toggle Table of Content"])
def test_empty_table_of_contents_goes_too(line: str) -> None:
    assert [
        each.text for each in cleaned(f"{STORY[0]}\n\n{line}\n\nThe plant\n\n{BODY}").removals
    ] == [line]


def test_heading_that_may_be_a_contents_list_stays_without_entries() -> None:
    assert cleaned(f"In this report\n\n{BODY}").removals == ()


def test_links_to_other_items_go_up_to_the_end() -> None:
    clean = cleaned(
        f"{BODY}\n\nRelated Articles\nBrine prices fall\nHow salt is made\n\n3 Comments"
    )
    assert clean.text.strip() == BODY
    assert clean.comments_count == 3


def test_other_story_of_a_feed_goes_to_the_end() -> None:
    clean = cleaned(f"{BODY}\n\nUpdated 21 mins ago - Energy\n\nAnother headline\n\n{STORY[0]}")
    assert clean.text.strip() == BODY
    assert {each.reason for each in clean.removals} == {"another story"}


def test_time_line_above_the_story_goes_alone() -> None:
    clean = cleaned(f"Plant opens\n\n3 hours ago\n\n{BODY}")
    assert [each.text for each in clean.removals] == ["3 hours ago"]


def test_every_removal_stands_at_its_place_in_the_text() -> None:
    text = (
        f"  Advertisement\n\n{BODY} (opens in a new tab)\n\n"
        "- [link](https://a.example/)\n\n**2 Comments**"
    )
    clean = cleaned(text)
    assert len(clean.removals) == 5
    for removal in clean.removals:
        assert text.startswith(removal.text, removal.position)
    assert [each.position for each in clean.removals] == sorted(
        each.position for each in clean.removals
    )


@pytest.mark.parametrize(
    "line",
    [
        "(c) Report the data to the inspectorate every 12 hours.",
        "Copyright rules tighten in the north",
        "The minister [who was not named] agreed to it.",
        "Accept no less, the union said",
    ],
)
def test_line_that_only_begins_like_furniture_stays(line: str) -> None:
    assert removed_between(line) == []


def test_line_that_lost_a_stretch_before_it_went_is_one_removal() -> None:
    line = "Click to share on Facebook (Opens in new window)"
    assert removed_behind(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "[addtoany]",
        '[my_gallery ids="1,2"]',
        '[caption id="a" width="640"]The quay at dusk[/caption]',
        "(c) 2025 Kestrel News",
        "Copyright 2025 Kestrel News",
        "I agree",
    ],
)
def test_shortcode_caption_and_rights_go_whole(line: str) -> None:
    assert removed_behind(line) == [line]
