"""What people are told about a heading before they answer."""

from dataclasses import replace

from fingerpost.meanings import HeadingRule, Meaning, Meanings
from fingerpost.reviewing import triage
from fingerpost.reviewing.asking.thoughts import Thoughts
from fingerpost.reviewing.columns import SPECIAL_MEANINGS
from fingerpost.reviewing.labels import labels_of, meaning_labels
from fingerpost.strategies import HeadKind, Role
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import TAXONOMY, outcome, statement, way

NOT_SETTLED = (Reason.HEADING_NOT_SETTLED,)


def open_question(text, answer, meaning=None):
    item = statement("Sit", text, reasons=NOT_SETTLED, area=(), openings=[way((text, answer))])
    made = outcome(item)
    if meaning:
        rule = HeadingRule(id="it", phrases=(text.casefold(),), meaning=meaning)
        made = replace(made, meanings=Meanings((rule,)))
    return next(q for q in triage(made).headings if q.text == text)


def test_of_an_open_question_the_answer_that_settles_it_is_named_first():
    learners = open_question("Our staff", "universal", Meaning(tier="universal"))
    assert learners.thought == "Every area of need. It also says: for all learners."
    early = open_question("Little ones", "advice", Meaning(phases=("early-years", "ks1")))
    assert early.thought == "Advice. It also says: early years, Key Stage 1."


def test_what_else_a_heading_names_follows_in_words_but_not_the_area_of_a_named_need():
    several = Meaning(
        role=Role.STRATEGY,
        concepts=("sp-hearing", "sensory-and-physical", "semh-anxiety", "semh"),
    )
    assert open_question("Ears and worries", "sp-hearing", several).thought == (
        "Hearing. It also says: Anxiety and mood, Social, emotional and mental health."
    )


def test_a_supposed_answer_that_the_heading_itself_does_not_give_is_marked_as_such():
    assert open_question("Mystery", "semh").thought == (
        "Social, emotional and mental health. The heading itself does not say so; look at the "
        "examples."
    )
    named = Meaning(role=Role.STRATEGY, concepts=("semh",))
    assert open_question("Feelings", "semh", named).thought == "Social, emotional and mental health"


@given(st.sampled_from([*SPECIAL_MEANINGS, *(c.id for c in TAXONOMY.concepts)]))
def test_the_answer_named_first_can_be_chosen_in_the_list(answer):
    offered = meaning_labels(labels_of(TAXONOMY))
    assert Thoughts(TAXONOMY).answer(answer) in offered


def test_a_need_at_the_head_of_a_row_is_not_told_as_if_its_advice_were_lost():
    signs = Meaning(role=Role.INDICATOR)
    thoughts = Thoughts(TAXONOMY)
    assert thoughts.understood(signs, [HeadKind.ROW]) == (
        "A need; the advice beside it is read by its column."
    )
    assert thoughts.understood(signs, [HeadKind.COLUMN]) == (
        "Signs of need, in this column only; advice beside it is read by its own column."
    )
    assert thoughts.understood(signs, [HeadKind.ROW, HeadKind.HEADING]) == "Signs of need"
