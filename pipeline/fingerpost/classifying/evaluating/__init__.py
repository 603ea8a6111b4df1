"""Labelled statements in, how right the labels are and how far beliefs hold, out."""

from fingerpost.classifying.evaluating.gold import GoldError, read_gold, write_predictions
from fingerpost.classifying.evaluating.predicting import predict
from fingerpost.classifying.evaluating.rows import GoldRow, Prediction
from fingerpost.classifying.evaluating.scoring import Evaluation, FacetScore, evaluate, score

__all__ = [
    "Evaluation",
    "FacetScore",
    "GoldError",
    "GoldRow",
    "Prediction",
    "evaluate",
    "predict",
    "read_gold",
    "score",
    "write_predictions",
]
