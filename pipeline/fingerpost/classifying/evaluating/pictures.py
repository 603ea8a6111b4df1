"""Scores of facets in, pictures (SVG) of how beliefs held out.

Each has a title and a text that says its figures, and tells nothing by colour alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from fingerpost.classifying.evaluating.scoring import FacetScore
from fingerpost.classifying.evaluating.trust import RISKS, Kept
from fingerpost.classifying.evaluating.wording import FACETS, percent

TEMPLATES = Path(__file__).parent / "templates"
"""Where pictures and pages are laid out."""

_SIDE, _LEFT, _TOP, _ACROSS, _DOWN = 260, 56, 96, 360, 356
_IN_A_ROW = 2
_FEW = 10
"""A band of fewer statements is drawn hollow."""
_WORST = 0.5
"""The highest share of wrong labels that is drawn."""
_POINTS = 200


@dataclass(frozen=True, slots=True)
class Panel:
    """One facet's part of a picture, with what is drawn in it."""

    score: FacetScore
    name: str
    left: float
    top: float
    side: float = _SIDE

    def x(self, share: float) -> float:
        """Return where a share lies, from left to right."""
        return round(self.left + share * self.side, 1)

    def y(self, share: float) -> float:
        """Return where a share lies, from bottom to top."""
        return round(self.top + (1 - share) * self.side, 1)


def calibration(scores: Sequence[FacetScore]) -> str:
    """Draw, band by band, how often labels were right against how surely they were believed in."""
    return _drawn(
        "calibration.svg.j2",
        scores,
        lambda panel: {"points": tuple(_points(panel))},
        spoken=" ".join(map(_told_bands, scores)),
    )


def risk_coverage(scores: Sequence[FacetScore]) -> str:
    """Draw how many of the labels are wrong where only the surest statements are kept."""
    return _drawn(
        "risk_coverage.svg.j2",
        scores,
        lambda panel: {
            "line": _line(panel),
            "risks": [(percent(risk), panel.y(risk / _WORST)) for risk in RISKS],
        },
        spoken=" ".join(map(_told_kept, scores)),
    )


def _points(panel: Panel) -> Iterator[dict[str, Any]]:
    for band in panel.score.trust.bands:
        low, high = band.held.interval
        yield {
            "x": panel.x(band.sure),
            "y": panel.y(band.held.value),
            "low": panel.y(low),
            "high": panel.y(high),
            "count": band.held.of,
            "few": band.held.of < _FEW,
        }


def _line(panel: Panel) -> str:
    points = _thinned(panel.score.trust.curve)
    return " ".join(f"{panel.x(k.share)},{panel.y(min(k.risk / _WORST, 1.0))}" for k in points)


def _thinned(curve: Sequence[Kept]) -> tuple[Kept, ...]:
    """Keep as many points as can be seen, the last one always."""
    step = max(1, len(curve) // _POINTS)
    return tuple(curve[(len(curve) - 1) % step :: step])


def _told_bands(score: FacetScore) -> str:
    bands = (
        f"of {band.held.of} believed in at about {percent(band.sure)}, {band.held.right} right"
        for band in score.trust.bands
    )
    return f"{FACETS[score.facet]}: {'; '.join(bands)}."


def _told_kept(score: FacetScore) -> str:
    kept = (
        f"{percent(score.trust.kept(risk))} kept at {percent(risk)} wrong at most" for risk in RISKS
    )
    return f"{FACETS[score.facet]}: {'; '.join(kept)}."


def _drawn(
    template: str,
    scores: Sequence[FacetScore],
    drawing: Callable[[Panel], Mapping[str, Any]],
    *,
    spoken: str,
) -> str:
    panels = [_panel(place, score) for place, score in enumerate(scores)]
    rows = -(-len(panels) // _IN_A_ROW)
    return (
        _environment()
        .get_template(template)
        .render(
            drawn=[(panel, drawing(panel)) for panel in panels],
            spoken=spoken,
            width=_LEFT + _ACROSS * min(len(panels), _IN_A_ROW),
            height=_TOP + _DOWN * rows,
            worst=percent(_WORST),
        )
    )


def _panel(place: int, score: FacetScore) -> Panel:
    row, column = divmod(place, _IN_A_ROW)
    return Panel(score, FACETS[score.facet], _LEFT + column * _ACROSS, _TOP + row * _DOWN)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
