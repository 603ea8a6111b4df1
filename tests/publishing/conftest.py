"""The site of the sample documents, built once for all tests that look at it."""

import pytest
from fingerpost.loading import released

from tests.publishing.browser.sites import Place, site_of, written
from tests.support.program import workspace


@pytest.fixture(scope="session")
def samples(tmp_path_factory) -> Place:
    """A site of the release that the sample documents become."""
    from fingerpost.publishing import build

    program = workspace(tmp_path_factory.mktemp("samples") / "work")
    program.run("migrate", "--direct")
    program.run("load", "--direct", "--signed-off-by", "Ada Example")
    url = f"sqlite:///{program.root / 'data' / 'curated' / 'directory.db'}"
    return written(build(site_of(released(url))), tmp_path_factory.mktemp("samples site"))
