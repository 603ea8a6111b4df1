"""One row of the Resources sheet in, what it says of what is behind an address out, if anything."""

from fingerpost.reviewing.columns import (
    ADDRESS,
    CHECKED,
    OWNER,
    PHASE,
    PUBLISHER,
    REVIEWER,
    TITLE,
    TRUSTED,
)
from fingerpost.reviewing.labels import differs
from fingerpost.reviewing.live.addresses import address_fault, address_of
from fingerpost.reviewing.live.facts import facts_of
from fingerpost.reviewing.live.library import Library
from fingerpost.reviewing.live.sheets import OFFER
from fingerpost.reviewing.refs import Ref
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import Fact, ResourceAnswer
from fingerpost.upkeep import resource_id

_FACTS = {
    TITLE: "title",
    PUBLISHER: "publisher",
    TRUSTED: "trusted_because",
    PHASE: "phase",
    CHECKED: "checked_on",
    OWNER: "owner",
}
"""What the log calls what stands under each column."""


def resource(library: Library, desk: Desk, row: FormRow) -> ResourceAnswer | None:
    """Return what was changed in a row, or what a new one or an offered one now says."""
    edited = any(desk.is_edited(row, name) for name in row.cells if name != REVIEWER)
    if not edited or not desk.is_sound(row):
        return None
    if row.ref and row.ref not in desk.form.sent.rows:
        desk.fault(row, "Ref", f"“{row.ref}” is not a Ref that was sent. {_EMPTY_REF}")
        return None
    url = address_of(row.cells[ADDRESS])
    fault = address_fault(url) if url else ""
    if fault:
        desk.fault(row, ADDRESS, fault)
    elif not url:
        desk.put_aside(row, _NO_ADDRESS if _is_new(row) else _ADDRESS_GONE)
    moved = not _is_new(row) and resource_id(url) != row.ref
    facts = facts_of(desk, row, _FACTS, every=moved or _is_new(row))
    if fault or not url:
        return None
    if (moved or _is_new(row)) and (there := library.rows.get(resource_id(url))):
        facts = _unsaid(desk, row, there, facts)
    return ResourceAnswer(
        **desk.common(row, Ref(resource_id(url))),
        url=url,
        facts=facts,
        instead_of=row.ref if moved else "",
        beside=library.held.get(row.ref, ()) if moved or _is_new(row) else (),
    )


def _unsaid(desk: Desk, row: FormRow, there: FormRow, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Keep what the row that has the address already does not say; tell what differs."""
    columns = {name: column for column, name in _FACTS.items()}
    stays = [
        f"{columns[one.name]} “{said(there, columns[one.name])}” and not "
        f"“{said(row, columns[one.name])}”"
        for one in facts
        if said(there, columns[one.name])
        and differs(columns[one.name], there.cells[columns[one.name]], row.cells[columns[one.name]])
    ]
    number = there.place.rpartition(", ")[2]
    told = f" What {number} says stays: {'; '.join(stays)}." if stays else ""
    desk.tell(
        row,
        f"this address stands in {number} already, so both are one resource from now on.{told}",
    )
    return tuple(one for one in facts if not said(there, columns[one.name]))


_EMPTY_REF = "Leave it empty for a new resource."
_NO_ADDRESS = "it has no address yet, so nothing is taken in. A resource needs one."
_ADDRESS_GONE = (
    "its address is gone, so nothing is taken in. To take it away from a statement, empty the cell on "
    "the Statements sheet."
)


def _is_new(row: FormRow) -> bool:
    """Whether nobody knew an address for it when the workbook was sent."""
    return not row.ref or row.ref.startswith(OFFER)
