"""A review in, the rows of each sheet as plain text out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.directory import Item
from fingerpost.pages import visible
from fingerpost.reviewing.asking.proposals import skimmed_proposal
from fingerpost.reviewing.asking.rules import examples, rule_sentence
from fingerpost.reviewing.asking.stopping import PICKED, picked_told
from fingerpost.reviewing.asking.thoughts import ASKED, UNASKED, UNDERSTOOD
from fingerpost.reviewing.columns import (
    ANSWERS,
    ASKED_AFTER,
    BY_LOT,
    COLUMNS,
    DECISION,
    FURTHER,
    MEANS,
    PLAIN,
    REF,
    SAYS,
    VOICES,
    WORDING,
    Sheet,
)
from fingerpost.reviewing.labels import label_cells, shown_labels
from fingerpost.reviewing.refs import item_ref
from fingerpost.reviewing.review import HeadingQuestion, QueueRow, Review, SkimGroup, Standing
from fingerpost.reviewing.wordings import offered
from fingerpost.taught import Proposal
from fingerpost.taxonomy import Facet, Taxonomy

Row = dict[str, str | int]
"""One row's cells by column; a column it does not name is empty."""

KINDS = {
    Facet.AREA: "Area",
    Facet.NEED: "Need",
    Facet.UNIVERSAL: "Whole school",
    Facet.STANDARD: "Standard",
    Facet.STAGE: "Stage",
}
"""What each kind of label is called on the sheets."""

_FOUND_IN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet as a table; rows count from 0.

    A thin rule stands before the rows `starts` and a thick one before `divides`. Rows that are
    `strong` head others; `quiet` ones are best left alone, and `settled` ones need no answer.
    `beside` holds, by key, what a row is sent with that its sheet has no column for.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    starts: frozenset[int] = frozenset()
    divides: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    quiet: frozenset[int] = frozenset()
    settled: frozenset[int] = frozenset()
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The header row; advice on wording comes last, where any row has some."""
        advice = (PLAIN,) if any(row.get(PLAIN) for row in self.rows) else ()
        return (*self._usual, *self.further, *advice)

    @property
    def _usual(self) -> tuple[str, ...]:
        """The columns of this sheet; of those for what people say, as many as there are people."""
        if self.sheet is not Sheet.MEETING:
            return COLUMNS[self.sheet]
        said = sum(any(row.get(name) for row in self.rows) for name in SAYS)
        return tuple(name for name in COLUMNS[self.sheet] if name not in SAYS[said:])

    @property
    def further(self) -> tuple[str, ...]:
        """The columns that only some councils use, where the rows have them."""
        return tuple(name for name in FURTHER if any(name in row for row in self.rows))

    def sent(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield for each row that may be answered its key and its answer cells as they are sent."""
        names = (*ANSWERS.get(self.sheet, ()), *self.further, ASKED_AFTER)
        for row in self.rows:
            if REF in row:
                answers = {name: str(row.get(name, "")) for name in names}
                yield str(row[REF]), {**answers, **self.beside.get(str(row[REF]), {})}


def grids(review: Review, taxonomy: Taxonomy) -> tuple[Grid, ...]:
    """Return all sheets but the first; proposed rules have one where there are any."""
    return (
        _headings(review),
        _queue(review, taxonomy),
        _skim(review, taxonomy),
        *([_rules(review, taxonomy)] if review.rules else []),
        categories(taxonomy),
    )


def _headings(review: Review) -> Grid:
    standings = [question.standing for question in review.headings]
    return Grid(
        sheet=Sheet.HEADINGS,
        rows=tuple(map(_heading, review.headings)),
        starts=frozenset(_changes(standings)),
        settled=frozenset(n for n, one in enumerate(standings) if one is not Standing.OPEN),
    )


def _heading(question: HeadingQuestion) -> Row:
    return {
        "Heading": question.text,
        "Times used": question.times,
        "Two examples": "\n".join(f"• {example}" for example in question.examples),
        "Found in": _found_in(question),
        "We think it means": _thought(question),
        MEANS: question.answer,
        ASKED_AFTER: question.asked_after,
        REF: str(question.ref),
    }


def _found_in(question: HeadingQuestion) -> str:
    more = len(question.found_in) - _FOUND_IN
    names = "\n".join(question.found_in[:_FOUND_IN]) + (f"\nand {more} more" if more > 0 else "")
    return f"As a {question.place}, in:\n{names}"


def _thought(question: HeadingQuestion) -> str:
    thought = question.thought or "We do not know."
    waiting = f"{question.waiting} statements wait" if question.waiting > 1 else "1 statement waits"
    match question.standing:
        case Standing.OPEN if question.contested:
            return f"{thought}\nYou differ; please settle it. {question.contested}."
        case Standing.OPEN:
            return f"{thought}\n{ASKED.format(waiting)}"
        case Standing.QUIET:
            return f"{thought}\n{UNASKED}"
        case Standing.UNDERSTOOD:
            return f"{thought}\n{UNDERSTOOD}"
        case Standing.ANSWERED:
            return f"{thought}\nAnswered by {question.answered_by}."


def _queue(review: Review, taxonomy: Taxonomy) -> Grid:
    by_heading = [bool(row.headings) for row in review.queue]
    return Grid(
        sheet=Sheet.QUEUE,
        rows=tuple(
            _statement(row, taxonomy, child_voice=review.child_voice) for row in review.queue
        ),
        starts=frozenset(_changes([row.group for row in review.queue])),
        divides=frozenset(_changes(by_heading)),
        quiet=frozenset(n for n, waits in enumerate(by_heading) if waits),
    )


def _voices(item: Item) -> dict[str, str]:
    """Return the child's words and who wrote them, as they stand."""
    verdict = item.verdict
    both = (verdict.child_voice, verdict.child_voice_by) if verdict else ("", "")
    return dict(zip(VOICES, both, strict=True))


def _statement(row: QueueRow, taxonomy: Taxonomy, *, child_voice: bool) -> Row:
    strategy = row.item.classified.strategy
    return {
        DECISION: "",
        WORDING: offered(row.item),
        **label_cells(row.item, taxonomy),
        **(_voices(row.item) if child_voice else {}),
        "Why it is here": row.why,
        "In Word": visible(_joined(strategy.lead_in, strategy.source_text)),
        "Under": strategy.heading_path,
        "Before and after": visible(
            _joined(
                strategy.before and f"Before: {strategy.before}",
                strategy.after and f"After: {strategy.after}",
                *row.remarks,
            )
        ),
        "Document": strategy.document,
        ASKED_AFTER: row.item.known_until,
        REF: str(row.ref),
        PLAIN: "\n".join(hint.says for hint in row.hints),
    }


def _skim(review: Review, taxonomy: Taxonomy) -> Grid:
    """Put what was picked by lot first; it stands only there, and is remembered with its labels."""
    rows: list[Row] = []
    starts = []
    blocks = [_picked(review, taxonomy)] if review.by_lot else []
    for block in (*blocks, *(_skimmed(group, review, taxonomy) for group in review.skim)):
        starts.append(len(rows))
        rows += block
    return Grid(
        sheet=Sheet.SKIM,
        rows=tuple(rows),
        starts=frozenset(starts),
        strong=frozenset(starts),
        beside={
            str(item_ref(item)): {WORDING: item.text, **label_cells(item, taxonomy)}
            for item in review.by_lot
        },
    )


def _picked(review: Review, taxonomy: Taxonomy) -> Iterator[Row]:
    yield {"Statement": picked_told(len(review.by_lot)), REF: BY_LOT}
    for item in review.by_lot:
        yield _settled(item, taxonomy, PICKED, *review.remarks.get(item.id, ()))


def _skimmed(group: SkimGroup, review: Review, taxonomy: Taxonomy) -> Iterator[Row]:
    picked = {item.id for item in review.by_lot}
    above = sum(item.id in picked for item in group.items)
    count = f"{len(group.items)} under this heading{_above(above, len(group.items))}."
    yield {
        "Statement": f"{count}{_seen(group)}",
        "Under": group.heading_path or "(no heading)",
        REF: str(group.ref),
    }
    for item in group.items:
        if item.id not in picked:
            yield _settled(item, taxonomy, *review.remarks.get(item.id, ()))


def _settled(item: Item, taxonomy: Taxonomy, *said: str) -> Row:
    labels = [label for f in Facet for label in shown_labels(item.concepts(f), taxonomy)]
    strategy = item.classified.strategy
    return {
        "Statement": _joined(strategy.lead_in, item.text, skimmed_proposal(strategy), *said),
        "Categories": "; ".join(labels),
        "Under": strategy.heading_path or "(no heading)",
        "Document": strategy.document,
        REF: str(item_ref(item)),
    }


def _above(picked: int, of: int) -> str:
    if not picked:
        return ""
    return ", all at the top" if picked == of else f", {picked} of them at the top"


def _rules(review: Review, taxonomy: Taxonomy) -> Grid:
    rows: tuple[Row, ...] = tuple(
        {
            "Rule": " ".join((rule_sentence(one, taxonomy), *_divided(one, review))),
            "Examples": examples(one),
            ASKED_AFTER: _asked_after(one, review),
            REF: one.rule.key,
        }
        for one in review.rules
    )
    return Grid(sheet=Sheet.RULES, rows=rows)


def _divided(rule: Proposal, review: Review) -> Iterator[str]:
    if told := review.divided.get(rule.rule.key):
        yield f"You differ; please settle it. {told.said}."


def _asked_after(rule: Proposal, review: Review) -> str:
    told = review.divided.get(rule.rule.key)
    return told.decided_on if told else ""


def _seen(group: SkimGroup) -> str:
    if not group.skimmed_by:
        return ""
    since = " before; some are new or changed since" if group.changed else ""
    return f" {group.skimmed_by} found them fine{since}."


def categories(taxonomy: Taxonomy) -> Grid:
    """Return what each category covers."""
    concepts = [concept for facet in Facet for concept in taxonomy.of(facet)]
    rows: tuple[Row, ...] = tuple(
        {
            "Kind": KINDS[concept.facet],
            "Category": concept.label,
            "What it covers": concept.definition,
            "Examples": "\n".join(f"• {example}" for example in concept.examples),
            "What it is not": concept.exclusion,
        }
        for concept in concepts
    )
    return Grid(
        sheet=Sheet.CATEGORIES,
        rows=rows,
        starts=frozenset(_changes([concept.facet for concept in concepts])),
    )


def _changes(values: Sequence[object]) -> Iterator[int]:
    for place in range(1, len(values)):
        if values[place] != values[place - 1]:
            yield place


def _joined(*parts: str) -> str:
    return "\n".join(filter(None, parts))
