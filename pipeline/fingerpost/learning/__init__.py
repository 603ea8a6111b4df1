"""Labelled statements and people's decisions in, the learned matcher out."""

from fingerpost.learning.decided import decided, together
from fingerpost.learning.doubting import second_looks
from fingerpost.learning.pacing import teaching_lines
from fingerpost.learning.proposing import propose
from fingerpost.learning.storing import read_learned, read_vectors, write_learned
from fingerpost.learning.training import digest_of, train

__all__ = [
    "decided",
    "digest_of",
    "propose",
    "read_learned",
    "read_vectors",
    "second_looks",
    "teaching_lines",
    "together",
    "train",
    "write_learned",
]
