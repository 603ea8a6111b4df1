"""What people are asked in, the same as plain values for the page's script out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.cells import CUT, LONGEST
from fingerpost.directory import Item
from fingerpost.pages import copy_link, visible
from fingerpost.reviewing.asking.pace import Pace
from fingerpost.reviewing.asking.precedents import Precedent
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ALL_LABELS,
    BY_LOT,
    REF,
    SPECIAL_MEANINGS,
    WORDING,
    Choice,
    LabelColumns,
    RuleChoice,
    Sheet,
)
from fingerpost.reviewing.labels import Labels, labels_of, meaning_labels, shown_labels
from fingerpost.reviewing.page.choices import label_choices
from fingerpost.reviewing.refs import parse_ref
from fingerpost.reviewing.review import (
    HeadingQuestion,
    QueueRow,
    Review,
    Standing,
)
from fingerpost.reviewing.workbook.sent import Sent, to_columns
from fingerpost.reviewing.workbook.sheets import KINDS, Grid, Row
from fingerpost.reviewing.workbook.start import MEANINGS
from fingerpost.taxonomy import Taxonomy

Plain = Mapping[str, object]
"""A value as JSON has it."""

_STATES = {
    Standing.OPEN: "Please answer.",
    Standing.QUIET: "Nothing waits for this. Answer only if advice is missing.",
    Standing.UNDERSTOOD: "Understood, no answer needed.",
}


@dataclass(slots=True)
class _Words:
    """Texts that occur again and again, each kept once and named by its number."""

    texts: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        """Return the number of a text."""
        return self.texts.setdefault(text, len(self.texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that one page asks: the questions, their sheets, what is remembered, and what is beside.

    `passages` leads from an item's id to the blocks round it in its document, `precedents` to what
    was decided about others like it; `comments` says that nothing is to be decided.
    """

    review: Review
    taxonomy: Taxonomy
    sheets: Mapping[Sheet, Grid]
    sent: Sent
    passages: Mapping[str, str]
    precedents: Mapping[str, Sequence[Precedent]]
    comments: bool = False


def page_data(asked: Asked) -> Plain:
    """Return everything that the script needs; `words` are texts that others name by number."""
    words = _Words()
    labels = labels_of(asked.taxonomy)
    statements = [_statement(row, cells, asked, words) for row, cells in _queue(asked)]
    return {
        "council": asked.sent.council,
        "questions": asked.sent.pack,
        "pack": asked.sent.pack_id,
        "person": asked.sent.person,
        "blind": asked.sent.blind,
        "comments": asked.comments,
        "cell": {"longest": LONGEST, "cut": CUT},
        "allFine": ALL_FINE,
        "seconds": _seconds(asked.review.pace),
        "choices": [choice.value for choice in Choice],
        "ruleChoices": [choice.value for choice in RuleChoice],
        "kinds": [_kind(pair, labels) for pair in _pairs(asked)],
        "voices": _voices(asked),
        "meanings": _meanings(asked.taxonomy, labels),
        "answers": MEANINGS,
        "headings": [_heading(one, labels) for one in asked.review.headings],
        "statements": statements,
        "rules": _table(asked, Sheet.RULES),
        "skim": _skim(asked),
        "categories": _table(asked, Sheet.CATEGORIES),
        "words": list(words.texts),
        "sent": to_columns(asked.sent),
        "rowColumns": list(dict.fromkeys(name for row in asked.sent.rows.values() for name in row)),
    }


def _seconds(pace: Pace) -> Plain:
    """How long an answer takes, until this person's own pace is known, and on what that rests."""
    return {"heading": pace.heading, "statement": pace.statement, "said": str(pace)}


def _pairs(asked: Asked) -> list[LabelColumns]:
    return [pair for pair in ALL_LABELS if pair.facet in asked.taxonomy.facets]


def _kind(pair: LabelColumns, labels: Labels) -> Plain:
    """One kind of label: its two columns, what one is called, and the labels to choose from."""
    names = [label for facet, label, _ in labels.entries if facet is pair.facet]
    return {"name": pair.main, "also": pair.also, "one": pair.one, "labels": names}


def _voices(asked: Asked) -> list[str]:
    """Return the columns for a child's words and who wrote them, where the council has them."""
    labels = {name for pair in ALL_LABELS for name in (pair.main, pair.also)}
    return [name for name in asked.sheets[Sheet.QUEUE].further if name not in labels]


def _meanings(taxonomy: Taxonomy, labels: Labels) -> list[Plain]:
    """Return what a heading may mean, as in the workbook's list, in groups."""
    groups: dict[str, list[str]] = {}
    for label, meaning in meaning_labels(labels).items():
        special = meaning in SPECIAL_MEANINGS
        group = "What it says" if special else KINDS[taxonomy[meaning].facet]
        groups.setdefault(group, []).append(label)
    return [{"name": name, "labels": names} for name, names in groups.items()]


def _heading(question: HeadingQuestion, labels: Labels) -> Plain:
    return {
        "ref": str(question.ref),
        "text": question.text,
        "place": question.place,
        "times": question.times,
        "waiting": question.waiting,
        "examples": question.examples,
        "found": question.found_in,
        "thought": _told(question),
        "proposed": _proposed(question.thought, labels),
        "open": question.standing is Standing.OPEN,
        "state": _state(question),
    }


def _told(question: HeadingQuestion) -> str:
    """Return what we think, and what people said where they differ."""
    differ = question.contested and f"You differ; please settle it. {question.contested}."
    return " ".join(filter(None, (question.thought, differ)))


def _proposed(thought: str, labels: Labels) -> str:
    """Return the answer in the list that a thought begins with, if it begins with one."""
    fits = (one for one in meaning_labels(labels) if f"{thought}.".startswith(f"{one}."))
    return max(fits, key=len, default="")


def _state(question: HeadingQuestion) -> str:
    if question.standing is Standing.ANSWERED:
        return f"Answered by {question.answered_by}: {question.answer}."
    return _STATES[question.standing]


def _queue(asked: Asked) -> Iterator[tuple[QueueRow, Row]]:
    yield from zip(asked.review.queue, asked.sheets[Sheet.QUEUE].rows, strict=True)


def _statement(row: QueueRow, cells: Row, asked: Asked, words: _Words) -> Plain:
    strategy = row.item.classified.strategy
    return {
        "ref": str(row.ref),
        "lead": visible(strategy.lead_in),
        "word": "" if strategy.source_text == cells[WORDING] else visible(strategy.source_text),
        "under": words.number(strategy.heading_path),
        "document": words.number(strategy.document),
        **(_NOTHING_TO_DECIDE if asked.comments else _to_decide(row, cells, asked, words)),
    }


_NOTHING_TO_DECIDE: Plain = {
    "why": "",
    "remarks": (),
    "hints": (),
    "changes": (),
    "around": "",
    "doubt": 0,
    "copy": "",
    "labels": (),
    "choices": (),
    "cluster": "",
    "group": 0,
    "past": (),
    "headings": (),
    "passage": "",
}
"""What whoever only comments is not shown: what others said of it, and why it waits."""


def _to_decide(row: QueueRow, cells: Row, asked: Asked, words: _Words) -> Plain:
    strategy = row.item.classified.strategy
    shown = (shown_labels(row.item.concepts(p.facet), asked.taxonomy) for p in _pairs(asked))
    linked = strategy.source in asked.review.copies
    return {
        "why": cells["Why it is here"],
        "remarks": row.remarks,
        "hints": [hint.says for hint in row.hints],
        "changes": [(change.kind, change.text) for change in row.changes],
        "around": _around(row, cells),
        "doubt": words.number(row.doubt),
        "copy": copy_link(strategy.source, strategy.locator) if linked else "",
        "labels": [[words.number(label) for label in names] for names in shown],
        "choices": _choices(row.item, asked, words),
        "cluster": row.cluster,
        "group": row.group,
        "past": [_past(one) for one in asked.precedents.get(row.item.id, ())],
        "headings": row.headings,
        "passage": asked.passages.get(row.item.id, ""),
    }


def _around(row: QueueRow, cells: Row) -> str:
    """Return what stands before and after it; what people said of it is shown by itself."""
    lines = str(cells["Before and after"]).split("\n")
    return "\n".join(line for line in lines if line not in row.remarks)


def _past(one: Precedent) -> Sequence[str]:
    return one.text, one.decision, one.person, "; ".join(one.labels)


def _choices(item: Item, asked: Asked, words: _Words) -> list[Sequence[object]]:
    """Return the labels to choose from by a key: kind of label, label, and what speaks for it."""
    kinds = {pair.facet: number for number, pair in enumerate(_pairs(asked))}
    return [
        (kinds[one.facet], words.number(one.label), one.because)
        for one in label_choices(item, asked.taxonomy)
    ]


def _table(asked: Asked, sheet: Sheet) -> list[Plain]:
    rows = asked.sheets[sheet].rows if sheet in asked.sheets else ()
    return [{name: str(value) for name, value in row.items()} for row in rows]


def _skim(asked: Asked) -> Sequence[Plain]:
    """Return the settled statements in groups, the row above each first.

    Those `picked` by lot are answered one by one.
    """
    groups: list[dict[str, object]] = []
    members: list[Plain] = []
    for row in _table(asked, Sheet.SKIM):
        picked = row[REF] == BY_LOT
        if picked or parse_ref(str(row[REF])).is_group:
            members = []
            groups.append({**row, "picked": picked, "members": members})
        else:
            members.append(row)
    return groups
