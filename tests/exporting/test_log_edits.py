"""Whatever is done to the lines of the log by hand is named, the newest line too."""

import csv
import io
import re

import pytest
from fingerpost.curating import append
from fingerpost.exporting import verify, write_curated
from fingerpost.logbook import COLUMNS
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.curating.lines import TUESDAY, answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of

EDITED = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
SEVERAL = (*answer("s-1", note="fine"), *answer("s-2", wording="Other words", at=TUESDAY))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder whose log grew by an apply after the last run."""
    made = tmp_path_factory.mktemp("curated")
    append(made / "decisions.csv", SEVERAL)
    write_curated(outcome_of([statement()]), made)
    append(made / "decisions.csv", answer("s-3", at=TUESDAY))
    assert verify(made) == ()
    return made


def faults(folder, change):
    """Return what is said once the rows were changed, and put the log back."""
    log = folder / "decisions.csv"
    kept = log.read_bytes()
    rows = list(csv.reader(io.StringIO(kept.decode(), newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([rows[0], *change(rows[1:])])
    log.write_text(out.getvalue(), encoding="utf-8", newline="")
    try:
        return verify(folder)
    finally:
        log.write_bytes(kept)


def lines(folder):
    return (folder / "decisions.csv").read_text().count("\n") - 1


def numbered(rows):
    """Number rows anew, as somebody would who wants to hide what was done."""
    return [[str(seq), *row[1:]] for seq, row in enumerate(rows, 1)]


@EDITED
@given(st.data())
def test_any_edited_cell_of_any_line_is_named(folder, data):
    place = data.draw(st.integers(0, lines(folder) - 1))
    column = data.draw(st.integers(0, len(COLUMNS) - 1))
    typed = data.draw(st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=8))

    def change(rows):
        assume(rows[place][column] != typed)
        return [
            *rows[:place],
            [*rows[place][:column], typed, *rows[place][column + 1 :]],
            *rows[place + 1 :],
        ]

    said = faults(folder, change)
    assert said
    if place < lines(folder) - 1:
        assert any(re.search(rf"\b(seq {place + 1}|line {place + 2})\b", one) for one in said)


@EDITED
@given(st.data(), st.booleans())
def test_a_line_that_was_removed_inserted_or_moved_is_named(folder, data, renumber):
    place = data.draw(st.integers(0, lines(folder) - 1))
    other = data.draw(st.integers(0, lines(folder) - 1).filter(lambda one: one != place))

    def removed(rows):
        return rows[:place] + rows[place + 1 :]

    def inserted(rows):
        return [*rows[:place], rows[other], *rows[place:]]

    def moved(rows):
        rows[place], rows[other] = rows[other], rows[place]
        return rows

    for change in (removed, inserted, moved):
        assert faults(folder, lambda rows, do=change: numbered(do(rows)) if renumber else do(rows))


def test_an_edit_of_the_newest_line_is_not_blessed_by_the_next_one(folder, tmp_path):
    log = tmp_path / "decisions.csv"
    append(log, SEVERAL)
    write_curated(outcome_of([statement()]), tmp_path)
    log.write_text(
        log.read_text().replace("approved\n", "rejected\n").replace("approved,Ann", "rejected,Ann")
    )
    append(log, answer("s-3", at=TUESDAY))
    assert any("decisions.csv: was changed" in one for one in verify(tmp_path))
