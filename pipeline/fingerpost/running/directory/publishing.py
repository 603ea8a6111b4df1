"""A workspace and its loaded directory in, a website for schools in a folder out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fingerpost.errors import WorkspaceError
from fingerpost.loading import released, releases
from fingerpost.publishing import Site, before_term, build, known_words, spoken_day, term_began
from fingerpost.released import Release
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.running.directory.built_site import SITE
from fingerpost.running.directory.other_council import other_words
from fingerpost.running.directory.site_folder import write_site
from fingerpost.running.directory.taken_off import (
    TakenOff,
    Why,
    fit_to_quote,
    taken_off,
    without_taken_off,
)
from fingerpost.running.directory.withholding import (
    Withheld,
    fit_settings,
    fit_to_compare,
    fit_to_show,
)
from fingerpost.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to publish: which release (the newest where None), compared with which, where to.

    `since` is the number of a release to compare with, by default the one that was shown when the
    term began. `out` is None for the workspace's own site. `draft` marks it as a draft although
    somebody signed it off. `beside` is the workspace of another council, whose words are shown too.
    """

    url: str
    out: Path | None = None
    release: int | None = None
    since: int | None = None
    draft: bool = False
    beside: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was built; `compared_with` is None where there was no release to compare with.

    `restores` is the number of the release whose content it brought back, if any; `has_reports`
    says that readers can report a statement. `changed_by_hand` counts what was changed in the
    database since the release was loaded; `taken_off` the statements that people have taken off
    since, by why.
    """

    folder: str
    release: int
    restores: int | None
    is_newest: bool
    signed_off_by: str
    draft: bool
    statements: int
    files: int
    compared_with: int | None
    has_address: bool
    has_reports: bool
    changed_by_hand: int = 0
    taken_off: Mapping[Why, int] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A site to be built, and what it may not show: as in what is told when it is built.

    `said` is what people have said against what was ever shown.
    """

    site: Site
    withheld: tuple[Withheld, ...]
    taken_off: Mapping[Why, int]
    said: TakenOff


def publish(workspace: Workspace, wanted: Wanted) -> Published:
    """Build the site of one release and put it in the place of the one that is there."""
    rulebook = load_rulebook(workspace.rules)
    made = site_of(workspace, rulebook, wanted)
    site = made.site
    folder = (wanted.out or workspace.root / SITE).absolute()
    files = write_site(folder, build(site))
    release = site.released.release
    return Published(
        folder=_named(folder, workspace),
        release=release.number,
        restores=release.restores,
        is_newest=site.released.is_newest,
        signed_off_by=release.signed_off_by,
        draft=site.is_draft,
        statements=len(site.released.statements),
        files=files,
        compared_with=site.before.release.number if site.before else None,
        has_address=bool(site.settings.address),
        has_reports=bool(site.settings.report_to),
        changed_by_hand=site.released.changed_by_hand,
        taken_off=made.taken_off,
        withheld=made.withheld,
    )


def _named(folder: Path, workspace: Workspace) -> str:
    """Name a folder as people do: from the workspace where it lies in it."""
    inside = folder.is_relative_to(workspace.root)
    return (folder.relative_to(workspace.root) if inside else folder).as_posix() + "/"


def site_of(workspace: Workspace, rulebook: Rulebook, wanted: Wanted) -> Made:
    """Read what a site is made of, without what may not be shown; name what that is."""
    url, names = workspace.database(wanted.url), rulebook.names
    shown, withheld = fit_to_show(url, wanted.release, names)
    said = taken_off(workspace, url)
    newest = shown if shown.is_newest else released(url)
    shown, lost = without_taken_off(shown, newest, said, names)
    settings, unfit = fit_settings(rulebook.site, names)
    number, since = _compared(releases(url), shown.release, wanted.since, settings.terms)
    before = fit_to_compare(url, number, names) if number else None
    site = Site(
        released=shown,
        council=rulebook.council,
        settings=settings,
        before=fit_to_quote(before, shown, said, names) if before else None,
        since=since,
        draft=wanted.draft,
        beside=other_words(wanted.beside, rulebook.council) if wanted.beside else None,
        known=known_words(rulebook),
    )
    return Made(site=site, withheld=(*withheld, *unfit), taken_off=lost, said=said)


def _compared(
    all_of_them: Sequence[Release], release: Release, since: int | None, terms: Sequence[str]
) -> tuple[int | None, str]:
    """Return the release to compare with, and since when that is, in words."""
    if since is not None and since >= release.number:
        raise WorkspaceError(
            f"Release {since} does not come before release {release.number}, which is published. "
            "Name an earlier one with --since, or leave it out."
        )
    began = term_began(terms, date.fromisoformat(release.created_at[:10]))
    number = since or before_term(all_of_them, release, began)
    if since or began is None:
        days = {one.number: spoken_day(one.created_at) for one in all_of_them}
        return number, f"since {days.get(number or 0, 'then')}"
    return number, f"since the term began on {spoken_day(began.isoformat())}"
