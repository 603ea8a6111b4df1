"""An outcome in, what people are asked and in which order out; pure."""

from collections.abc import Sequence

from fingerpost.directory import Item, Status
from fingerpost.meanings import heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.doubts import NAMES, sentence, why
from fingerpost.reviewing.questions import Questions
from fingerpost.reviewing.refs import by_path, group_ref, item_ref
from fingerpost.reviewing.review import (
    WAITS_FOR_HEADING,
    HeadingQuestion,
    Lever,
    QueueRow,
    Review,
    SkimGroup,
)
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Taxonomy

_RANKS = {reason: rank for rank, reason in enumerate(Reason)}


def triage(outcome: Outcome) -> Review:
    """Sort what waits: questions that settle most first, then what is most harmful if wrong."""
    waiting = [item for item in outcome.items if item.status is Status.REVIEW]
    questions = Questions.of(outcome, waiting)
    headings = questions.in_order()
    asked = [heading_key(head.text) for head in questions.asked.values()]
    return Review(
        headings=headings,
        queue=_queue(waiting, questions, outcome.rulebook.taxonomy),
        skim=_skim(outcome),
        lever=pull(headings, asked, len(waiting)),
    )


def pull(headings: Sequence[HeadingQuestion], asked: Sequence[str], waiting: int) -> Lever:
    """Find how few of the first questions settle all that answers about headings can settle.

    `asked` holds, for each statement that only waits for a heading, that heading's key.
    """
    places = {question.key: place for place, question in enumerate(headings, 1)}
    reach = [places[key] for key in asked if key in places]
    return Lever(questions=max(reach, default=0), settled=len(reach), waiting=waiting)


def _queue(
    waiting: Sequence[Item], questions: Questions, taxonomy: Taxonomy
) -> tuple[QueueRow, ...]:
    seen: dict[tuple[str, str], int] = {}
    for item in waiting:
        seen.setdefault(_neighbourhood(item), len(seen))

    def urgency(item: Item) -> tuple[bool, int, int]:
        only_heading = questions.heading_to_answer(item) is not None
        return only_heading, _rank(item), seen[_neighbourhood(item)]

    groups: dict[tuple[bool, int, int], int] = {}
    rows: list[QueueRow] = []
    for item in sorted(waiting, key=urgency):
        group = groups.setdefault(urgency(item), len(groups))
        rows.append(_row(item, questions, group, taxonomy))
    return tuple(rows)


def _row(item: Item, questions: Questions, group: int, taxonomy: Taxonomy) -> QueueRow:
    head = questions.heading_to_answer(item)
    return QueueRow(
        ref=item_ref(item),
        item=item,
        doubt=WAITS_FOR_HEADING if head else _worst(item),
        why=sentence(head) if head else why(item, taxonomy),
        heading=head.text if head else "",
        group=group,
    )


def _worst(item: Item) -> str:
    return NAMES[item.reasons[0]] if item.reasons else "a person must look"


def _rank(item: Item) -> int:
    return min((_RANKS[reason] for reason in item.reasons), default=len(_RANKS))


def _neighbourhood(item: Item) -> tuple[str, str]:
    strategy = item.classified.strategy
    return strategy.source, strategy.heading_path


def _skim(outcome: Outcome) -> tuple[SkimGroup, ...]:
    skimmed = outcome.standing.skimmed
    groups = [
        SkimGroup(
            ref=group_ref(path, items),
            heading_path=path,
            items=tuple(items),
            skimmed_by=skimmed.get(path, ""),
        )
        for path, items in by_path(outcome.items).items()
    ]
    return tuple(sorted(groups, key=lambda group: bool(group.skimmed_by)))
