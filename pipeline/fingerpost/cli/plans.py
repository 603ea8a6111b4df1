"""What would change and what that touches in, lines for people out; and the change made if asked."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fingerpost.cli.answers import Answer, plural
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.cataloguing import Change, Touched
    from fingerpost.cataloguing.touched import TouchedRule
    from fingerpost.running.cataloguing.recataloguing import Plan

_WORDS = {"review": "waits", "accepted": "accepted", "approved": "approved", "rejected": "rejected"}


def planned(workspace: Workspace, plan: "Plan", made_by: str, *, apply: bool) -> Answer:
    """Show a plan, and carry it out where that is asked for."""
    from fingerpost.running.cataloguing.recataloguing import carry_out

    kept = carry_out(workspace, plan, made_by) if apply else None
    lines = [*described(plan.changes, plan.touched), *_files(plan, written=kept is not None)]
    if kept:
        lines.append("To take it back: fingerpost taxonomy undo")
        lines.append("Next: fingerpost migrate, so that the reports and the directory follow.")
    elif plan.files:
        lines.append("Nothing was written.")
    data = {
        "changes": plan.changes,
        "touched": plan.touched,
        "files": tuple(plan.files),
        "written": kept is not None,
    }
    return Answer(data=data, lines=tuple(lines))


def described(changes: "Sequence[Change]", touched: "Touched") -> Iterator[str]:
    """Say each change, then every item, decision and rule that it touches."""
    if not changes:
        yield "Nothing changes."
        return
    yield f"{plural(len(changes), 'change')}:"
    yield from (f"  {change}" for change in changes)
    yield f"It touches {plural(len(touched.items), 'item')}:"
    for item in touched.items:
        yield f"  {item.id}  {_WORDS[item.status]}: {item.start}"
    yield f"It touches {plural(len(touched.decisions), 'decision')}:"
    for decision in touched.decisions:
        yield f"  decisions.csv line {decision.line}: {decision.person} about {decision.about}"
    yield f"It touches {plural(len(touched.rules), 'rule')}:"
    yield from _rules(touched.rules)


def _rules(rules: "Sequence[TouchedRule]") -> Iterator[str]:
    """Name each rule; of labelled statements, which are many, only the lines of each file."""
    rows: dict[str, list[str]] = {}
    for rule in rules:
        file, _, line = rule.at.rpartition(" line ")
        if file.endswith(".csv"):
            rows.setdefault(file, []).append(line)
        else:
            yield f"  {rule.at}: {rule.rule or rule.category}"
    for file, lines in rows.items():
        yield f"  {file}, line{'s' if lines[1:] else ''} {', '.join(dict.fromkeys(lines))}"


def _files(plan: "Plan", *, written: bool) -> Iterator[str]:
    for name in plan.files:
        yield f"{'Written' if written else 'Would be written'}: rules/{name}"
