"""What somebody changed in the database by hand stays, through loads and rollbacks, and is told."""

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import changes, conflicts, load, releases, rollback
from fingerpost.loading.target import shown

from tests.loading.databases import by_hand, rows
from tests.loading.edited import edition, edits, met, set_text, texts


def test_three_edits_outlive_the_next_load_and_going_back(curated, target):
    load(curated(*edition("One.", "Two.", "Three.", "Four.")), target)
    by_hand(
        target,
        set_text("s-1", "One, by hand."),
        "UPDATE strategies SET owner = 'Jo Bloggs' WHERE id = 's-2' AND to_release IS NULL",
        "UPDATE concepts SET definition = 'As we say it.' WHERE id = 'semh' AND to_release IS NULL",
    )
    second = load(curated(*edition("One.", "Two, new.", "Three, new.", "Four.")), target)
    assert texts(target) == {
        "s-1": "One, by hand.",
        "s-2": "Two, new.",
        "s-3": "Three, new.",
        "s-4": "Four.",
    }
    assert second.conflicts == ()
    third = rollback(target, 1)
    assert third.release == 3
    assert texts(target) == {
        "s-1": "One, by hand.",
        "s-2": "Two.",
        "s-3": "Three.",
        "s-4": "Four.",
    }
    kept = [
        ("semh", "definition", "About Feelings", "As we say it."),
        ("s-1", "text", "One.", "One, by hand."),
        ("s-2", "owner", "", "Jo Bloggs"),
    ]
    assert edits(second) == edits(third) == kept
    assert rows(target, "SELECT owner FROM current_strategies WHERE id = 's-2'") == [("Jo Bloggs",)]
    assert rows(target, "SELECT definition FROM current_concepts WHERE id = 'semh'") == [
        ("As we say it.",)
    ]


def test_an_edit_by_hand_is_a_change_of_the_release_that_finds_it(curated, target):
    folder = curated(*edition("One.", "Two."))
    load(folder, target)
    by_hand(target, set_text("s-1", "By hand."))
    dry = load(folder, target, dry_run=True)
    found = load(folder, target)
    assert found.release == 2
    assert [(each.id, each.before, each.after) for each in found.changes] == [
        ("s-1", "One.", "By hand.")
    ]
    assert dry.changes == found.changes == changes(target, 1, 2)
    assert edits(dry) == edits(found) == [("s-1", "text", "One.", "By hand.")]
    again = load(folder, target)
    assert again.nothing_to_load
    assert again.edits[0].noticed_in == 2


def test_what_the_release_before_said_can_still_be_read_after_an_edit(curated, target):
    load(curated(*edition("One.")), target)
    load(curated(*edition("Two.")), target)
    by_hand(target, "UPDATE strategies SET text = 'In all of history.'")
    assert [each.before for each in changes(target, 1, 2) if each.field == "text"] == ["One."]
    load(curated(*edition("Two.")), target)
    assert [(c.before, c.after) for c in changes(target, 1, 3) if c.field == "text"] == [
        ("One.", "In all of history.")
    ]
    assert rows(target, "SELECT from_release, to_release, text FROM strategies ORDER BY 1") == [
        (1, 2, "One."),
        (2, 3, "Two."),
        (3, None, "In all of history."),
    ]


def test_where_both_changed_what_was_put_by_hand_stays_and_the_three_texts_are_told(
    curated, target
):
    load(curated(*edition("Base.", "Two.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    folder = curated(*edition("In Word.", "Two."))
    report = load(folder, target)
    told = [("s-1", "text", "Base.", "By hand.", "In Word.", "by-hand")]
    assert met(report.conflicts) == told
    assert texts(target)["s-1"] == "By hand."
    assert met(conflicts(target)) == told
    assert met(load(folder, target).conflicts) == told
    assert rows(target, "SELECT release, row_key, kept FROM conflicts") == [(2, "s-1", "by-hand")]


def test_a_conflict_is_over_once_the_files_or_the_hand_give_way(curated, target):
    load(curated(*edition("Base.", "Base.")), target)
    by_hand(target, set_text("s-1", "By hand."), set_text("s-2", "By hand."))
    load(curated(*edition("In Word.", "In Word.")), target)
    by_hand(target, set_text("s-2", "In Word."))
    report = load(curated(*edition("By hand.", "In Word.")), target)
    assert report.conflicts == report.edits == ()
    assert load(curated(*edition("Newer.", "Newer.")), target).conflicts == ()
    assert texts(target) == {"s-1": "Newer.", "s-2": "Newer."}


def test_an_edit_that_is_put_back_is_none_any_more(curated, target):
    load(curated(*edition("Base.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    load(curated(*edition("Base.")), target)
    by_hand(target, set_text("s-1", "Base."))
    assert load(curated(*edition("Base.")), target).edits == ()
    assert texts(target) == {"s-1": "Base."}
    load(curated(*edition("Newer.")), target)
    assert texts(target) == {"s-1": "Newer."}
    assert rows(target, "SELECT noticed_in, ended_in, ending FROM hand_edits") == [
        (2, 3, "put-back")
    ]


def test_an_edit_may_be_edited_again(curated, target):
    load(curated(*edition("Base.")), target)
    by_hand(target, set_text("s-1", "First."))
    load(curated(*edition("Base.")), target)
    by_hand(target, set_text("s-1", "Second."))
    report = load(curated(*edition("Base.")), target)
    assert edits(report) == [("s-1", "text", "Base.", "Second.")]
    assert texts(target) == {"s-1": "Second."}
    assert rows(target, "SELECT noticed_in, ended_in, ending FROM hand_edits ORDER BY 1") == [
        (2, 3, "changed-again"),
        (3, None, ""),
    ]


def test_what_the_files_withdraw_is_withdrawn_whatever_was_edited(curated, target):
    load(curated(*edition("One.", "Two.")), target)
    by_hand(target, set_text("s-2", "Two, by hand."))
    report = load(curated(*edition("One.")), target)
    assert report.retired == 1
    assert texts(target) == {"s-1": "One."}
    assert met(report.conflicts) == [("s-2", "text", "Two.", "Two, by hand.", "", "in-files")]
    assert load(curated(*edition("One.")), target).conflicts == ()
    rollback(target, 1)
    assert texts(target) == {"s-1": "One.", "s-2": "Two, by hand."}


def test_a_meeting_is_told_between_the_releases_in_which_it_was(curated, target):
    load(curated(*edition("One.", "Two.")), target)
    by_hand(target, set_text("s-2", "Two, by hand."))
    load(curated(*edition("One.")), target)
    load(curated(*edition("One, new.")), target)
    assert [len(conflicts(target, *span)) for span in ((1, 2), (2, 3), (1, 3))] == [1, 0, 1]


def test_an_edit_known_for_long_outlives_that_its_statement_was_withdrawn(curated, target):
    load(curated(*edition("One.", "Two.")), target)
    by_hand(target, set_text("s-2", "Two, by hand."))
    load(curated(*edition("One.", "Two.")), target)
    report = load(curated(*edition("One.")), target)
    assert met(report.conflicts) == [("s-2", "text", "Two.", "Two, by hand.", "", "in-files")]
    back = load(curated(*edition("One.", "Two.")), target)
    assert edits(back) == [("s-2", "text", "Two.", "Two, by hand.")]
    assert texts(target) == {"s-1": "One.", "s-2": "Two, by hand."}


def test_what_the_files_took_over_is_still_there_after_going_back_before_it(curated, target):
    load(curated(*edition("Base.", "Two.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    load(curated(*edition("By hand.", "Two, new.")), target)
    assert edits(rollback(target, 1)) == [("s-1", "text", "Base.", "By hand.")]
    assert texts(target) == {"s-1": "By hand.", "s-2": "Two."}


def test_of_two_edits_that_the_files_took_over_the_later_outlives_going_back(curated, target):
    load(curated(*edition("Base.")), target)
    for words in ("First.", "Second."):
        by_hand(target, set_text("s-1", words))
        load(curated(*edition(words)), target)
    assert edits(rollback(target, 1)) == [("s-1", "text", "First.", "Second.")]
    assert texts(target) == {"s-1": "Second."}


def test_what_the_files_took_over_and_changed_since_is_no_edit_any_more(curated, target):
    load(curated(*edition("Base.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    load(curated(*edition("By hand.")), target)
    load(curated(*edition("Newer.")), target)
    assert rollback(target, 1).edits == ()
    assert texts(target) == {"s-1": "Base."}


def test_what_was_put_back_by_hand_is_no_edit_even_where_the_files_say_the_same_later(
    curated, target
):
    load(curated(*edition("Base.")), target)
    for words in ("By hand.", "Base."):
        by_hand(target, set_text("s-1", words))
        load(curated(*edition("Base.")), target)
    load(curated(*edition("By hand.")), target)
    assert rollback(target, 1).edits == ()
    assert texts(target) == {"s-1": "Base."}


def test_an_edit_is_still_one_after_going_back_to_a_release_that_has_it(curated, target):
    load(curated(*edition("Base.", "Two.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    folder = curated(*edition("Base.", "Two."))
    load(folder, target)
    load(curated(*edition("Base.", "Two, new.")), target)
    kept = [("s-1", "text", "Base.", "By hand.")]
    assert edits(rollback(target, 2)) == edits(load(folder, target)) == kept
    assert texts(target)["s-1"] == "By hand."


def test_going_back_to_a_release_brings_what_was_put_by_hand_in_it(curated, target):
    load(curated(*edition("Base.", "Two.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    load(curated(*edition("Base.", "Two.")), target)
    assert load(curated(*edition("By hand.", "Two.")), target).edits == ()
    load(curated(*edition("By hand.", "Two, new.")), target)
    rollback(target, 2)
    assert texts(target) == {"s-1": "By hand.", "s-2": "Two."}


def test_going_back_tells_where_earlier_words_met_an_edit(curated, target):
    load(curated(*edition("First.")), target)
    load(curated(*edition("Second.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    report = rollback(target, 1)
    assert met(report.conflicts) == [("s-1", "text", "Second.", "By hand.", "First.", "by-hand")]
    assert texts(target) == {"s-1": "By hand."}


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            "UPDATE strategies SET place = 'first' WHERE id = 's-1'",
            "s-1 has 'first' for place in the table strategies",
        ),
        (
            "UPDATE strategies SET state = 'gone' WHERE id = 's-1'",
            "s-1 has 'gone' for state in the table strategies",
        ),
        (
            "UPDATE strategy_concepts SET facet = 'areas'",
            "s-1 areas semh has 'areas' for facet in the table strategy_concepts",
        ),
        (
            "UPDATE strategies SET confidence = 9e999 WHERE id = 's-1'",
            "s-1 has inf for confidence in the table strategies",
        ),
        (
            "UPDATE concepts SET parent = 'none' WHERE id = 'cl-memory'",
            "cl-memory has 'none' for parent, which is no category",
        ),
        (
            "UPDATE concepts SET hidden = true, folds_into = 'semh' WHERE id = 'semh'",
            "semh has 'semh' for folds_into, which leads round in a circle",
        ),
    ],
)
def test_what_does_not_belong_into_a_field_is_named_and_nothing_is_loaded(
    curated, tmp_path, edit, told
):
    target = f"sqlite:///{tmp_path / 'directory.db'}"
    folder = curated(*edition("One."))
    load(folder, target)
    by_hand(target, edit)
    with pytest.raises(TargetError) as refused:
        load(folder, target)
    assert str(refused.value) == f"{shown(target)}: {told}. Put that right, then try again."
    assert len(releases(target)) == 1


@pytest.mark.parametrize("text", ["{", "[]", "{}", "3"])
def test_what_the_program_noted_and_somebody_changed_is_said(curated, tmp_path, text):
    target = f"sqlite:///{tmp_path / 'directory.db'}"
    folder = curated(*edition("One."))
    load(folder, target)
    by_hand(target, f"UPDATE as_loaded SET loaded = '{text}' WHERE table_name = 'strategies'")
    with pytest.raises(TargetError) as refused:
        load(folder, target)
    assert str(refused.value).startswith(f"The database holds '{text}' among what the program ")
