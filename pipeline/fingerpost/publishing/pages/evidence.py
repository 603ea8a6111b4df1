"""What tests recorded of the site's accessibility in, the same as plain values out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECORD = Path(__file__).parent / "accessibility.json"
"""Where tests record it: a date, what they ran in, each criterion, and what nobody tried."""


_ABSENT = "Does not apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One success criterion of WCAG: `state` in words, `checks` what was looked at."""

    number: str
    name: str
    level: str
    state: str
    how: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known; `tested_on` is "" where nothing was recorded yet, `looked_at` names every check."""

    tested_on: str
    browser: str
    engine: str
    checks: int
    faults: int
    criteria: tuple[Criterion, ...]
    not_tried: tuple[str, ...]
    looked_at: tuple[str, ...]

    @property
    def unshown(self) -> tuple[Criterion, ...]:
        """The criteria that apply and that no check shows."""
        return tuple(one for one in self.criteria if not one.checks and one.state != _ABSENT)


def recorded(path: Path = RECORD) -> Evidence:
    """Return what was recorded.

    The file is one JSON object: `tested_on` (ISO 8601), `browser`, `engine`, `checks`, `faults`,
    `not_tried` (sentences), `looked_at` (every check by name), and `criteria`, each with `number`,
    `name`, `level`, `state`, `how`, `checks`.
    """
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Evidence(
        tested_on=found["tested_on"],
        browser=found["browser"],
        engine=found["engine"],
        checks=found["checks"],
        faults=found["faults"],
        criteria=tuple(
            Criterion(**{**one, "checks": tuple(one["checks"])}) for one in found["criteria"]
        ),
        not_tried=tuple(found["not_tried"]),
        looked_at=tuple(found["looked_at"]),
    )
