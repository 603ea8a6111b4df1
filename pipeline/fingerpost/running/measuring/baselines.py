"""A workspace's rules and gold in, how each concept stands out; kept in a file and compared with it."""

import json
from collections.abc import Sequence
from pathlib import Path

from fingerpost.classifying import GoldRow
from fingerpost.classifying.evaluating import predict
from fingerpost.classifying.proving.baseline import (
    Baseline,
    Fall,
    baseline_of,
    cue_standings,
    falls,
    gold_digest,
    standings,
    written,
)
from fingerpost.decisions import Standing
from fingerpost.errors import WorkspaceError
from fingerpost.files import replace_file
from fingerpost.rulebook import Rulebook
from fingerpost.running.rules.learner import Learner
from fingerpost.workspace import Workspace

CUES, RULES_ALONE, WHOLE = "its cues", "rules alone", "all that is known"


def measure(workspace: Workspace, rulebook: Rulebook, rows: Sequence[GoldRow]) -> Baseline:
    """Label the gold by cues, by rules alone and by all that ships; people's decisions do not count.

    Raises:
        WorkspaceError: there is nothing to measure on.
    """
    if not rows:
        raise WorkspaceError(
            "There are no labelled statements to measure on. Name some with --gold."
        )
    learner = Learner(workspace.rules, workspace.state)
    judgement = learner.judgement(rulebook, Standing())
    by_cues = cue_standings(CUES, rulebook, rows)
    by_rules = standings(RULES_ALONE, predict(rows, rulebook))
    by_all = standings(WHOLE, predict(rows, rulebook, judgement))
    return Baseline(gold_digest(rows), {**by_cues, **by_rules, **by_all})


def write_baseline(path: Path, now: Baseline) -> None:
    """Write a baseline for later changes to be compared with."""
    replace_file(path, written(now).encode())


def compare(path: Path, now: Baseline, rows: Sequence[GoldRow]) -> tuple[Fall, ...]:
    """Return the concepts that stand worse than in a file.

    Raises:
        WorkspaceError: the file is not there, is no baseline, or is of another gold.
    """
    before = _read(path)
    if before.gold != now.gold:
        raise WorkspaceError(
            f"{path}: the labelled statements have changed since it was written. "
            "Write it anew with --write-baseline, and look at the difference."
        )
    return falls(before, now, rows)


def _read(path: Path) -> Baseline:
    try:
        return baseline_of(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise WorkspaceError(
            f"{path}: cannot be read ({error.strerror}). Write it with --write-baseline."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"{path}: is no baseline. Put the file back, or write it anew with --write-baseline."
        ) from error
