"""Text in, vectors of any Sentence Transformers model out, from a folder or the hub's local store."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fingerpost.encoding.encoder import offline, unit_rows
from fingerpost.encoding.weights import digest_of, folder_digest, versions
from fingerpost.errors import EncoderError

if TYPE_CHECKING:
    from fingerpost.encoding.encoder import Vectors

TAKES = "model or folder"
_OWNER = "sentence-transformers"  # whose models the hub knows by a bare name too


def build(rest: str) -> "SentenceModel":
    """Return an encoder from a model's name or folder; nothing is fetched."""
    name = f"sentence-transformers:{rest}"
    if not all(map(find_spec, ("sentence_transformers", "torch", "huggingface_hub"))):
        raise EncoderError(
            f"The encoder '{name}' needs a library that is not installed. "
            "Run: pip install sentence-transformers (or name another encoder)."
        )
    offline()
    folder = Path(rest) if Path(rest).is_dir() else _stored(rest, name)
    digest = digest_of(name, folder_digest(folder))
    return SentenceModel(name, digest, _load(folder, name))


class SentenceModel:
    """The model as its makers run it, one text at a time, on the processor, in one thread."""

    def __init__(self, name: str, digest: str, model: Any) -> None:
        self.name = name
        self.digest = digest
        self.runtime = versions("sentence-transformers", "transformers", "torch")
        self._model = model
        self.dim = int(self._raw(["a"]).shape[1])

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Encode one text at a time: so none can depend on another."""
        return unit_rows(self._raw(texts) if texts else (), self.dim)

    def _raw(self, texts: Sequence[str]) -> Any:
        return self._model.encode(
            list(texts), batch_size=1, show_progress_bar=False, convert_to_numpy=True
        )


def _stored(rest: str, name: str) -> Path:
    """Return the folder in which the hub's library keeps a model that was fetched before."""
    from huggingface_hub import snapshot_download

    model = rest if "/" in rest else f"{_OWNER}/{rest}"
    try:
        return Path(snapshot_download(repo_id=model, local_files_only=True))
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"The encoder '{name}' is not on this machine, and nothing is fetched while working. "
            f"Put the model into a folder and name that, or fetch it beforehand: hf download {model}"
        ) from error


def _load(folder: Path, name: str) -> Any:
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)  # the last digits depend on how many share a sum
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (ImportError, KeyError, OSError, ValueError) as error:
        said = str(error).partition("\n")[0]
        raise EncoderError(
            f"The encoder '{name}' cannot be loaded from {folder} ({said}). "
            "Put the whole model into the folder, or name another encoder."
        ) from error
