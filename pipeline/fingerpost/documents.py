"""The document model: what a Word file says, where it says it, and what Word would show.

Nothing here knows how a file is stored or what is made of it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final


class Fate(StrEnum):
    """Whether a reader of the document would see the words."""

    VISIBLE = "visible"
    DELETED = "deleted"
    HIDDEN = "hidden"


PROMPT = "PROMPT"
DROP_DOWN = "FORMDROPDOWN"


class StoryKind(StrEnum):
    """The separate streams of text a document holds."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Span:
    r"""Words of one fate and one look; `"\n"` is a soft break, `"\t"` a tab.

    `text` is what stands in the file: soft hyphens and zero-width characters are kept.
    `field` names the kind of field whose result this is ("TOC", "PAGEREF", "HYPERLINK" …), or is
    PROMPT for what a content control asks for that nobody filled in; DROP_DOWN marks the gap where
    a form shows words that stand apart from the text.
    """

    text: str
    fate: Fate = Fate.VISIBLE
    bold: bool = False
    struck: bool = False
    href: str = ""
    revised: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph looks, where that carries meaning.

    `indent` is the left edge of the text in twentieths of a point, `size` the largest font size
    in points, `fill` and `colour` RRGGBB or empty.
    """

    style: str = ""
    indent: int = 0
    size: float = 0.0
    bold: bool = False
    underlined: bool = False
    capitals: bool = False
    centred: bool = False
    fill: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; `contents` marks a line of a contents list or index.

    `text` is its visible words; `revised` says that a tracked change touched it; `joined` that Word
    shows it and a neighbour as one; `anchors` are the locators of the notes and comments on it.
    """

    locator: str
    spans: tuple[Span, ...]
    look: Look = Look()
    contents: bool = False
    revised: bool = False
    joined: bool = False
    anchors: tuple[str, ...] = ()
    # Kept, since it is asked for some twenty times of each.
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the visible words together."""
        seen = [span.text for span in self.spans if span.fate is Fate.VISIBLE]
        object.__setattr__(self, "text", "".join(seen))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Paragraph):
    """A paragraph that names what follows.

    `level` counts from 1 (0 is the document's title); `label` is its computed number ("2.1");
    `inferred` says why it is taken for a heading where Word does not say so, else empty.
    """

    level: int
    label: str = ""
    inferred: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Paragraph):
    """A paragraph with a list mark.

    `level` counts from 0 as a reader sees it, `stored` is the level in the file where that is
    another; `label` is the mark Word shows ("•", "a)", "3.1"); `series` tells lists apart; `typed`
    says that the mark is typed text, which then still stands in the spans.
    """

    level: int
    label: str = ""
    ordered: bool = False
    series: str = ""
    typed: bool = False
    stored: int | None = None


class AltKind(StrEnum):
    """What words beside the text are."""

    DESCRIPTION = "description"
    DIAGRAM = "diagram"
    CHART = "chart"
    WORD_ART = "word-art"
    DRAWING = "drawing"
    CHOICE = "choice"
    INSERTED_FILE = "inserted-file"
    EMBEDDED = "embedded-document"


@dataclass(frozen=True, slots=True, kw_only=True)
class AltText:
    """Words beside the text, at the locator of the paragraph or table that holds them.

    `kind` says what they are, by default the description of a picture; `fate` whether Word shows
    them; `origin` names the part or file they stand in, where it is another than the text's.
    """

    locator: str
    text: str
    kind: AltKind = AltKind.DESCRIPTION
    fate: Fate = Fate.VISIBLE
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A box of text, standing after the paragraph it is anchored to."""

    locator: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A table cell; `column` is its place in the grid, from 0.

    `continues` marks a cell that is vertically merged into the one above.
    """

    locator: str
    blocks: "tuple[Block, ...]"
    column: int
    column_span: int = 1
    row_span: int = 1
    continues: bool = False
    fill: str = ""

    @cached_property
    def lines(self) -> "tuple[Paragraph, ...]":
        """The paragraphs in it that have visible letters or digits."""
        return tuple(line for line in paragraphs(self.blocks) if _WORD.search(line.text))

    @cached_property
    def words(self) -> str:
        """All its visible words, on one line."""
        return " ".join(" ".join(line.text for line in paragraphs(self.blocks)).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A table row; `header` where Word repeats it on every page."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as rows of real cells; merged cells say so themselves."""

    locator: str
    rows: tuple[Row, ...]


Block = Heading | ListItem | Paragraph | Table | TextBox | AltText


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One stream of text; `locator` is its root ("body", "footnote[3]").

    Of a comment, `parent` is the root of the one it answers, `resolved` says that it was settled.
    """

    kind: StoryKind
    locator: str
    blocks: tuple[Block, ...]
    parent: str = ""
    resolved: bool = False


class TrackedChanges(StrEnum):
    """What is done with tracked changes: read as accepted or rejected, and whether people are asked."""

    FLAG = "flag"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """How many tracked changes a document holds, by kind, and what was done with them.

    `moves` counts each move once; `looks` are changes of formatting only, which no word hangs on.
    """

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    looks: int = 0
    policy: TrackedChanges = TrackedChanges.FLAG

    @property
    def of_words(self) -> int:
        """The changes that words hang on."""
        return self.insertions + self.deletions + self.moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A Word file, read.

    `source` is its path below the folder of documents, with `/`; `digest` the SHA-256 of its
    bytes; `title` and `edition` (a date, ISO) what its properties say; `letters` the letters and
    digits of its text-bearing nodes by a count that does not use the blocks; `revisions` its
    tracked changes; `warnings` what a person should know, in plain words.
    """

    source: str
    digest: str
    title: str
    edition: str
    stories: tuple[Story, ...]
    letters: int
    revisions: Revisions = Revisions()
    warnings: tuple[str, ...] = ()


def count_letters(text: str) -> int:
    """Count letters and digits so that the count of parts adds up to the count of the whole."""
    if text.isascii():
        return len(text.encode().translate(None, _SIGNS))
    plain = unicodedata.normalize("NFKD", text).encode(errors="surrogatepass")
    others = plain.translate(None, _ASCII).decode(errors="surrogatepass")
    return len(plain.translate(None, _SIGNS + _BEYOND)) + sum(map(str.isalnum, others))


# As bytes, letters are left when all else is gone: a tenth of the time of asking each character.
_ASCII: Final = bytes(range(128))
_BEYOND: Final = bytes(range(128, 256))
_SIGNS: Final = bytes(code for code in _ASCII if not chr(code).isalnum())
_WORD: Final = re.compile(r"[^\W_]+")


def count_words(text: str) -> int:
    """Count maximal runs of letters and digits, the words of the contract."""
    return len(_WORD.findall(unicodedata.normalize("NFKC", text)))


def leaves(blocks: tuple[Block, ...]) -> Iterator[Paragraph | AltText]:
    """Walk blocks in document order, into tables and text boxes, and yield what holds words."""
    for block in blocks:
        match block:
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from leaves(cell.blocks)
            case TextBox(blocks=inner):
                yield from leaves(inner)
            case _:
                yield block


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Walk blocks in document order, into tables and text boxes, and yield the paragraphs."""
    return (leaf for leaf in leaves(blocks) if isinstance(leaf, Paragraph))
