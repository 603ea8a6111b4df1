"""Lines that look like headings: first those that are none, then those that are."""

from dataclasses import replace

import pytest
from fingerpost.documents import (
    Block,
    Heading,
    Look,
    Paragraph,
    Row,
    Span,
    Story,
    StoryKind,
    Table,
    paragraphs,
)
from fingerpost.reading.quirks.look_alike_headings import infer_headings

from tests.support.blocks import USUAL, blocks, outline

PROSE = "This is the running text of the paper and says what there is to say about it all."


def story(found: tuple[Block, ...], kind: StoryKind = StoryKind.BODY) -> Story:
    return Story(kind=kind, locator="body", blocks=found)


def inferred(found: tuple[Block, ...]) -> tuple[Block, ...]:
    return infer_headings(story(found)).blocks


def check_untouched(text: str) -> None:
    before = blocks(f"{text}\n{PROSE}")
    assert inferred(before) == before


def check_becomes(before: str, after: str) -> None:
    assert outline(inferred(blocks(f"{before}\n{PROSE}"))) == f"{after}\n{PROSE}"


def reason(text: str) -> str:
    first = inferred(blocks(f"{text}\n{PROSE}"))[0]
    assert isinstance(first, Heading)
    return first.inferred


@pytest.mark.parametrize(
    "text",
    [
        "Plain words",
        "**A bold sentence that ends as sentences do.**",
        "**Two sentences. In one line**",
        "**One, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen**",
        "**Ends in a comma,**",
        "**12 / 2025**",
        "**– a bold aside**",
        "- **a bold item**",
        "**Above a marked heading**\n# Heading",
        "PROVISION and more",
        "SEN",
        "(C) 0113",
        "**and so on**",
    ],
)
def test_lines_that_are_no_headings_stay_as_they_are(text):
    check_untouched(text)


def test_a_line_with_nothing_below_it_is_no_heading():
    before = blocks(f"{PROSE}\n**Bold end**")
    assert inferred(before) == before


def test_a_bold_line_above_text_is_a_heading_and_says_why():
    check_becomes("**Our offer**", "# Our offer")
    assert reason("**Our offer**") == "bold, short, followed by text"
    assert reason("**Our offer**\n- one") == "bold, short, followed by a list"
    assert reason("**Our offer**\n| a | b |") == "bold, short, followed by a table"


def test_underlined_lines_and_capitals_are_headings_too():
    assert reason("__Our offer__") == "underlined, short, followed by text"
    assert reason("OUR OFFER") == "in capitals, short, followed by text"


def test_a_question_or_a_label_with_a_colon_may_head_a_list():
    check_becomes("**What might we notice?**\n- one", "# What might we notice?\n- one")
    check_becomes("**Classroom:**\n- one", "# Classroom:\n- one")


def large(text: str, size: float) -> Paragraph:
    return Paragraph(locator="body/p[9]", spans=(Span(text),), look=Look(size=size))


def test_a_line_clearly_larger_than_the_text_is_a_heading():
    after = inferred((large("Hearing", USUAL + 3), *blocks(PROSE)))
    assert outline(after) == f"# Hearing\n{PROSE}"
    assert after[0].inferred == "larger than the text, short, followed by text"
    before = (large("Hearing", USUAL + 1), *blocks(PROSE))
    assert inferred(before) == before


def test_a_larger_line_with_a_colon_leads_in_and_does_not_head():
    before = (large("This includes:", USUAL + 3), *blocks(f"- one\n{PROSE}"))
    assert inferred(before) == before


def test_a_look_alike_is_one_level_below_the_marked_heading_above():
    check_becomes(
        "## Vision\n**Signs**\n- a\n# Hearing\n**Signs**",
        "## Vision\n### Signs\n- a\n# Hearing\n## Signs",
    )


def test_look_alikes_are_ranked_by_how_strong_they_look():
    check_becomes(
        f"**HEARING**\n{PROSE}\n**Signs**\n- a\n**Help**\n- b\n**VISION**",
        f"# HEARING\n{PROSE}\n## Signs\n- a\n## Help\n- b\n# VISION",
    )


def test_a_hand_typed_number_gives_the_level():
    check_becomes(
        f"**1. Hearing**\n{PROSE}\n**1.1 Signs**\n- a\n**2. Vision**\n{PROSE}\n**2.1.1 Deep**",
        f"# 1. Hearing\n{PROSE}\n## 1.1 Signs\n- a\n# 2. Vision\n{PROSE}\n### 2.1.1 Deep",
    )
    assert reason("**1. Hearing**") == "bold, numbered by hand, short, followed by text"


def test_hand_typed_numbers_count_below_a_line_that_is_stronger_in_every_way():
    check_becomes(
        f"**HEARING**\n{PROSE}\n**1. Signs**\n- a\n**2. Help**\n- b\n**VISION**",
        f"# HEARING\n{PROSE}\n## 1. Signs\n- a\n## 2. Help\n- b\n# VISION",
    )
    larger = (large("Revised in May", USUAL + 2), *blocks(f"{PROSE}\n**1. Signs**\n- a\n{PROSE}"))
    assert outline(inferred(larger)).splitlines()[::2] == ["# Revised in May", "# 1. Signs", PROSE]


def test_a_hand_typed_number_goes_on_from_a_numbered_marked_heading():
    check_becomes("# 2 Hearing\n**2.1 Signs**\n- a", "# 2 Hearing\n## 2.1 Signs\n- a")


def test_of_two_lines_of_one_look_only_the_lower_is_a_heading():
    check_becomes("**Our city**\n**Our offer**", "Our city\n# Our offer")


def test_empty_lines_below_do_not_count():
    before = (*blocks("**Our offer**"), Paragraph(locator="body/p[2]", spans=()), *blocks(PROSE))
    assert outline(inferred(before)) == f"# Our offer\n{PROSE}"


def test_the_first_line_is_the_title_where_nothing_else_is_as_large():
    after = inferred((large("Our handbook", 28.0), *blocks(f"{PROSE}\n**Aims**\n{PROSE}")))
    assert outline(after) == f"= Our handbook\n{PROSE}\n# Aims\n{PROSE}"


def test_lines_in_cells_are_headings_only_above_something_in_the_cell():
    check_becomes(
        "## Reading\n| Need | **Classroom:** / Point to words / **Whole school:** / Buy books |",
        "## Reading\n| Need | ### Classroom: / Point to words / ### Whole school: / Buy books |",
    )


def test_heads_of_columns_are_left_to_whoever_reads_tables():
    check_untouched("| **Need** | **Help** / **and more help** |\n| a | b |")
    plain = blocks(f"| Need | **Help** / (all of it) |\n{PROSE}")
    table = plain[0]
    assert isinstance(table, Table)
    marked = (replace(table, rows=(replace(table.rows[0], header=True),)), *plain[1:])
    assert inferred(marked) == marked


def test_a_heading_in_a_cell_ends_with_the_cell():
    check_becomes(
        f"| **Classroom:** / Point to words | x |\n{PROSE}\n__Next__",
        f"| # Classroom: / Point to words | x |\n{PROSE}\n# Next",
    )


def test_where_everything_is_bold_bold_says_nothing():
    text = "\n".join(f"**{PROSE}**" for _ in range(3))
    check_untouched(f"{text}\n**Our offer**\n{text}")


def test_a_line_that_is_only_a_link_is_no_heading():
    link = Paragraph(
        locator="body/p[1]",
        spans=(Span("Our guide", bold=True, href="https://example.org"),),
        look=Look(size=USUAL, bold=True),
    )
    before = (link, *blocks(PROSE))
    assert inferred(before) == before


def test_contents_lines_and_other_stories_have_no_headings():
    line = Paragraph(
        locator="body/p[1]",
        spans=(Span("Hearing"),),
        look=Look(size=USUAL, bold=True),
        contents=True,
    )
    before = (line, *blocks(PROSE))
    assert inferred(before) == before
    header = story(blocks(f"**Our offer**\n{PROSE}"), StoryKind.HEADER)
    assert infer_headings(header) == header


def test_no_word_is_changed():
    before = blocks(f"**A**\n- b\n| **C:** / d | e |\n{PROSE}")
    after = inferred(before)
    assert [line.spans for line in paragraphs(after)] == [line.spans for line in paragraphs(before)]


def test_a_table_without_rows_is_no_hindrance():
    empty = Table(locator="body/tbl[1]", rows=(Row(cells=()),))
    assert inferred((empty,)) == (empty,)
