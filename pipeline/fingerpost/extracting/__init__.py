"""Documents in, candidate strategies with stable ids and the account of every word out."""

from fingerpost.extracting.extraction import balance, extract

__all__ = ["balance", "extract"]
