"""A small directory, loaded release by release, with answers in its log."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from fingerpost.curating import append, arrange
from fingerpost.exporting import write_curated
from fingerpost.loading import load
from fingerpost.running.directory.publishing import Wanted, site_of
from fingerpost.running.directory.releasing import go_back
from fingerpost.workspace import Workspace

from tests.exporting.outcomes import TAXONOMY, outcome_of
from tests.support.shipped import RULES, shipped_rules


@pytest.fixture(scope="session")
def rules():
    return shipped_rules()


@pytest.fixture
def council(tmp_path, rules):
    """Give a workspace, and functions that answer, load, publish and go back in it."""
    (tmp_path / "rules").symlink_to(RULES)
    workspace = Workspace(tmp_path)
    url = workspace.database("sqlite:///data/curated/directory.db")
    log = []

    def say(*lines):
        log.extend(append(workspace.log, lines))

    def loaded(*classified, by="Ann", taxonomy=TAXONOMY):
        made = outcome_of(classified, log, taxonomy)
        items, replaced = arrange(made.items)
        write_curated(replace(made, items=items, replaced=replaced), workspace.curated)
        return load(workspace.curated, url, by)

    def made(number=None, since=None):
        return site_of(workspace, rules, Wanted(url=url, release=number, since=since))

    def shown(number=None):
        return {one.id: one.text for one in made(number).site.released.statements}

    def back(number, by=""):
        return go_back(workspace, url, number, by)

    return SimpleNamespace(
        workspace=workspace,
        url=url,
        log=log,
        say=say,
        loaded=loaded,
        made=made,
        shown=shown,
        back=back,
    )
