"""What stands is the same whichever file came in first, and whatever became of the files beside it."""

from dataclasses import replace

import pytest
from fingerpost.curating import undo_file, undo_item, undo_last
from fingerpost.logbook import chain
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.reviewing.coming_back import FILES, applied, one_by_one, opened, sheets, stands

pytestmark = pytest.mark.slow

BY = {"by": "Cy", "at": "2026-05-01T09:00:00+00:00"}
ASKED = sheets(())


def undone(log, lines):
    return (*log, *chain(log, lines))


@given(FILES, st.randoms(use_true_random=False))
def test_files_come_back_in_any_order_at_once_or_one_by_one(files, lot):
    order = list(files)
    lot.shuffle(order)
    at_once = applied((), files, ASKED)
    assert stands(one_by_one((), order, ASKED)) == stands(at_once)
    assert stands(applied((), order, ASKED)) == stands(at_once)


@given(FILES, st.data())
def test_a_file_taken_back_leaves_what_the_others_say(files, data):
    gone = data.draw(st.sampled_from(files))
    log = one_by_one((), files, ASKED)
    assume(any(line.pack == opened(gone, ASKED).pack for line in log))
    lines = undo_file(log, opened(gone, ASKED).pack, **BY)
    left = [one for one in files if one is not gone]
    assert stands(undone(log, lines)) == stands(one_by_one((), left, ASKED))


@given(FILES)
def test_the_last_apply_taken_back_leaves_what_came_before(files):
    log = one_by_one((), files, ASKED)
    assume(any(line.pack == opened(files[-1], ASKED).pack for line in log))
    assert stands(undone(log, undo_last(log, **BY))) == stands(one_by_one((), files[:-1], ASKED))


@given(FILES, st.data())
def test_one_answer_taken_back_leaves_all_others(files, data):
    log = one_by_one((), files, ASKED)
    assume(log)
    about = data.draw(st.sampled_from(sorted({line.resource_id for line in log})))
    told = [ln for ln in log if ln.resource_id == about and ln.last_action_type != "seen"]
    assume(told)
    newest = told[-1].pack
    lines = undo_item(log, str(told[-1].seq), **BY)
    left = undone(log, lines)
    kept = [ln for ln in log if not (ln.resource_id == about and ln.pack == newest)]
    assert stands(left) == stands(tuple(kept))


@given(FILES)
def test_a_file_taken_back_and_taken_in_again_is_as_if_it_had_stayed(files):
    first, *_ = files
    log = one_by_one((), files, ASKED)
    assume(any(line.pack == opened(first, ASKED).pack for line in log))
    taken_back = undone(log, undo_file(log, first.name, **BY))
    again = applied(taken_back, [first], ASKED, day=20)
    assert stands(again) == stands(log)


@given(FILES)
def test_a_file_taken_in_twice_counts_once(files):
    log = one_by_one((), files, ASKED)
    assert applied(log, files, ASKED, day=20) == log


@given(FILES, FILES, st.randoms(use_true_random=False))
def test_late_files_and_files_that_show_what_stands_come_in_any_order(early, late, lot):
    log = one_by_one((), early[:-1], ASKED)
    asked_again = sheets(log)
    opening = [(early[-1], ASKED)]
    coming = opening + [(one, asked_again) for one in renamed(late)]

    def after(order):
        found = log
        for day, (file, asked) in enumerate(order, 10):
            found = applied(found, [file], asked, day)
        return stands(found)

    shuffled = list(coming)
    lot.shuffle(shuffled)
    assert after(shuffled) == after(coming)


def renamed(files):
    return [replace(one, name=f"file {n + 5}.xlsx") for n, one in enumerate(files)]
