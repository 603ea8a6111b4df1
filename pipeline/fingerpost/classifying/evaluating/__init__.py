"""Labelled statements in, how right the labels are and how far beliefs hold, out."""

from fingerpost.classifying.evaluating.gold import GoldError, read_gold, write_predictions
from fingerpost.classifying.evaluating.metrics import metrics
from fingerpost.classifying.evaluating.predicting import predict
from fingerpost.classifying.evaluating.report import About, write_report
from fingerpost.classifying.evaluating.rows import GoldRow, Prediction
from fingerpost.classifying.evaluating.scoring import Evaluation, FacetScore, evaluate, score

__all__ = [
    "About",
    "Evaluation",
    "FacetScore",
    "GoldError",
    "GoldRow",
    "Prediction",
    "evaluate",
    "metrics",
    "predict",
    "read_gold",
    "score",
    "write_predictions",
    "write_report",
]
