"""`fingerpost check`: documents in, a forecast out, nothing written."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.reporting import Verdict
    from fingerpost.reviewing import Review


@click.command(
    "check", epilog=example("fingerpost check", 'fingerpost check "data/raw/New guidance.docx"')
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--convert-legacy",
    is_flag=True,
    help="Have LibreOffice convert documents of the old kind (.doc), as migrate would.",
)
@answering
def command(workspace: Workspace, paths: tuple[Path, ...], convert_legacy: bool) -> Answer:
    """Say what migrate would find in each document, or why it would refuse it.

    It also says how long the review would take. It writes nothing.
    """
    from fingerpost.directory import Status
    from fingerpost.reporting import Fitness, forecast
    from fingerpost.reviewing import triage
    from fingerpost.running.migrating.converting import Legacy
    from fingerpost.running.migrating.questions import look

    legacy = Legacy.CONVERT if convert_legacy else Legacy.REFUSE
    outcome = look(workspace, paths, legacy=legacy).outcome
    review = triage(outcome)
    verdicts = forecast(outcome, _questions(review))
    bad = [one for one in verdicts if one.fitness in (Fitness.REFUSED, Fitness.EMPTY)]
    waiting = sum(item.status is Status.REVIEW for item in outcome.items)
    data = {
        "verdicts": verdicts,
        "documents": outcome.documents,
        "refused": outcome.refusals,
        "statements": len(outcome.items),
        "waiting": waiting,
        "questions": review.open_questions,
        "minutes": review.minutes,
    }
    lines = [line for verdict in verdicts for line in _told(verdict)]
    lines.append(
        f"{plural(waiting, 'statement')} would wait: "
        f"{plural(review.open_questions, 'question')} about headings, then "
        f"{plural(review.statements, 'statement')}, about {plural(review.minutes, 'minute')}."
    )
    if barren := sum(not one.statements for one in verdicts):
        lines.append(
            f"{plural(barren, 'document')} of {len(verdicts):,} would give nothing; "
            "what to do stands with each."
        )
    return Answer(data=data, lines=tuple(lines), code=1 if bad else 0)


def _questions(review: "Review") -> Counter[str]:
    """How many of the headings that are asked about stand in each document."""
    from fingerpost.reviewing.review import Standing

    open_ones = (one for one in review.headings if one.standing is Standing.OPEN)
    return Counter(source for one in open_ones for source in one.found_in)


def _told(verdict: "Verdict") -> Iterator[str]:
    refused = "would be refused: " if verdict.code else ""
    yield f"{verdict.source}: {refused}{verdict.found} {verdict.next_step}".rstrip()
    for note in verdict.notes:
        yield f"  {note}"
