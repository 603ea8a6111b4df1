"""What rules were found to be worth in, lines for people and plain values for programs out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fingerpost.classifying.proving import Judged, Standing, Survey
from fingerpost.classifying.proving.baseline import Fall, Given
from fingerpost.classifying.proving.survey import Coverage
from fingerpost.cli.answers import plural
from fingerpost.cues import Cue
from fingerpost.taxonomy import Taxonomy

_WORST = 10
"""Entries a list shows where not everything is asked for."""
_WRONG = 3
"""Statements shown for a phrase that was wrong about them."""
_KINDS = {
    "area_of_need": "area",
    "need": "need",
    "universal": "whole school",
    "teachers_standards": "standard",
    "graduated_approach": "stage",
    "gate": "no advice",
}
_COUNTED = {
    "exemplar": "{} of the exemplars",
    "gold": "{} of gold",
    "decision": "{} that people agreed to",
    "document": "{} of the documents, unlabelled",
}
_HELP = (
    "Everything: fingerpost taxonomy check --all; "
    "one cue, phrase by phrase: fingerpost taxonomy check --cue ID"
)

Counts = Sequence[tuple[str, int]]


def survey_lines(
    survey: Survey, counts: Counts, taxonomy: Taxonomy, *, in_full: bool
) -> Iterator[str]:
    """Say what was measured, then what is worst: covered least, wrong, overlapping, dead."""
    parts = ", ".join(_COUNTED[name].format(f"{n:,}") for name, n in counts if n)
    yield f"Measured on {plural(survey.statements, 'statement')}: {parts or 'there are none'}."
    poor = [each for each in survey.cues if each.standing.is_poor and (in_full or not each.weak)]
    for title, lines in (
        ("Statements that a cue of their own category reaches", _covered(survey, taxonomy)),
        ("Cues that are wrong more often than right", map(_judged_line, _worst_first(poor))),
        ("Cues for different categories that fire on the same words", _overlapping(survey)),
        ("Phrases that cues for different categories claim", _claimed(survey)),
        ("Rules that fire on nothing measured", _dead(survey)),
    ):
        yield from _listed(title, tuple(lines), in_full=in_full)
    if in_full:
        yield from _listed("Every cue", tuple(map(_judged_line, survey.cues)), in_full=True)
    else:
        yield _HELP


def _listed(title: str, lines: Sequence[str], *, in_full: bool) -> Iterator[str]:
    shown = lines if in_full else lines[:_WORST]
    left = len(lines) - len(shown)
    if lines:
        yield ""
        yield f"{title} ({len(lines):,}):"
        yield from (f"  {line}" for line in shown)
        if left:
            yield f"  … and {left:,} more"


def _covered(survey: Survey, taxonomy: Taxonomy) -> Iterator[str]:
    ordered = sorted(survey.coverage, key=lambda each: (each.share, -each.labelled, each.value))
    return (_coverage_line(each, taxonomy) for each in ordered)


def _coverage_line(each: Coverage, taxonomy: Taxonomy) -> str:
    name = taxonomy.label(each.value) if each.value in taxonomy else each.value
    reached = f"{each.reached} of {each.labelled}" if each.labelled else "none labelled"
    return (
        f"{_KINDS[each.kind]:12} {each.value:30} {plural(each.cues, 'cue'):>8}"
        f"  reach {reached:13} fire on {each.standing.fired:4}, {worth(each.standing)}  {name}"
    )


def _worst_first(judged: Iterable[Judged]) -> list[Judged]:
    return sorted(judged, key=lambda each: (each.standing.precision or 0.0, -each.standing.scored))


def _judged_line(each: Judged) -> str:
    weak = " (weak)" if each.weak else ""
    return (
        f"{each.cue + weak:34} for {each.value:30} fires on {each.standing.fired:4}, "
        f"{worth(each.standing)}"
    )


def worth(standing: Standing) -> str:
    """Say how often something was right, of how many, and how sure that is."""
    if standing.precision is None:
        return "none scored"
    low, high = standing.interval()
    share = f"{standing.precision:.2f}, {low:.2f} to {high:.2f}"
    return f"right {standing.right} of {standing.scored} ({share})"


def _overlapping(survey: Survey) -> Iterator[str]:
    for each in survey.overlaps:
        yield f"{each.times:4} times  {each.first} and {each.second}, as on “{each.quote}”"


def _claimed(survey: Survey) -> Iterator[str]:
    for each in survey.conflicts:
        yield f"“{each.phrase}”: {' and '.join(each.cues)}"


def _dead(survey: Survey) -> Iterator[str]:
    yield from (f"cue {each}" for each in survey.dead_cues)
    yield from (f"rule about headings {each}" for each in survey.dead_headings)


def cue_lines(cue: Cue, judged: Sequence[Judged], *, in_full: bool) -> Iterator[str]:
    """Say of each phrase of a cue where it fired and what it was wrong about, worst first."""
    weak = ", weak" if cue.weak else ""
    yield f"{cue.id} for {cue.value}{weak} ({cue.file} line {cue.line})"
    silent = [each.cue for each in judged if not each.standing.fired]
    for each in _worst_first(each for each in judged if each.standing.fired):
        yield f"  {each.cue:40} fires on {each.standing.fired:4}, {worth(each.standing)}"
        shown = each.wrong if in_full else each.wrong[:_WRONG]
        yield from (f"      not “{wrong.quote}”: {wrong.text}" for wrong in shown)
    if silent:
        yield f"  fire on nothing measured: {', '.join(silent)}"


def fall_lines(falls: Sequence[Fall], taxonomy: Taxonomy) -> Iterator[str]:
    """Say which categories are given less rightly than before, and which statements became wrong."""
    for fall in falls:
        name = taxonomy.label(fall.concept) if fall.concept in taxonomy else fall.concept
        yield (
            f"{_KINDS[fall.kind]} {fall.concept} ({name}), by {fall.way}: {_share(fall.now)};"
            f" before {_share(fall.before)}."
        )
        for row in fall.rows:
            yield f"  now wrong: {row.origin}: {row.text}"
    if falls:
        yield (
            "Mend the rules; where the change is meant, write the baseline anew: make rules-baseline"
        )


def _share(given: Given) -> str:
    if not given.given:
        return "never given"
    return f"right {given.right} of {given.given} ({given.precision:.2f})"


def survey_data(survey: Survey, counts: Counts) -> dict[str, Any]:
    """Return the survey as plain values."""
    return {
        "statements": dict(counts),
        "coverage": [
            {
                "kind": each.kind,
                "value": each.value,
                "cues": each.cues,
                "labelled": each.labelled,
                "reached": each.reached,
                **_standing_data(each.standing),
            }
            for each in survey.coverage
        ],
        "cues": [judged_data(each) for each in survey.cues],
        "overlaps": survey.overlaps,
        "conflicts": survey.conflicts,
        "dead": {"cues": survey.dead_cues, "headings": survey.dead_headings},
    }


def judged_data(each: Judged) -> dict[str, Any]:
    """Return how a cue or phrase stood as plain values."""
    return {
        "id": each.cue,
        "kind": each.kind,
        "for": each.value,
        "weak": each.weak,
        **_standing_data(each.standing),
        "wrong": each.wrong,
    }


def _standing_data(standing: Standing) -> dict[str, Any]:
    return {
        "fired": standing.fired,
        "scored": standing.scored,
        "right": standing.right,
        "precision": standing.precision,
        "interval": standing.interval(),
    }
