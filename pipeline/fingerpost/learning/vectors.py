"""Vectors to bytes and back: a byte for each number, so that what is learned travels in a file.

Training uses vectors after this loss, so that kept vectors and fresh ones teach the same.
"""

import numpy as np
import numpy.typing as npt

from fingerpost.learned import Array

_LARGEST = 127


def pack(vectors: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """Return each number as a share of its row's largest, and what one share is worth in each row."""
    scales = np.abs(vectors).max(axis=1, initial=0.0) / _LARGEST
    shares = vectors / np.where(scales == 0, 1, scales)[:, None]
    return np.round(shares).astype("int8"), scales.astype("float32")


def unpack(packed: npt.NDArray[np.int8], scales: Array) -> Array:
    """Return the vectors, each number within half a share of what it was."""
    vectors: Array = (packed * scales[:, None]).astype("float32")
    return vectors
