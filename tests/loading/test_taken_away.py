"""What somebody took away by hand does not come back because the files lacked it for a while."""

import pytest
from fingerpost.loading import load
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet

from tests.curating.statements import statement
from tests.loading.databases import by_hand, rows
from tests.loading.edited import HOLDS, edits, texts

GUIDE = Link("https://example.org/guide", "Guide")
BOTH = ((Facet.AREA, ("cognition-and-learning", "semh")),)
ONE = statement("s-1", "One.", links=(GUIDE,))
TWO = statement("s-2", "Two.", links=(GUIDE,), labels=BOTH)
ALONE = Link("https://example.org/alone", "Alone")
LABEL = "DELETE FROM strategy_concepts WHERE strategy_id = 's-2' AND concept_id = 'semh'"


@pytest.fixture
def edited(curated, target):
    """Give a function that edits a directory; its files lose the second statement, and have it again."""

    def edit(query, second=TWO, *, noticed=True):
        both = ONE, second
        load(curated(*both), target)
        by_hand(target, query)
        if noticed:
            load(curated(*both), target)
        without = load(curated(ONE), target)
        assert without.conflicts == ()
        assert texts(target) == {"s-1": "One."}
        back = load(curated(*both), target)
        assert back.conflicts == ()
        assert load(curated(*both), target).nothing_to_load
        return edits(back)

    return edit


@pytest.mark.parametrize("noticed", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        f"UPDATE strategies SET state = 'retired' WHERE id = 's-2' AND {HOLDS}",
        "DELETE FROM strategies WHERE id = 's-2'",
    ],
)
def test_a_statement_retired_by_hand_stays_so(edited, target, query, noticed):
    assert edited(query, noticed=noticed) == [("s-2", "state", "live", "retired")]
    assert texts(target) == {"s-1": "One."}


@pytest.mark.parametrize("noticed", [True, False])
def test_a_label_taken_off_by_hand_stays_off(edited, target, noticed):
    assert edited(LABEL, noticed=noticed) == [("s-2", "area_of_need", "semh", "")]
    query = "SELECT concept_id FROM current_strategy_concepts WHERE strategy_id = 's-2'"
    assert rows(target, query) == [("cognition-and-learning",)]


def test_a_link_taken_off_by_hand_stays_off(edited, target):
    query = "DELETE FROM strategy_resources WHERE strategy_id = 's-2'"
    assert edited(query) == [("s-2", "resources", GUIDE.label, "")]
    assert rows(target, "SELECT strategy_id FROM current_strategy_resources") == [("s-1",)]


def test_an_address_taken_away_by_hand_stays_away(edited, target):
    query = f"DELETE FROM resources WHERE url = '{ALONE.href}'"
    edited(query, statement("s-2", "Two.", links=(ALONE,)))
    assert rows(target, "SELECT url FROM current_resources") == [(GUIDE.href,)]
    assert rows(target, "SELECT strategy_id FROM current_strategy_resources") == [("s-1",)]


def test_a_label_that_the_files_take_off_too_is_theirs_to_put_on_again(curated, target):
    alone = statement("s-2", "Two.", labels=((Facet.AREA, ("cognition-and-learning",)),))
    both = statement("s-2", "Two.", labels=BOTH)
    load(curated(both), target)
    by_hand(target, LABEL)
    assert load(curated(alone), target).edits == ()
    assert load(curated(both), target).edits == ()
    assert len(rows(target, "SELECT 1 FROM current_strategy_concepts")) == 2


def test_a_statement_retired_by_hand_can_be_put_back_by_hand(edited, curated, target):
    edited(f"UPDATE strategies SET state = 'retired' WHERE id = 's-2' AND {HOLDS}")
    by_hand(target, f"UPDATE strategies SET state = 'live' WHERE id = 's-2' AND {HOLDS}")
    assert load(curated(ONE, TWO), target).edits == ()
    assert texts(target) == {"s-1": "One.", "s-2": "Two."}


def test_a_label_that_was_edited_and_then_taken_off_by_hand_meets_nothing(curated, target):
    load(curated(TWO), target)
    by_hand(target, "UPDATE strategy_concepts SET evidence = 'Ours' WHERE concept_id = 'semh'")
    load(curated(TWO), target)
    by_hand(target, LABEL)
    report = load(curated(TWO), target)
    assert (edits(report), report.conflicts) == ([("s-2", "area_of_need", "semh", "")], ())
