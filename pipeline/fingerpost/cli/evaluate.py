"""`fingerpost evaluate`: labelled statements in, how right the labels are out."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.workspace import Workspace


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
    from fingerpost.classifying import describe, evaluate, read_gold, write_predictions
    from fingerpost.rulebook import load_rulebook

    evaluation = evaluate(read_gold(gold), load_rulebook(workspace.rules))
    if predictions:
        write_predictions(evaluation, predictions)
    return Answer(data=evaluation, lines=describe(evaluation))
