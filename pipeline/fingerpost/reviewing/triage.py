"""An outcome in, what people are asked and in which order out; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fingerpost.decisions import Skimmed
from fingerpost.directory import Item, Status, settled_by_path
from fingerpost.meanings import heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.doubts import NAMES, Background, changes_in_word, sentence, why
from fingerpost.reviewing.hints import hints
from fingerpost.reviewing.proposals import begun_above, proposal
from fingerpost.reviewing.questions import Questions
from fingerpost.reviewing.refs import group_ref, item_ref
from fingerpost.reviewing.remarks import remarks
from fingerpost.reviewing.review import (
    PICKED_BY_LOT,
    WAITS_FOR_HEADING,
    HeadingQuestion,
    Lever,
    QueueRow,
    Review,
    SkimGroup,
)
from fingerpost.reviewing.shortlist import shortlist
from fingerpost.reviewing.wordings import offered
from fingerpost.strategies import Head
from fingerpost.suggestions import Reason

_BY_LOT = "Picked by lot: your answers to these let the program accept others like them."
_RANKS = {reason: rank for rank, reason in enumerate(Reason)}


def triage(outcome: Outcome) -> Review:
    """Sort what waits: questions that settle most first, then what is most harmful if wrong.

    What was picked by lot comes before other statements, in the order of the lots.
    """
    waiting = [item for item in outcome.items if item.status is Status.REVIEW]
    questions = Questions.of(outcome, waiting)
    headings = questions.in_order()
    asked = [questions.to_answer(item) for item in waiting]
    return Review(
        headings=headings,
        queue=_queue(waiting, questions, _background(outcome), _picked(outcome)),
        skim=_skim(outcome),
        lever=pull(headings, asked, len(waiting)),
        copies=outcome.copies,
        rules=outcome.proposals,
        divided=outcome.standing.contested,
        remarks=_remarks(outcome),
        by_lot=_by_lot_to_read(outcome),
        audit=outcome.calibration.audit,
    )


def pull(
    headings: Sequence[HeadingQuestion], asked: Sequence[Sequence[Head]], waiting: int
) -> Lever:
    """Find how few of the first questions settle all that answers about headings can settle.

    `asked` holds, for each statement that only waits for headings, those headings.
    """
    places = {question.key: place for place, question in enumerate(headings, 1)}
    keys = [[heading_key(head.text) for head in heads] for heads in asked if heads]
    reach = [max(places[key] for key in needed) for needed in keys]
    return Lever(questions=max(reach, default=0), settled=len(reach), waiting=waiting)


def _background(outcome: Outcome) -> Background:
    return Background(
        outcome.rulebook.taxonomy,
        {item.id: item for item in outcome.items},
        begun_above(outcome.items),
        outcome.standing.comments,
        outcome.rulebook.glossary,
    )


def _picked(outcome: Outcome) -> dict[str, int]:
    """Return the places, among those asked about by lot, of statements whose answers are sought."""
    promise = outcome.calibration.promise
    return {item: place for place, item in enumerate(promise.asked)} if promise else {}


def _queue(
    waiting: Sequence[Item], questions: Questions, known: Background, picked: Mapping[str, int]
) -> tuple[QueueRow, ...]:
    seen: dict[tuple[str, str], int] = {}
    for item in waiting:
        seen.setdefault(_neighbourhood(item), len(seen))

    def urgency(item: Item) -> tuple[bool, int, int, int]:
        only_heading = bool(questions.to_answer(item))
        turn = len(picked) if only_heading else picked.get(item.id, len(picked))
        return only_heading, turn, _rank(item), seen[_neighbourhood(item)]

    groups: dict[tuple[bool, int, int, int], int] = {}
    rows: list[QueueRow] = []
    for item in sorted(waiting, key=urgency):
        group = groups.setdefault(urgency(item), len(groups))
        row = _row(item, questions, group, known)
        rows.append(_by_lot(row) if item.id in picked and not row.headings else row)
    return tuple(rows)


def _by_lot(row: QueueRow) -> QueueRow:
    return replace(row, doubt=PICKED_BY_LOT, why=f"{_BY_LOT} {row.why}")


def _row(item: Item, questions: Questions, group: int, known: Background) -> QueueRow:
    heads = questions.to_answer(item)
    return QueueRow(
        ref=item_ref(item),
        item=item,
        doubt=WAITS_FOR_HEADING if heads else _worst(item),
        why=_why(item, heads, known),
        headings=tuple(head.text for head in heads),
        group=group,
        hints=hints(offered(item), known.glossary),
        remarks=remarks(item.classified.strategy, known.comments.get(item.id, ())),
        changes=changes_in_word(item),
    )


def _why(item: Item, heads: Sequence[Head], known: Background) -> str:
    """Say why it waits, and what it may be besides; a proposal alone holds nothing back."""
    said = sentence(heads) if heads else why(item, known)
    either = "" if heads else shortlist(item, known.taxonomy)
    return " ".join(filter(None, (said, either, proposal(item, known.begun))))


def _worst(item: Item) -> str:
    return NAMES[item.reasons[0]] if item.reasons else "a person must look"


def _rank(item: Item) -> int:
    return min((_RANKS[reason] for reason in item.reasons), default=len(_RANKS))


def _neighbourhood(item: Item) -> tuple[str, str]:
    strategy = item.classified.strategy
    return strategy.source, strategy.heading_path


def _remarks(outcome: Outcome) -> dict[str, tuple[str, ...]]:
    """Return what people said of the statements to skim."""
    comments = outcome.standing.comments
    said = (
        (item.id, remarks(item.classified.strategy, comments.get(item.id, ())))
        for item in outcome.items
        if item.status is Status.ACCEPTED
    )
    return {item: sentences for item, sentences in said if sentences}


def _by_lot_to_read(outcome: Outcome) -> tuple[Item, ...]:
    """Return the accepted statements that were picked; others that were picked wait in the queue."""
    asked = outcome.calibration.audit.asked if outcome.calibration.audit else ()
    accepted = {item.id: item for item in outcome.items if item.status is Status.ACCEPTED}
    return tuple(accepted[one] for one in asked if one in accepted)


def _skim(outcome: Outcome) -> tuple[SkimGroup, ...]:
    skimmed = outcome.standing.skimmed
    settled = settled_by_path(outcome.items)
    groups = [_group(path, items, skimmed.get(path)) for path, items in settled.items()]
    shown = [group for group in groups if group.items]
    return tuple(sorted(shown, key=lambda group: bool(group.skimmed_by) and not group.changed))


def _group(path: str, items: Sequence[Item], skimmed: Skimmed | None) -> SkimGroup:
    ref = group_ref(path, items)
    return SkimGroup(
        ref=ref,
        heading_path=path,
        items=tuple(item for item in items if item.status is Status.ACCEPTED),
        skimmed_by=skimmed.reviewer if skimmed else "",
        changed=skimmed is not None and skimmed.digest != ref.digest,
    )
