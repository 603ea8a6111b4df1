"""The decisions a page saved (.json) in, its rows as text out."""

from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from fingerpost.errors import ReturnRefused
from fingerpost.packs import PackKind
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ALL_LABELS,
    CHILD_VOICE,
    COMMENT,
    COMMENTER,
    DECISION,
    MEANS,
    NOTE,
    PULL_OUT,
    REVIEWER,
    WORDING,
    WRITTEN_BY,
    Sheet,
)
from fingerpost.reviewing.labels import SEPARATOR, fold
from fingerpost.reviewing.moments import moment
from fingerpost.reviewing.refs import parse_ref
from fingerpost.reviewing.returning.forms import Form, FormRow
from fingerpost.reviewing.workbook.sent import Sent


class PageDecision(BaseModel):
    """One answer; `labels` leads from a kind of label to its labels, the main one first.

    `sent` holds the answer cells as the page showed them first, by column, as in a workbook.
    """

    ref: str
    decision: str = ""
    wording: str | None = None
    labels: dict[str, list[str]] | None = None
    note: str = ""
    reviewer: str = ""
    decided_at: str = ""
    asked_after: str = ""
    child_voice: str | None = None
    child_voice_by: str = ""
    sent: dict[str, str] = Field(default_factory=dict)


class PageExport(BaseModel):
    """The whole file; of the kind "comments", each note is a comment and nothing is decided."""

    fingerpost_decisions: Literal[1]
    council: str = ""
    pack: str = ""
    reviewer: str = ""
    blind: bool = False
    kind: str = ""
    decisions: list[PageDecision] = Field(default_factory=list)


def read_export(file: str, data: bytes) -> Form:
    """Read the answers a review page saved.

    Raises:
        ReturnRefused: where it is no such file; each fault is named by the answer it stands in.
    """
    try:
        export = PageExport.model_validate_json(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReturnRefused(file, (f"It is not text in UTF-8. {_AGAIN}",)) from error
    except ValidationError as error:
        raise ReturnRefused(file, _faults(error)) from error
    return Form(
        rows=tuple(_row(n, d, export.kind) for n, d in enumerate(export.decisions, 1)),
        sent=Sent(
            council=export.council,
            pack_id=export.pack,
            blind=export.blind,
            rows={str(parse_ref(one.ref)): one.sent for one in export.decisions if one.sent},
        ),
        name=export.reviewer,
    )


_AGAIN = "Open the review page, choose “Save my answers”, and send that file."
_SAYS = {
    "json_invalid": "It is damaged, or only part of it is here",
    "missing": "it is missing",
}
_VERSION = "fingerpost_decisions"


def _faults(error: ValidationError) -> tuple[str, ...]:
    faults = error.errors()
    if any(one["loc"] == (_VERSION,) for one in faults):
        return (f"It holds no answers, or those of another version of the review page. {_AGAIN}",)
    return tuple(
        f"{_where(one['loc'])}: {_SAYS.get(one['type'], one['msg'])}. {_AGAIN}" for one in faults
    )


def _where(steps: tuple[int | str, ...]) -> str:
    names = [f"answer {step + 1}" if isinstance(step, int) else step for step in steps]
    return ", ".join(name for name in names if name != "decisions") or "The file"


def _row(number: int, decision: PageDecision, kind: str) -> FormRow:
    ref = parse_ref(decision.ref)
    cells = {NOTE: decision.note, REVIEWER: decision.reviewer}
    if kind == PackKind.COMMENTS:
        sheet, more = Sheet.COMMENTS, {COMMENT: decision.note, COMMENTER: decision.reviewer}
    elif ref.is_heading:
        sheet, more = Sheet.HEADINGS, {MEANS: decision.decision}
    elif ref.is_rule:
        sheet, more = Sheet.RULES, {DECISION: decision.decision}
    elif ref.is_group or fold(decision.decision) == fold(ALL_FINE):
        sheet, more = Sheet.SKIM, {ALL_FINE: decision.decision}
    elif fold(decision.decision) == fold(PULL_OUT):
        sheet, more = Sheet.SKIM, {PULL_OUT: decision.decision}
    else:
        sheet, more = Sheet.QUEUE, {DECISION: decision.decision, **_edits(decision)}
    return FormRow(
        sheet=sheet,
        place=f"answer {number}",
        ref=str(ref),
        cells=cells | more,
        given=moment(decision.decided_at),
        asked_after=decision.asked_after,
    )


def _edits(decision: PageDecision) -> dict[str, str]:
    cells = {} if decision.wording is None else {WORDING: decision.wording}
    if decision.child_voice is not None:
        cells |= {CHILD_VOICE: decision.child_voice, WRITTEN_BY: decision.child_voice_by}
    given = {fold(kind): labels for kind, labels in (decision.labels or {}).items()}
    for pair in ALL_LABELS:
        labels = given.get(fold(pair.facet), given.get(fold(pair.main)))
        if labels is not None:
            cells[pair.main] = labels[0] if labels else ""
            cells[pair.also] = SEPARATOR.join(labels[1:])
    return cells
