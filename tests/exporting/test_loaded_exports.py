"""What is loaded, written as files for another site: all of it, and what changed since a release."""

import csv
import shutil

import pytest
from fingerpost.curating import append
from fingerpost.errors import TargetError
from fingerpost.exporting import write_curated
from fingerpost.loading import load
from fingerpost.rulebook import profile_names, read_profile
from fingerpost.running.cataloguing.founding import found
from fingerpost.running.directory.site_export import export
from fingerpost.workspace import Workspace

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand
from tests.support.program import ROOT

RULES = ROOT / "rules"
PROFILES = {name: read_profile(RULES, name) for name in profile_names(RULES)}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Give a workspace with two releases."""
    workspace = found(tmp_path_factory.mktemp("export") / "leeds", "leeds")
    url = workspace.database("sqlite:///data/curated/directory.db")
    ids = ("s-0123456789ab", "s-ba9876543210", "s-aaaaaaaaaaaa")
    append(workspace.log, answer(ids[0]))
    for number in (2, 3):
        classified = [statement(one, f"Words {number}.") for one in ids[:number]]
        write_curated(outcome_of(classified, answer(ids[0])), workspace.curated)
        load(workspace.curated, url, by="Ann")
    return workspace, url


def test_what_is_loaded_is_written_for_each_kind_of_site_that_the_rules_know(loaded, tmp_path):
    workspace, url = loaded
    for name, profile in PROFILES.items():
        done = export(workspace, name, url, tmp_path / name)
        assert [file.path.name for file in done.files] == [
            f"{table.name}.csv" for table in profile.tables
        ]
        with (tmp_path / name / "statements.csv").open(encoding="utf-8-sig") as file:
            assert len(list(csv.DictReader(file))) == 3
        assert (done.release, done.since, done.without_address) == (2, None, True)


def test_since_a_release_only_what_changed_is_written(loaded, tmp_path):
    workspace, url = loaded
    done = export(workspace, "csv", url, tmp_path, since=1)
    assert [(file.path.name, file.rows) for file in done.files] == [
        ("statements-1-to-2-add.csv", 1),
        ("statements-1-to-2-update.csv", 2),
    ]


def test_a_release_there_never_was_is_refused(loaded, tmp_path):
    workspace, url = loaded
    with pytest.raises(TargetError, match="there is no release 7"):
        export(workspace, "csv", url, tmp_path / "out", since=7)
    assert not (tmp_path / "out").exists()


def test_words_put_in_by_hand_that_may_name_somebody_are_left_out_and_named(loaded, tmp_path):
    workspace, _ = loaded
    copy = Workspace(shutil.copytree(workspace.root, tmp_path / "leeds"))
    place = copy.database("sqlite:///data/curated/directory.db")
    site = copy.rules / "councils" / "leeds" / "site.yaml"
    site.write_text(site.read_text().replace('address: ""', "address: https://send.example"))
    words = "Ring 07700 900123 and ask for Zebedee Quill."
    by_hand(place, f"UPDATE strategies SET text = '{words}' WHERE id = 's-0123456789ab'")
    for since, name in ((None, "statements.csv"), (2, "statements-2-to-2-retire.csv")):
        done = export(copy, "csv", place, tmp_path / "out", since=since)
        assert [one.id for one in done.withheld] == ["s-0123456789ab"]
        assert not done.without_address
        assert name in [file.path.name for file in done.files]
        assert all(b"Zebedee" not in file.path.read_bytes() for file in done.files)
