"""A workspace and files of labelled statements in, how right its labels and beliefs are out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.calibrating import apply
from fingerpost.calibration import Calibration
from fingerpost.classifying import GoldRow, read_gold
from fingerpost.classifying.evaluating import (
    About,
    Evaluation,
    GoldError,
    Prediction,
    predict,
    score,
)
from fingerpost.curating import answered, check_log, fold, read_log, settle
from fingerpost.decisions import Standing
from fingerpost.learned import Judgement
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook, with_accepted
from fingerpost.running.measuring.measuring import outcome_of
from fingerpost.running.rules.learner import Learner, taught_by
from fingerpost.running.rules.proof import proved_rulebook
from fingerpost.workspace import Workspace

_FILE, _SURE = "file", "sure"
"""Columns by which rows are grouped unasked: where they come from, and how sure the labels are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to measure: files, without their headings where `text_alone`, and by which columns."""

    files: tuple[Path, ...]
    text_alone: bool = False
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An evaluation, the rules it was made by, and what it is about."""

    evaluation: Evaluation
    rulebook: Rulebook
    about: About


def evaluate_gold(workspace: Workspace, question: Question) -> Found:
    """Judge labelled statements as a migration of this workspace would, and score what comes out.

    Raises:
        GoldError: a file cannot be used, has a label that nobody defined, or lacks a column.
    """
    rulebook = proved_rulebook(workspace)
    rows = _rows(question, rulebook)
    decisions = read_log(workspace.log)
    check_log(workspace.log, decisions)
    standing = fold(decisions, rulebook.taxonomy)
    rulebook = with_accepted(rulebook, standing.rules.values())
    taught = taught_by(decisions, rulebook.taxonomy)
    judgement = Learner(workspace.rules, workspace.state).judgement(rulebook, taught)
    meanings = Meanings(rulebook.headings, answered(standing, rulebook.taxonomy))
    predictions = predict(rows, rulebook, judgement, meanings)
    calibration = _calibration(workspace, standing)
    evaluation = score(_as_settled(predictions, calibration), _columns(rows, question))
    about = About(
        council=rulebook.council.name,
        files=tuple(path.name for path in question.files),
        notes=tuple(_notes(rows, judgement, calibration, question)),
    )
    return Found(evaluation=evaluation, rulebook=rulebook, about=about)


def _rows(question: Question, rulebook: Rulebook) -> tuple[GoldRow, ...]:
    rows = tuple(
        replace(row, columns={**row.columns, _FILE: path.name})
        for path in question.files
        for row in read_gold(path, rulebook.taxonomy)
    )
    if not rows:
        names = ", ".join(str(path) for path in question.files)
        raise GoldError(f"{names}: holds no statements. Put one in each line below the header.")
    if question.text_alone:
        rows = tuple(replace(row, heading_path="") for row in rows)
    return rows


def _columns(rows: Sequence[GoldRow], question: Question) -> tuple[str, ...]:
    there = {name for row in rows for name in row.columns}
    for name in question.by:
        if name not in there:
            known = ", ".join(sorted(there))
            raise GoldError(f"--by {name}: no file has this column; there are: {known}.")
    files = (_FILE,) if len(question.files) > 1 else ()
    return tuple(dict.fromkeys((*files, *((_SURE,) if _SURE in there else ()), *question.by)))


def _calibration(workspace: Workspace, standing: Standing) -> Calibration:
    """Return what people's answers say of the program's beliefs, where there are any."""
    outcome = outcome_of(workspace) if standing.verdicts else None
    return outcome.calibration if outcome else Calibration()


def _as_settled(
    predictions: Iterable[Prediction], calibration: Calibration
) -> tuple[Prediction, ...]:
    """Give predictions the confidence and the status that a migration would give them."""
    rows, classified = zip(*((one.row, one.classified) for one in predictions), strict=True)
    items = apply(settle(classified, Standing()), calibration)
    return tuple(
        Prediction(row, item.classified, item.by_model)
        for row, item in zip(rows, items, strict=True)
    )


def _notes(
    rows: Sequence[GoldRow], judgement: Judgement, calibration: Calibration, question: Question
) -> Iterable[str]:
    if question.text_alone:
        yield "The headings of the files were left out: the text alone was judged."
    taught = {one.text for one in judgement.learned.examples} if judgement.learned else set()
    if seen := sum(row.text in taught for row in rows):
        yield f"Among the statements are examples that the program learned from: {seen:,}. They flatter."
    if not calibration.curves:
        yield "Beliefs are raw: this workspace has too few answers of people to calibrate them on."
