"""`fingerpost taxonomy check`: the rules in, what is wrong with them and what they are worth out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.classifying.proving import Measured
    from fingerpost.rulebook import Rulebook


@click.command("check")
@click.option(
    "--gold",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Labelled statements (CSV, or a folder of them) to measure on, instead of the exemplars, "
    "people's decisions and the checkout's own gold; may be given several times.",
)
@click.option("--cue", "cue_id", default="", metavar="ID", help="Measure one cue by its phrases.")
@click.option("--all", "in_full", is_flag=True, help="Show everything, not only the worst.")
@answering
def command(workspace: Workspace, gold: tuple[Path, ...], cue_id: str, in_full: bool) -> Answer:
    """Try every rule on its own examples, and say what it is worth on statements of others."""
    from fingerpost.classifying import check_cues
    from fingerpost.classifying.proving import survey
    from fingerpost.cli.rule_worth import survey_data, survey_lines
    from fingerpost.rulebook import check_rulebook, load_rulebook
    from fingerpost.running.measuring import material

    rulebook = load_rulebook(workspace.rules)
    if problems := (*check_rulebook(rulebook), *check_cues(rulebook)):
        return Answer(data={"problems": problems}, lines=problems, code=2)
    found = material(workspace, rulebook, gold)
    if cue_id:
        return _one_cue(rulebook, cue_id, found.statements, in_full=in_full)
    result = survey(rulebook, found.statements, found.headings)
    well = (
        f"{len(rulebook.taxonomy.concepts)} categories, "
        f"{plural(len(rulebook.headings), 'rule')} about headings and "
        f"{plural(len(rulebook.cues), 'rule')} about words: every example holds."
    )
    lines = (well, *survey_lines(result, found.counts, rulebook.taxonomy, in_full=in_full))
    return Answer(data={"problems": (), **survey_data(result, found.counts)}, lines=lines)


def _one_cue(
    rulebook: "Rulebook", cue_id: str, statements: "tuple[Measured, ...]", *, in_full: bool
) -> Answer:
    from fingerpost.classifying.proving import survey_cue
    from fingerpost.cli.rule_worth import cue_lines, judged_data
    from fingerpost.errors import RulesError
    from fingerpost.rulebook.faults import unknown

    cues = {cue.id: cue for cue in rulebook.cues}
    if cue_id not in cues:
        raise RulesError(f"rules/cues: {unknown('cue', cue_id, cues)}")
    judged = survey_cue(rulebook, cues[cue_id], statements)
    data = {"cue": cue_id, "phrases": [judged_data(each) for each in judged]}
    return Answer(data=data, lines=tuple(cue_lines(cues[cue_id], judged, in_full=in_full)))
