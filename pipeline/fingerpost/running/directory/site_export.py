"""A workspace, a kind of site and perhaps an earlier release in, files for that site's import out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost.exporting import Site, changes, everything
from fingerpost.files import unwritable, write_through
from fingerpost.rulebook import load_rulebook, read_profile
from fingerpost.running.directory.taken_off import Why, taken_off, without_taken_off
from fingerpost.running.directory.withholding import Withheld, fit_to_compare, fit_to_show
from fingerpost.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Written:
    """One file: where it is, what its rows are, and how many there are."""

    path: Path
    what: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written from which release, and since which, None for everything.

    `without_address` says that pages have no addresses, because nobody said where the site is.
    `withheld` are statements that nobody may be shown; `changed_by_hand` counts what was changed
    in the database since the release was loaded, `taken_off` what people have taken off, by why.
    """

    title: str
    release: int
    since: int | None
    files: tuple[Written, ...]
    without_address: bool = False
    withheld: tuple[Withheld, ...] = ()
    changed_by_hand: int = 0
    taken_off: Mapping[Why, int] = field(default_factory=dict)


def export(
    workspace: Workspace, name: str, url: str, out: Path, since: int | None = None
) -> Exported:
    """Write the files of one kind of site from the newest release into a folder."""
    profile = read_profile(workspace.rules, name)
    rulebook = load_rulebook(workspace.rules)
    address = rulebook.site.address
    shown, withheld = fit_to_show(url, None, rulebook.names)
    shown, lost = without_taken_off(shown, shown, taken_off(workspace, url), rulebook.names)
    now = Site(shown, address)
    if since is None:
        files = everything(now, profile)
    else:
        files = changes(Site(fit_to_compare(url, since, rulebook.names), address), now, profile)
    for file in files:
        path = out / file.name
        try:
            out.mkdir(parents=True, exist_ok=True)
            write_through(path, file.data)
        except OSError as error:
            raise unwritable(path, error) from error
    pages = any(column.holds == "page" for table in profile.tables for column in table.columns)
    return Exported(
        title=profile.title,
        release=now.released.release.number,
        since=since,
        files=tuple(Written(out / file.name, file.what, file.rows) for file in files),
        without_address=pages and not address,
        withheld=withheld,
        changed_by_hand=shown.changed_by_hand,
        taken_off=lost,
    )
