"""An old copy of a folder does not take back what people answered since, and says where it is old."""

import shutil
from dataclasses import replace

import pytest
from fingerpost.decisions import Resource
from fingerpost.errors import TargetError
from fingerpost.loading import load, releases

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.loading.databases import rows

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

    with pytest.raises(TargetError, match=r"answers that decisions\.csv of this folder lacks"):
        load(folder, target, dry_run=dry_run)

    assert rows(target, "SELECT * FROM decisions ORDER BY seq") == before
    assert len(releases(target)) == 1


def test_a_folder_that_lacks_only_what_was_sent_to_whom_is_loaded(older, target):
    sent = tuple(replace(one, resource_type=Resource.PACK) for one in answer("s-2"))
    assert load(older(*answer("s-1"), last=sent), target).nothing_to_load
