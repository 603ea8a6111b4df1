"""A workspace and a directory in, its links asked for, and what is due for a look, written out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fingerpost.files import replace_file, sole_writer
from fingerpost.linking import (
    Currency,
    Link,
    Manners,
    Memory,
    Reply,
    ask_all,
    currency_of,
    due,
    is_offline,
    links_csv,
    links_of,
    links_page,
    memory_text,
    overdue_csv,
    read_memory,
    remember,
    upkeep_page,
    web_addresses,
)
from fingerpost.loading import released
from fingerpost.rulebook import load_rulebook
from fingerpost.running.directory.built_site import way_to_site
from fingerpost.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking found: `asked` counts the addresses asked for now.

    `offline` says that no machine at all answered, so that nothing was learned.
    """

    links: tuple[Link, ...]
    asked: int
    offline: bool
    page: Path


def check_links(
    workspace: Workspace,
    url: str,
    today: date,
    manners: Manners,
    *,
    again: bool = False,
    tell: Callable[[Reply], None] = lambda _: None,
) -> Checked:
    """Ask for the web addresses of the newest release; write reports/links.html and links.csv.

    An address that was asked for today is not asked for again, unless `again`. What was answered
    is kept also where somebody stops it half-way.
    """
    found = released(workspace.database(url))
    kept = workspace.state / "links.json"
    with sole_writer(kept):
        memory = _memory(kept)
        wanted = web_addresses(found)
        asked = wanted if again else due(wanted, memory, today)
        replies: list[Reply] = []

        def note(reply: Reply) -> None:
            replies.append(reply)
            tell(reply)

        try:
            ask_all(asked, manners, note)
        finally:
            memory = remember(memory, replies, today)
            replace_file(kept, memory_text(memory).encode())
    links = links_of(found, memory)
    page = _write_links(workspace, links)
    return Checked(links=links, asked=len(replies), offline=is_offline(replies), page=page)


def write_currency(workspace: Workspace, url: str, today: date) -> tuple[Currency, Path]:
    """Write reports/upkeep.html and overdue.csv: what is due for a look on a day."""
    currency = currency_of(released(workspace.database(url)), today)
    page = workspace.reports / "upkeep.html"
    replace_file(workspace.reports / "overdue.csv", overdue_csv(currency))
    text = upkeep_page(currency, _council(workspace), way_to_site(workspace, page))
    replace_file(page, text.encode())
    return currency, page


def _write_links(workspace: Workspace, links: tuple[Link, ...]) -> Path:
    page = workspace.reports / "links.html"
    days = [link.known.checked_on for link in links if link.known]
    text = links_page(
        links, _council(workspace), max(days, default=""), way_to_site(workspace, page)
    )
    replace_file(workspace.reports / "links.csv", links_csv(links))
    replace_file(page, text.encode())
    return page


def _memory(kept: Path) -> Memory:
    try:
        return read_memory(kept.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}


def _council(workspace: Workspace) -> str:
    return load_rulebook(workspace.rules).council.name
