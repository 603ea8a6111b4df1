"""A returned file in, what it says as values out, or every fault in it by sheet, row and column."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fingerpost.errors import ReturnRefused
from fingerpost.reviewing.columns import ADDRESS, NEW_STATEMENT, REF, Sheet
from fingerpost.reviewing.labels import tidy
from fingerpost.reviewing.readers.answers import held_against
from fingerpost.reviewing.readers.opening import read_reports
from fingerpost.reviewing.readers.reported import ReaderTable
from fingerpost.reviewing.readers.understanding import understood
from fingerpost.reviewing.refs import SHOWN, Index, Ref
from fingerpost.reviewing.returning.desk import Desk
from fingerpost.reviewing.returning.exports import read_export
from fingerpost.reviewing.returning.forms import Form, FormRow, read_workbook
from fingerpost.reviewing.returning.returned import CommentAnswer, Return, RowAnswer, SignOffAnswer
from fingerpost.reviewing.returning.rows import answers
from fingerpost.reviewing.returning.slips import note_slips
from fingerpost.reviewing.returning.undecided import undecided
from fingerpost.signing import RELEASE_KEY
from fingerpost.taxonomy import Taxonomy

_TWICE = {
    Sheet.ADD: (NEW_STATEMENT, "the same words stand"),
    Sheet.RESOURCES: (ADDRESS, "the same address stands"),
}
"""What two rows of a sheet have in common, where that is no Ref, and in which column."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A returned file whose rows were read, and not yet held against anything.

    `pack` is its name and the first characters of its digest.
    """

    file: str
    pack: str
    form: Form | ReaderTable


def read_return(name: str, data: bytes, known: Index, taxonomy: Taxonomy) -> Return:
    """Read a returned workbook (.xlsx), a page's export (.json) or a list of readers' reports.

    Raises:
        ReturnRefused: with every fault: where it is, what is wrong and how to mend it.
    """
    return understand(open_return(name, data), known, taxonomy)


def open_return(name: str, data: bytes) -> Opened:
    """Read the rows of a returned file; what they say depends on nothing but the file.

    Raises:
        ReturnRefused: where it is no such file.
    """
    form = read_reports(name, data) or read_form(name, data)
    return Opened(name, pack_of(name, data), form)


def pack_of(name: str, data: bytes) -> str:
    """Return what the log calls a returned file: its name and the first characters of its digest."""
    return f"{name}#{hashlib.sha256(data).hexdigest()[:SHOWN]}"


def understand(opened: Opened, known: Index, taxonomy: Taxonomy) -> Return:
    """Say what the rows of a returned file mean, all of them or none.

    Raises:
        ReturnRefused: with every fault: where it is, what is wrong and how to mend it.
    """
    name, form = opened.file, opened.form
    if isinstance(form, ReaderTable):
        told = held_against(understood(form), known)
        return Return(
            file=name,
            pack=opened.pack,
            answers=told.answers,
            set_aside=told.set_aside,
            before=told.before,
        )
    _check_council(name, form, known)
    desk = Desk(known, taxonomy, form)
    found = tuple(_once_each(answers(desk), desk.problems))
    found += tuple(_signed_off(desk))
    note_slips(desk)
    if desk.problems:
        raise ReturnRefused(name, tuple(desk.problems))
    return Return(
        file=name,
        pack=opened.pack,
        answers=found,
        set_aside=tuple(desk.set_aside),
        before=desk.before,
        undecided=(*undecided(desk), *desk.told, *form.unread),
        sent_as=form.sent.pack_id,
        questions=form.sent.pack_id or (form.sent.pack if form.sent.rows else ""),
    )


def _signed_off(desk: Desk) -> Iterator[SignOffAnswer]:
    """Yield the sign-off, if there is one and what it was given for still stands as it was shown."""
    name = tidy(desk.form.signed)
    if name and desk.form.sent.accepted == desk.known.accepted:
        yield SignOffAnswer(
            place=f"{Sheet.START}",
            ref=Ref(RELEASE_KEY, desk.known.accepted),
            reviewer=name,
            given=desk.form.saved_on,
        )
    elif name:
        desk.set_aside.append(
            f"{Sheet.START}: what is accepted has changed since this was sent, so {name}'s sign-off "
            "is not taken in. Sign off in the next workbook."
        )


def read_form(name: str, data: bytes) -> Form:
    """Read the rows of a returned file, of whichever kind it is."""
    is_export = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    return read_export(name, data) if is_export else read_workbook(name, data)


def _check_council(name: str, form: Form, known: Index) -> None:
    if form.sent.council not in ("", known.council):
        problem = (
            f"It was made for the council “{form.sent.council}”, and this folder is for "
            f"“{known.council}”. Send it to whoever looks after that council's folder."
        )
        raise ReturnRefused(name, (problem,))


def _once_each(
    read: Iterable[tuple[FormRow, RowAnswer]], problems: list[str]
) -> Iterator[RowAnswer]:
    """Pass on one answer a key; a second, different one is a fault, but for comments."""
    seen: dict[str, RowAnswer] = {}
    for row, answer in read:
        if isinstance(answer, CommentAnswer):
            yield answer
            continue
        first = seen.setdefault(answer.ref.id, answer)
        if first is answer:
            yield answer
        elif replace(answer, place=first.place, given=first.given) != first:
            column, same = _TWICE.get(row.sheet, (REF, "the same Ref stands"))
            problems.append(
                f"{row.place}, column {column}: {same} in {first.place} with another "
                "answer. Leave the answer in one of the two rows and empty the other."
            )
