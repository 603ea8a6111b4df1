"""One row of a file of comments in, the comment it holds out, if it holds one."""

from dataclasses import replace

from fingerpost.reviewing.columns import COMMENT, COMMENTER
from fingerpost.reviewing.refs import Ref, parse_ref
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import CommentAnswer


def comment(desk: Desk, row: FormRow) -> CommentAnswer | None:
    """Return what somebody said of a statement; it counts also where Word has changed since.

    Who says nothing of a name speaks as whoever the file was sent to ("a parent").
    """
    words = " ".join(row.cells.get(COMMENT, "").split())
    if not words or not desk.is_edited(row, COMMENT):
        return None
    ref = _about(desk, row)
    if ref is None or not desk.is_sound(row):
        return None
    answer = CommentAnswer(**desk.common(row, ref), words=words)
    return replace(answer, reviewer=said(row, COMMENTER) or answer.reviewer)


def _about(desk: Desk, row: FormRow) -> Ref | None:
    ref, sent = parse_ref(row.ref), desk.form.sent.rows
    if ref.id in desk.known.items and (row.ref in sent or not sent):
        return ref
    return desk.key(row)
