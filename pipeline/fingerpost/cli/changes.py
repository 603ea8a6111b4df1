"""`fingerpost changes`: two releases in, what differs between them out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.load import directory_at
from fingerpost.cli.releases import (
    MOST_LINES,
    describe_changes,
    describe_conflicts,
    describe_event,
    describe_releases,
)
from fingerpost.cli.typed_values import RELEASE, RELEASE_OR_NONE
from fingerpost.errors import TargetError
from fingerpost.workspace import Workspace


@click.command(
    "changes", epilog=example("fingerpost changes", "fingerpost changes --from 2 --to 5")
)
@click.option(
    "--from",
    "start",
    type=RELEASE_OR_NONE,
    metavar="N",
    help="A release number; default: the one before.",
)
@click.option(
    "--to", "end", type=RELEASE, metavar="N", help="A release number; default: the newest."
)
@click.option(
    "--of",
    "item",
    default="",
    metavar="ID",
    help="Say what became of one statement, category or resource.",
)
@click.option("--all", "in_full", is_flag=True, help="Show every change, however many there are.")
@directory_at("--in")
@answering
def command(
    workspace: Workspace, start: int | None, end: int | None, item: str, in_full: bool, url: str
) -> Answer:
    """List the releases, and show what changed between two of them."""
    from fingerpost.loading import changes, conflicts, labels_of, releases

    place = workspace.database(url)
    if item:
        return _history(place, item)
    found, all_releases = changes(place, start, end), releases(place)
    met = conflicts(place, start, end)
    most = None if in_full else MOST_LINES
    names = labels_of(place)
    lines = (
        *describe_releases(all_releases),
        *describe_changes(found, names, most=most),
        *describe_conflicts(met, names),
    )
    data = {"releases": all_releases, "changes": found, "conflicts": met}
    return Answer(data=data, lines=lines)


def _history(place: str, reference: str) -> Answer:
    """Say what each release did to one thing, and what its id leads to now."""
    from fingerpost.loading import history_of, labels_of, released, resolve

    item = reference.strip()
    found = released(place)
    now = resolve(found, item)
    if now is None:
        raise TargetError(f"{item}: no release holds it. The ids are in reports/items.csv.")
    events, labels = history_of(place, item), labels_of(place)
    lines = [line for event in events for line in describe_event(event, labels)]
    if now.is_live:
        lines.append("It can be found in the directory now.")
    elif now.now:
        words = {one: told.text for one in now.now if (told := resolve(found, one))}
        lines += [f"Now stands for it: {one}  {text}" for one, text in words.items()]
    else:
        lines.append(f"Retired in release {now.since}, with the words: {now.text}")
    return Answer(data={"id": item, "events": events, "now": now}, lines=tuple(lines))
