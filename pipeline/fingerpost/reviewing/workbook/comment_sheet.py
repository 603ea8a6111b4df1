"""Statements of the directory in, a workbook for people who comment and decide nothing out."""

from collections.abc import Sequence

from fingerpost.directory import Item
from fingerpost.outcome import Outcome
from fingerpost.packs import PackSent
from fingerpost.pages import plural
from fingerpost.reviewing.columns import COMMENTER, REF, Sheet
from fingerpost.reviewing.labels import labels_of
from fingerpost.reviewing.refs import item_ref
from fingerpost.reviewing.review import Lever, QueueRow, Review
from fingerpost.reviewing.workbook.sent import sent
from fingerpost.reviewing.workbook.sheets import Grid
from fingerpost.reviewing.workbook.start import Line
from fingerpost.reviewing.workbook.workbook import bound
from fingerpost.rulebook import Council
from fingerpost.taxonomy import Facet, Taxonomy


def to_comment(outcome: Outcome, area: str = "") -> Review:
    """Return the statements that are accepted or approved, all or those of one area.

    Nothing is asked about them, so that nothing stands beside them but where they belong.
    """
    live = (item for item in outcome.items if item.live)
    rows = tuple(_row(item) for item in live if not area or area in item.concepts(Facet.AREA))
    return Review(
        headings=(),
        queue=rows,
        skim=(),
        lever=Lever(questions=0, settled=0, waiting=len(rows)),
    )


def comments_workbook(
    review: Review, taxonomy: Taxonomy, council: Council, pack: PackSent
) -> bytes:
    """Return a workbook with one box for a comment beside each statement."""
    grid = Grid(
        sheet=Sheet.COMMENTS,
        rows=tuple(
            {
                "Statement": _whole(row.item),
                "Under": row.item.classified.strategy.heading_path,
                REF: str(row.ref),
            }
            for row in review.queue
        ),
    )
    return bound(
        _start(review.queue, council),
        (grid,),
        sent((grid,), labels_of(taxonomy), council.id, pack),
        title=f"{council.name}: what do you think?",
    )


def _row(item: Item) -> QueueRow:
    return QueueRow(ref=item_ref(item), item=item, doubt="", why="", group=0)


def _whole(item: Item) -> str:
    lead_in = item.classified.strategy.lead_in
    return "\n".join(filter(None, (lead_in, item.text)))


def _start(rows: Sequence[QueueRow], council: Council) -> tuple[Line, ...]:
    return (
        Line("title", (f"{council.name}: what do you think?",)),
        Line(
            "text",
            (
                f"This file has {plural(len(rows), 'statement')} that {council.name} wants to put "
                "into its directory for schools. Tell us what you think of them. Comment on as many "
                "or as few as you like.",
            ),
        ),
        Line("heading", ("Three steps",)),
        *(Line("step", (f"{n}.  {words}",)) for n, words in enumerate(_STEPS, 1)),
        Line("heading", ("What happens with what I write?",)),
        Line("text", (_AFTER.format(column=COMMENTER),)),
    )


_STEPS = (
    "Open the Comments sheet. Each row has one statement.",
    "Type what you think into the yellow cell beside it. Leave the others empty.",
    "Save the file and send it back to whoever sent it to you.",
)
_AFTER = (
    "The team reads every comment and decides. Nothing you write is published. You need not give "
    "your name: leave “{column}” empty. Please do not name any child."
)
