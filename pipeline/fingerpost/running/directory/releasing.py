"""A workspace and a directory in, one release more and the pages that tell of it out."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree, html

from fingerpost.curating import read_log
from fingerpost.errors import WorkspaceError
from fingerpost.files import from_here, replace_file
from fingerpost.loading import (
    ChangeKind,
    LoadReport,
    Plan,
    Release,
    ReleaseTold,
    Sample,
    changes,
    changes_csv,
    conflicts,
    load,
    plan_page,
    plan_text,
    read_plan,
    refuse_early,
    release_page,
    released,
    releases,
    rollback,
    sample_of,
    sampled,
)
from fingerpost.pages import copy_link, copy_path
from fingerpost.rulebook import Names, Rulebook, load_rulebook
from fingerpost.running.directory.built_site import told_of_site, way_to_site
from fingerpost.running.directory.going import why_gone
from fingerpost.running.directory.taken_off import taken_off, told_of_return, unfit_to_return
from fingerpost.workspace import DIRECTORY, Workspace, to_copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What loading did or would do, and where people can read it; `notes` are what else to know.

    `first` is what nobody may miss: what going back shows again although people had taken it off.
    """

    report: LoadReport
    page: str
    notes: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


def plan_release(workspace: Workspace, url: str, by: str = "") -> Told:
    """Find out what loading would change; write reports/plan.json, plan.csv and plan.html."""
    place = workspace.database(url)
    report = _with_reasons(workspace, load(workspace.curated, place, by, dry_run=True))
    known = {one.number: one for one in releases(place)}
    before = known[report.previous].statements if report.previous else 0
    council = load_rulebook(workspace.rules).council.name
    folder = workspace.reports
    options = f'{_at("--to", url)} --signed-off-by "Name"'
    command = f"fingerpost load --plan reports/plan.json{options}"
    here = f"fingerpost load --plan {shlex.quote(from_here(folder / 'plan.json'))}{options}"
    replace_file(folder / "plan.json", plan_text(report.plan).encode())
    replace_file(folder / "plan.csv", changes_csv(report.changes, report.labels, report.because))
    replace_file(folder / "plan.html", plan_page(report, before, council, command).encode())
    notes = () if report.nothing_to_load else (f"To load exactly this: {here}",)
    return Told(report=report, page="reports/plan.html", notes=notes)


def load_release(workspace: Workspace, url: str, by: str = "", plan: Path | None = None) -> Told:
    """Load the loadable files as the next release, exactly as planned where a plan is named."""
    wanted = _plan(plan) if plan else None
    rulebook = load_rulebook(workspace.rules)
    report = load(workspace.curated, workspace.database(url), by, plan=wanted)
    return _told(workspace, url, report, rulebook)


def refuse_at_once(workspace: Workspace, url: str, plan: Path | None = None) -> None:
    """Raise now what loading would be refused for, before anything slow is started for it."""
    wanted = _plan(plan) if plan else None
    refuse_early(workspace.curated, workspace.database(url), wanted)


def go_back(workspace: Workspace, url: str, number: int, by: str = "") -> Told:
    """Make an earlier release's content current again, as a new release.

    Words of then that a reader said do harm, or that may identify a person, do not come back.
    """
    place, rulebook = workspace.database(url), load_rulebook(workspace.rules)
    then, now = released(place, number), released(place)
    stays = unfit_to_return(then, now, taken_off(workspace, place), rulebook.names)
    return _told(workspace, url, rollback(place, number, by, stays), rulebook)


def _at(option: str, url: str) -> str:
    """Return what a command to copy needs besides so that it means the same directory."""
    return "" if url == DIRECTORY else f" {option} {to_copy(url)}"


def _plan(path: Path) -> Plan:
    try:
        return read_plan(path.name, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            f"{path}: is no plan that can be read. Make one: fingerpost load --dry-run"
        ) from error


def _told(workspace: Workspace, url: str, report: LoadReport, rulebook: Rulebook) -> Told:
    """Write the pages of the current release; it is loaded, whether they can be written or not."""
    place = workspace.database(url)
    known = {one.number: one for one in releases(place)}
    current = known[report.release or report.previous]
    notes = told_of_site(workspace, current, _at("--in", url))
    first = _first_of(workspace, place, current, rulebook.names)
    try:
        page = _write_pages(workspace, url, report, first, rulebook.council.name)
    except WorkspaceError as error:
        return Told(report=report, page="", notes=(*notes, f"It is loaded. {error}"), first=first)
    return Told(report=report, page=page, notes=notes, first=first)


def _first_of(workspace: Workspace, place: str, release: Release, known: Names) -> tuple[str, ...]:
    """Say what a release that went back to another shows again, and what of that one it does not."""
    if not release.restores:
        return ()
    then, now = released(place, release.restores), released(place, release.number)
    return tuple(told_of_return(then, now, taken_off(workspace, place), known))


def _write_pages(
    workspace: Workspace, url: str, report: LoadReport, first: tuple[str, ...], council: str
) -> str:
    place, inside = workspace.database(url), _at("--in", url)
    known = {one.number: one for one in releases(place)}
    release = known[report.release or report.previous]
    shown = report if report.release else _of_release_before(report, place)
    if not release.restores:
        shown = _with_reasons(workspace, shown)
    told = ReleaseTold(
        report=shown,
        release=release,
        samples=tuple(_samples(workspace, place, release)),
        before=known[release.number - 1].statements if release.number > 1 else 0,
        site_told=told_of_site(workspace, release, inside),
        first=first,
        to_sign=f"rollback {release.restores}{inside}"
        if release.restores
        else f"load{_at('--to', url)}",
        to_publish=f"publish{inside}",
    )
    folder = workspace.reports
    of_release = folder / "releases" / f"{release.number}.html"
    replace_file(
        of_release.with_suffix(".csv"), changes_csv(shown.changes, shown.labels, shown.because)
    )
    replace_file(of_release, release_page(told, council, "../").encode())
    replace_file(folder / "release.html", release_page(told, council).encode())
    return "reports/release.html"


def _with_reasons(workspace: Workspace, report: LoadReport) -> LoadReport:
    """Say of the statements that go why they do."""
    gone = {one.id for one in report.changes if one.kind is ChangeKind.RETIRED}
    return replace(report, because=why_gone(read_log(workspace.log), gone) if gone else {})


def _of_release_before(report: LoadReport, place: str) -> LoadReport:
    """Tell of the release that stands, where nothing was to be loaded but it may be signed off now."""
    met = report.conflicts or conflicts(place)
    return replace(report, changes=changes(place), conflicts=met)


def _samples(workspace: Workspace, place: str, release: Release) -> Iterator[Sample]:
    """Yield the samples with the words as the copy of the Word document has them, if it is there."""
    found = released(place, release.number)
    site = way_to_site(workspace, workspace.reports / "release.html")
    for statement in sampled(found):
        sample = sample_of(statement, found)
        page = f"statements/{statement.id}.html"
        if site and (workspace.root / "site" / page).exists():
            sample = replace(sample, page=site + page)
        copy = workspace.reports / copy_path(statement.source) if statement.source else None
        if copy and (words := _words_in_copy(copy, statement.locator)):
            link = copy_link(statement.source, statement.locator)
            sample = replace(sample, in_word=words, copy=link)
        yield sample


def _words_in_copy(path: Path, locator: str) -> str:
    """Return the words marked as a statement at a place of a copy; "" where there are none."""
    try:
        page = html.document_fromstring(path.read_bytes())
    except (OSError, etree.LxmlError, ValueError):
        return ""
    marked = (one for one in page.iter("mark") if one.get("data-place") == locator)
    return " ".join("".join(str(text) for one in marked for text in one.itertext()).split())
