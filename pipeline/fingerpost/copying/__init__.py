"""A Word file and its account in, a copy to read in a browser with the statements marked out."""

from fingerpost.copying.marks import Mark, Marks, marks_of
from fingerpost.copying.page import copy
from fingerpost.copying.passages import passages

__all__ = ["Mark", "Marks", "copy", "marks_of", "passages"]
