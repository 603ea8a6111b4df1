"""Evidence of a test run in, the dated accessibility statement of the review page and the site's record out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.pages import plural, render

from tests.support.criteria import CRITERIA, Criterion
from tests.support.evidence import REVIEW_PAGE
from tests.support.site_criteria import NOT_TRIED, SITE_CRITERIA

TEMPLATES = Path(__file__).parent / "templates"
AXE = "axe:"


@dataclass(frozen=True)
class Line:
    """One check: what was looked at, how many faults it found, and which criteria axe tested there."""

    what: str
    faults: int
    passes: frozenset[str]
    engine: str = ""
    about: str = REVIEW_PAGE
    browser: str = ""


@dataclass(frozen=True)
class Finding:
    """A criterion with what the run says of it."""

    criterion: Criterion
    state: str
    checks: tuple[str, ...]


def read_evidence(text: str) -> tuple[Line, ...]:
    lines = (json.loads(line) for line in text.splitlines() if line)
    return tuple(Line(**{**one, "passes": frozenset(one["passes"])}) for one in lines)


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


def record(lines: Sequence[Line], date: str) -> str:
    """Return what the site's accessibility page is told from, as JSON; `date` is ISO 8601."""
    findings = [finding(criterion, lines) for criterion in SITE_CRITERIA]
    whole = {
        "tested_on": date,
        "browser": next((line.browser for line in lines if line.browser), ""),
        "engine": next((line.engine for line in lines if line.engine), ""),
        "checks": len(lines),
        "faults": sum(line.faults for line in lines),
        "not_tried": NOT_TRIED,
        "looked_at": sorted({line.what for line in lines}),
        "criteria": [
            {
                "number": one.criterion.number,
                "name": one.criterion.name,
                "level": one.criterion.level,
                "state": one.state,
                "how": one.criterion.how,
                "checks": sorted(one.checks),
            }
            for one in findings
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


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
        return name.removeprefix(AXE) in line.passes
    return line.what.startswith(name)
