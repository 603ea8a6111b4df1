"""A workbook on disk and what stands in, whether it holds work that is not taken in yet out."""

from dataclasses import dataclass

from fingerpost.decisions import Standing, Verdict
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ALL_LABELS,
    ASKED_AFTER,
    COMMENT,
    DECISION,
    MEANS,
    NOTE,
    PULL_OUT,
    REVIEWER,
    VOICES,
    WORDING,
    Choice,
    RuleChoice,
    Sheet,
)
from fingerpost.reviewing.labels import Labels, differs, fold, meaning_labels, split_labels, tidy
from fingerpost.reviewing.refs import Ref, group_ref, heading_ref, parse_ref
from fingerpost.reviewing.returning.forms import Form, FormRow
from fingerpost.reviewing.returning.returned import StatementAnswer
from fingerpost.reviewing.returning.returns import read_form
from fingerpost.reviewing.wordings import child_voice_of, wording_of
from fingerpost.taxonomy import Facet

_CHOICES = {fold(choice): choice for choice in Choice}


def holds_unfinished_answers(data: bytes, standing: Standing) -> bool:
    """Whether somebody typed anything into a workbook that the log does not hold yet.

    A workbook that cannot be read counts as unfinished: nobody's work is put away unread.
    """
    try:
        form = read_form("", data)
    except ReturnRefused:
        return True
    desk = _Shelf(form, standing)
    if form.signed and tidy(form.signed) != standing.signed_off_by:
        return True
    return any(desk.is_unfinished(row) for row in form.rows)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A workbook beside what stands; it is understood by the categories it was sent with."""

    form: Form
    standing: Standing

    def is_unfinished(self, row: FormRow) -> bool:
        """Whether a row holds something typed that does not stand yet."""
        typed = {name for name in row.cells if name != REVIEWER and self._is_edited(row, name)}
        if not typed:
            return False
        ref = parse_ref(row.ref)
        if row.sheet is Sheet.COMMENTS:
            return COMMENT in typed and not self._is_heard(ref, row)
        if ref.is_heading:
            return not self._stands_as_meaning(ref, row)
        if ref.is_rule:
            return not self._is_ruled(ref, row)
        if ref.is_group:
            return ALL_FINE not in typed or not self._is_skimmed(ref)
        return not self._is_told(ref, row, typed)

    def _is_edited(self, row: FormRow, column: str) -> bool:
        sent = self.form.sent.rows.get(row.ref, {})
        return differs(column, row.cells[column], sent.get(column, ""))

    def _is_heard(self, ref: Ref, row: FormRow) -> bool:
        words = tidy(row.cells[COMMENT])
        return any(tidy(one.text) == words for one in self.standing.comments.get(ref.id, ()))

    def _stands_as_meaning(self, ref: Ref, row: FormRow) -> bool:
        meanings = {fold(n): one for n, one in meaning_labels(self.form.sent.labels).items()}
        said = meanings.get(fold(row.cells[MEANS]))
        answers = self.standing.answers.items()
        return any(heading_ref(key).id == ref.id and a.meaning == said for key, a in answers)

    def _is_ruled(self, ref: Ref, row: FormRow) -> bool:
        held = self.standing.rules.get(ref.id)
        choice = RuleChoice.ACCEPT if held and held.accepted else RuleChoice.DECLINE
        return held is not None and fold(row.cells[DECISION]) == fold(choice)

    def _is_skimmed(self, ref: Ref) -> bool:
        return any(
            group_ref(path, ()).id == ref.id and skimmed.digest == ref.digest
            for path, skimmed in self.standing.skimmed.items()
        )

    def _is_told(self, ref: Ref, row: FormRow, typed: set[str]) -> bool:
        verdict = self.standing.verdicts.get(ref.id)
        choice = _choice(row, typed)
        if verdict is None or choice is None:
            return False
        settling = choice in (Choice.KEEP, Choice.CHANGE)
        answer = StatementAnswer(
            place=row.place,
            ref=ref,
            choice=choice,
            wording=wording_of(row.cells[WORDING]) if settling and WORDING in typed else None,
            edited=_labels(row, typed, self.form.sent.labels) if settling else {},
            child_voice=child_voice_of(row.cells) if settling and typed & {*VOICES} else None,
            pulled=PULL_OUT in typed,
            asked_after=self.form.sent.rows.get(row.ref, {}).get(ASKED_AFTER, ""),
            note=tidy(row.cells[NOTE]),
            reviewer=tidy(row.cells[REVIEWER]) or tidy(self.form.name),
        )
        return _is_part_of(verdict, answer)


def _is_part_of(verdict: Verdict, answer: StatementAnswer) -> bool:
    """Whether a verdict includes what an answer says."""
    if not verdict.digest.startswith(answer.ref.digest):
        return False
    if verdict.is_open and answer.asked_after == verdict.decided_on:
        return False
    if verdict.disagreement and answer.reviewer in verdict.reviewer.split(", "):
        return True
    return (
        verdict.action is answer.action
        and answer.wording in (None, verdict.wording or verdict.text_seen)
        and all(verdict.labels.get(f) == labels for f, labels in answer.edited.items())
        and answer.child_voice in (None, (verdict.child_voice, verdict.child_voice_by))
        and answer.note in verdict.note
    )


def _choice(row: FormRow, typed: set[str]) -> Choice | None:
    if PULL_OUT in typed:
        return Choice.NOT_SURE
    if ALL_FINE in typed:
        return Choice.KEEP
    return _CHOICES.get(fold(row.cells.get(DECISION, "")))


def _labels(row: FormRow, typed: set[str], offered: Labels) -> dict[Facet, tuple[str, ...]]:
    """Return the ids of changed labels; one that is no category counts as not taken in."""
    edited = {}
    for pair in ALL_LABELS:
        if typed & {pair.main, pair.also}:
            cells = (row.cells[pair.main], row.cells[pair.also])
            names = [name for cell in cells for name in split_labels(pair, offered, cell)]
            edited[pair.facet] = tuple(offered.find(pair.facet, name) or name for name in names)
    return edited
