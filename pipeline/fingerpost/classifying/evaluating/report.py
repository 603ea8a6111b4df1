"""An evaluation in, a folder with a page, its pictures and its figures out."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from fingerpost.classifying.evaluating.metrics import metrics
from fingerpost.classifying.evaluating.pictures import TEMPLATES, calibration, risk_coverage
from fingerpost.classifying.evaluating.scoring import Evaluation, FacetScore
from fingerpost.classifying.evaluating.trust import RISKS
from fingerpost.classifying.evaluating.wording import (
    FACETS,
    briefly,
    measured,
    name_of,
    percent,
    told,
)
from fingerpost.errors import WorkspaceError
from fingerpost.files import replace_file
from fingerpost.neutral import neutralise
from fingerpost.pages import render
from fingerpost.tables import csv_text
from fingerpost.taxonomy import Taxonomy

_MISTAKES = 15
_CONCEPTS = (
    *("facet", "concept", "label", "given", "given_right", "precision", "precision_low"),
    *("precision_high", "wanted", "found", "recall", "recall_low", "recall_high", "f1"),
    "given_and_among_the_right_ones",
)


@dataclass(frozen=True, slots=True)
class About:
    """What an evaluation is about: whose rules, on which files, and what a reader must know of it."""

    council: str
    files: tuple[str, ...]
    notes: tuple[str, ...] = ()


def write_report(evaluation: Evaluation, taxonomy: Taxonomy, about: About, folder: Path) -> None:
    """Write the report into a folder, which is made where it is not there.

    Raises:
        WorkspaceError: the folder is none, or cannot be written to.
    """
    if folder.exists() and not folder.is_dir():
        raise WorkspaceError(f"{folder}: is a file. Name a folder for the report.")
    for name, text in _contents(evaluation, taxonomy, about):
        start = "\ufeff" if name.endswith(".csv") else ""
        replace_file(folder / name, f"{start}{text}".encode())


def _contents(
    evaluation: Evaluation, taxonomy: Taxonomy, about: About
) -> Iterator[tuple[str, str]]:
    scored = [score for score in evaluation.facets if score.scored]
    pictures = {"calibration.svg": calibration(scored), "risk_coverage.svg": risk_coverage(scored)}
    yield from pictures.items()
    figures = {"files": about.files, "notes": about.notes, **metrics(evaluation)}
    yield "metrics.json", json.dumps(figures, ensure_ascii=False, indent=2) + "\n"
    yield "per_concept.csv", csv_text(_CONCEPTS, _concept_rows(scored, taxonomy))
    for score in scored:
        yield f"confusion_{score.facet.value}.csv", csv_text(*_matrix(score))
    yield "index.html", report_page(evaluation, taxonomy, about, pictures)


def report_page(
    evaluation: Evaluation, taxonomy: Taxonomy, about: About, pictures: dict[str, str]
) -> str:
    """Return the page; `pictures` are put into it."""
    scored = [score for score in evaluation.facets if score.scored]
    return render(
        TEMPLATES,
        "report.html",
        sheet="report.css",
        here="",
        council=about.council,
        about=about,
        scores=scored,
        evaluation=evaluation,
        pictures={name: Markup(picture) for name, picture in pictures.items()},  # noqa: S704 - our own
        heads=[*(FACETS[score.facet] for score in scored), "Advice or not (area)"],
        kept=[f"{percent(risk)} wrong" for risk in RISKS],
        columns=tuple(dict.fromkeys(group.column for group in evaluation.groups)),
        facets=FACETS,
        matrix=_matrix,
        most=_MISTAKES,
        name_of=lambda concept: name_of(concept, taxonomy),
        percent=percent,
        told=told,
        briefly=briefly,
        measured=measured,
        risks=RISKS,
    )


def _concept_rows(scores: Sequence[FacetScore], taxonomy: Taxonomy) -> Iterator[tuple[str, ...]]:
    for score in scores:
        for one in score.concepts:
            yield (
                score.facet.value,
                one.concept,
                neutralise(name_of(one.concept, taxonomy)),
                *_cells(one.precision.of, one.precision.right),
                *_shares(one.precision.value, *one.precision.interval),
                *_cells(one.recall.of, one.recall.right),
                *_shares(one.recall.value, *one.recall.interval),
                *_shares(one.f1),
                *_cells(one.accepted.right),
            )


def _cells(*numbers: int) -> Iterator[str]:
    return map(str, numbers)


def _shares(*shares: float) -> Iterator[str]:
    return (f"{share:.4f}" for share in shares)


def _matrix(score: FacetScore) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return how often each wanted label (a row) got each first label (a column)."""
    names = [one.concept for one in score.concepts]
    times = dict(score.confusion)
    rows = [(wanted, *(str(times.get((wanted, given), 0)) for given in names)) for wanted in names]
    return ("wanted", *names), rows
