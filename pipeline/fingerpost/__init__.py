"""Fingerpost: councils' Word guidance becomes a structured, reviewed, living directory."""

__version__ = "0.1.0"
