"""`fingerpost explain`: an item's id in, why it has its labels and its status out."""

from typing import TYPE_CHECKING, Any

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.errors import WorkspaceError
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fingerpost.calibration import Calibration
    from fingerpost.decisions import Decision, Standing
    from fingerpost.directory import Item
    from fingerpost.outcome import Outcome
    from fingerpost.strategies import ListPlace, Strategy
    from fingerpost.taxonomy import Taxonomy


_STATUS = {
    "accepted": "settled by its headings",
    "approved": "agreed by a person",
    "review": "waits for a person",
    "rejected": "rejected by a person",
}
_BY_MODEL = "accepted within the promise, by what is believed of its words"


@click.command(
    "explain",
    epilog=example("fingerpost explain s-1a2b3c4d5e6f", "fingerpost explain s-1a2b3c4d5e6f --all"),
)
@click.argument("reference", metavar="ID")
@click.option("--all", "in_full", is_flag=True, help="Show every vote, and all of its history.")
@answering
def command(workspace: Workspace, reference: str, in_full: bool) -> Answer:
    """Say why one statement has its labels, and why it waits or does not.

    ID stands in reports/items.csv, or in a Ref column of the workbook.
    """
    from fingerpost.curating import made_of
    from fingerpost.opinions import standing_lines
    from fingerpost.reviewing import parse_ref
    from fingerpost.running.migrating.questions import look

    item_id = parse_ref(reference).id
    looked = look(workspace)
    item = next((item for item in looked.outcome.items if item.id == item_id), None)
    made_from = made_of(looked.inputs.decisions).get(item_id, "")
    about = {item_id, made_from}
    history = [line for line in looked.inputs.decisions if line.resource_id in about]
    if item is None:
        by = next((one.by for one in looked.outcome.replaced if one.item.id == item_id), ())
        if not by and any(one.id == made_from for one in looked.outcome.items):
            raise WorkspaceError(_apart_no_more(item_id, made_from))
        raise WorkspaceError(_unknown(item_id, history, by))
    standing = standing_lines(looked.inputs.decisions)
    taxonomy = looked.inputs.rulebook.taxonomy
    told = [line for line in history if line in standing and _is_of(line, item_id)]
    remarks = _remarks(item, looked.outcome)
    kept_up = _kept_up(item_id, looked.outcome.standing, made_from)
    lines = [*_short(item, told, taxonomy), *_trust(item, looked.outcome.calibration)]
    lines += [*remarks, *kept_up]
    if in_full:
        lines += _full(item, history, taxonomy)
    else:
        lines.append("Every vote and all of its history: add --all")
    beside = _beside(item_id, looked.outcome.standing, made_from)
    return Answer(data={**_data(item, history), **beside}, lines=tuple(lines))


def _beside(item_id: str, standing: "Standing", made_from: str) -> dict[str, Any]:
    """Return what people said besides deciding about it."""
    put = standing.attached.get(item_id, ())
    return {
        "comments": standing.comments.get(item_id, ()),
        "reports": standing.reports.get(item_id, ()),
        "added": standing.added.get(item_id) or standing.added.get(made_from),
        "upkeep": standing.upkeep.get(item_id),
        "attached": {one: standing.resources.get(one) for one in put},
    }


def _is_of(line: "Decision", item_id: str) -> bool:
    """Whether a line tells of the item itself: what it was made of was retired, and it was not."""
    from fingerpost.decisions import IDENTITY_ACTIONS

    return line.resource_id == item_id or line.last_action_type not in IDENTITY_ACTIONS


def _apart_no_more(item_id: str, made_from: str) -> str:
    return (
        f"{item_id}: it was a part of {made_from}, which is whole again. "
        f"See fingerpost explain {made_from}"
    )


def _unknown(item_id: str, history: "list[Decision]", by: tuple[str, ...]) -> str:
    if by:
        names = " and ".join(f"fingerpost explain {name}" for name in by)
        return (
            f"{item_id}: somebody {'parted' if len(by) > 1 else 'joined'} it. See {names}. "
            f"To take that back: fingerpost review undo {item_id}"
        )
    if any(line.last_action_type.value == "added" for line in history):
        return (
            f"{item_id}: somebody added it to the directory, and that was taken back. "
            f"fingerpost changes --of {item_id} shows when it went."
        )
    if item_id.startswith("s-") and history:
        last = history[-1]
        return (
            f"{item_id}: in no document any more (last: {last.last_action_type.value}, "
            f"{last.last_action_date}). fingerpost changes --of {item_id} shows when it went."
        )
    return f"{item_id}: no item has this id. The ids are in reports/items.csv."


def _data(item: "Item", history: "list[Decision]") -> dict[str, Any]:
    from fingerpost.cli.told_votes import conflicts

    classified, strategy = item.classified, item.classified.strategy
    return {
        "id": item.id,
        "text": item.text,
        "status": item.status,
        "by_model": item.by_model,
        "reasons": item.reasons,
        "labels": {facet.value: concepts for facet, concepts in item.labels},
        "confidence": item.confidence,
        "proposed": classified.assignments,
        "conflicts": conflicts(item),
        "heading_path": strategy.heading_path,
        "source": strategy.source,
        "locator": strategy.locator,
        "listed": strategy.listed,
        "before": strategy.before,
        "after": strategy.after,
        "strategy_probability": classified.strategy_probability,
        "suggestions": classified.suggestions,
        "fields": dict(classified.field_evidence),
        "split": strategy.split,
        "join": strategy.join,
        "verdict": item.verdict,
        "history": history,
    }


def _short(item: "Item", standing: "list[Decision]", taxonomy: "Taxonomy") -> "Iterator[str]":
    from fingerpost.classifying.evaluating.wording import percent
    from fingerpost.cli.told_votes import label_lines
    from fingerpost.reviewing import DOUBTS

    strategy = item.classified.strategy
    yield f"{item.id}: {_BY_MODEL if item.by_model else _STATUS[item.status.value]}"
    yield f"  {strategy.lead_in + ' ' if strategy.lead_in else ''}{item.text}"
    if not strategy.was_added:
        yield f"  in Word: {strategy.source}, {strategy.locator}"
        yield f"  under:   {_path(strategy) or '(no heading)'}"
    if strategy.listed:
        yield f"  in list: {_listed(strategy.listed)}"
    yield from label_lines(item, taxonomy)
    yield f"  advice rather than other text: {percent(item.classified.strategy_probability)}"
    yield from _proposals(strategy)
    for reason in item.reasons:
        yield f"  a person should look: {DOUBTS[reason]}"
    if item.verdict and item.verdict.disagreement:
        yield f"  {item.verdict.disagreement}"
    judged = {line.updated_by: line for line in standing if line.field_name == "status"}
    for name, line in judged.items():
        yield f"  {name}: {line.last_action_type.value}, {line.last_action_date[:10]}"


def _remarks(item: "Item", outcome: "Outcome") -> "Iterator[str]":
    """Say what people said of it without deciding anything, in Word or since."""
    from fingerpost.reviewing.asking.remarks import remarks, reports_told

    comments = outcome.standing.comments.get(item.id, ())
    yield from (f"  {said}" for said in remarks(item.classified.strategy, comments))
    reports = outcome.standing.reports.get(item.id, ())
    for report, said in zip(reports, reports_told(reports), strict=True):
        yield f"  {said}{' Somebody decided about it since.' if report.answered else ''}"


def _kept_up(item_id: str, standing: "Standing", made_from: str) -> "Iterator[str]":
    """Say who added it, what lies beside it and who looks after it, where people did."""
    added = standing.added.get(item_id) or standing.added.get(made_from)
    if added:
        by = f" by {added.added_by}" if added.added_by else ""
        yield f"  added{by} on {added.added_on[:10]}; it never stood in Word"
    for one in standing.attached.get(item_id, ()):
        facts = standing.resources.get(one)
        named = filter(None, (facts.title, facts.publisher, facts.url)) if facts else ()
        yield f"  resource: {', '.join(named) or one}"
    if upkeep := standing.upkeep.get(item_id):
        yield from filter(
            None,
            (
                upkeep.owner and f"  looked after by {upkeep.owner}",
                upkeep.next_review and f"  looked at again by {upkeep.next_review}",
            ),
        )


def _path(strategy: "Strategy") -> str:
    """The headings above, with the numbers that Word shows before them."""
    return " > ".join(f"{head.label} {head.text}".strip() for head in strategy.heads)


def _listed(place: "ListPlace") -> str:
    stored = f" (level {place.stored + 1} in the file)" if place.stored != place.level else ""
    below = f", below {place.parent}" if place.parent else ""
    return f"{place.label or 'no mark'}, level {place.level + 1}{stored}{below}"


def _proposals(strategy: "Strategy") -> "Iterator[str]":
    """Say what a statement may be: several, or with others one. A person decides, in the workbook."""
    if strategy.split:
        yield f"  may be parted: {strategy.split.reason}"
        yield from (f"    “{part.text}”" for part in strategy.split.parts)
    if strategy.join:
        made = "is made of" if strategy.join.done else "may be joined"
        yield f"  {made}: {strategy.join.reason}"
        yield from (f"    “{' '.join(piece.split())}”" for piece in strategy.join.pieces)


def _trust(item: "Item", calibration: "Calibration") -> "Iterator[str]":
    """Say how far the figures can be relied on, and what let the program accept it."""
    from fingerpost.calibrating.answers import score_of
    from fingerpost.classifying.evaluating.wording import percent

    if item.confidence is not None:
        share = round(100 * item.confidence)
        yield f"  confidence: of 100 labels that it is as sure of, about {share} are right"
    elif item.status.value in ("review", "accepted"):
        yield "  confidence: too few answers of people yet to say how far these figures hold"
    promise = calibration.promise
    if item.by_model and promise:
        yield (
            f"  accepted: its belief {score_of(item.classified)} reaches {promise.threshold}; of "
            f"{promise.drawn} answers drawn by lot {promise.wrong} were wrong, and no more than "
            f"{percent(promise.risk)} wrong are promised"
        )


def _full(item: "Item", history: "list[Decision]", taxonomy: "Taxonomy") -> list[str]:
    from fingerpost.cli.told_votes import vote_lines

    strategy = item.classified.strategy
    lines = [f"Before: {strategy.before or '(nothing)'}", f"After: {strategy.after or '(nothing)'}"]
    lines += vote_lines(item.classified.suggestions, taxonomy)
    lines.append("What the other fields rest on:")
    lines += [
        f"  {name}: {evidence.matcher} {evidence.rule}, in “{evidence.quote}”"
        for name, evidence in item.classified.field_evidence
    ]
    why = ", ".join(reason.value for reason in item.reasons) or "none"
    lines.append(f"Doubts, as codes: {why}")
    lines.append("History, also what was taken back:" if history else "History: none")
    lines += [_decision(line) for line in history]
    return lines


def _decision(line: "Decision") -> str:
    changed = f" {line.field_name}: {line.previous_value!r} to {line.replacement_value!r}"
    return (
        f"  {line.seq}  {line.last_action_date}  {line.last_action_type.value}"
        f"{changed if line.field_name else ''}  by {line.updated_by}"
        f"{'  ' + line.reason if line.reason else ''}"
    )
