"""A returned workbook of the directory in use in, what reads the rows of each of its sheets out."""

from collections.abc import Callable, Mapping
from functools import partial

from fingerpost.reviewing.columns import LIVE, Sheet
from fingerpost.reviewing.live.added_rows import added
from fingerpost.reviewing.live.library import Library
from fingerpost.reviewing.live.resource_rows import resource
from fingerpost.reviewing.live.statement_rows import statement, untouched_rows
from fingerpost.reviewing.returning.desk import Desk
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import LiveAnswer

Reader = Callable[[Desk, FormRow], LiveAnswer | None]


def readers(desk: Desk) -> Mapping[Sheet, Reader]:
    """Return one reader a sheet; none where the file is no such workbook."""
    if not any(row.sheet in LIVE for row in desk.form.rows):
        return {}
    library = Library.of(desk)
    return {
        Sheet.STATEMENTS: partial(statement, library, untouched_rows(desk)),
        Sheet.ADD: partial(added, library),
        Sheet.RESOURCES: partial(resource, library),
    }
