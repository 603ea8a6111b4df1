"""Statements in, a release of a directory as plain values out; and a workbook filled in as a school does."""

from fingerpost.cells import decode
from fingerpost.publishing.audit import SchoolAudit, audit_of, carried, read_filled, write_workbook
from fingerpost.released import Category, Gone, Statement
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.taxonomy import Facet

from tests.support.released import labels_of
from tests.support.released import released as release_of
from tests.support.workbooks import columns as places
from tests.support.workbooks import opened, saved

COLUMNS = ("Rating", "Evidence", "Action", "Owner", "Review date")
LEVELS = ("Secure", "Growing", "Not yet")


def category(identity, label, facet=Facet.UNIVERSAL, **more):
    return Category(id=identity, label=label, facet=facet, **more)


CATEGORIES = (
    category("wsu-voice", "Child and family voice", order=1),
    category("wsu-teaching", "Teaching", order=2, definition="What happens in lessons."),
    category("wsu-environment", "Rooms", order=3),
    category("wsu-resources", "Kit", order=4, hidden=True, folds_into="wsu-environment"),
    category("universal", "Everyone", Facet.AREA),
    category("semh", "Feelings", Facet.AREA),
    category("ts-5", "TS5: Adapt teaching", Facet.STANDARD),
    category("ts-6", "TS6: Assess", Facet.STANDARD),
)


def statement(identity, text="", *labels, **more):
    """A statement for the whole school; labels are ids, each kind's primary one first."""
    return Statement(
        id=identity,
        text=text or f"Do what {identity} says.",
        labels=labels_of(CATEGORIES, labels or ("wsu-teaching", "universal")),
        **{"tier": "universal", **more},
    )


def released(*statements, signed_off_by="A. Person", gone=(), categories=CATEGORIES, **more):
    return release_of(
        statements,
        signed_off_by=signed_off_by,
        gone=tuple(gone),
        categories=categories,
        **more,
    )


def replaced(identity, *by, since=2):
    return Gone(id=identity, kind="strategy", text="", replaced_by=by, since=since)


def settings(levels=LEVELS, address="", **headings):
    given = {name.replace("_", "-"): words for name, words in headings.items()}
    return SiteSettings(address=address, audit=AuditSettings(levels=levels, headings=given))


def audit(*statements, council="Exampleshire", site=None, **more):
    return audit_of(released(*statements, **more), site or settings(), council)


def empty(*statements, **more):
    """The workbook that a school gets first."""
    return write_workbook(SchoolAudit(audit=audit(*statements, **more)))


def rows(sheet):
    """Every row below the head, by the id it is about."""
    at = places(sheet)
    return {
        sheet.cell(row, at["Ref"]).value: {
            name: sheet.cell(row, column).value for name, column in at.items() if name
        }
        for row in range(2, sheet.max_row + 1)
        if sheet.cell(row, at["Ref"]).value
    }


def answered(data, answers):
    """Type answers into the workbook; `answers` leads from an id to what stands in which column."""
    book = opened(data)
    sheet = book["Audit"]
    at = places(sheet)
    lines = {sheet.cell(row, at["Ref"]).value: row for row in range(2, sheet.max_row + 1)}
    for identity, cells in answers.items():
        for name, value in cells.items():
            sheet.cell(lines[identity], at[name]).value = value
    return saved(book)


def read(data, name="ours.xlsx"):
    return read_filled(name, data)


def next_year(filled, *statements, gone=(), site=None):
    """The workbook a school gets for the statements of next year's release."""
    found = released(*statements, number=2, gone=gone)
    asked = audit_of(found, site or settings(), "Exampleshire")
    return opened(write_workbook(carried(asked, read(filled), found)))


def typed(book):
    """Every text of the visible sheets, whole and by line, and every other value."""
    found = set()
    for sheet in book:
        for row in sheet.iter_rows() if sheet.sheet_state == "visible" else ():
            for cell in row:
                value = decode(cell.value) if isinstance(cell.value, str) else cell.value
                found |= {value, *(value.split("\n") if isinstance(value, str) else ())}
    return found


def carried_row(filled, *statements, about="s-1", **more):
    """Return the row of one statement in the audit of next year."""
    return rows(next_year(filled, *statements, **more)["Audit"])[about]


def elsewhere(book):
    """Return what a school wrote where no answer belongs."""
    return [row[:4] for row in book["What else you wrote"].iter_rows(min_row=2, values_only=True)]
