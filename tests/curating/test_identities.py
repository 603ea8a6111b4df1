"""What became of items between two runs, written down once and read back."""

from dataclasses import replace

from fingerpost.curating import answered, date_of_inputs, fold, identity_decisions, known_from_log
from fingerpost.decisions import Action, Answer, Standing
from fingerpost.logbook import chain
from fingerpost.strategies import Known, Role
from fingerpost.taxonomy import Concept, Facet, Taxonomy

from tests.curating.lines import MONDAY, TEXT, TUESDAY, answer, log_of
from tests.curating.test_fold import undone

FOUND = {
    "same_as": (("s-9", "s-1"), ("s-8", "s-2"), ("s-3", "s-3")),
    "vanished": ("s-6", "s-5"),
    "revived": ("s-4",),
}


def test_items_that_stayed_went_or_came_back_are_written_in_one_order():
    lines = identity_decisions(**FOUND, standing=Standing(retired=frozenset({"s-4"})), at=MONDAY)
    assert [
        (ln.last_action_type, ln.resource_id, ln.field_name, ln.replacement_value) for ln in lines
    ] == [
        (Action.SAME_AS, "s-2", "id", "s-8"),
        (Action.SAME_AS, "s-1", "id", "s-9"),
        (Action.RETIRED, "s-5", "status", "retired"),
        (Action.RETIRED, "s-6", "status", "retired"),
        (Action.REVIVED, "s-4", "status", ""),
    ]
    assert {(ln.updated_by, ln.last_action_date) for ln in lines} == {("fingerpost", MONDAY)}


def test_what_the_log_holds_already_is_not_written_again():
    before = Standing(retired=frozenset({"s-4"}))
    standing = fold(chain((), identity_decisions(**FOUND, standing=before, at=MONDAY)))
    again = identity_decisions(**{**FOUND, "revived": ()}, standing=standing, at=TUESDAY)
    assert again == ()


def test_the_text_somebody_judged_is_known_even_if_the_answer_was_taken_back():
    log = log_of(answer("s-2"), answer("s-1"), undone(1), undone(2))
    assert known_from_log(log) == (
        Known(id="s-2", source="areas/one.docx", text=TEXT, heading_path="Classroom > Talk"),
        Known(id="s-1", source="areas/one.docx", text=TEXT, heading_path="Classroom > Talk"),
    )


def test_the_newest_text_that_was_seen_is_the_one_known():
    newer = replace(answer("s-1", at=TUESDAY)[0], replacement_value="Newer words.")
    assert [known.text for known in known_from_log(log_of(answer("s-1"), (newer,)))] == [
        "Newer words."
    ]


def test_answers_to_headings_mean_what_the_person_said_and_void_ones_nothing():
    taxonomy = Taxonomy(
        (Concept(id="semh", facet=Facet.AREA, label="SEMH", core_label="SEMH", definition=""),)
    )
    said = {"talk": "semh", "signs": "signs-of-need", "gone": "no-longer-a-category"}
    standing = Standing(
        answers={
            key: Answer(meaning=meaning, reviewer="Ann", decided_on=MONDAY)
            for key, meaning in said.items()
        }
    )
    meanings = answered(standing, taxonomy)
    assert {key: (meaning.role, meaning.concepts) for key, meaning in meanings.items()} == {
        "signs": (Role.INDICATOR, ()),
        "talk": (Role.STRATEGY, ("semh",)),
    }


def test_identity_is_dated_by_the_inputs_and_not_by_the_clock():
    editions = ("2025-09-01", "", "last spring", "0001-01-01T00:00:00+14:00")
    assert date_of_inputs(log_of(answer("s-1")), editions) == "2025-09-01T00:00:00+00:00"
    assert date_of_inputs(log_of(answer("s-1")), ()) == MONDAY
    assert date_of_inputs((), ("2024-06-30T23:30:00-01:00",)) == "2024-07-01T00:30:00+00:00"
    assert date_of_inputs((), ()) == "1970-01-01T00:00:00+00:00"
