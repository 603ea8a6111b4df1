"""What somebody changed in the database by hand stays, through loads and rollbacks, and is told."""

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import changes, conflicts, load, releases, rollback
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet

from tests.curating.statements import statement
from tests.loading.databases import by_hand, rows

GUIDE = Link("https://example.org/guide", "Guide")
HOLDS = "to_release IS NULL"


def set_text(item, words):
    return f"UPDATE strategies SET text = '{words}' WHERE id = '{item}' AND {HOLDS}"


def texts(target):
    return dict(rows(target, "SELECT id, text FROM current_strategies ORDER BY id"))


def edits(report):
    return [(each.id, each.field, each.base, each.value) for each in report.edits]


def met(found):
    return [
        (each.id, each.field, each.base, each.by_hand, each.in_files, each.kept.value)
        for each in found
    ]


def edition(*words, **options):
    """Return statements s-1, s-2 … with these words."""
    return [statement(f"s-{n}", text, **options) for n, text in enumerate(words, start=1)]


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
    assert texts(rolled_back(target, 1)) == {"s-1": "One.", "s-2": "Two, by hand."}


def test_an_edit_known_for_long_outlives_that_its_statement_was_withdrawn(curated, target):
    load(curated(*edition("One.", "Two.")), target)
    by_hand(target, set_text("s-2", "Two, by hand."))
    load(curated(*edition("One.", "Two.")), target)
    report = load(curated(*edition("One.")), target)
    assert met(report.conflicts) == [("s-2", "text", "Two.", "Two, by hand.", "", "in-files")]
    assert edits(rollback(target, 1)) == [("s-2", "text", "Two.", "Two, by hand.")]
    assert texts(target) == {"s-1": "One.", "s-2": "Two, by hand."}


def test_an_edit_of_a_label_goes_with_the_label_and_comes_back_with_it(curated, target):
    both = ((Facet.AREA, ("cognition-and-learning", "semh")),)
    load(curated(statement("s-1", labels=both)), target)
    by_hand(target, "UPDATE strategy_concepts SET evidence = 'Ours' WHERE concept_id = 'semh'")
    alone = curated(statement("s-1", labels=((Facet.AREA, ("cognition-and-learning",)),)))
    report = load(alone, target)
    base = "headings: Talk"
    assert met(report.conflicts) == [("s-1", "evidence", base, "Ours", "", "in-files")]
    assert load(alone, target).conflicts == ()
    assert edits(rollback(target, 1)) == [("s-1", "evidence", base, "Ours")]
    assert ("Ours",) in rows(target, "SELECT evidence FROM current_strategy_concepts")


def rolled_back(target, release):
    rollback(target, release)
    return target


def test_a_statement_deleted_by_hand_is_retired_and_stays_so(curated, target):
    load(curated(*edition("One.", "Two.", links=(GUIDE,))), target)
    by_hand(target, "DELETE FROM strategies WHERE id = 's-2'")
    report = load(curated(*edition("One.", "Two, reworded.", links=(GUIDE,))), target)
    assert report.retired == 1
    assert edits(report) == [("s-2", "state", "live", "retired")]
    assert rows(target, "SELECT state FROM strategies WHERE id = 's-2' AND to_release IS NULL") == [
        ("retired",)
    ]
    assert rows(target, "SELECT strategy_id FROM current_strategy_concepts") == [("s-1",)]
    assert texts(rolled_back(target, 1)) == {"s-1": "One."}
    by_hand(target, f"UPDATE strategies SET state = 'live' WHERE id = 's-2' AND {HOLDS}")
    assert load(curated(*edition("One.", "Two.", links=(GUIDE,))), target).edits == ()
    assert texts(target) == {"s-1": "One.", "s-2": "Two."}
    assert ("s-2",) in rows(target, "SELECT strategy_id FROM current_strategy_resources")


def test_rows_put_in_by_hand_are_kept_and_named(curated, target):
    load(curated(*edition("One.")), target)
    by_hand(
        target,
        "INSERT INTO ids (id, kind, first_release) VALUES ('s-hand', 'strategy', 1)",
        "INSERT INTO strategies (id, from_release, state, status, text, source_text, lead_in, tier,"
        " phase, actor, voice, purpose, source, heading_path, locator, place, reviewed_by,"
        " reviewed_on, next_review) VALUES ('s-hand', 1, 'live', 'approved', 'Typed.', '', '', '',"
        " '', '', '', '', '', '', '', 1, '', '', '')",
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) VALUES ('s-hand', 'area_of_need', 'semh', 1, 1, true, '')",
    )
    kept = [("s-hand", "", "", "Typed."), ("s-hand", "area_of_need", "", "semh")]
    folder = curated(*edition("Newer."))
    first, second = load(folder, target), load(folder, target)
    assert edits(first) == edits(second) == kept
    assert first.conflicts == second.conflicts == ()
    assert texts(target) == {"s-1": "Newer.", "s-hand": "Typed."}
    assert edits(rollback(target, 1)) == kept
    assert texts(target) == {"s-1": "One.", "s-hand": "Typed."}
    assert ("s-hand",) in rows(target, "SELECT strategy_id FROM current_strategy_concepts")


def test_a_label_taken_off_by_hand_stays_off_until_the_files_say_something_else(curated, target):
    both = ((Facet.AREA, ("cognition-and-learning", "semh")),)
    load(curated(statement("s-1", labels=both)), target)
    by_hand(target, "DELETE FROM strategy_concepts WHERE concept_id = 'semh'")
    report = load(curated(statement("s-1", labels=both)), target)
    assert edits(report) == [("s-1", "area_of_need", "semh", "")]
    assert report.conflicts == ()
    assert load(curated(statement("s-1", labels=both)), target).nothing_to_load
    assert rows(target, "SELECT concept_id FROM current_strategy_concepts") == [
        ("cognition-and-learning",)
    ]
    alone = ((Facet.AREA, ("semh",)),)
    folder = curated(statement("s-1", labels=alone))
    for report in (load(folder, target), load(folder, target)):
        assert met(report.conflicts) == [("s-1", "area_of_need", "semh", "", "semh", "by-hand")]
    assert rows(target, "SELECT concept_id FROM current_strategy_concepts") == []


def test_a_category_whose_row_was_deleted_comes_back_and_is_told(curated, target):
    folder = curated(*edition("One."))
    load(folder, target)
    by_hand(target, "DELETE FROM concepts WHERE id = 'semh'")
    report = load(folder, target)
    assert report.nothing_to_load
    assert [(each.id, each.kept.value) for each in report.conflicts] == [("semh", "in-files")]
    assert ("semh",) in rows(target, "SELECT id FROM current_concepts")
    assert load(folder, target).conflicts == ()


def test_a_resource_deleted_by_hand_takes_its_links_along(curated, target):
    folder = curated(*edition("One.", links=(GUIDE,)))
    load(folder, target)
    by_hand(target, "DELETE FROM resources")
    load(folder, target)
    assert load(folder, target).nothing_to_load
    assert rows(target, "SELECT resource_id FROM current_strategy_resources") == []
    assert rows(target, "SELECT id FROM current_resources") == []


def test_what_the_files_took_over_is_still_there_after_going_back_before_it(curated, target):
    load(curated(*edition("Base.", "Two.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    load(curated(*edition("By hand.", "Two, new.")), target)
    assert edits(rollback(target, 1)) == [("s-1", "text", "Base.", "By hand.")]
    assert texts(target) == {"s-1": "By hand.", "s-2": "Two."}


def test_what_the_files_took_over_and_changed_since_is_no_edit_any_more(curated, target):
    load(curated(*edition("Base.")), target)
    by_hand(target, set_text("s-1", "By hand."))
    load(curated(*edition("By hand.")), target)
    load(curated(*edition("Newer.")), target)
    assert rollback(target, 1).edits == ()
    assert texts(target) == {"s-1": "Base."}


def test_a_label_put_on_by_hand_comes_back_with_its_statement(curated, target):
    load(curated(*edition("One.", "Two.")), target)
    by_hand(
        target,
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) VALUES ('s-2', 'need', 'cl-memory', 1, 1, true, '')",
    )
    assert load(curated(*edition("One.")), target).retired == 1
    assert edits(rollback(target, 1)) == [("s-2", "need", "", "cl-memory")]
    query = "SELECT concept_id FROM current_strategy_concepts WHERE strategy_id = 's-2'"
    assert sorted(rows(target, query)) == [("cl-memory",), ("semh",)]


def test_a_label_put_on_by_hand_goes_once_the_files_had_it_and_take_it_away(curated, target):
    areas = ("semh", "cognition-and-learning")
    alone, both = (((Facet.AREA, areas[:n]),) for n in (1, 2))
    load(curated(statement("s-1", labels=alone)), target)
    by_hand(
        target,
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) VALUES ('s-1', 'area_of_need', 'cognition-and-learning', 1, 2,"
        " false, 'headings: Talk')",
    )
    assert load(curated(statement("s-1", labels=both)), target).edits == ()
    assert load(curated(statement("s-1", labels=alone)), target).edits == ()
    assert rows(target, "SELECT concept_id FROM current_strategy_concepts") == [("semh",)]


def test_a_label_that_leads_to_no_statement_is_left_out_and_told(curated, target):
    folder = curated(*edition("One."))
    load(folder, target)
    by_hand(
        target,
        "INSERT INTO ids (id, kind, first_release) VALUES ('s-none', 'strategy', 1)",
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) VALUES ('s-none', 'need', 'cl-memory', 1, 1, true, '')",
    )
    report = load(folder, target)
    assert met(report.conflicts) == [("s-none", "need", "", "cl-memory", "", "in-files")]
    assert rows(target, "SELECT 1 FROM strategy_concepts WHERE strategy_id = 's-none'") == []
    assert load(folder, target).conflicts == ()


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
    assert str(refused.value) == f"{target}: {told}. Put that right, then try again."
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
