"""`fingerpost check`: documents in, a forecast out, nothing written."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.workspace import Workspace


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@answering
def command(workspace: Workspace, paths: tuple[Path, ...]) -> Answer:
    """Say what would be extracted, what would fail and why, and how big the review would be."""
    from fingerpost.reviewing import triage
    from fingerpost.running.questions import look

    outcome = look(workspace, paths).outcome
    review = triage(outcome)
    waiting = sum(record.waiting for record in outcome.documents)
    alone = review.statements
    lines = [
        f"{record.source}: {plural(record.statements, 'statement')}, {record.waiting} would wait"
        for record in outcome.documents
    ]
    lines += [
        f"{refusal.source}: would be refused: {refusal.reason} {refusal.remedy}"
        for refusal in outcome.refusals
    ]
    lines.append(
        f"{plural(waiting, 'statement')} would wait: "
        f"{plural(review.open_questions, 'question')} about headings, then "
        f"{plural(alone, 'statement')}, about {plural(review.minutes, 'minute')}."
    )
    data = {
        "documents": outcome.documents,
        "refused": outcome.refusals,
        "statements": len(outcome.items),
        "waiting": waiting,
        "questions": review.open_questions,
        "minutes": review.minutes,
    }
    return Answer(data=data, lines=tuple(lines), code=1 if outcome.refusals else 0)
