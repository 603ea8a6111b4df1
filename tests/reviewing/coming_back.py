"""Drawn files of several people in, what stands once they were taken in, in this order or that, out."""

from dataclasses import dataclass, replace

from fingerpost.curating import arrange, fold, settle
from fingerpost.decisions import Decision, Standing
from fingerpost.logbook import chain
from fingerpost.reviewing import Memory, decide, index, triage, understand
from fingerpost.reviewing.columns import ASKED_AFTER, DECISION, MEANS, NOTE, REVIEWER, Sheet
from fingerpost.reviewing.labels import labels_of
from fingerpost.reviewing.returning.forms import Form, FormRow
from fingerpost.reviewing.returning.returns import Opened
from fingerpost.reviewing.workbook.sent import Sent
from fingerpost.reviewing.workbook.sheets import grids
from fingerpost.strategies import Join
from fingerpost.suggestions import Reason
from hypothesis import strategies as st

from tests.support.outcomes import TAXONOMY, outcome, statement

WHOLE = "Give time to answer."
_JOIN = Join(("Give time\n", "to answer."), ("body/p[8]", "body/p[9]"), WHOLE, "")
DOUBT = [Reason.NO_LABEL]
Log = tuple[Decision, ...]


def _at(item, locator):
    strategy = replace(item.classified.strategy, locator=locator)
    return replace(item, classified=replace(item.classified, strategy=strategy))


ITEMS = tuple(
    _at(item, f"body/p[{place}]")
    for place, item in enumerate(
        (
            statement("Face the pupil"),
            statement("Keep noise low"),
            statement(
                "Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], one="s-sit", area=()
            ),
            statement("Use a radio aid", "Radio", reasons=DOUBT, need=("sp-msi",), one="s-radio"),
            statement("Ring home", "Radio", reasons=DOUBT, one="s-ring", need=("sp-hearing",)),
            statement("Give time", "Radio", reasons=DOUBT, one="s-first", join=_JOIN),
            statement("to answer.", "Radio", reasons=DOUBT, one="s-next"),
        ),
        3,
    )
)
CLASSIFIED = tuple(item.classified for item in ITEMS)
EXTRACTIONS = outcome(*ITEMS).extractions


def world(log: Log):
    """Return what a run finds once the log says this."""
    standing = fold(log, TAXONOMY)
    items, replaced = arrange(settle(CLASSIFIED, standing))
    made = outcome(*items, replaced=replaced)
    return replace(made, standing=standing, extractions=EXTRACTIONS)


def sheets(log: Log) -> dict[Sheet, dict[str, dict[str, str]]]:
    """Return the answer cells of all rows that a run asks people, by sheet and Ref."""
    return {
        grid.sheet: dict(grid.sent())
        for grid in grids(triage(world(log)), TAXONOMY)
        if grid.sheet is not Sheet.CATEGORIES
    }


@dataclass(frozen=True)
class File:
    """One drawn file: what it says of which rows, and how it came about."""

    name: str
    person: str
    saved_on: str
    is_page: bool
    blind: bool
    lost: bool
    said: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]

    def without(self, place: int) -> "File":
        """Return the file without what it says of one row."""
        return replace(self, said=tuple(one for one in self.said if one[0] != place))


MOMENTS = ("", *(f"2026-03-0{day}T09:00:00+00:00" for day in (1, 2, 3)))
_QUEUE = st.fixed_dictionaries(
    {DECISION: st.sampled_from(["Keep", "Change", "Reject", "Not sure", "For the meeting"])},
    optional={
        "Wording": st.sampled_from(["Other words", "One part\nAnother part", WHOLE]),
        "Need": st.sampled_from(["Hearing", "Memory and organisation", ""]),
        "Area": st.sampled_from(["Cognition and learning", "Sensory and physical"]),
        NOTE: st.sampled_from(["why", "so"]),
    },
)
_HEADING = st.fixed_dictionaries({MEANS: st.sampled_from(["Hearing", "Not advice", "Advice"])})
_SKIM = st.sampled_from([{"All fine": "x"}, {"Pull out": "x"}])
_CELLS = st.tuples(_QUEUE, _HEADING, _SKIM).map(
    lambda drawn: dict(zip((Sheet.QUEUE, Sheet.HEADINGS, Sheet.SKIM), drawn, strict=True))
)


def _rows(cells):
    return tuple((sheet, tuple(sorted(one.items()))) for sheet, one in cells.items())


SAID = st.lists(
    st.tuples(st.integers(0, 8), _CELLS.map(_rows)),
    min_size=1,
    max_size=5,
    unique_by=lambda s: s[0],
).map(tuple)
FILES = st.lists(
    st.builds(
        File,
        name=st.just(""),
        person=st.sampled_from(["Ann", "ann", "Bob", ""]),
        saved_on=st.sampled_from(MOMENTS),
        is_page=st.booleans(),
        blind=st.booleans(),
        lost=st.booleans(),
        said=SAID,
    ),
    min_size=2,
    max_size=4,
).map(lambda files: tuple(replace(one, name=f"file {n}.xlsx") for n, one in enumerate(files)))


def opened(file: File, asked) -> Opened:
    """Return a file as it is read: rows typed into what was asked."""
    places = [(sheet, ref) for sheet, rows in asked.items() for ref in rows]
    rows = []
    for place, said in file.said:
        sheet, ref = places[place % len(places)]
        typed = dict(dict(said)[sheet])
        kept = {} if file.is_page else asked[sheet][ref]
        cells = {name: value for name, value in kept.items() if name != ASKED_AFTER}
        rows.append(
            FormRow(
                sheet=sheet,
                place=f"{sheet}, row {place}",
                ref=ref,
                cells=cells | typed | {REVIEWER: file.person},
                given=file.saved_on if file.is_page else "",
                asked_after=asked[sheet][ref].get(ASKED_AFTER, "") if file.is_page else "",
            )
        )
    every = {ref: cells for rows in asked.values() for ref, cells in rows.items()}
    sent = Sent(council="leeds", blind=file.blind, rows=every, labels=labels_of(TAXONOMY))
    lost = Sent(council="")
    one_each = {row.ref: row for row in rows}
    return Opened(
        file.name,
        f"{file.name}#{file.name[5:6]}0000000",
        Form(
            rows=tuple(one_each.values()),
            sent=lost if file.lost else sent,
            saved_on=file.saved_on,
        ),
    )


def applied(log: Log, files, asked, day: int = 1) -> Log:
    """Take some files in at once, as one apply does."""
    made = world(log)
    known, memory = index(made), Memory.of(log)
    lines = []
    for file in files:
        returned = understand(opened(file, asked), known, TAXONOMY)
        at = f"2026-04-{day:02d}T09:00:00+00:00"
        lines += decide(returned, made, known, at, memory).lines
    return (*log, *chain(log, lines))


def one_by_one(log: Log, files, asked, first: int = 1) -> Log:
    """Take files in, each by an apply of its own."""
    for day, file in enumerate(files, first):
        log = applied(log, [file], asked, day)
    return log


def stands(log: Log):
    """Return all that stands and what it makes of the statements, but for when it was taken in."""
    standing: Standing = fold(log, TAXONOMY)
    items, replaced = arrange(settle(CLASSIFIED, standing))
    return (
        {item: replace(verdict, decided_on="") for item, verdict in standing.verdicts.items()},
        {key: replace(answer, decided_on="") for key, answer in standing.answers.items()},
        {key: one.said for key, one in standing.contested.items()},
        standing.skimmed,
        [(item.id, item.text, item.status, item.labels, item.reasons) for item in items],
        [one.by for one in replaced],
    )
