from dataclasses import replace

from fingerpost.documents import Cell, Row, Table
from fingerpost.extracting import extract

from tests.support.headings import meanings
from tests.support.outline import blocks, document, roles, texts, told


def read(outline):
    return extract(document(outline), meanings())


def test_a_cell_of_sentences_is_one_strategy_a_sentence():
    found = read("""
        | **Skill** | **What to do** |
        | Feelings | Name the feeling, e.g. Anger. Offer a calm corner. This can be a tent. |
    """)
    assert [(s.part, s.text, s.doubts) for s in found.strategies] == [
        (1, "Name the feeling, e.g. Anger.", ()),
        (2, "Offer a calm corner.", ()),
        (3, "This can be a tent.", ("not-whole-alone",)),
    ]
    assert len({s.locator for s in found.strategies}) == 1


def test_labels_inside_a_cell_end_with_the_cell():
    found = read("""
        | **Skill** | **What to do** | **Provision** |
        | Feelings | Classroom: // Use a chart. // Whole school: // Train buddies. | Plan check-ins. |
    """)
    assert told(found) == [
        "Feelings > What to do > Classroom: Use a chart.",
        "Feelings > What to do > Whole school: Train buddies.",
        "Feelings > Provision: Plan check-ins.",
    ]


def test_a_heading_inside_a_cell_holds_in_the_cell_only():
    found = read("""
        | **Skill** | **What to do** |
        | Feelings | # At play // - Use a chart. |
        | Friends | - Teach games. |
    """)
    assert told(found) == [
        "Feelings > What to do > At play: Use a chart.",
        "Friends > What to do: Teach games.",
    ]


def test_a_note_in_the_row_head_is_a_note():
    found = read("""
        | **Skill** | **What to do** |
        | Listening // Please also see the row on talk. | - Use a bell. |
    """)
    assert told(found) == ["Listening > What to do: Use a bell."]
    assert roles(found)["Please also see the row on talk."] == "note"


def test_a_frame_is_read_through():
    found = read("""
        # Strategies
        | ## At play // - Face the class. |
        - Use captions.
    """)
    assert told(found) == [
        "Strategies > At play: Face the class.",
        "Strategies: Use captions.",
    ]


def test_a_heading_alone_in_a_frame_heads_what_follows_it():
    found = read("""
        # Guidance
        | # Hearing |
        - Face the class.
    """)
    assert told(found) == ["Hearing: Face the class."]


def test_boxes_to_tick_hold_nothing():
    found = read("""
        | **Expectation** | **Met** | **Not met** |
        | - Lessons are adapted. | ☐ | Partly met |
    """)
    assert texts(found) == ["Lessons are adapted."]
    assert roles(found)["☐"] == "empty-of-meaning"
    assert roles(found)["Partly met"] == "empty-of-meaning"


def test_paragraphs_in_one_cell_are_never_glued():
    found = read("""
        | **Skill** | **What to do** |
        | Feelings | Use a chart // Teach breathing |
    """)
    assert texts(found) == ["Use a chart", "Teach breathing"]


def test_tables_inside_cells_stand_below_the_heads_of_the_outer_cell():
    inner = Table(
        locator="inner",
        rows=(
            _row("inner/tr[1]", "**Age**", "**Activity**"),
            _row("inner/tr[2]", "Infants", "- Walk along lines."),
        ),
    )
    made = document("""
        # Movement
        | **Skill** | **What to do** |
        | Balance | - Warm up. |
    """)
    heading, table = made.stories[0].blocks
    last = table.rows[-1].cells[-1]
    cell = replace(last, blocks=(*last.blocks, inner))
    rows = (table.rows[0], replace(table.rows[1], cells=(table.rows[1].cells[0], cell)))
    body = replace(made.stories[0], blocks=(heading, replace(table, rows=rows)))
    letters = made.letters + len("AgeActivityInfantsWalkalonglines")
    found = extract(replace(made, stories=(body,), letters=letters), meanings())
    assert told(found) == [
        "Movement > Balance > What to do: Warm up.",
        "Movement > Balance > What to do > Infants > Activity: Walk along lines.",
    ]


def _row(where, *cells):
    made = (
        Cell(locator=f"{where}/tc[{n}]", blocks=blocks([text], f"{where}/tc[{n}]"), column=n - 1)
        for n, text in enumerate(cells, start=1)
    )
    return Row(cells=tuple(made))


def test_a_row_head_cell_with_a_list_is_content_in_its_column():
    found = read("""
        | **Need** | **Strategies** |
        | Memory | - Use lists. |
        | Speed | - Give time. |
        | Order | - Number steps. |
        | Talk | - Wait. |
        | - Loses things. // - Forgets. | - Label trays. |
    """)
    assert told(found)[-1] == "Strategies: Label trays."
    assert told(found)[0] == "Memory > Strategies: Use lists."


def test_long_text_with_an_address_in_a_box_is_no_contact_table():
    found = read("""
        # Strategies
        | - Face the class. // Ring the hearing team on 0113 496 0102 if you are unsure. |
    """)
    assert texts(found) == ["Face the class."]
