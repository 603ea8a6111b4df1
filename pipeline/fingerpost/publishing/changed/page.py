"""A site and the release before in, the pages and the table of what changed since out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from fingerpost.pages import marked, safe_link
from fingerpost.publishing.changed.differences import Compared, Difference, What
from fingerpost.publishing.frame import Files, Page, site_page
from fingerpost.publishing.places import statement_path
from fingerpost.publishing.programs.plain import as_json, page_text, release_told
from fingerpost.publishing.programs.tables import table
from fingerpost.publishing.site import DOORS, KINDS, Site
from fingerpost.released import Category
from fingerpost.taxonomy import Facet

_A_PAGE = 50
COLUMNS = (
    "What happened",
    "Kind of category",
    "Category",
    "Statement now",
    "What differs",
    "Categories it came into",
    "Categories it left",
    "New resources",
    "Page",
    "Reference",
)


def changed(site: Site) -> Files:
    """Yield changed.html and the pages after it, and all of it as a table, plain text and JSON."""
    if site.before is None:
        yield site_page(site, _page(1, 1), found=None)
        return
    found = Compared(site, replace(site, released=site.before, before=None))
    all_of_them = found.differences
    parts = [all_of_them[at : at + _A_PAGE] for at in range(0, len(all_of_them), _A_PAGE)] or [()]
    for number, part in enumerate(parts, start=1):
        yield site_page(
            site,
            _page(number, len(parts)),
            found=found,
            groups=list(_groups(part)),
            counts=Counter(what for one in all_of_them for what in one.what),
            table=list(_table(site, all_of_them)) if number == 1 else [],
            whats=tuple(What),
            number=number,
            paths=[_path(one) for one in range(1, len(parts) + 1)],
        )
    rows = [_row(one) for one in all_of_them]
    yield "changed.csv", table(site, COLUMNS, rows)
    yield "changed.txt", page_text(site, (line for row in rows for line in _lines(row)))
    told = {"since": found.before.released.release.number, "release": release_told(site)}
    yield (
        "changed.json",
        as_json({**told, "changes": [dict(zip(COLUMNS, row, strict=True)) for row in rows]}),
    )


def _page(number: int, of: int) -> Page:
    ending = f", page {number} of {of}" if of > 1 else ""
    return Page(
        path=_path(number), title=f"What changed since last term{ending}", template="changed.html"
    )


def _path(number: int) -> str:
    return "changed.html" if number == 1 else f"changed-{number}.html"


def _groups(
    part: Iterable[Difference],
) -> Iterator[tuple[str, list[tuple[str, list[Difference]]]]]:
    """Yield kinds of label with their categories and what changed under each, in order."""
    doors: dict[str, dict[str, list[Difference]]] = {}
    for one in part:
        door = DOORS[one.door] if one.door else "In no category"
        category = one.home.label if one.home else ""
        doors.setdefault(door, {}).setdefault(category, []).append(one)
    for door, categories in doors.items():
        yield door, [*categories.items()]


def _table(
    site: Site, differences: Iterable[Difference]
) -> Iterator[tuple[Category, dict[What, int]]]:
    """Yield each category that anything changed under, and how much of each kind."""
    counts: dict[str, Counter[What]] = {}
    for one in differences:
        for concept_id in one.touched:
            counts.setdefault(concept_id, Counter()).update(one.what)
    for facet in (Facet.UNIVERSAL, Facet.AREA, Facet.NEED, Facet.STANDARD, Facet.STAGE):
        for category in site.released.of(facet):
            if category.id in counts:
                yield category, counts[category.id]


def _lines(row: Iterable[str]) -> Iterator[str]:
    yield from (f"{name}: {cell}" for name, cell in zip(COLUMNS, row, strict=True) if cell)
    yield ""


def _row(one: Difference) -> tuple[str, ...]:
    told = (
        f"{name}: {marked(words)}" if name else marked(words) for name, words in one.words if words
    )
    return (
        "; ".join(one.what),
        KINDS[one.home.facet] if one.home else "",
        one.home.label if one.home else "",
        one.now.text if one.now else "",
        " ".join(told),
        "; ".join(one.come),
        "; ".join(one.left),
        "; ".join(f"{each.title} {safe_link(each.url)}".strip() for each in one.resources),
        statement_path(one.id),
        one.id,
    )
