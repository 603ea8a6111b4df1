"""An outcome in, what people are asked and in which order out; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fingerpost.decisions import Decision, Skimmed
from fingerpost.directory import Item, Status, accepted_marks, settled_by_path
from fingerpost.meanings import heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.asking.doubts import (
    NAMES,
    Background,
    changes_in_word,
    reach,
    sentence,
    why,
)
from fingerpost.reviewing.asking.hints import hints
from fingerpost.reviewing.asking.mistakes import chances
from fingerpost.reviewing.asking.order import Placed, Sought, in_order
from fingerpost.reviewing.asking.pace import pace
from fingerpost.reviewing.asking.proposals import begun_above, proposal
from fingerpost.reviewing.asking.questions import Questions
from fingerpost.reviewing.asking.remarks import remarks
from fingerpost.reviewing.asking.shortlist import shortlist
from fingerpost.reviewing.refs import group_ref, item_ref
from fingerpost.reviewing.review import (
    PICKED_BY_LOT,
    WAITS_FOR_HEADING,
    HeadingQuestion,
    Lever,
    QueueRow,
    Review,
    SkimGroup,
)
from fingerpost.reviewing.wordings import offered
from fingerpost.strategies import Head

_BY_LOT = "Picked by lot: your answers to these let the program accept others like them."


def triage(outcome: Outcome, log: Sequence[Decision] = ()) -> Review:
    """Sort what waits: questions that settle most first, then statements in the order of `order`.

    How long it takes is told by the pace in the log, where enough of it is given.
    """
    waiting = [item for item in outcome.items if item.status is Status.REVIEW]
    queued = [*waiting, *_in_use(outcome)]
    questions = Questions.of(outcome, waiting)
    headings = questions.in_order()
    asked = [questions.to_answer(item) for item in waiting]
    accepted, signed = accepted_marks(outcome.items), outcome.standing.signed_off
    return Review(
        headings=headings,
        queue=_queue(queued, questions, _background(outcome), _sought(outcome, queued, questions)),
        skim=_skim(outcome),
        lever=pull(headings, asked, len(waiting)),
        pace=pace(log),
        copies=outcome.copies,
        child_voice=outcome.rulebook.council.child_voice,
        rules=outcome.proposals,
        divided=outcome.standing.contested,
        remarks=_remarks(outcome),
        by_lot=_by_lot_to_read(outcome),
        audit=outcome.calibration.audit,
        accepted=accepted,
        signed=signed.told(accepted) if signed else "",
    )


def _in_use(outcome: Outcome) -> Iterator[Item]:
    """Yield what stays in the directory while a person is asked what readers reported of it.

    What was parted is asked about as the one that it was in Word, which is how it is decided.
    """
    parted = {part: one for one in outcome.replaced if len(one.by) > 1 for part in one.by}
    told: set[str] = set()
    for item in outcome.items:
        asked = parted[item.id].item if item.id in parted else item
        if item.live and item.reports and asked.id not in told:
            told.add(asked.id)
            yield asked


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


def _sought(outcome: Outcome, waiting: Sequence[Item], questions: Questions) -> Sought:
    promise = outcome.calibration.promise
    by_heading = frozenset(item.id for item in waiting if questions.to_answer(item))
    doubted = [item for item in waiting if item.id not in by_heading]
    found = chances(
        [item.classified for item in doubted],
        outcome.rulebook.exemplars,
        outcome.rulebook.taxonomy,
    )
    return Sought(
        chances=dict(zip((item.id for item in doubted), found, strict=True)),
        picked={item: turn for turn, item in enumerate(promise.asked)} if promise else {},
        by_heading=by_heading,
    )


def _queue(
    waiting: Sequence[Item], questions: Questions, known: Background, sought: Sought
) -> tuple[QueueRow, ...]:
    rows = []
    for placed in in_order(waiting, sought):
        row = _row(placed, questions, known)
        rows.append(_by_lot(row) if placed.item.id in sought.picked and not row.headings else row)
    return tuple(rows)


def _by_lot(row: QueueRow) -> QueueRow:
    return replace(row, doubt=PICKED_BY_LOT, why=f"{_BY_LOT} {row.why}")


def _row(placed: Placed, questions: Questions, known: Background) -> QueueRow:
    item = placed.item
    heads = questions.to_answer(item)
    return QueueRow(
        ref=item_ref(item),
        item=item,
        doubt=WAITS_FOR_HEADING if heads else _worst(item),
        why=" ".join(filter(None, (_why(item, heads, known), reach(placed.others)))),
        headings=tuple(head.text for head in heads),
        group=placed.group,
        cluster=placed.cluster,
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
    accepted = {item.id: item for item in filter(_is_skimmed, outcome.items)}
    return tuple(accepted[one] for one in asked if one in accepted)


def _is_skimmed(item: Item) -> bool:
    """Whether it is only to be glanced at; what a reader reported is asked about by itself."""
    return item.status is Status.ACCEPTED and not item.reports


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
        items=tuple(filter(_is_skimmed, items)),
        skimmed_by=skimmed.reviewer if skimmed else "",
        changed=skimmed is not None and skimmed.digest != ref.digest,
    )
