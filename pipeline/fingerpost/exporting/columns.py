"""A rulebook in, what each column of each curated table holds out: the one place that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fingerpost.decisions import Action, Resource
from fingerpost.directory import Status
from fingerpost.item_records import strategy_columns
from fingerpost.logbook import COLUMNS as LOG_COLUMNS
from fingerpost.rulebook import Rulebook
from fingerpost.rulebook.forms import actors, phases, tiers, voices
from fingerpost.taxonomy import Facet

STRATEGY_ID = r"^s-[0-9a-z]{12}$"
RESOURCE_ID = r"^r-[a-z2-7]{12}$"
CONCEPT_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SHA256 = r"^[0-9a-f]{64}$"


class Holds(StrEnum):
    """What kind of value stands in a column."""

    TEXT = "text"
    SEVERAL = "several"
    WHOLE = "whole number"
    SHARE = "share of one"
    YES_NO = "yes or no"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it means, and which values may stand in it.

    `choices` and `pattern` are of each single value; `always` says that it is never empty.
    """

    name: str
    means: str
    holds: Holds = Holds.TEXT
    always: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What stands in `column` stands in a column of another table too, or of this one."""

    column: str
    table: str
    there: str = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedTable:
    """One CSV file: its name without ending, its columns, what tells rows apart, where they lead."""

    name: str
    means: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def curated_tables(rulebook: Rulebook) -> tuple[CuratedTable, ...]:
    """Return every table but the log."""
    facets = tuple(facet.value for facet in rulebook.taxonomy.facets)
    known = {column.name: column for column in (*_STATEMENT, *_labels(facets))}
    strategies = tuple(known[name] for name in strategy_columns(rulebook))
    return (
        CuratedTable(
            name="strategies",
            means="The statements people can find in the directory.",
            columns=strategies,
            key=("id",),
            links=(Link(column="source", table="documents", there="source"),),
        ),
        _strategy_concepts(facets),
        _RESOURCES,
        _STRATEGY_RESOURCES,
        _DOCUMENTS,
        _taxonomy(facets),
        _REDIRECTS,
    )


def log_table() -> CuratedTable:
    """Return the table of decisions, which only grows."""
    return CuratedTable(
        name="decisions",
        means="What people decided, line by line; each line vouches for the one before it.",
        columns=tuple(_LOG.get(name) or _text(name) for name in LOG_COLUMNS),
        key=("seq",),
    )


def _text(name: str) -> Column:
    return Column(name=name, means=_LOG_SAYS[name])


def _labels(facets: tuple[str, ...]) -> tuple[Column, ...]:
    says = "Ids of categories in taxonomy.csv, the primary one first."
    several = Holds.SEVERAL
    return tuple(
        Column(name=name, means=says, holds=several, pattern=CONCEPT_ID) for name in facets
    )


def _id(means: str, pattern: str, name: str = "id") -> Column:
    return Column(name=name, means=means, always=True, pattern=pattern)


def _yes_no(means: str, name: str) -> Column:
    return Column(name=name, means=means, holds=Holds.YES_NO, always=True)


def _one_of(means: str, choices: Iterable[str], name: str) -> Column:
    return Column(name=name, means=means, always=True, choices=tuple(map(str, choices)))


_PHASE = Column(name="phase", means="Phases it is for.", holds=Holds.SEVERAL, choices=phases())
_OWNER = Column(name="owner", means="Who looks after it.")

_STATEMENT = (
    _id("Stays for ever.", STRATEGY_ID),
    _one_of(
        "Settled by its headings or within the promise (accepted), or by a person (approved).",
        (Status.ACCEPTED, Status.APPROVED),
        "status",
    ),
    Column(name="text", means="The statement as it is published.", always=True),
    Column(name="source_text", means="The statement as it stands in Word."),
    Column(name="lead_in", means="The sentence that introduces it."),
    Column(name="tier", means="For how many it is meant.", choices=tiers()),
    _PHASE,
    Column(name="actor", means="Who does it.", choices=actors()),
    Column(name="voice", means="How it is worded.", choices=voices()),
    Column(name="purpose", means="Its “so that I can …”."),
    Column(name="confidence", means="How likely its first label is right.", holds=Holds.SHARE),
    Column(name="source", means="The document it stands in; empty where it never stood in one."),
    Column(name="heading_path", means="The headings above it."),
    Column(name="locator", means="Where it stands in the document."),
    Column(
        name="resources",
        means="Web and e-mail addresses.",
        holds=Holds.SEVERAL,
        pattern=r"^([hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO]):",
    ),
    Column(name="reviewed_by", means="Who approved it."),
    Column(name="reviewed_on", means="When.", holds=Holds.DAY),
    Column(name="next_review", means="When to look at it again.", holds=Holds.DAY),
    Column(name="child_voice", means="The same in a child's words."),
    Column(name="child_voice_by", means="Who wrote the child's words."),
    _OWNER,
)


def _strategy_concepts(facets: tuple[str, ...]) -> CuratedTable:
    return CuratedTable(
        name="strategy_concepts",
        means="The labels of the statements, one a row.",
        columns=(
            _id("The statement.", STRATEGY_ID, "strategy_id"),
            _one_of("The kind of label.", facets, "facet"),
            _id("The category.", CONCEPT_ID, "concept_id"),
            _yes_no("Whether it is the first of its kind.", "primary"),
            Column(name="evidence", means="What the label rests on."),
        ),
        key=("strategy_id", "facet", "concept_id"),
        links=(
            Link(column="strategy_id", table="strategies"),
            Link(column="concept_id", table="taxonomy"),
        ),
    )


_RESOURCES = CuratedTable(
    name="resources",
    means="What statements link to, and why it is to be trusted.",
    columns=(
        _id("Made from the address alone.", RESOURCE_ID),
        Column(name="url", means="The address.", always=True),
        Column(name="title", means="What it is called."),
        Column(name="host", means="The site, or the domain of an e-mail address."),
        Column(
            name="strategy_ids",
            means="The statements that use it; strategy_resources.csv has the same, one a row.",
            holds=Holds.SEVERAL,
            pattern=STRATEGY_ID,
        ),
        Column(name="publisher", means="Who publishes it."),
        Column(name="trusted_because", means="What speaks for it."),
        _PHASE,
        Column(name="checked_on", means="When somebody last looked at it.", holds=Holds.DAY),
        _OWNER,
    ),
    key=("id",),
)

_STRATEGY_RESOURCES = CuratedTable(
    name="strategy_resources",
    means="What each statement links to, in its order.",
    columns=(
        _id("The statement.", STRATEGY_ID, "strategy_id"),
        _id("The resource.", RESOURCE_ID, "resource_id"),
        Column(name="place", means="Its place, from 1.", holds=Holds.WHOLE, always=True),
    ),
    key=("strategy_id", "resource_id"),
    links=(
        Link(column="strategy_id", table="strategies"),
        Link(column="resource_id", table="resources"),
    ),
)

_DOCUMENTS = CuratedTable(
    name="documents",
    means="The Word documents that were read.",
    columns=(
        Column(name="source", means="Its path below data/raw.", always=True),
        Column(name="title", means="Its title."),
        Column(name="edition", means="When it was last changed."),
        Column(name="sha256", means="The digest of its bytes.", always=True, pattern=_SHA256),
    ),
    key=("source",),
)


def _taxonomy(facets: tuple[str, ...]) -> CuratedTable:
    return CuratedTable(
        name="taxonomy",
        means="The categories under the council's labels, hidden ones too.",
        columns=(
            _id("Stays for ever.", CONCEPT_ID),
            _one_of("The kind of label.", facets, "facet"),
            Column(name="label", means="What people see.", always=True),
            Column(name="core_label", means="The label all councils share."),
            Column(name="definition", means="What belongs there."),
            Column(name="alternates", means="Other words for the same.", holds=Holds.SEVERAL),
            Column(name="parent", means="The category it stands under."),
            Column(name="order", means="Its place among its kind.", holds=Holds.WHOLE, always=True),
            _yes_no("Whether people see it only as another.", "hidden"),
            Column(name="folds_into", means="What a hidden one is shown as."),
            Column(name="maps_to", means="The shared category a council's own comes nearest to."),
            _yes_no("Whether it is given no more.", "retired"),
            Column(name="replaced_by", means="What a retired one is shown as."),
            Column(name="change_note", means="What changed, when and why."),
        ),
        key=("id",),
        links=tuple(
            Link(column=name, table="taxonomy") for name in ("parent", "folds_into", "replaced_by")
        ),
    )


_REDIRECTS = CuratedTable(
    name="redirects",
    means="What stands for ids that do not stand by themselves any more.",
    columns=(
        Column(name="id", means="The id that was published.", always=True),
        _one_of("What it is the id of.", ("strategy", "concept"), "kind"),
        Column(name="replaced_by", means="The id that stands for it now.", always=True),
        _one_of("How that came.", ("parted", "joined", "replaced", "folded"), "reason"),
    ),
    key=("id", "replaced_by"),
)

_LOG = {
    column.name: column
    for column in (
        Column(name="seq", means="The number of the line.", holds=Holds.WHOLE, always=True),
        _one_of("The kind of thing decided about.", Resource, "resource_type"),
        Column(
            name="last_action_date",
            means="When it was taken in.",
            holds=Holds.MOMENT,
            always=True,
        ),
        _one_of("What was done.", Action, "last_action_type"),
    )
}
_LOG_SAYS = {
    "resource_id": "What was decided about.",
    "field_name": "Which part of it.",
    "previous_value": "What it was.",
    "replacement_value": "What it is from then on.",
    "updated_by": "Who decided.",
    "reason": "Why.",
    "source_digest": "The digest of the wording that was judged.",
    "pack": "The file the answer came in.",
    "prev_hash": "The digest of the line before.",
}

LABEL_KINDS = frozenset(facet.value for facet in Facet)
"""Columns whose values are ids of categories."""
