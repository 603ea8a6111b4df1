"""`fingerpost explain`: an item's id in, why it has its labels and its status out."""

from typing import TYPE_CHECKING, Any

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.errors import WorkspaceError
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.decisions import Decision
    from fingerpost.directory import Item
    from fingerpost.taxonomy import Taxonomy


@click.command("explain")
@click.argument("item_id", metavar="ID")
@answering
def command(workspace: Workspace, item_id: str) -> Answer:
    """Say why the item ID got its labels and its status: headings, cues, neighbours, decisions."""
    from fingerpost.running.questions import look

    looked = look(workspace)
    item = next((item for item in looked.outcome.items if item.id == item_id), None)
    history = [line for line in looked.inputs.decisions if line.resource_id == item_id]
    if item is None:
        raise WorkspaceError(_unknown(item_id, history))
    taxonomy = looked.inputs.rulebook.taxonomy
    return Answer(data=_data(item, history), lines=tuple(_lines(item, history, taxonomy)))


def _unknown(item_id: str, history: "list[Decision]") -> str:
    if history:
        last = history[-1]
        return (
            f"{item_id}: in no document any more (last: {last.last_action_type.value}, "
            f"{last.last_action_date}). fingerpost changes shows when it went."
        )
    return f"{item_id}: no item has this id. The ids are in reports/items.csv."


def _data(item: "Item", history: "list[Decision]") -> dict[str, Any]:
    return {
        "id": item.id,
        "text": item.text,
        "status": item.status,
        "reasons": item.reasons,
        "labels": {facet.value: concepts for facet, concepts in item.labels},
        "heading_path": item.classified.strategy.heading_path,
        "source": item.classified.strategy.source,
        "locator": item.classified.strategy.locator,
        "before": item.classified.strategy.before,
        "after": item.classified.strategy.after,
        "strategy_probability": item.classified.strategy_probability,
        "suggestions": item.classified.suggestions,
        "fields": dict(item.classified.field_evidence),
        "verdict": item.verdict,
        "history": history,
    }


def _lines(item: "Item", history: "list[Decision]", taxonomy: "Taxonomy") -> list[str]:
    strategy = item.classified.strategy
    lines = [
        f"{item.id}  {item.status.value}",
        f"  {item.text}",
        f"  in Word:   {strategy.source}, {strategy.locator}",
        f"  under:     {strategy.heading_path or '(no heading)'}",
        f"  before:    {strategy.before}",
        f"  after:     {strategy.after}",
        "Labels:",
    ]
    for facet, concepts in item.labels:
        names = "; ".join(taxonomy.label(concept) for concept in concepts) or "none"
        lines.append(f"  {facet.value}: {names}")
    lines.append("What speaks for which label:")
    lines += [_vote(suggestion, taxonomy) for suggestion in item.classified.suggestions]
    lines.append("What the other fields rest on:")
    lines += [
        f"  {name}: {evidence.matcher} {evidence.rule}, in “{evidence.quote}”"
        for name, evidence in item.classified.field_evidence
    ]
    why = ", ".join(reason.value for reason in item.reasons) or "nothing: it need not wait"
    lines.append(f"Why a person should look: {why}")
    lines.append("Decisions:" if history else "Decisions: none")
    lines += [_decision(line) for line in history]
    return lines


def _vote(suggestion: Any, taxonomy: "Taxonomy") -> str:
    evidence = suggestion.evidence
    return (
        f"  {suggestion.score:.2f}  {taxonomy[suggestion.concept].label}"
        f"  by {evidence.matcher} {evidence.rule}, in “{evidence.quote}”"
    )


def _decision(line: "Decision") -> str:
    changed = f" {line.field_name}: {line.previous_value!r} to {line.replacement_value!r}"
    return (
        f"  {line.seq}  {line.last_action_date}  {line.last_action_type.value}"
        f"{changed if line.field_name else ''}  by {line.updated_by}"
        f"{'  ' + line.reason if line.reason else ''}"
    )
