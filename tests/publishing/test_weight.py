"""A directory of thousands of statements has light pages."""

import pytest
from fingerpost.publishing import Site, build

from benchmarks.site.releases import big_release, rulebook

pytestmark = pytest.mark.slow


def test_of_two_thousand_statements_no_page_weighs_more_than_a_hundred_kilobytes():
    rules = rulebook()
    site = Site(released=big_release(2000, rules), council=rules.council, settings=rules.site)
    pages = {path: len(body) for path, body in build(site) if path.endswith(".html")}

    assert len(pages) > 2000
    assert {path: size for path, size in pages.items() if size > 100_000} == {}
