"""`fingerpost links`: the newest release in, which of its links answer and what is due out."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering, plural, tell
from fingerpost.cli.examples import example
from fingerpost.cli.groups import Commands
from fingerpost.cli.load import directory_at
from fingerpost.cli.typed_values import Number
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.linking import Reply


@click.group("links", cls=Commands, epilog=example("fingerpost links check --help"))
def command() -> None:
    """Check the web addresses of the directory, and list what is due for a look."""


@command.command("check", epilog=example("fingerpost links check"))
@directory_at("--in")
@click.option("--again", is_flag=True, help="Ask again for what was asked for today.")
@click.option("--intranet", is_flag=True, help="Ask also for addresses inside your own network.")
@click.option(
    "--pause",
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    type=Number("a number of seconds, 0 or more", 0, 3600, whole=False, remedy="Try 1."),
    help="How long to wait before one site is asked again.",
)
@answering
def check(workspace: Workspace, url: str, again: bool, intranet: bool, pause: float) -> Answer:
    """Ask whether each web address in the directory still answers.

    No other command uses the internet.
    """
    from fingerpost.linking import Manners
    from fingerpost.running.directory.links import check_links

    manners = Manners(pause=pause, intranet=intranet)

    def heard(reply: "Reply") -> None:
        tell(f"{reply.url}: {reply.words}", err=True)

    done = check_links(workspace, url, _today(), manners, again=again, tell=heard)
    page = done.page.relative_to(workspace.root).as_posix()
    counted = Counter(link.state.words for link in done.links)
    first = (
        "Skipped, no network: nothing answered at all, so nothing was noted."
        if done.offline
        else f"{done.asked} {'address' if done.asked == 1 else 'addresses'} asked for."
    )
    lines = (first, *(f"  {words}: {count}" for words, count in counted.items()), f"See {page}")
    data = {
        "asked": done.asked,
        "offline": done.offline,
        "page": page,
        "links": [
            {
                "url": link.resource.url,
                "state": link.state.name.lower().replace("_", "-"),
                "known": link.known,
                "owners": link.owners,
                "statements": [one.id for one in link.statements],
            }
            for link in done.links
        ],
    }
    return Answer(data=data, lines=lines)


@command.command("overdue", epilog=example("fingerpost links overdue"))
@directory_at("--in")
@answering
def overdue(workspace: Workspace, url: str) -> Answer:
    """List what somebody should look at again, by who looks after it."""
    from fingerpost.running.directory.links import write_currency

    currency, written = write_currency(workspace, url, _today())
    page = written.relative_to(workspace.root).as_posix()
    owners = Counter(one.statement.owner for one in currency.overdue)
    lines = (
        f"{plural(len(currency.overdue), 'statement')} overdue.",
        *(f"  {owner or 'Nobody yet'}: {count}" for owner, count in owners.items()),
        f"{plural(len(currency.unchecked), 'resource')} not looked at for a year.",
        f"See {page}",
    )
    data = {
        "page": page,
        "overdue": [one.statement.id for one in currency.overdue],
        "unchecked": [one.resource.url for one in currency.unchecked],
        "unowned": currency.unowned,
    }
    return Answer(data=data, lines=lines)


def _today() -> date:
    return datetime.now(UTC).date()
