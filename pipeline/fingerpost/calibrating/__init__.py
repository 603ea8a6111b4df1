"""Settled items and a council's terms in, how far beliefs can be trusted and what that accepts out."""

from fingerpost.calibrating.applying import apply
from fingerpost.calibrating.calibrating import calibrate

__all__ = ["apply", "calibrate"]
