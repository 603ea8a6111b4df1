"""Rules and statements in, what the rules are worth out: examples held, right and wrong, overlaps."""

from fingerpost.classifying.proving.examples import check_cues
from fingerpost.classifying.proving.measured import Measured, of_exemplar, of_gold
from fingerpost.classifying.proving.standing import Standing
from fingerpost.classifying.proving.survey import Judged, Survey, survey, survey_cue

__all__ = [
    "Judged",
    "Measured",
    "Standing",
    "Survey",
    "check_cues",
    "of_exemplar",
    "of_gold",
    "survey",
    "survey_cue",
]
