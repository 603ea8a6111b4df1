"""`fingerpost evaluate`: labelled statements in, how right the labels are out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.classifying import Evaluation


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the prediction for every row to this file.",
)
@answering
def command(workspace: Workspace, gold: Path, predictions: Path | None) -> Answer:
    """Measure the labels against the labelled statements in GOLD (CSV)."""
    from fingerpost.classifying import evaluate, read_gold, write_predictions
    from fingerpost.running.proof import proved_rulebook

    rulebook = proved_rulebook(workspace)
    evaluation = evaluate(read_gold(gold, rulebook.taxonomy), rulebook)
    if predictions:
        write_predictions(evaluation.predictions, predictions)
    data = {"facets": evaluation.facets, "gate": evaluation.gate}
    return Answer(data=data, lines=tuple(_lines(evaluation)))


def _lines(evaluation: "Evaluation") -> Iterator[str]:
    for score in evaluation.facets:
        if score.scored:
            yield (
                f"{score.facet.value:20} first label right {score.right} of {score.scored}"
                f" ({score.accuracy:.3f}), macro-F1 {score.macro_f1:.3f}"
            )
    gate = evaluation.gate
    if gate.others:
        area = "" if gate.auc is None else f", AUC {gate.auc:.3f}"
        yield (
            f"{'advice or not':20} doubted {gate.flagged} of {gate.others} that are no advice,"
            f" and {gate.held} of {gate.strategies} that are{area}"
        )
