"""A file of rules/sites in, the profile of one kind of site out."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from fingerpost.errors import RulesError
from fingerpost.rulebook.faults import check_form, unknown
from fingerpost.rulebook.profile_forms import (
    ChangesForm,
    ProfileForm,
    SeparatorsForm,
    SiteColumnForm,
    SiteTableForm,
)
from fingerpost.rulebook.sheets import Place, read_sheet
from fingerpost.site_profiles import (
    FIELDS,
    SHOWS,
    Changes,
    Markup,
    Separators,
    SiteColumn,
    SiteProfile,
    SiteTable,
)

_FOLDER = "sites"
_LINE_ENDS = {"unix": "\n", "windows": "\r\n"}
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
_SIGNS_OF_HTML = frozenset("&;#<>\"'")


def profile_names(rules: Path) -> tuple[str, ...]:
    """Return the kinds of site that a folder of rules knows."""
    return tuple(sorted(file.stem for file in (rules / _FOLDER).glob("*.yaml")))


def read_profile(rules: Path, name: str) -> SiteProfile:
    """Read one profile; every fault found is named in one RulesError."""
    if name not in profile_names(rules):
        known = unknown("kind of site", name, profile_names(rules))
        raise RulesError(f"{rules.name}/{_FOLDER}: {known}")
    file = f"{name}.yaml"
    sheet = read_sheet(rules / _FOLDER / file, f"{rules.name}/{_FOLDER}/{file}")
    form, faults = check_form(sheet, ProfileForm)
    if form is not None:
        faults = tuple(f"{sheet.at(place)}: {told}" for place, told in _faults(form))
    if form is None or faults:
        raise RulesError("\n".join(faults))
    return _profile(name, form)


def _faults(form: ProfileForm) -> Iterator[tuple[Place, str]]:
    yield from _twice(("tables",), [table.name for table in form.tables])
    for number, table in enumerate(form.tables):
        place: Place = ("tables", number)
        headings = [column.heading for column in table.columns]
        told = (table.changes.heading,) if table.changes.heading else ()
        yield from _twice((*place, "columns"), [*headings, *told])
        if not any(_tells_apart(column, table) for column in table.columns):
            told_by = f"'{table.external_id}' must be the heading of a column that holds id."
            yield (*place, "external_id"), told_by
        yield from _unclear((*place, "changes"), table.changes)
        for step, column in enumerate(table.columns):
            for what in _column_faults(column, table, form.separators):
                yield (*place, "columns", step), what


def _tells_apart(column: SiteColumnForm, table: SiteTableForm) -> bool:
    return column.heading == table.external_id and column.holds == "id"


def _twice(place: Place, names: list[str]) -> Iterator[tuple[Place, str]]:
    for name, times in Counter(names).items():
        if times > 1:
            yield place, f"'{name}' stands here {times} times; give each another name."


def _unclear(place: Place, form: ChangesForm) -> Iterator[tuple[Place, str]]:
    said = (form.add, form.update, form.retire)
    if form.heading and not all(said):
        yield place, "say what stands in the column for add, update and retire."
    if not form.heading and (any(said) or form.in_full):
        yield place, "name the column with 'heading', or take the other settings away."


def _column_faults(
    column: SiteColumnForm, table: SiteTableForm, separators: SeparatorsForm
) -> Iterator[str]:
    if bool(column.holds) == bool(column.constant):
        yield f"the column '{column.heading}' needs either 'holds' or 'constant'."
        return
    if not column.holds:
        return
    if column.holds not in FIELDS[table.of]:
        yield unknown("field", column.holds, FIELDS[table.of]) + "."
    shows = SHOWS.get(column.holds, ())
    if column.show and column.show not in shows:
        can = f"show can be {', '.join(shows)}" if shows else "take 'show' away"
        yield f"'{column.holds}' cannot be shown as {column.show}; {can}."
    signs = (separators.values, separators.path.strip())
    if column.markup is Markup.HTML and shows and _SIGNS_OF_HTML & {*signs[0], *signs[1]}:
        yield f"'{column.heading}': HTML writes '{signs[0]}' or '{signs[1]}' otherwise; take 'plain'."


def _profile(name: str, form: ProfileForm) -> SiteProfile:
    signs = form.separators
    return SiteProfile(
        name=name,
        title=form.title,
        tables=tuple(map(_table, form.tables)),
        separators=Separators(
            values=signs.values,
            values_inside=signs.values_inside,
            path=signs.path,
            path_inside=signs.path_inside,
            in_every_cell=signs.in_every_cell,
        ),
        byte_order_mark=form.byte_order_mark,
        line_end=_LINE_ENDS[form.line_ends],
        delimiter=_DELIMITERS[form.delimiter],
        neutralised=form.formulas == "neutralised",
    )


def _table(form: SiteTableForm) -> SiteTable:
    changes = form.changes
    return SiteTable(
        name=form.name,
        subject=form.of,
        external_id=form.external_id,
        columns=tuple(map(_column, form.columns)),
        changes=Changes(
            heading=changes.heading,
            add=changes.add,
            update=changes.update,
            retire=changes.retire,
            in_full=changes.in_full,
        ),
    )


def _column(form: SiteColumnForm) -> SiteColumn:
    usual = next(iter(SHOWS.get(form.holds, ())), None)
    return SiteColumn(
        heading=form.heading,
        holds=form.holds,
        constant=form.constant,
        show=form.show or usual,
        markup=form.markup,
        longest=form.longest,
    )
