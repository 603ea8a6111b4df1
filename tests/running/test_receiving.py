"""Returned files are the same however many processes read them, and whatever they are called."""

import os

import pytest
from fingerpost.logbook import chain
from fingerpost.running.reviewing import receiving
from fingerpost.running.reviewing.merging import merge
from fingerpost.running.reviewing.receiving import receive, receive_one
from fingerpost.suggestions import Reason

from tests.support.outcomes import outcome, statement
from tests.support.workbooks import AT, edited, sent


def some():
    return outcome(
        statement("Use a radio aid", "Radio", reasons=[Reason.NO_LABEL], one="s-radio"),
        statement("Ring home", "Radio", reasons=[Reason.NO_LABEL], one="s-ring"),
    )


@pytest.fixture
def files(tmp_path):
    typed = {"ann.xlsx": "Keep", "bob.xlsx": "Reject"}
    for name, decision in typed.items():
        data = edited(sent(some()), "Queue", 2, decision=decision, reviewer=name)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "spoilt.xlsx").write_bytes(b"PK\x03\x04 no more of it")
    names = (*typed, "spoilt.xlsx", "not there.xlsx")
    return [tmp_path / name for name in names]


@pytest.mark.slow
def test_several_processes_read_what_one_reads_in_the_order_asked_for(files, monkeypatch):
    monkeypatch.setattr(receiving, "FEW_BYTES", 0)
    received = list(receive(files))
    assert received == [receive_one(file) for file in files]
    assert [bool(one.problems) for one in received] == [False, False, True, True]


def test_a_file_that_was_taken_in_is_known_under_any_name(files):
    ann = files[0]
    log = chain((), merge([ann], some(), (), AT, again=False).lines)
    copy = ann.with_name("ann (1).xlsx")
    copy.write_bytes(ann.read_bytes())
    (taken,) = merge([copy], some(), log, AT, again=False).taken
    assert (taken.known, taken.answers) == (True, 0)


def test_the_same_file_twice_at_once_counts_once(files):
    ann = files[0]
    merged = merge([ann, ann], some(), (), AT, again=True)
    assert [one.answers for one in merged.taken] == [1, 0]
    assert merged.taken[1].repeated == 1


@pytest.mark.slow
def test_a_file_whose_reading_ends_the_process_is_refused_and_the_others_are_read(
    files, monkeypatch
):
    monkeypatch.setattr(receiving, "FEW_BYTES", 0)
    monkeypatch.setattr(receiving, "receive_one", dies_of_the_second)
    fine, dead = receive(files[:2])
    assert fine == receive_one(files[0])
    assert dead.opened is None
    assert dead.problems[0].startswith("Reading it took more than this computer has to give.")


@pytest.mark.slow
def test_a_fault_of_ours_is_not_told_as_one_of_the_file(files, monkeypatch):
    monkeypatch.setattr(receiving, "FEW_BYTES", 0)
    monkeypatch.setattr(receiving, "receive_one", len)
    with pytest.raises(TypeError):
        list(receive(files[:2]))


def dies_of_the_second(file):
    if file.name == "bob.xlsx":
        os._exit(1)
    return receive_one(file)
