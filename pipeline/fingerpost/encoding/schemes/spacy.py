"""Text in, the mean of its words' vectors out, from any spaCy model that has word vectors."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fingerpost.encoding.encoder import unit_rows
from fingerpost.encoding.weights import digest_of, folder_digest, package_folder, versions
from fingerpost.errors import EncoderError

if TYPE_CHECKING:
    from fingerpost.encoding.encoder import Vectors

TAKES = "package or folder"
_CONFIG = "config.cfg"


def build(rest: str) -> "WordVectors":
    """Return an encoder from a spaCy package's name or a model's folder."""
    name = f"spacy:{rest}"
    folder = _folder(rest)
    if folder is None:
        raise EncoderError(
            f"The encoder '{name}' is not here: '{rest}' is neither an installed package nor a folder "
            f"that holds a spaCy model ({_CONFIG}). Run: pip install {Path(rest).name} "
            "(or correct the folder in rules/workspace.yaml)."
        )
    digest = digest_of(name, folder_digest(folder))
    words = _load(folder, name)
    if not words.vocab.vectors_length:
        raise EncoderError(
            f"The encoder '{name}' has no word vectors. Name a model that has, "
            "such as one whose name ends in _md or _lg."
        )
    return WordVectors(name, digest, words)


class WordVectors:
    """Looks words up and takes their mean; no other part of the model is run."""

    def __init__(self, name: str, digest: str, words: Any) -> None:
        self.name = name
        self.digest = digest
        self.runtime = versions("spacy", "numpy")
        self.dim = int(words.vocab.vectors_length)
        self._words = words

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Return the direction of the mean of the known words; zeros where none is known."""
        return unit_rows((self._words.make_doc(text).vector for text in texts), self.dim)


def _folder(rest: str) -> Path | None:
    """Find the folder with the model's settings: the folder itself, or the one inside a package."""
    for there in (package_folder(rest), Path(rest)):
        if there is not None:
            for config in sorted((*there.glob(_CONFIG), *there.glob(f"*/{_CONFIG}"))):
                return config.parent
    return None


def _load(folder: Path, name: str) -> Any:
    import warnings

    import spacy

    try:
        parts = spacy.util.load_config(folder / _CONFIG)["nlp"]["pipeline"]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a model made by a neighbouring version still loads
            return spacy.util.load_model_from_path(folder, exclude=parts)
    except (EOFError, ImportError, KeyError, OSError, ValueError) as error:
        said = str(error).partition("\n")[0]
        raise EncoderError(
            f"The encoder '{name}' cannot be loaded from {folder} ({said}). "
            "Install it again in a version for this spaCy, or name another encoder."
        ) from error
