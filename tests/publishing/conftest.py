"""The site of the sample documents, built once for all tests that look at it."""

import shutil

import pytest
from fingerpost.loading import released

from tests.publishing.browser.sites import Place, site_of, written
from tests.support.program import Program


@pytest.fixture(scope="session")
def samples(migrated, tmp_path_factory) -> Place:
    """A site of the release that the sample documents become."""
    from fingerpost.publishing import build

    program = Program(tmp_path_factory.mktemp("samples") / "work")
    shutil.copytree(migrated.root, program.root)
    program.well("load", "--direct", "--signed-off-by", "Ada Example")
    url = f"sqlite:///{program.root / 'data' / 'curated' / 'directory.db'}"
    return written(build(site_of(released(url))), tmp_path_factory.mktemp("samples site"))
