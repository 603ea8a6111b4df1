"""Evidence of a test run in, the dated accessibility statement of the review page out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.pages import plural, render

from tests.support.criteria import CRITERIA, Criterion

TEMPLATES = Path(__file__).parent / "templates"
AXE = "axe:"


@dataclass(frozen=True)
class Line:
    """One check: what was looked at, how many faults it found, and which criteria axe tested there."""

    what: str
    faults: int
    tags: frozenset[str]
    engine: str = ""


@dataclass(frozen=True)
class Finding:
    """A criterion with what the run says of it."""

    criterion: Criterion
    state: str
    checks: tuple[str, ...]


def read_evidence(text: str) -> tuple[Line, ...]:
    lines = (json.loads(line) for line in text.splitlines() if line)
    return tuple(
        Line(one["what"], one["faults"], frozenset(one["passes"]), one["engine"]) for one in lines
    )


def statement(lines: Sequence[Line], date: str) -> str:
    """Return the page; what was not checked in this run is said to be so."""
    findings = [finding(criterion, lines) for criterion in CRITERIA]
    return render(
        TEMPLATES,
        "accessibility.html",
        here="",
        council="Fingerpost",
        date=date,
        findings=findings,
        faults=sum(line.faults for line in lines),
        checks=len(lines),
        unshown=[one.criterion for one in findings if one.state == UNSHOWN],
        engine=next((line.engine for line in lines if line.engine), "not run"),
        lines=sorted(lines, key=lambda line: line.what),
    )


UNSHOWN = "Not checked by a test that day"


def finding(criterion: Criterion, lines: Iterable[Line]) -> Finding:
    mine = [line for line in lines if any(_shows(line, name) for name in criterion.shown_by)]
    faults = sum(line.faults for line in mine)
    if faults:
        state = f"Not met: {plural(faults, 'fault')} in {plural(len(mine), 'check')}"
    elif mine:
        state = f"Met: no fault in {plural(len(mine), 'check')}"
    else:
        state = "Does not apply" if criterion.absent else UNSHOWN
    return Finding(criterion, state, tuple(line.what for line in mine))


def _shows(line: Line, name: str) -> bool:
    if name.startswith(AXE):
        return name.removeprefix(AXE) in line.tags
    return line.what.startswith(name)
