from fingerpost.extracting import extract

from tests.support.headings import meanings
from tests.support.outline import document, roles, texts, told


def read(outline):
    return extract(document(outline), meanings())


def test_row_and_column_heads_join_the_path_row_first():
    found = read("""
        # Communication and interaction
        | **Barrier** | **Provision** |
        | Understanding talk | - Cut long instructions. // - Pause. |
        | Saying words | - Offer choices. |
    """)
    assert told(found) == [
        "Communication and interaction > Understanding talk > Provision: Cut long instructions.",
        "Communication and interaction > Understanding talk > Provision: Pause.",
        "Communication and interaction > Saying words > Provision: Offer choices.",
    ]
    assert roles(found)["Understanding talk"] == "heading"


def test_a_header_row_that_stands_again_is_no_statement():
    found = read("""
        | **Need** | **Strategies** |
        | Memory | - Use lists. |
        | **Need** | **Strategies** |
        | Speed | - Give time. |
    """)
    assert told(found) == ["Memory > Strategies: Use lists.", "Speed > Strategies: Give time."]


def test_two_header_rows_alike_at_the_top_are_one():
    found = read("""
        |! **Need** | **Strategies** |
        |! **Need** | **Strategies** |
        | Memory | - Use lists. |
    """)
    assert told(found) == ["Memory > Strategies: Use lists."]


def test_header_rows_one_above_the_other_are_two_steps():
    found = read("""
        |! Skill | Support | < |
        |! | Universal | Targeted |
        | Memory | - Use lists. | - Teach in a group. |
    """)
    assert told(found) == [
        "Memory > Support > Universal: Use lists.",
        "Memory > Support > Targeted: Teach in a group.",
    ]


def test_a_column_that_holds_reasons_or_signs_is_no_advice():
    found = read("""
        | **What you may notice** | **Strategies** | **Why?** |
        | - Loses the place. | - Use a ruler. | Eyes tire. |
    """)
    assert told(found) == ["Strategies: Use a ruler."]
    assert roles(found)["Loses the place."] == "indicator"
    assert roles(found)["Eyes tire."] == "rationale"


def test_a_band_heads_the_rows_below_it():
    found = read("""
        # Speech
        | **Skill** | **What to do** |
        | Talking with others | < |
        | Taking turns | - Pass an object. |
        | Being understood | < |
        | Sounds | - Repeat the word. |
    """)
    assert told(found) == [
        "Speech > Talking with others > Taking turns > What to do: Pass an object.",
        "Speech > Being understood > Sounds > What to do: Repeat the word.",
    ]


def test_a_merged_or_blank_row_head_goes_on():
    found = read("""
        | **Need** | **Strategies** |
        | Moving | - Leave early. |
        | ^ | - Plan trips. |
        |  | - Check the hoist. |
    """)
    assert told(found) == [
        "Moving > Strategies: Leave early.",
        "Moving > Strategies: Plan trips.",
        "Moving > Strategies: Check the hoist.",
    ]


def test_a_cell_over_two_columns_takes_only_what_they_share():
    found = read("""
        |! Need | All | Some |
        | Moving | - Leave early. | < |
    """)
    assert told(found) == ["Moving: Leave early."]


def test_an_expectation_is_a_statement_and_heads_its_row():
    found = read("""
        | **Expectations** | **Strategies** |
        | Staff should remove barriers first. | - Offer the same text with fewer words. |
    """)
    assert told(found) == [
        "Expectations: Staff should remove barriers first.",
        "Staff should remove barriers first. > Strategies: Offer the same text with fewer words.",
    ]


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


def test_a_table_without_header_still_has_row_heads():
    found = read("""
        # Strategies
        | Hearing | - Face the class. |
        | Vision | - Read aloud from the board. |
    """)
    assert told(found) == [
        "Strategies > Hearing: Face the class.",
        "Strategies > Vision: Read aloud from the board.",
    ]


def test_rows_can_say_what_columns_say_elsewhere():
    found = read("""
        # Hearing
        | What you may notice | - Mishears words. |
        | Strategies | - Face the class. |
    """)
    assert told(found) == ["Hearing > Strategies: Face the class."]
    assert roles(found)["Mishears words."] == "indicator"


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


def test_document_control_and_contact_tables_are_records():
    found = read("""
        # Hearing
        | Version | 4.1 |
        | Approved | Inclusion Board |
        | Next review | June 2026 |
        Between two tables.
        | Service | Telephone |
        | Hearing team | 0113 496 0102 |
        - Face the class.
    """)
    assert texts(found) == ["Face the class."]
    assert roles(found)["Inclusion Board"] == "document-control"
    assert roles(found)["Hearing team"] == "contact"


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
