"""Results by the content they were made from; deleting all of it costs only time."""

import hashlib
import pickle
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import fingerpost
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.running.processing.batches import DocumentResult, RawDocument

_DIGEST = hashlib.sha256().digest_size


@cache
def code_digest() -> str:
    """Return a digest of the product's own code, so that a new version reads everything anew."""
    digest = hashlib.sha256(fingerpost.__version__.encode())
    root = Path(fingerpost.__file__).parent
    templates = (path for path in root.rglob("templates/**/*") if path.is_file())
    for path in sorted({*root.rglob("*.py"), *templates}):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def context_digest(rulebook: Rulebook, meanings: Meanings, learned: str = "") -> str:
    """Return a digest of everything but the document that a result depends on.

    `learned` is the digest of the learned matcher.
    """
    answers = repr(sorted(meanings.answers.items()))
    parts = (code_digest(), rulebook.digest, learned, answers)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results; what cannot be read counts as absent."""

    folder: Path
    context: str

    def get(self, raw: RawDocument) -> DocumentResult | None:
        """Return the result kept for these bytes under this name, if any."""
        try:
            kept = self._path(raw).read_bytes()
        except OSError:
            return None
        digest, data = kept[:_DIGEST], kept[_DIGEST:]
        if hashlib.sha256(data).digest() != digest:
            return None
        found = pickle.loads(data)  # noqa: S301 - our own folder, and as it was written
        return found if isinstance(found, DocumentResult) else None

    def put(self, raw: RawDocument, result: DocumentResult) -> None:
        """Keep a result, where that can be done; a reader never sees half of it."""
        path, data = self._path(raw), pickle.dumps(result, protocol=5)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(hashlib.sha256(data).digest() + data)
            Path(file.name).replace(path)

    def _path(self, raw: RawDocument) -> Path:
        made_of = f"{self.context}\n{raw.digest}\n{raw.source}\n{bool(raw.sent)}"
        key = hashlib.sha256(made_of.encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.pickle"
