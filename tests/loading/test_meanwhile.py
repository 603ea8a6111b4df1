"""What somebody does on a database server while the product works is neither lost nor half seen."""

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import load
from fingerpost.loading import target as places
from fingerpost.loading.contents import held_now
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from tests.curating.statements import statement
from tests.loading.databases import by_hand

EDIT = "UPDATE strategies SET text = 'By hand.' WHERE id = 's-1'"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("target", ["postgresql"], indirect=True),
]


def test_an_edit_by_hand_waits_until_a_load_is_done(curated, target):
    load(curated(statement("s-1")), target)

    with places.writing(target), pytest.raises(OperationalError, match="lock timeout"):
        by_hand(target, "SET LOCAL lock_timeout = '100ms'", EDIT)

    by_hand(target, EDIT)
    assert [edit.value for edit in load(curated(statement("s-1")), target).edits] == ["By hand."]


def test_a_load_waits_for_an_edit_that_is_not_finished_and_says_so(curated, target, monkeypatch):
    load(curated(statement("s-1")), target)
    monkeypatch.setattr(places, "PATIENCE", 0.1)
    engine = create_engine(target)
    with engine.begin() as somebody:
        somebody.execute(text(EDIT))
        with pytest.raises(TargetError, match="is being changed by somebody else"):
            load(curated(statement("s-1", "New words.")), target)
    engine.dispose()


def test_what_is_read_is_all_of_one_moment(curated, target):
    load(curated(statement("s-1")), target)
    with places.reading(target) as connection:
        before = held_now(connection)
        by_hand(target, EDIT)
        assert held_now(connection) == before
