"""`fingerpost taxonomy check`: the rules in, what is wrong with them and what they are worth out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import FilePath
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.classifying.proving import Measured
    from fingerpost.rulebook import Rulebook
    from fingerpost.running.measuring.measuring import Material


@click.command(
    "check", epilog=example("fingerpost taxonomy check", "fingerpost taxonomy check --all")
)
@click.option(
    "--gold",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Labelled statements (CSV, or a folder of them) to measure on, instead of the exemplars, "
    "people's decisions and the checkout's own gold; may be given several times.",
)
@click.option("--cue", "cue_id", default="", metavar="ID", help="Measure one cue by its phrases.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=FilePath(),
    help="Fail where a category's precision on the gold is more than two points below this file.",
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    type=FilePath(),
    help="Write that file from how things stand.",
)
@click.option("--all", "in_full", is_flag=True, help="Show everything, not only the worst.")
@answering
def command(workspace: Workspace, in_full: bool, **asked: Any) -> Answer:
    """Try every rule on its own examples, and say what it is worth on statements of others."""
    from fingerpost.classifying import check_cues
    from fingerpost.reviewing import check_interventions
    from fingerpost.rulebook import check_rulebook, load_rulebook
    from fingerpost.running.measuring.measuring import material

    rulebook = load_rulebook(workspace.rules)
    tried = (check_rulebook, check_cues, check_interventions)
    if problems := tuple(problem for check in tried for problem in check(rulebook)):
        return Answer(data={"problems": problems}, lines=problems, code=2)
    if asked["baseline"] or asked["write_baseline"]:
        return _compared(workspace, rulebook, asked)
    found = material(workspace, rulebook, asked["gold"], to_tune=bool(asked["cue_id"]))
    if asked["cue_id"]:
        return _one_cue(rulebook, asked["cue_id"], found.statements, in_full=in_full)
    return _surveyed(rulebook, found, in_full=in_full)


def _surveyed(rulebook: "Rulebook", found: "Material", *, in_full: bool) -> Answer:
    from fingerpost.classifying.proving import survey
    from fingerpost.cli.rule_worth import survey_data, survey_lines

    result = survey(rulebook, found.statements, found.headings)
    well = (
        f"{len(rulebook.taxonomy.concepts)} categories, "
        f"{plural(len(rulebook.headings), 'rule')} about headings, "
        f"{plural(len(rulebook.cues), 'rule')} about words and "
        f"{plural(len(rulebook.interventions), 'intervention')} by name: every example holds."
    )
    lines = (well, *survey_lines(result, found.counts, rulebook.taxonomy, in_full=in_full))
    return Answer(data={"problems": (), **survey_data(result, found.counts)}, lines=lines)


def _compared(workspace: Workspace, rulebook: "Rulebook", asked: "dict[str, Any]") -> Answer:
    """Write how each category stands on the gold, or compare it with what was written."""
    from fingerpost.cli.rule_worth import fall_lines
    from fingerpost.running.measuring.baselines import compare, measure, write_baseline
    from fingerpost.running.measuring.measuring import gold_files, gold_rows

    rows = gold_rows(gold_files(workspace, asked["gold"]), rulebook)
    now = measure(workspace, rulebook, rows)
    if path := asked["write_baseline"]:
        write_baseline(path, now)
        said = f"{path}: written, from {plural(len(rows), 'statement')}."
        return Answer(data={"written": path, "statements": len(rows)}, lines=(said,))
    found = compare(asked["baseline"], now, rows)
    well = f"No category is given less rightly on {plural(len(rows), 'statement')} than before."
    lines = tuple(fall_lines(found, rulebook.taxonomy)) or (well,)
    return Answer(data={"problems": (), "falls": found}, lines=lines, code=1 if found else 0)


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
