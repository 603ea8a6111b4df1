"""Texts in, their vectors out, each computed once: what was computed is kept in a file.

Deleting the file costs only time, and no damage to it changes a vector: each is kept with a digest,
and what does not fit its digest is computed anew.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fingerpost.encoding.encoder import Encoder

if TYPE_CHECKING:
    from fingerpost.encoding.encoder import Vectors

Done = TypeVar("Done")

_AT_ONCE = 500  # so that what was computed is kept when someone stops the run
_PATIENCE = 30  # seconds to wait for another process
_TABLE = (
    "CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB NOT NULL, "
    "digest BLOB NOT NULL)"
)
_ASK = "SELECT vector, digest FROM vectors WHERE text = ?"
_KEEP = "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)"


class KeepingEncoder:
    """An encoder that asks its file first; where the file cannot be used it does without."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self.name = encoder.name
        self.digest = encoder.digest
        self.runtime = encoder.runtime
        self.dim = encoder.dim
        self._encoder = encoder
        made_by = sha256(f"{encoder.digest}\n{encoder.runtime}".encode()).hexdigest()
        self._file = folder / f"vectors-{made_by[:12]}.db"

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Return what the encoder would, byte for byte."""
        import numpy as np

        found: dict[bytes, bytes] = {}
        distinct = {_key(text): text for text in texts}
        keys = list(distinct)
        for start in range(0, len(keys), _AT_ONCE):
            portion = {key: distinct[key] for key in keys[start : start + _AT_ONCE]}
            found.update(self._vectors(portion))
        joined = b"".join(found[_key(text)] for text in texts)
        return np.frombuffer(joined, dtype="<f4").reshape(-1, self.dim).astype(np.float32)

    def _vectors(self, texts: Mapping[bytes, str]) -> Mapping[bytes, bytes]:
        known = self._known(texts)
        missing = [key for key in texts if key not in known]
        if not missing:
            return known
        rows = self._encoder.encode([texts[key] for key in missing]).astype("<f4")
        made = {key: row.tobytes() for key, row in zip(missing, rows, strict=True)}
        self._keep(made)
        return {**known, **made}

    def _known(self, texts: Mapping[bytes, str]) -> Mapping[bytes, bytes]:
        def ask(file: sqlite3.Connection) -> Mapping[bytes, bytes]:
            rows = {key: file.execute(_ASK, (key,)).fetchone() for key in texts}
            return {key: row[0] for key, row in rows.items() if row and _holds(key, *row)}

        return self._with_file(ask) or {}

    def _keep(self, made: Mapping[bytes, bytes]) -> None:
        def keep(file: sqlite3.Connection) -> None:
            with file:
                file.executemany(_KEEP, [(key, row, _proof(key, row)) for key, row in made.items()])

        self._with_file(keep)

    def _with_file(self, work: Callable[[sqlite3.Connection], Done]) -> Done | None:
        """Do something with the file; None where that cannot be done."""
        with suppress(OSError, sqlite3.Error):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as file:
                    file.execute(_TABLE)
                    return work(file)
            except sqlite3.DatabaseError as error:
                if _is_damage(error):
                    self._file.replace(self._file.with_suffix(".damaged"))
        return None


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Tell a damaged file, which is set aside, from one that is busy, full or not ours to write."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _holds(key: bytes, vector: object, digest: object) -> bool:
    return isinstance(vector, bytes) and digest == _proof(key, vector)


def _key(text: str) -> bytes:
    return sha256(text.encode()).digest()


def _proof(key: bytes, vector: bytes) -> bytes:
    return sha256(key + vector).digest()
