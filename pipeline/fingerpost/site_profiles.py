"""How the import of another site wants its tables: their columns, what each holds, how it is written."""

from dataclasses import dataclass
from enum import StrEnum

from fingerpost.taxonomy import Facet


class Subject(StrEnum):
    """What the rows of a table are about."""

    STATEMENTS = "statements"
    CATEGORIES = "categories"
    RESOURCES = "resources"


class Show(StrEnum):
    """How a label or a resource is named in a cell; links are a list in HTML."""

    IDS = "ids"
    LABELS = "labels"
    PATHS = "paths"
    URLS = "urls"
    TITLES = "titles"
    TEXT = "text"
    LINKS = "links"


class Markup(StrEnum):
    """What the other site takes the words of a column for."""

    PLAIN = "plain"
    HTML = "html"


LABELS = tuple(facet.value for facet in Facet)
"""Fields that hold labels; people may have them as ids, as labels or as paths."""

FIELDS: dict[Subject, tuple[str, ...]] = {
    Subject.STATEMENTS: (
        "id",
        "text",
        "lead_in",
        "status",
        "tier",
        "phases",
        "actor",
        "voice",
        "purpose",
        "confidence",
        "source",
        "source_title",
        "heading_path",
        "locator",
        "resources",
        "reviewed_by",
        "reviewed_on",
        "next_review",
        "owner",
        "child_voice",
        "child_voice_by",
        "first_release",
        "page",
        *LABELS,
    ),
    Subject.CATEGORIES: (
        "id",
        "kind",
        "label",
        "core_label",
        "definition",
        "alternates",
        "parent",
        "order",
        "maps_to",
        "page",
    ),
    Subject.RESOURCES: (
        "id",
        "url",
        "title",
        "name",
        "host",
        "publisher",
        "trusted_because",
        "phases",
        "checked_on",
        "owner",
        "statements",
    ),
}
"""What a column can hold, by what its table is about."""

SHOWS: dict[str, tuple[Show, ...]] = {
    **dict.fromkeys((*LABELS, "parent"), (Show.LABELS, Show.IDS, Show.PATHS)),
    **dict.fromkeys(("tier", "phases"), (Show.IDS, Show.LABELS)),
    "resources": (Show.URLS, Show.TITLES, Show.TEXT, Show.IDS, Show.LINKS),
}
"""The ways of naming what a field holds, the usual one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteColumn:
    """One column: its heading, and a field or, where that is "", the same words in every row.

    `longest` is how many characters may stand in it, 0 for any number.
    """

    heading: str
    holds: str = ""
    constant: str = ""
    show: Show | None = None
    markup: Markup = Markup.PLAIN
    longest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How it is told what became of a row since another release.

    In a column of that heading, or, where that is "", in a file each; `in_full` says that the
    column stands in the table of everything too.
    """

    heading: str = ""
    add: str = ""
    update: str = ""
    retire: str = ""
    in_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """One file: its name without ending, what it is about, and the heading that rows are told by."""

    name: str
    subject: Subject
    external_id: str
    columns: tuple[SiteColumn, ...]
    changes: Changes = Changes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Separators:
    """What stands between several values and between a parent and its child.

    What stands instead of those signs inside a value is named beside each. `in_every_cell` says
    that the import takes cells of one value apart at the first sign too.
    """

    values: str
    values_inside: str
    path: str
    path_inside: str
    in_every_cell: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfile:
    """All tables for one kind of site, and how their files are written."""

    name: str
    title: str
    tables: tuple[SiteTable, ...]
    separators: Separators
    byte_order_mark: bool = False
    line_end: str = "\n"
    delimiter: str = ","
    neutralised: bool = False
