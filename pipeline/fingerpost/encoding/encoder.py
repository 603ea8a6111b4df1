"""What every encoder gives, and what encoders are made of."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns text into vectors whose closeness is closeness of meaning.

    The vector of a text depends on that text alone, never on what is encoded with it.
    `name` is the name in the rules; `digest` is a SHA-256 of the name and of all that was learned
    (weights, words); `runtime` names the libraries that compute, with their versions, because the
    last digits depend on them; `dim` is the length of a vector.
    """

    @property
    def name(self) -> str:
        """The name by which the rules know it."""

    @property
    def digest(self) -> str:
        """A SHA-256 of the name and the weights."""

    @property
    def runtime(self) -> str:
        """The libraries that compute, and their versions."""

    @property
    def dim(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Return one row a text, of unit length; of zeros where it knows no word of the text."""


Factory = Callable[[str], Encoder]
"""Makes an encoder from what follows the colon in its name; an EncoderError says why it cannot."""


def unit_rows(rows: Iterable["Vectors"], dim: int) -> "Vectors":
    """Return vectors as the rows of a matrix, each of unit length; zeros stay zeros."""
    import numpy as np

    found = np.array([*rows], dtype=np.float64).reshape(-1, dim)
    lengths = np.sqrt((found * found).sum(axis=1, keepdims=True))
    lengths[lengths == 0] = 1
    unit: Vectors = (found / lengths).astype(np.float32)
    return unit


def offline() -> None:
    """Tell the libraries of the model hubs, before they are imported, never to ask the network."""
    import os

    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
