"""`fingerpost publish`: the loaded directory in, a website for schools in a folder out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.cli.load import directory_at
from fingerpost.cli.releases import by_hand_told, draft_told, taken_off_told
from fingerpost.cli.typed_values import RELEASE, FolderPath
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.running.directory.publishing import Published


@click.command(
    "publish",
    epilog=example("fingerpost publish", "fingerpost publish --release 3 --out site-of-release-3"),
)
@click.option(
    "--out",
    type=FolderPath(),
    metavar="DIR",
    help="The folder to build the site in; default: site/ in the workspace.",
)
@click.option("--release", type=RELEASE, metavar="N", help="A release number; default: the newest.")
@click.option(
    "--since",
    type=RELEASE,
    metavar="N",
    help="Compare with this release; default: the one shown when the term began.",
)
@click.option("--draft", is_flag=True, help="Mark every page as a draft, though it is signed off.")
@directory_at("--in")
@click.option(
    "--beside",
    type=FolderPath(exists=True),
    metavar="WORKSPACE",
    help="Another council's workspace: its words for the categories stand beside yours.",
)
@answering
def command(workspace: Workspace, **asked: Any) -> Answer:
    """Build the website of the directory from what is loaded.

    The folder works on any web host, and by double-click from a shared folder.
    """
    from fingerpost.rulebook import site_file
    from fingerpost.running.directory.publishing import Wanted, publish

    wanted = Wanted(**asked)
    done = publish(workspace, wanted)
    return Answer(
        data=done,
        lines=tuple(_lines(done, site_file(workspace.rules))),
        code=1 if done.withheld else 0,
    )


def _lines(done: "Published", settings: str) -> Iterator[str]:
    built = f"{plural(done.statements, 'statement')}, {plural(done.files, 'file')}"
    older = "" if done.is_newest else ", which is not the newest"
    yield f"Built {done.folder} from release {done.release}{older}: {built}."
    yield from taken_off_told(done.taken_off, is_newest=done.is_newest)
    yield from by_hand_told(
        done.changed_by_hand, done.release, done.restores, signed=bool(done.signed_off_by)
    )
    if not done.signed_off_by:
        restores = done.restores if done.is_newest else done.release
        yield f"{draft_told(done.release, restores)}, then publish again."
    elif done.draft:
        yield "It is marked DRAFT, as you asked."
    if done.compared_with is None:
        yield (
            "What changed: no earlier release was there when this term began. "
            "--since N compares with release N."
            if done.release > 1
            else "What changed: there is no earlier release to compare with."
        )
    else:
        yield f"What changed is told since release {done.compared_with}."
    if not done.has_address:
        yield (
            "No sitemap.xml, and 404.html looks right at the top of a web host alone: both need the "
            f"site's `address` in {settings}."
        )
    if not done.has_reports:
        yield f"No “Report this”: it needs `report_to` in {settings}."
    yield from map(str, done.withheld)
    yield f"Open {done.folder}index.html; copy the folder to any web host or shared folder."
