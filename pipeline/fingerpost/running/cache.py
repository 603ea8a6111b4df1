"""Results by the content they were made from; deleting all of it costs only time."""

import hashlib
import pickle
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import fingerpost
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.running.batches import DocumentResult, RawDocument


@cache
def code_digest() -> str:
    """Return a digest of the product's own code, so that a new version reads everything anew."""
    digest = hashlib.sha256(fingerpost.__version__.encode())
    root = Path(fingerpost.__file__).parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def context_digest(rulebook: Rulebook, meanings: Meanings) -> str:
    """Return a digest of everything but the document that a result depends on."""
    answers = repr(sorted(meanings.answers.items()))
    return hashlib.sha256(f"{code_digest()}\n{rulebook.digest}\n{answers}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results; what cannot be read counts as absent."""

    folder: Path
    context: str

    def get(self, raw: RawDocument) -> DocumentResult | None:
        """Return the result kept for these bytes under this name, if any."""
        try:
            found = pickle.loads(self._path(raw).read_bytes())  # noqa: S301 - our own folder
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError):
            return None
        return found if isinstance(found, DocumentResult) else None

    def put(self, raw: RawDocument, result: DocumentResult) -> None:
        """Keep a result; a reader never sees half of it."""
        path = self._path(raw)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            pickle.dump(result, file, protocol=5)
        Path(file.name).replace(path)

    def _path(self, raw: RawDocument) -> Path:
        key = hashlib.sha256(f"{self.context}\n{raw.digest}\n{raw.source}".encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.pickle"
