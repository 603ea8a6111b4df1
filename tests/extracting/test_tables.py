import pytest
from fingerpost.extracting import extract
from fingerpost.meanings import Meaning
from fingerpost.strategies import Role

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
        |! Skill | Strategies | < |
        |! | Universal | Targeted |
        | Memory | - Use lists. | - Teach in a group. |
    """)
    assert told(found) == [
        "Memory > Strategies > Universal: Use lists.",
        "Memory > Strategies > Targeted: Teach in a group.",
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


def test_a_cell_over_two_columns_stands_below_both():
    found = read("""
        |! Need | Strategies | Some learners |
        | Moving | - Leave early. | < |
    """)
    assert told(found) == ["Moving > Strategies > Some learners: Leave early."]


def test_a_cell_over_signs_and_help_is_doubted():
    found = read("""
        |! What you may notice | Strategies |
        | - Sulks after a loss. | < |
        | - Scowls. | - Offer a nod. |
    """)
    assert told(found) == [
        "What you may notice > Strategies: Sulks after a loss. !may-be-indicator",
        "Strategies: Offer a nod.",
    ]


def test_a_second_header_row_need_not_be_bold_to_divide_a_wide_one():
    found = read("""
        | **Anxiety** | < | **Anger** | < |
        | What you may notice | What to do | What you may notice | What to do |
        | - Nail picking | - Offer a walk. | - Table flipping | - Offer a job. |
    """)
    assert told(found) == [
        "Anxiety > What to do: Offer a walk.",
        "Anger > What to do: Offer a job.",
    ]


def test_known_column_heads_further_down_are_heads_without_bold():
    found = read("""
        | **What you may notice** | **Strategies** |
        | - Sobs at noon | - Offer tissues. |
        | Needs descriptors | What to do |
        | - Red face | - Offer a rest. |
    """)
    assert told(found) == ["Strategies: Offer tissues.", "What to do: Offer a rest."]


def test_columns_without_a_head_are_doubted_whatever_stands_above_the_table():
    found = read("""
        # Strategies
        | - Sweaty hands | - Offer water. |
        | - Hot cheeks | - Offer a fan. |
    """)
    assert {s.doubts for s in found.strategies} == {("may-not-be-strategy",)}
    assert len(found.strategies) == len(["hands", "water", "cheeks", "fan"])


def test_a_heading_in_the_cell_settles_it():
    found = read("""
        | # What you may notice // - Moans. | # Strategies // - Offer a choice. |
    """)
    assert told(found) == ["Strategies: Offer a choice."]


@pytest.mark.parametrize("name", ["Hearing difficulties", "Behaviour", "Who it is for"])
def test_a_column_beside_the_help_that_promises_none_may_hold_signs(name):
    found = read(f"""
        |! {name} | Strategies |
        | - Tilts the head | - Face the class. |
    """)
    assert told(found) == [
        f"{name}: Tilts the head !may-be-indicator",
        "Strategies: Face the class.",
    ]


def test_a_plan_of_action_is_no_document_control():
    found = read("""
        # Strategies
        | **What** | **Who** | **Review date** |
        | Teach calm breathing | Form tutor | July |
        | Offer a pass card | Head of year | July |
    """)
    assert "Strategies > What: Teach calm breathing !may-not-be-strategy" in told(found)
    assert {"What", "Who", "Review date"} <= {head.text for head in found.heads}


def test_an_expectation_is_a_statement_and_heads_its_row():
    found = read("""
        | **Expectations** | **Strategies** |
        | Staff should remove barriers first. | - Offer the same text with fewer words. |
    """)
    assert told(found) == [
        "Expectations: Staff should remove barriers first.",
        "Staff should remove barriers first. > Strategies: Offer the same text with fewer words.",
    ]


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


def test_a_column_of_numbers_heads_nothing_and_says_nothing():
    found = read("""
        | **No** | **Need** | **Strategies** |
        | 1 | Memory | - Use lists. |
        | 2 | Speed | Give time. |
    """)
    assert told(found) == ["Memory > Strategies: Use lists.", "Speed > Strategies: Give time."]
    assert roles(found)["2"] == "empty-of-meaning"


def test_a_table_of_one_column_takes_its_first_row_as_head_where_it_is_one():
    found = read("""
        # Hearing
        | Strategies |
        | Face the class. Repeat questions. |
        | What you may notice |
        | Mishears words. |
        | Watches others. |
    """)
    assert told(found) == [
        "Hearing > Strategies: Face the class.",
        "Hearing > Strategies: Repeat questions.",
    ]
    assert roles(found)["Watches others."] == "indicator"


def test_signs_of_need_that_head_their_rows_are_signs_all_the_same():
    found = read("""
        | **What you may notice** | **Strategies** |
        | Loses the place when reading | - Use a ruler. |
        | Mishears words | - Face the class. |
    """)
    assert told(found) == [
        "Loses the place when reading > Strategies: Use a ruler.",
        "Mishears words > Strategies: Face the class.",
    ]
    assert roles(found)["Mishears words"] == "indicator"


def test_a_table_head_that_a_person_called_none_is_text():
    outline = """
        # Strategies
        | **Need** | **What helps** |
        | Memory | - Use lists. |
    """
    answers = {"memory": Meaning(demoted=True, answered_by="Mere")}
    found = extract(document(outline), meanings(**answers))
    assert "Strategies > What helps: Use lists." in told(found)


def test_a_person_can_open_or_bar_a_column():
    outline = """
        | **Need** | **Ideas** | **Remarks** |
        | Memory | - Use lists. | - Ask the nurse. |
    """
    answers = {"remarks": Meaning(role=Role.CONTEXT, answered_by="Mere", whole=True)}
    assert texts(extract(document(outline), meanings())) == ["Use lists.", "Ask the nurse."]
    assert texts(extract(document(outline), meanings(**answers))) == ["Use lists."]


def test_plan_do_review_tables_are_no_document_control():
    found = read("""
        # Strategies
        | Assess | Watch the learner in two lessons. |
        | Plan | Agree one target with the family. |
        | Do | Teach it for ten minutes a day. |
        | Review | Meet after six weeks and look at the work together. |
    """)
    assert texts(found) == [
        "Watch the learner in two lessons.",
        "Agree one target with the family.",
        "Teach it for ten minutes a day.",
        "Meet after six weeks and look at the work together.",
    ]


def test_a_column_for_a_tier_holds_statements_unless_a_heading_says_otherwise():
    table = """
        | **Skill** | **Some learners** |
        | Feelings | Small groups, twice a week. |
    """
    assert told(read(table)) == ["Feelings > Some learners: Small groups, twice a week."]
    assert texts(read(f"# What you may notice\n{table}")) == []
