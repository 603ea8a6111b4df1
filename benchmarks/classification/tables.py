"""Runs in, tables as Markdown and every answer as CSV out."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.taxonomy import CORE_FACETS, Facet

from benchmarks.classification.roster import Training
from benchmarks.classification.scores import Score, is_right, score
from benchmarks.classification.sitting import Run

_TITLES = {
    Facet.AREA: "area",
    Facet.NEED: "need",
    Facet.UNIVERSAL: "whole school",
    Facet.STANDARD: "standards",
}
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a table: who, after which training, and the score of each facet."""

    run: Run
    training: Training
    scores: Mapping[Facet, Score | None]

    @property
    def name(self) -> str:
        name = self.run.contestant.name
        return f"**{name}**" if self.run.contestant.is_ours else name


def page(runs: Sequence[Run], missing: Mapping[str, str], calibration: float) -> str:
    """Lay out who was examined, how right each is on each gold file, and what each costs."""
    golds = dict.fromkeys(sitting.gold for run in runs for sitting in run.sittings)
    parts = [_who(runs, missing)]
    for gold in golds:
        rows = tuple(_rows(runs, gold))
        parts += [f"### {gold}", _shares(rows), _spread(rows)]
    return "\n\n".join((*parts, "### Cost", _costs(runs, calibration))) + "\n"


def _who(runs: Sequence[Run], missing: Mapping[str, str]) -> str:
    lines = [(run.contestant.name, run.version, run.contestant.settings) for run in runs]
    lines += [(name, "not had", reason) for name, reason in missing.items()]
    return _table(("contestant", "version", "as examined"), lines)


def _rows(runs: Sequence[Run], gold: str) -> Iterator[_Row]:
    for training in Training:
        for run in runs:
            for sitting in run.sittings:
                if sitting.gold == gold and sitting.training is training:
                    scores = {facet: score(sitting.answers, facet.value) for facet in CORE_FACETS}
                    yield _Row(run, training, scores)


def _shares(rows: Sequence[_Row]) -> str:
    counts = {facet: _count(rows, facet) for facet in CORE_FACETS}
    heads = (f"{_TITLES[facet]} (n {counts[facet]})" for facet in CORE_FACETS)
    lines = [
        (row.training.value, row.name, *(_share(row.scores[facet]) for facet in CORE_FACETS))
        for row in rows
    ]
    return _table(("learned from", "", *heads), lines)


def _count(rows: Sequence[_Row], facet: Facet) -> int:
    return max((one.of for row in rows if (one := row.scores[facet])), default=0)


def _spread(rows: Sequence[_Row]) -> str:
    heads = (f"{title}: {what}" for title in _TITLES.values() for what in ("councils", "F1"))
    lines = [
        (row.training.value, row.name, *(c for f in CORE_FACETS for c in _spans(row.scores[f])))
        for row in rows
    ]
    return _table(("learned from", "", *heads), lines)


def _share(found: Score | None) -> str:
    if found is None:
        return _ABSENT
    return f"{_decimal(found.share)} ({_decimal(found.low)}–{_decimal(found.high)})"


def _spans(found: Score | None) -> tuple[str, str]:
    if found is None:
        return _ABSENT, _ABSENT
    least, most = min(found.councils.values()), max(found.councils.values())
    return f"{least:.2f}–{most:.2f}".replace("0.", "."), _decimal(found.macro_f1)


def _decimal(figure: float) -> str:
    return f"{figure:.3f}".removeprefix("0")


def _costs(runs: Sequence[Run], calibration: float) -> str:
    heads = ("", "learning s", "judging s", "statements", "judging, calibration = 1")
    lines = [
        (
            run.contestant.name,
            f"{run.cost.learning:.1f}",
            f"{run.cost.judging:.2f}",
            f"{run.cost.statements:,}",
            f"{run.cost.judging / calibration:.1f}",
        )
        for run in runs
        if run.cost
    ]
    own = ("calibration", _ABSENT, f"{calibration:.2f}", _ABSENT, "1.0")
    return _table(heads, [own, *lines])


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rule = ["---" for _ in heads]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *lines))


def answers_csv(runs: Sequence[Run]) -> str:
    """List every answer, so that each figure can be followed up."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    heads = ("contestant", "version", "training", "gold", "council", "facet")
    rows.writerow((*heads, "wanted", "given", "right", "text"))
    for run in runs:
        for sitting in run.sittings:
            key = (run.contestant.name, run.version, sitting.training.value, sitting.gold)
            for one in sitting.answers:
                for facet, wanted in one.case.labels.items():
                    hit = "yes" if is_right(one, facet) else "no"
                    said = ("|".join(wanted) or "none", one.labels[facet], hit, one.case.text)
                    rows.writerow((*key, one.case.council, facet, *said))
    return file.getvalue()


def write(folder: Path, runs: Sequence[Run], missing: Mapping[str, str], calibration: float) -> str:
    """Write the page and the answers behind it; return the page."""
    laid_out = page(runs, missing, calibration)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tables.md").write_text(laid_out, encoding="utf-8")
    (folder / "answers.csv").write_text(answers_csv(runs), encoding="utf-8")
    return laid_out
