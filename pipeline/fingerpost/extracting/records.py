"""A table's rows in, whether they are particulars (document control, contacts) and no statements out."""

from fingerpost.documents import Row
from fingerpost.extracting.advice import instructs
from fingerpost.extracting.cells import has_list, is_blank
from fingerpost.extracting.giveaways import (
    holds_address,
    is_contact_label,
    is_control_label,
    is_particular_label,
)
from fingerpost.extracting.wording import word_count
from fingerpost.strategies import Role

_LONGEST_ROW = 40  # words


def record_role(rows: tuple[Row, ...]) -> Role | None:
    """Tell a table of document control or of contacts by its labels; None for any other."""
    full = tuple(row for row in rows if any(not is_blank(cell) for cell in row.cells))
    if not full or not all(_is_short(row) for row in full):
        return None
    if _is_control(full):
        return Role.DOCUMENT_CONTROL
    return Role.CONTACT if _is_contacts(full) else None


def _is_short(row: Row) -> bool:
    listed = any(has_list(cell) for cell in row.cells)
    return not listed and sum(word_count(cell.words) for cell in row.cells) <= _LONGEST_ROW


def _is_control(rows: tuple[Row, ...]) -> bool:
    beside = sum(is_control_label(row.cells[0].words) for row in rows)
    if beside > 1 and beside * 2 >= len(rows):
        return True
    first = _first_words(rows)
    return (
        len(first) > 1
        and not _is_plan(rows)
        and any(map(is_control_label, first))
        and all(map(is_particular_label, first))
    )


def _is_plan(rows: tuple[Row, ...]) -> bool:
    """Say whether most rows begin with something to do, as in a plan of action and not in a history."""
    begun = [row.cells[0].words for row in rows[1:] if row.cells]
    return sum(map(instructs, begun)) * 2 > len(begun)


def _is_contacts(rows: tuple[Row, ...]) -> bool:
    first = _first_words(rows)
    if len(first) > 1 and any(map(is_contact_label, first)):
        return True
    told = sum(any(holds_address(cell.words) for cell in row.cells) for row in rows)
    return told * 2 >= len(rows)


def _first_words(rows: tuple[Row, ...]) -> list[str]:
    return [cell.words for cell in rows[0].cells if not is_blank(cell)]
