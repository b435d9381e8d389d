"""Fourth stage: sections, paragraphs, lists, tables and the orders among them."""

import pytest

from sources.ingest import (
    BulletList,
    DataTable,
    DirectiveList,
    HighlightNode,
    Paragraph,
    ParsedDirective,
    SectionRole,
)
from sources.ingest.parse.body import running_texts
from tests.sources.ingest.stages import STORY, parsed

BODY = "\n\n".join(STORY)
ORDERS = ("Halve the dust by June.", "Report each shipment.", "Train two inspectors.")


def headings(text: str) -> list[str]:
    return [section.heading for section in parsed(text).sections]


def directives(text: str) -> list[str]:
    item = parsed(text)
    parts = [*item.opening, *(part for section in item.sections for part in section.parts)]
    lists = [part for part in parts if isinstance(part, DirectiveList)]
    return [directive.text for part in lists for directive in part.directives]


@pytest.mark.parametrize(
    "heading",
    [
        "Water From the Hills",
        "Water from the hills",
        "## Water from the hills",
        "**Water from the hills**",
        "Who owns the water?",
        "The Plan: Water, Salt and Power",
        "Q3 Results Beat the Forecast",
    ],
)
def test_heading_without_its_markup_is_a_heading(heading: str) -> None:
    found = headings(f"{BODY}\n\n{heading}\n\n{BODY}")
    assert found == [heading.strip("#* ")]


@pytest.mark.parametrize(
    "line",
    [
        "The mine closed.",
        "“We own the water,” she said.",
        "and so the water ran out",
        "— Ida Berg, chief executive",
        "Source: Kestrel News",
    ],
)
def test_short_paragraph_is_no_heading(line: str) -> None:
    assert headings(f"{BODY}\n\n{line}\n\n{BODY}") == []


def test_headings_need_no_blank_lines_around_them() -> None:
    text = f"{STORY[0]}\nWater From the Hills\n{STORY[1]}\nSalt in the Flat\n{STORY[0]}"
    assert headings(text) == ["Water From the Hills", "Salt in the Flat"]


@pytest.mark.parametrize(
    "label", ["Why it matters", "The bottom line", "What they're saying", "Yes, but", "Of note"]
)
def test_run_in_label_is_a_heading(label: str) -> None:
    item = parsed(f"{BODY}\n\n{label}: The water is scarce.")
    assert [section.heading for section in item.sections] == [label]
    assert item.sections[0].parts == (Paragraph("The water is scarce."),)


def test_bold_label_is_a_heading_whatever_it_says() -> None:
    assert headings(f"{BODY}\n\n**Deal value:** The plant cost $90 million.") == ["Deal value"]


def test_plain_label_that_nobody_knows_is_part_of_its_sentence() -> None:
    assert headings(f"{BODY}\n\nThe price: $90 million, paid over three years.") == []


@pytest.mark.parametrize("label", ["**Lead:**", "**Body:**"])
def test_name_of_a_part_of_the_item_heads_nothing(label: str) -> None:
    item = parsed(f"# Plant Opens\n\n{label} {STORY[0]}")
    assert item.opening == (Paragraph(STORY[0]),)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Why It Matters", SectionRole.ANALYSIS),
        ("Why This Matters for Western Buyers", SectionRole.ANALYSIS),
        ("Our Take", SectionRole.ANALYSIS),
        ("Editor’s View", SectionRole.ANALYSIS),
        ("Implications for Buyers", SectionRole.ANALYSIS),
        ("What This Means", SectionRole.ANALYSIS),
        ("The Bottom Line", SectionRole.ANALYSIS),
        ("Analysis: Water Is Power", SectionRole.ANALYSIS),
        ("The Ore Desk Take", SectionRole.ANALYSIS),
        ("## 3. Why it matters", SectionRole.ANALYSIS),
        ("## 💡 Why it matters", SectionRole.ANALYSIS),
        ("Management’s Instructions", SectionRole.DIRECTIVES),
        ("Key Directives for 2026", SectionRole.DIRECTIVES),
        ("Water From the Hills", SectionRole.BODY),
        ("Background", SectionRole.BODY),
    ],
)
def test_heading_tells_the_role(heading: str, role: SectionRole) -> None:
    item = parsed(f"{BODY}\n\n{heading}\n\n{BODY}")
    assert [section.role for section in item.sections] == [role]


@pytest.mark.parametrize(
    "lead",
    [
        "Key Directives\n",
        "Instructions From the Ministry\n",
        "The notice sets out three requirements:",
        "The ministry told makers to:",
        "Under the decree, makers must:",
        "The chairman named three priorities for the year:",
        "What the ministry asked of exporters:",
    ],
)
def test_list_that_orders_lead_to_holds_directives(lead: str) -> None:
    text = "\n".join([BODY, "", lead, *(f"- {order}" for order in ORDERS), "", STORY[1]])
    assert directives(text) == list(ORDERS)


def test_sentence_that_commands_makes_orders_of_any_wording() -> None:
    text = f"{BODY}\n\nThe decree obliges makers to:\n\n- full disclosure of dust\n- two inspectors"
    assert directives(text) == ["full disclosure of dust", "two inspectors"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\nThe plant has three parts:\n\n- A mill\n- A dryer\n- A store",
        f"{BODY}\n\nPriorities\n\n- A mill\n- A dryer\n- A store",
        f"{BODY}\n\nThe ministry asked:\n\n- Who owns the water?\n- Who sells it?",
        f"{BODY}\n\nQuestions that investors should ask:\n\n- The price\n- The dust",
        f"{BODY}\n\nWhat Investors Should Watch\n\n- Watch the price\n- Track the dust",
        f"{BODY}\n\n- Halve the dust\n- Report each shipment",
    ],
)
def test_list_that_nothing_leads_to_holds_none(text: str) -> None:
    assert directives(text) == []


def test_items_under_a_directive_are_its_summary() -> None:
    item = parsed(
        f"{BODY}\n\nDirectives\n\n- Halve the dust\n  - on every line\n  - by June\n- Report"
    )
    (section,) = item.sections
    assert section.parts == (
        DirectiveList(
            (ParsedDirective("Halve the dust", "on every line; by June"), ParsedDirective("Report"))
        ),
    )


def test_table_of_directives_says_more_of_each_in_its_second_column() -> None:
    table = (
        "| Directive | Detail |\n|---|---|\n| Halve the dust | By June. |\n"
        "| | On all lines. |\n| Train staff | |"
    )
    item = parsed(f"{BODY}\n\nMessages of the meeting\n\n{table}")
    assert item.sections[0].parts == (
        DirectiveList(
            (
                ParsedDirective("Halve the dust", "By June. On all lines."),
                ParsedDirective("Train staff"),
            )
        ),
    )
    assert item.sections[0].role is SectionRole.DIRECTIVES


@pytest.mark.parametrize(
    "table",
    [
        "| Quarter | Tonnes |\n|---|---|\n| Q1 | 31 |\n| Q2 | 28 |",
        "Quarter | Tonnes\nQ1 | 31\nQ2 | 28",
        "Quarter\tTonnes\nQ1\t31\nQ2\t28",
    ],
)
def test_table_of_figures_stays_a_table(table: str) -> None:
    item = parsed(f"{BODY}\n\n{table}\n\n{BODY}")
    assert item.opening[2] == DataTable((("Quarter", "Tonnes"), ("Q1", "31"), ("Q2", "28")))


def test_row_that_is_longer_than_its_header_loses_nothing() -> None:
    item = parsed(f"{BODY}\n\n| Quarter | t |\n|---|---|\n| Q1 | 31 |\n| Q2 | 28 | high |")
    (table,) = [part for part in item.opening if isinstance(part, DataTable)]
    assert table.rows[-1] == ("Q2", "28", "high")
    assert {len(row) for row in table.rows} == {3}


def test_numbered_list_stays_numbered() -> None:
    item = parsed(f"{BODY}\n\nThe plant has two parts:\n\n1. A mill\n2. A dryer\n\n{BODY}")
    assert item.opening[3] == BulletList(
        (HighlightNode("A mill"), HighlightNode("A dryer")), ordered=True
    )


def test_wrapped_lines_become_paragraphs_again() -> None:
    text = (
        "Kestrel Lithium opened its second plant on Monday, three\nweeks ahead of the plan that it"
        " had given in the spring,\nand said that the third would follow within two years.\n\n"
        "The plant stands at the edge of the salt flat, and takes\nits water from the hills behind"
        " it, where a dam was built\nfor it in the nineties by the water board of the county.\n"
    )
    item = parsed(text)
    assert [text.count("\n") for text in running_texts(item.opening, ())] == [0, 0]


def test_emphasis_leaves_no_marks() -> None:
    text = "The **second** plant _opened_ on *Monday*, __ahead__ of its plan, at 5 * 3 tonnes."
    item = parsed(f"{text}\n\n{BODY}")
    assert item.opening[0] == Paragraph(
        "The second plant opened on Monday, ahead of its plan, at 5 * 3 tonnes."
    )


def test_running_texts_under_sources_say_that_they_are_one() -> None:
    item = parsed(f"{BODY}\n\n## Sources\n\n- Harbour Daily\n- Port Authority")
    texts = running_texts(item.opening, item.sections)
    assert texts[2:] == ["Source: Harbour Daily", "Source: Port Authority"]
