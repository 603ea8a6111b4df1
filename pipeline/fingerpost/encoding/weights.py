"""Files of weights in, the digests by which they are known out."""

from collections.abc import Iterator
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from fingerpost.errors import EncoderError


def digest_of(name: str, *digests: str) -> str:
    """Return the digest of an encoder: its name, and what its weights are."""
    return sha256("\n".join((name, *digests)).encode()).hexdigest()


def verified(path: Path, pinned: str, remedy: str) -> bytes:
    """Return a file's bytes if they are the pinned ones, so that what was verified is what is used."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EncoderError(f"{path.name}: cannot be read ({error.strerror}). {remedy}") from error
    found = sha256(data).hexdigest()
    if found != pinned:
        raise EncoderError(
            f"{path.name}: is not the file it should be (its SHA-256 is {found[:12]}…, "
            f"not {pinned[:12]}…), so it is not used. {remedy}"
        )
    return data


def folder_digest(folder: Path) -> str:
    """Return the digest of all files of a folder: their names, in order, and what they hold."""
    whole = sha256()
    for path in sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix()):
        with path.open("rb") as file:
            held = file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\n{held}\n".encode())
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in parts):
            yield path  # what a downloader or Python notes beside them is no part of the model


def package_folder(package: str) -> Path | None:
    """Return the folder of an installed package without importing it, or None."""
    try:
        spec = find_spec(package) if package.isidentifier() else None
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def versions(*packages: str) -> str:
    """Return packages and their versions in one line."""
    return ", ".join(f"{package} {_version(package)}" for package in packages)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
