"""An old copy of a folder, or one worked on apart, takes back nothing that people answered."""

import shutil
from dataclasses import replace

import pytest
from fingerpost.curating import append, read_log
from fingerpost.decisions import IDENTITY_ACTIONS, Action, Resource
from fingerpost.errors import TargetError
from fingerpost.exporting import write_curated
from fingerpost.loading import load, releases, stored_log

from tests.curating.lines import TUESDAY, answer, undone
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand, rows

TWO = statement("s-1"), statement("s-2")


@pytest.fixture
def older(curated, target, tmp_path):
    """Give a copy of a folder from before the last answers, which are loaded."""

    def before(*first, last):
        folder = curated(*TWO, decisions=first)
        copy = shutil.copytree(folder, tmp_path / "older")
        load(curated(*TWO, decisions=last), target)
        return copy

    return before


@pytest.mark.parametrize("first", [(), answer("s-1", wording="New words.")])
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_folder_that_lacks_answers_the_directory_has_is_refused(older, target, first, dry_run):
    folder = older(*first, last=answer("s-2", wording="Newer words."))
    before = rows(target, "SELECT * FROM decisions ORDER BY seq")

    with pytest.raises(TargetError, match=r"1 answer that decisions\.csv of this folder lacks"):
        load(folder, target, dry_run=dry_run)

    assert rows(target, "SELECT * FROM decisions ORDER BY seq") == before
    assert len(releases(target)) == 1


def test_a_folder_that_lacks_only_what_was_sent_to_whom_or_stood_in_word_is_loaded(older, target):
    sent = tuple(replace(one, resource_type=Resource.PACK) for one in answer("s-2"))
    word = tuple(
        replace(sent[0], resource_type=Resource.STRATEGY, last_action_type=one)
        for one in IDENTITY_ACTIONS
    )
    assert load(older(*answer("s-1"), last=(*sent, *word)), target).nothing_to_load


def test_the_directory_has_the_log_of_the_folder_it_was_loaded_from_last(older, target):
    sent = tuple(replace(one, resource_type=Resource.PACK) for one in answer("s-2"))
    folder = older(*answer("s-1"), last=sent)
    append(folder / "decisions.csv", answer("s-2", wording="New words."))
    log = tuple(read_log(folder / "decisions.csv"))
    write_curated(outcome_of(TWO, log), folder)

    assert load(folder, target).release == 2

    assert stored_log(target) == log


@pytest.fixture
def apart(curated, target, tmp_path):
    """Load what Ann answered in one copy of a folder, and give it with another that has not heard it.

    The other is given as a function that takes further answers in.
    """

    def parted(ann, first=()):
        folder = curated(*TWO, decisions=first)
        log, copy = list(curated.log), shutil.copytree(folder, tmp_path / "copy")
        load(curated(*TWO, decisions=ann), target)

        def taking_in(*lines):
            log.extend(append(copy / "decisions.csv", lines))
            write_curated(outcome_of(TWO, log), copy)
            return copy

        return folder, taking_in

    return parted


ANN, BEN = answer("s-1", Action.REJECTED), answer("s-2", wording="B.", by="Ben", at=TUESDAY)


@pytest.mark.parametrize("first", [(), answer("s-1", wording="New words.")])
@pytest.mark.parametrize("dry_run", [False, True])
def test_of_two_copies_worked_on_apart_the_second_is_refused_with_what_each_lacks(
    apart, target, first, dry_run
):
    _, other = apart(ANN, first)
    before = stored_log(target)

    with pytest.raises(TargetError) as refused:
        load(other(*BEN), target, dry_run=dry_run)

    assert (
        "was loaded with 1 answer that decisions.csv of this folder lacks, and without 1 answer of "
        "this folder, so two copies of the folder were worked on apart; nothing was loaded. To keep "
        "both: put the returned files of the other copy (Ann.xlsx) into reports/returned of this "
        "one, run fingerpost review apply, then fingerpost migrate and load again."
    ) in str(refused.value)
    assert stored_log(target) == before


@pytest.mark.parametrize("name", ["Ann", "ANN"])
def test_once_the_answers_of_the_other_copy_are_taken_in_both_are_kept(apart, target, name):
    folder, other = apart(ANN)
    load(other(*BEN, *answer("s-1", Action.REJECTED, by=name)), target)

    kept = {(one.updated_by, one.resource_id) for one in stored_log(target)}
    assert kept == {(name, "s-1"), ("Ben", "s-2")}
    with pytest.raises(TargetError, match=r"1 answer .* so the folder is an older one"):
        load(folder, target)


def test_an_answer_taken_back_in_the_other_copy_has_to_be_taken_back_here_too(apart, target):
    _, other = apart((*ANN, *undone(3)))
    with pytest.raises(
        TargetError, match="1 answer taken back there: fingerpost review undo; then"
    ):
        load(other(*BEN, *ANN), target)
    load(other(*undone(7)), target)
    assert len(stored_log(target)) == 8


def test_what_somebody_wrote_among_the_answers_in_the_database_is_named(curated, target):
    folder = curated(*TWO, decisions=ANN)
    load(folder, target)
    by_hand(target, "UPDATE decisions SET last_action_type = 'gone' WHERE seq = 2")
    with pytest.raises(TargetError, match=r"did not write there .'gone' is not"):
        load(folder, target)
