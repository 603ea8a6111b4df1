"""Who is measured, with which settings, and what each does not set out to give."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ADAPTERS: Final = Path(__file__).with_name("peers")
REQUIREMENTS: Final = Path(__file__).with_name("requirements")
US: Final = "fingerpost"
_LISTS: Final = frozenset(
    {
        "list items",
        "items in tables",
        "items in text boxes",
        "item precision",
        "item level",
        "nested level",
    }
)
_STRUCTURE: Final = _LISTS | {"headings", "heading precision", "heading level", "links"}
_MARGINS: Final = frozenset({"headers and footers"})
_COMMENTS: Final = frozenset({"comments"})


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader of Word files.

    `offers_not` names the shares that it does not set out to give; they are shown as "–".
    `only_cost` marks a part of a reader that is measured for its cost.
    """

    name: str
    distribution: str
    settings: str
    offers_not: frozenset[str] = frozenset()
    file: str = ""
    convert: str = "convert"
    only_cost: bool = False
    folder: Path = ADAPTERS

    @property
    def adapter(self) -> Path:
        """The file that runs it; `convert` names the function there."""
        return self.folder / f"{self.file or self.name}.py"

    @property
    def is_ours(self) -> bool:
        """Whether it is installed with the checkout."""
        return self.distribution == US


READERS: Final = (
    Reader(
        US,
        US,
        "reading and extraction with the account of every word; what it infers is left out",
    ),
    Reader(
        "fingerpost-reading",
        US,
        "reading alone, which is what the others do",
        file=US,
        convert="convert_alone",
        only_cost=True,
    ),
    Reader(
        "all2md",
        "all2md",
        "Markdown, comments asked for",
        _MARGINS,
    ),
    Reader(
        "docling",
        "docling-slim",
        "its own document, all layers; installed without its models, which Word files do not need",
    ),
    Reader(
        "docx2python",
        "docx2python",
        "paragraphs of all stories with style and list position; comments; merged cells once",
    ),
    Reader("docx2txt", "docx2txt", "text, all it gives", _STRUCTURE | _COMMENTS | {"notes"}),
    Reader(
        "kreuzberg",
        "kreuzberg",
        "Markdown, and headers and footers from its document structure",
        _COMMENTS,
    ),
    Reader("mammoth", "mammoth", "HTML, comments asked for, pictures left out", _MARGINS),
    Reader("markitdown", "markitdown", "Markdown, as it comes", _MARGINS | _COMMENTS),
    Reader(
        "naive",
        "python-docx",
        "python-docx as in tutorials: paragraphs, names of styles, tables",
        _MARGINS | _COMMENTS | {"links", "notes"},
    ),
    Reader("oxide", "office-oxide", "HTML, where its Markdown flattens some lists"),
    Reader("pandoc", "pypandoc_binary", "syntax tree (JSON), comments asked for", _MARGINS),
    Reader(
        "unstructured",
        "unstructured",
        "elements, with en_core_web_sm 3.8.0",
        _COMMENTS | {"notes"},
    ),
    Reader("xberg", "xberg", "Markdown, and headers and footers from its document structure"),
)
