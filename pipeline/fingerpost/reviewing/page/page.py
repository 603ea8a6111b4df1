"""What people are asked in, one page that takes their answers, from disk and without a network, out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from fingerpost.packs import PackKind, PackSent
from fingerpost.pages import render
from fingerpost.reviewing.asking.precedents import Precedent
from fingerpost.reviewing.labels import labels_of
from fingerpost.reviewing.page.page_data import Asked, Plain, page_data
from fingerpost.reviewing.review import QueueRow, Review, Standing
from fingerpost.reviewing.workbook.sent import sent
from fingerpost.reviewing.workbook.sheets import grids
from fingerpost.rulebook import Council
from fingerpost.taxonomy import Taxonomy

TEMPLATES = Path(__file__).parent / "templates"
"""Where this stage's pages are laid out."""

SCRIPTS = (
    "elements.js",
    "zip.js",
    "markup.js",
    *(
        f"review/{name}.js"
        for name in (
            "passages",
            "store",
            "pace",
            "answers",
            "workbook",
            "files",
            "keys",
            "lists",
            "progress",
            "labels",
            "beside",
            "cards",
            "bulk",
            "skim",
            "listing",
            "welcome",
            "saving",
            "page",
        )
    ),
)
"""The parts of the page's script; each uses only what stands before it until all are there."""

_UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
_TITLES = {
    PackKind.SHARE: ("{}'s share", "A share of the review"),
    PackKind.SECOND: ("{}'s second look", "A second look"),
    PackKind.MEETING: ("For the meeting", "For the meeting"),
    PackKind.COMMENTS: ("What do you think?", "What do you think?"),
}
"""What each kind of pack is called: somebody's, or nobody's by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All statements that wait for one reason."""

    doubt: str
    rows: tuple[QueueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is shown beside statements, by the id of the item.

    `passages` are the blocks round it in Word, as safe markup, `precedents` decisions about others
    like it.
    """

    passages: Mapping[str, str] = field(default_factory=dict)
    precedents: Mapping[str, Sequence[Precedent]] = field(default_factory=dict)


def review_page(
    review: Review,
    taxonomy: Taxonomy,
    council: Council,
    *,
    beside: Beside | None = None,
    pack: PackSent | None = None,
) -> str:
    """Return the page: with a script it takes answers, without one it can be read.

    A pack's page is for one person; one of the kind `comments` asks for comments and no decisions.
    """
    sheets = grids(review, taxonomy)
    asked = Asked(
        review=review,
        taxonomy=taxonomy,
        sheets={grid.sheet: grid for grid in sheets},
        sent=sent(sheets, labels_of(taxonomy), council.id, pack),
        passages=beside.passages if beside else {},
        precedents=beside.precedents if beside else {},
        comments=pack is not None and pack.kind is PackKind.COMMENTS,
    )
    return render(
        TEMPLATES,
        "review.html",
        script=SCRIPTS,
        sheet=("copy.css", "review.css"),
        here="review.html",
        council=council.name,
        title=_title(pack),
        pack=pack,
        comments=asked.comments,
        what="comments" if asked.comments else "answers",
        review=review,
        questions=[q for q in review.headings if q.standing is Standing.OPEN],
        sections=tuple(_sections(review)),
        data=_embedded(page_data(asked)),
    )


def _title(pack: PackSent | None) -> str:
    if pack is None:
        return "Review of Word guidance"
    named, unnamed = _TITLES[pack.kind]
    return named.format(pack.person) if pack.person else unnamed


def _sections(review: Review) -> Iterator[Section]:
    for doubt, rows in groupby(review.queue, key=lambda row: row.doubt):
        yield Section(doubt=doubt, rows=tuple(rows))


def _embedded(data: Plain) -> Markup:
    """Write values so that nothing in them can end the element that they stand in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - no markup is left in it
