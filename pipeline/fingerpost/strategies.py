"""One strategy as a council wrote it, and the account of every word beside it."""

from dataclasses import dataclass
from enum import StrEnum

from fingerpost.documents import Revisions

ADDED = "Added in the directory"
"""What people read of a statement where others name their document."""

PHASES = {
    "early-years": "Early years",
    "ks1": "Key Stage 1",
    "ks2": "Key Stage 2",
    "ks3": "Key Stage 3",
    "ks4": "Key Stage 4",
    "post-16": "Post-16",
}
"""What people call the phases of schooling, youngest first."""


class Kind(StrEnum):
    """What a block of text is in Word, wherever it stands."""

    HEADING = "heading"
    LIST_ITEM = "list-item"
    PARAGRAPH = "paragraph"
    CELL_TEXT = "cell-text"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"
    DELETED = "deleted"
    HIDDEN = "hidden"
    ALT_TEXT = "alt-text"


class Role(StrEnum):
    """What a block of text does in the guidance."""

    STRATEGY = "strategy"
    HEADING = "heading"
    LEAD_IN = "lead-in"
    INDICATOR = "indicator"
    RATIONALE = "rationale"
    DUTY = "duty"
    PRINCIPLE = "principle"
    RESOURCE = "resource"
    CONTEXT = "context"
    CONTACT = "contact"
    CONTENTS_LIST = "contents-list"
    DOCUMENT_CONTROL = "document-control"
    BOILERPLATE = "boilerplate"
    NOTE = "note"
    SUPERSEDED = "superseded"
    EMPTY_OF_MEANING = "empty-of-meaning"


class HeadKind(StrEnum):
    """Where the words that name what follows stand."""

    TITLE = "title"
    HEADING = "heading"
    ROW = "row"
    COLUMN = "column"
    RUN_IN = "run-in"


@dataclass(frozen=True, slots=True)
class Head:
    """One step of a heading path; `inferred` says why it counts as one, where Word does not.

    `label` is the number that Word shows before it ("2.1").
    """

    text: str
    kind: HeadKind
    locator: str
    inferred: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A web or e-mail address and the words it hangs on."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list item stands in its list.

    `level` counts from 0 as a reader sees it, `stored` as the file keeps it; `label` is the mark
    that Word shows ("•", "2.1."); `parent` is the locator of the item it stands below, if any.
    """

    level: int
    stored: int
    label: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a statement: as it stands, glue at its end, and cleaned as it would be published."""

    source_text: str
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """A proposal to part a statement; the parts as they stand, joined, are what stands in Word."""

    parts: tuple[Part, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Join:
    """Pieces that make one whole, and the places they stand at; joined as they stand they are the whole.

    `done` says that the layout settled it, so that the pieces are one statement already; else it
    is a proposal.
    """

    pieces: tuple[str, ...]
    locators: tuple[str, ...]
    text: str
    reason: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A candidate strategy with all that its document says of it.

    `text` is one line, cleaned as it would be published; `source_text` the words as they stand;
    `digest` belongs to `lead_in` and `text`. `heads` is the heading path, outermost first; the
    document's title and file name are `context`, not part of the path. `part` counts from 1 where
    one paragraph holds several strategies, else 0. `listed` says where in a list it stands, `hint`
    the words of the area whose colour it has, where the document gives areas colours. `doubts` are
    reason codes that the layout itself raises. `similar` names earlier strategies in other
    documents that say nearly the same. `split` and `join` are proposals that only a person can
    accept. What a person added to the directory has no `source`, `locator` and `source_text`.
    """

    id: str = ""
    text: str
    source_text: str
    digest: str
    lead_in: str = ""
    heads: tuple[Head, ...] = ()
    context: tuple[str, ...] = ()
    source: str
    locator: str
    part: int = 0
    listed: ListPlace | None = None
    hint: str = ""
    links: tuple[Link, ...] = ()
    comments: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    doubts: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    split: Split | None = None
    join: Join | None = None

    @property
    def heading_path(self) -> str:
        """The headings above, as people read them."""
        return " > ".join(head.text for head in self.heads)

    @property
    def was_added(self) -> bool:
        """Whether a person added it to the directory, so that it stands in no document."""
        return not self.source

    @property
    def document(self) -> str:
        """The document it stands in, or that it stands in none, as people read it."""
        return self.source or ADDED


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """What became of one block of text (or of the deleted or hidden part of one)."""

    source: str
    locator: str
    kind: Kind
    role: Role
    item: str = ""
    reason: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A document's strategies, in order, and the account of all its words.

    `heads` are all headings met, also those with nothing below them. A ledger row that became a
    strategy names it by `item`, which holds the index of the strategy ("0", "1" …) until
    identities are given, and its id afterwards; several indices are joined by `|`.
    """

    source: str
    digest: str
    title: str
    edition: str
    revisions: Revisions
    strategies: tuple[Strategy, ...]
    ledger: tuple[LedgerRow, ...]
    heads: tuple[Head, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An item remembered from the last run, or from the words a person judged.

    `order` is its place in the last run, from 0, or -1 where nothing is known of it.
    """

    id: str
    source: str
    text: str
    heading_path: str = ""
    order: int = -1
