"""The site of the sample documents, built once for all tests that look at it, whichever process they are in."""

import shutil

import pytest
from fingerpost.loading import load, released

from tests.publishing.browser.sites import Place, site_of, written


@pytest.fixture(scope="session")
def samples(migrated, made_once) -> Place:
    """A site of the release that the sample documents become."""
    from fingerpost.publishing import build

    def make(folder):
        curated = folder.with_name("curated")
        shutil.copytree(migrated.root / "data" / "curated", curated)
        url = f"sqlite:///{curated / 'directory.db'}"
        load(curated, url, "Ada Example")
        written(build(site_of(released(url))), folder)

    made = made_once("samples site", make)
    return Place(made, made.as_uri())
