"""A folder of files in, the list of their digests out; and what no longer matches the list."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from fingerpost.errors import WorkspaceError

MANIFEST = "MANIFEST.sha256"
"""The list: one `<SHA-256>  <name>` a line, sorted by name, as `sha256sum --check` reads it."""

LOG = "decisions.csv"

_AGAIN = "Run: fingerpost migrate"
_FROM_COPY = "Put back the newest file from the folder decisions-copies."
_MADE_FROM = f"# made from {LOG} as it was at "
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_COPIES = "decisions-copies"
_DATABASE = "directory.db"


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def listing(digests: Mapping[str, str], made_from: str = "") -> str:
    """Return the list of some files and their digests as text.

    `made_from` is the digest of the log that the other files were made from, where it has grown
    since; it stands in a comment, which `sha256sum --check` passes over.
    """
    comment = f"{_MADE_FROM}{made_from}\n" if made_from else ""
    return comment + "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def read_manifest(folder: Path) -> dict[str, str]:
    """Read the list of a folder: digest by file name."""
    try:
        lines = (folder / MANIFEST).read_bytes().decode("utf-8").splitlines()
    except FileNotFoundError as error:
        raise WorkspaceError(
            f"{folder / MANIFEST}: there is no such file, so nothing was written here yet. {_AGAIN}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{folder / MANIFEST}: cannot be read. {_AGAIN}") from error
    found = [_LINE.fullmatch(line) for line in lines]
    return {match[2]: match[1] for match in found if match}


def made_from(folder: Path) -> str:
    """Return the digest of the log that the files of a folder were made from; empty without one."""
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    told = (line for line in text.splitlines() if line.startswith(_MADE_FROM))
    return next(
        (line.removeprefix(_MADE_FROM) for line in told), read_manifest(folder).get(LOG, "")
    )


def mismatches(folder: Path) -> tuple[str, ...]:
    """Name, one sentence each, files that were changed, are missing, or do not belong."""
    try:
        listed = read_manifest(folder)
    except WorkspaceError as error:
        return (str(error),)
    changed = (_mismatch(folder, name, wanted) for name, wanted in sorted(listed.items()))
    extra = (
        f"{name}: does not belong into this folder, or came there by another way. Take it out."
        for name in sorted(_present(folder) - set(listed))
    )
    return (*filter(None, changed), *extra)


def log_mismatch(folder: Path) -> str:
    """Say in a sentence that the log is missing or was changed by something else; empty if not."""
    if not (folder / MANIFEST).exists():
        return ""
    wanted = read_manifest(folder).get(LOG)
    return _mismatch(folder, LOG, wanted) if wanted else ""


def grew(content: bytes, wanted: str) -> bool:
    """Whether a file only had lines added since its digest was `wanted`."""
    return bool(beginning(content, wanted))


def beginning(content: bytes, wanted: str) -> bytes:
    """Return what a file was when its digest was `wanted`; empty if it did more than grow since."""
    running, length = hashlib.sha256(), 0
    for line in content.splitlines(keepends=True):
        running.update(line)
        length += len(line)
        if running.hexdigest() == wanted:
            return content[:length]
    return b""


def _mismatch(folder: Path, name: str, wanted: str) -> str:
    try:
        content = (folder / name).read_bytes()
    except FileNotFoundError:
        return f"{name}: is missing. {_FROM_COPY if name == LOG else _AGAIN}"
    except OSError as error:
        return f"{name}: cannot be read ({error.strerror}). Ask for the right to read it."
    if digest(content) == wanted or (name == LOG and grew(content, wanted)):
        return ""
    if name == LOG:
        return f"{name}: was changed by something other than this program. {_FROM_COPY}"
    return (
        f"{name}: was changed by something other than this program, or writing it was "
        f"interrupted. {_AGAIN}"
    )


def _present(folder: Path) -> set[str]:
    """Return the names of all files below a folder that the list should hold."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if _is_listed(path)}


def _is_listed(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.parts)
    ours = path.parts[0] in (MANIFEST, _COPIES) or path.name.startswith(_DATABASE)
    return not (hidden or ours)
