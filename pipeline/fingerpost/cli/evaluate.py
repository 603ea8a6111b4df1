"""`fingerpost evaluate`: labelled statements in, how right the labels are out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import FilePath, FolderPath
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.classifying.evaluating import Evaluation, FacetScore
    from fingerpost.running.measuring.evaluating import Found
    from fingerpost.taxonomy import Taxonomy

_MISTAKES = 3
"""How many mistakes of one kind are told here; the report has all."""


@click.command("evaluate", epilog=example("fingerpost evaluate gold.csv --report results"))
@click.argument("gold", nargs=-1, required=True, type=FilePath())
@click.option(
    "--predictions",
    metavar="FILE",
    type=FilePath(),
    help="Write the prediction for every row to this file. Its confidence is the program's raw "
    "belief, unless this workspace has answers enough to calibrate it on.",
)
@click.option(
    "--report",
    metavar="FOLDER",
    type=FolderPath(),
    help="Write a page with pictures, and all figures as files, into this folder.",
)
@click.option("--by", multiple=True, metavar="COLUMN", help="Tell rows apart by a column of GOLD.")
@click.option("--text-alone", is_flag=True, help="Leave the headings of GOLD out.")
@answering
def command(
    workspace: Workspace,
    gold: tuple[Path, ...],
    predictions: Path | None,
    report: Path | None,
    by: tuple[str, ...],
    text_alone: bool,
) -> Answer:
    """Measure how often the labels are right.

    GOLD is a table (CSV) of statements that people labelled; there may be several.
    """
    from fingerpost.classifying.evaluating import metrics, write_predictions, write_report
    from fingerpost.running.measuring.evaluating import Question, evaluate_gold

    if predictions and predictions.resolve() in {path.resolve() for path in gold}:
        raise click.UsageError(f"{predictions}: holds the labels. Name another file to write to.")
    found = evaluate_gold(workspace, Question(files=gold, text_alone=text_alone, by=by))
    if predictions:
        write_predictions(found.evaluation.predictions, predictions)
    if report:
        write_report(found.evaluation, found.rulebook.taxonomy, found.about, report)
    data = {"files": found.about.files, "notes": found.about.notes, **metrics(found.evaluation)}
    return Answer(data=data, lines=tuple(_lines(found, report)))


def _lines(found: "Found", report: Path | None) -> Iterator[str]:
    evaluation = found.evaluation
    scored = [score for score in evaluation.facets if score.scored]
    yield from (_facet(score) for score in scored)
    yield from _gate(evaluation)
    yield from _groups(evaluation)
    yield from _mistakes(scored, found.rulebook.taxonomy)
    yield from _kept(scored)
    yield from found.about.notes
    if report:
        yield f"All figures and pictures: {(report / 'index.html').as_posix()}"
    else:
        yield "Label by label, with pictures: add --report FOLDER"


def _facet(score: "FacetScore") -> str:
    from fingerpost.classifying.evaluating.wording import FACETS, within

    ends = (score.f1.low, score.f1.high)
    return (
        f"{FACETS[score.facet]:14} first label right {score.right} of {score.scored}: "
        f"{score.accuracy:.3f} ({within(score.first.interval)}), "
        f"macro-F1 {score.macro_f1:.3f} ({within(ends)}), "
        f"one of two {score.shortlist.value:.3f}"
    )


def _gate(evaluation: "Evaluation") -> Iterator[str]:
    from fingerpost.classifying.evaluating.wording import measured

    gate = evaluation.gate
    if gate.others:
        area = f", AUC {measured(gate.area)}" if gate.area else ""
        yield (
            f"{'advice or not':14} doubted {gate.flagged} of {gate.others} that are no advice "
            f"(accepted: {gate.accepted}), and {gate.held} of {gate.strategies} that are{area}"
        )


def _groups(evaluation: "Evaluation") -> Iterator[str]:
    from fingerpost.classifying.evaluating.wording import FACETS

    for group in evaluation.groups:
        if group.facets:
            shares = ", ".join(
                f"{FACETS[facet]} {share.value:.3f} of {share.of}" for facet, share in group.facets
            )
            yield f"{group.column} {group.value or '(empty)'}: {shares}"


def _mistakes(scored: "list[FacetScore]", taxonomy: "Taxonomy") -> Iterator[str]:
    from fingerpost.classifying.evaluating.wording import FACETS, name_of

    for score in scored[:1]:
        told = "; ".join(
            f"{times} × {name_of(given, taxonomy)} instead of {name_of(wanted, taxonomy)}"
            for (wanted, given), times in score.mistakes[:_MISTAKES]
        )
        if told:
            yield f"Most common mistakes of {FACETS[score.facet]}: {told}"


def _kept(scored: "list[FacetScore]") -> Iterator[str]:
    from fingerpost.classifying.evaluating.wording import FACETS, percent

    risk = 0.05
    told = ", ".join(f"{FACETS[score.facet]} {percent(score.trust.kept(risk))}" for score in scored)
    if told:
        yield f"Could be kept with {percent(risk)} wrong, looking back: {told}"
