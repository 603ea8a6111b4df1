"""`fingerpost taxonomy check`: the rules in, what is wrong with them out."""

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.workspace import Workspace


@click.command("check")
@answering
def command(workspace: Workspace) -> Answer:
    """Check every rule, and that each matches and rejects its own examples."""
    from fingerpost.classifying import check_cues
    from fingerpost.rulebook import check_rulebook, load_rulebook

    rulebook = load_rulebook(workspace.rules)
    problems = (*check_rulebook(rulebook), *check_cues(rulebook))
    well = (
        f"{len(rulebook.taxonomy.concepts)} categories, "
        f"{plural(len(rulebook.headings), 'rule')} about headings and "
        f"{plural(len(rulebook.cues), 'rule')} about words: all well.",
    )
    return Answer(data={"problems": problems}, lines=problems or well, code=2 if problems else 0)
