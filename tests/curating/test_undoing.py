"""One answer, one file or one apply taken back; everything else stays."""

import pytest
from fingerpost.curating import fold, undo_file, undo_item, undo_last
from fingerpost.decisions import Action, Resource
from fingerpost.errors import LogError

from tests.curating.lines import MONDAY, TUESDAY, WEDNESDAY, answer, heading, log_of
from tests.curating.test_fold import product

BY = {"by": "Cy", "at": WEDNESDAY}


def stands(*groups):
    """Return the verdict of every item, and the answers to headings."""
    standing = fold(log_of(*groups))
    verdicts = {item: verdict.action.value for item, verdict in standing.verdicts.items()}
    return verdicts | {key: answer.meaning for key, answer in standing.answers.items()}


def test_one_item_goes_back_to_the_answer_before():
    log = log_of(answer("s-1"), answer("s-1", Action.REJECTED, at=TUESDAY), answer("s-2"))
    assert stands(log, undo_item(log, "s-1", **BY)) == {"s-1": "approved", "s-2": "approved"}


def test_one_item_of_a_file_is_taken_back_alone_with_its_words_and_labels():
    log = log_of(answer("s-1", wording="A", note="n"), answer("s-2"))
    lines = undo_item(log, "s-1", **BY)
    assert len(lines) == 5
    assert stands(log, lines) == {"s-2": "approved"}


def test_the_answer_to_a_heading_is_taken_back():
    log = log_of(heading("talk", "semh"), heading("play", "semh"))
    assert stands(log, undo_item(log, "talk", **BY)) == {"play": "semh"}


def test_a_number_takes_back_that_line_even_one_that_took_back():
    log = log_of(heading("talk", "semh"))
    log = log_of(log, undo_item(log, "talk", **BY))
    assert stands(log, undo_item(log, "2", **BY)) == {"talk": "semh"}


def test_half_an_answer_is_never_taken_back():
    log = log_of(answer("s-1", by="Ann", wording="Offer a quiet seat."), answer("s-2", by="Ann"))
    reworded = next(line for line in log if line.last_action_type is Action.REWORDED)

    assert stands(log, undo_item(log, str(reworded.seq), **BY)) == {"s-2": "approved"}


def test_a_file_is_taken_back_by_its_name_and_no_other():
    log = log_of(
        answer("s-1", by="Ann", pack="review.xlsx#1"),
        answer("s-3", by="Bob", pack="other review.xlsx#3", at=TUESDAY),
    )
    assert stands(log, undo_file(log, "reports/returned/review.xlsx", **BY)) == {"s-3": "approved"}


def test_two_files_of_one_name_are_told_apart_before_either_is_taken_back():
    log = log_of(
        answer("s-1", by="Ann", pack="review.xlsx#1"),
        answer("s-2", by="", pack="review.xlsx#2", at=TUESDAY),
        answer("s-3", by="", pack="review.xlsx#2", at=TUESDAY),
    )
    with pytest.raises(LogError) as refused:
        undo_file(log, "review.xlsx", **BY)
    assert str(refused.value) == (
        "review.xlsx: 2 files of this name came in, and nothing was taken back. Take back one of "
        f"them by its whole name: “review.xlsx#1” (1 answer of Ann, taken in on {MONDAY[:10]}); "
        f"“review.xlsx#2” (2 answers, taken in on {TUESDAY[:10]})."
    )
    assert stands(log, undo_file(log, "review.xlsx#2", **BY)) == {"s-1": "approved"}


def test_the_last_apply_goes_with_all_its_files_then_the_one_before():
    log = log_of(
        answer("s-1", at=MONDAY),
        answer("s-2", by="Ann", at=TUESDAY),
        answer("s-3", by="Bob", at=TUESDAY),
        product("s-4", Action.RETIRED),
    )
    log = log_of(log, undo_last(log, **BY))
    assert stands(log) == {"s-1": "approved"}
    log = log_of(log, undo_last(log, **BY))
    assert stands(log) == {}
    with pytest.raises(LogError, match=r"^There is no answer left to take back\.$"):
        undo_last(log, **BY)


def test_what_the_product_remembers_of_identity_is_not_taken_back():
    log = log_of(answer("s-1"), product("s-1", Action.RETIRED))
    assert fold(log_of(log, undo_last(log, **BY))).retired == {"s-1"}


def test_taking_back_says_who_when_and_what():
    log = log_of(heading("talk", "semh"))
    (line,) = undo_item(log, "talk", **BY)
    assert (line.resource_type, line.resource_id) == (Resource.DECISION, "1")
    assert (line.updated_by, line.last_action_date) == ("Cy", WEDNESDAY)
    assert (line.field_name, line.previous_value, line.replacement_value) == ("meaning", "semh", "")


@pytest.mark.parametrize(
    ("undo", "name", "message"),
    [
        (
            undo_item,
            "s-7",
            "s-7: nothing that somebody decided about it still stands. Check the reference.",
        ),
        (undo_item, "99", "99: the log has no line of this number. It has 3 lines."),
        (
            undo_file,
            "none.xlsx",
            "none.xlsx: no answer that still stands came in a file of this name. Check the name.",
        ),
    ],
)
def test_nothing_to_take_back_is_said(undo, name, message):
    with pytest.raises(LogError) as refused:
        undo(log_of(answer("s-1")), name, **BY)
    assert str(refused.value) == message
