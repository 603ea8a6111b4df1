"""Rows taken away or put in by hand: statements, labels, categories, resources."""

import pytest
from fingerpost.loading import load, rollback
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet

from tests.curating.statements import statement
from tests.loading.databases import by_hand, rows
from tests.loading.edited import HOLDS, edition, edits, met, texts

GUIDE = Link("https://example.org/guide", "Guide")


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
    rollback(target, 1)
    assert texts(target) == {"s-1": "One."}
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


def test_a_label_taken_off_by_hand_stays_off_where_the_files_change_it_at_once(curated, target):
    load(curated(statement("s-1")), target)
    by_hand(target, "DELETE FROM strategy_concepts")
    folder = curated(statement("s-1", heads=("Classroom", "Feelings")))
    for report in (load(folder, target), load(folder, target)):
        assert met(report.conflicts) == [("s-1", "area_of_need", "semh", "", "semh", "by-hand")]
        assert edits(report) == [("s-1", "area_of_need", "semh", "")]
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


def test_a_label_put_on_and_taken_off_again_by_hand_leaves_the_files_their_say(curated, target):
    alone, both = (((Facet.AREA, ("semh", "cognition-and-learning")[:n]),) for n in (1, 2))
    folder = curated(statement("s-1", labels=alone))
    load(folder, target)
    by_hand(
        target,
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) VALUES ('s-1', 'area_of_need', 'cognition-and-learning', 1, 2,"
        " false, '')",
    )
    load(folder, target)
    by_hand(target, "DELETE FROM strategy_concepts WHERE concept_id = 'cognition-and-learning'")
    assert load(folder, target).edits == ()
    report = load(curated(statement("s-1", labels=both)), target)
    assert report.edits == report.conflicts == ()
    assert len(rows(target, "SELECT concept_id FROM current_strategy_concepts")) == 2


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


@pytest.mark.parametrize("noticed", [False, True])
def test_a_link_put_in_by_hand_comes_back_with_the_address_it_leads_to(curated, target, noticed):
    one, two = statement("s-1", links=(GUIDE,)), statement("s-2")
    load(curated(one, two), target)
    by_hand(
        target,
        "INSERT INTO strategy_resources (strategy_id, resource_id, from_release, place)"
        " SELECT 's-2', id, 1, 1 FROM current_resources",
    )
    if noticed:
        load(curated(one, two), target)
    without = load(curated(two), target)
    assert met(without.conflicts)[0][:3] == ("s-2", "resources", "")
    assert rows(target, "SELECT 1 FROM current_strategy_resources") == []
    for report in (load(curated(two), target), load(curated(one, two), target)):
        assert report.conflicts == ()
    query = "SELECT strategy_id FROM current_strategy_resources ORDER BY 1"
    assert rows(target, query) == [("s-1",), ("s-2",)]


@pytest.mark.parametrize("noticed", [False, True])
def test_a_label_put_on_by_hand_goes_once_the_files_had_it_and_take_it_away(
    curated, target, noticed
):
    areas = ("semh", "cognition-and-learning")
    alone, both = (((Facet.AREA, areas[:n]),) for n in (1, 2))
    load(curated(statement("s-1", labels=alone)), target)
    by_hand(
        target,
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) VALUES ('s-1', 'area_of_need', 'cognition-and-learning', 1, 2,"
        " false, 'headings: Talk')",
    )
    if noticed:
        assert len(load(curated(statement("s-1", labels=alone)), target).edits) == 1
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
