"""A table that was saved from a draft says so in each of its rows, wherever somebody copies them to."""

import csv
import io

import pytest

from tests.publishing.sites import STATEMENTS, changed, files, released, site_of

EARLIER = released(*STATEMENTS[1:], changed(STATEMENTS[0], text="Offer a corner."), number=1)


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("path", ["data/statements.csv", "changed.csv"])
def test_each_row_of_a_table_of_a_draft_says_that_it_is_one(path):
    draft = rows(files(site_of(draft=True, before=EARLIER))[path])

    assert draft
    assert all(next(iter(one.values())).startswith("DRAFT") for one in draft)
    assert "Draft" not in rows(files(site_of(before=EARLIER))[path])[0]
