"""Documents in, candidate strategies with stable ids and the account of every word out."""

from fingerpost.extracting.duplicates import mark_duplicates
from fingerpost.extracting.editions import merge_editions
from fingerpost.extracting.extraction import balance, extract
from fingerpost.extracting.identity import Identified, identify

__all__ = [
    "Identified",
    "balance",
    "extract",
    "identify",
    "mark_duplicates",
    "merge_editions",
]
