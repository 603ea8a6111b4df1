"""The files of a site in, a folder that holds them, whole, the old site or the new one, out."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from fingerpost.errors import WorkspaceError
from fingerpost.files import sole_writer, unwritable

MARK = ".fingerpost-site"
"""Lists, line by line, what the program wrote into a site's folder, and so may take away again."""

_PASSING = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave wherever somebody looks."""


def write_site(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Put a new site in the place of the old one; return how many files it has.

    It is written beside and takes the old one's place when it is whole.

    Raises:
        WorkspaceError: if the folder holds anything that is not a site of ours; nothing is changed.
    """
    folder = folder.resolve()
    if not folder.name:
        raise WorkspaceError(f"{folder}: is a whole disk. Name a folder for the site with --out.")
    with sole_writer(folder):
        try:
            return _swapped(folder, files)
        except OSError as error:
            raise unwritable(folder, error) from error


def _swapped(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    new, old = (folder.with_name(f".{folder.name}.{word}") for word in ("new", "old"))
    if old.exists() and not folder.exists():  # stopped between two steps
        old.rename(folder)
    for place in (folder, new, old):
        _check_ours(place)
    _remove(new)
    _remove(old)
    written = _write(new, files)
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    _remove(old)
    return written


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write the files, each noted before it is there, so that what was begun can be taken away."""
    folder.mkdir(parents=True)
    count = 0
    with (folder / MARK).open("w", encoding="utf-8", newline="\n") as mark:
        for count, (name, content) in enumerate(files, start=1):  # noqa: B007 - counted
            mark.write(f"{name}\n")
            mark.flush()
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return count


def _check_ours(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WorkspaceError(f"{folder}: is a file. Name a folder for the site with --out.")
    strange = sorted(_files(folder) - _written(folder))
    if strange:
        some = ", ".join(strange[:3]) + (" …" if len(strange) > 3 else "")  # noqa: PLR2004
        raise WorkspaceError(
            f"{folder}: holds what the program did not write there ({some}). Nothing was changed. "
            "Move that elsewhere, or name another folder with --out."
        )


def _remove(folder: Path) -> None:
    """Take away a site of ours, file by file, and its folders as far as they are empty then."""
    if not folder.exists():
        return
    for name in (*_written(folder), MARK):
        with suppress(FileNotFoundError):
            (folder / name).unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.name in _PASSING else path.rmdir()
    folder.rmdir()


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir())
        and path.name not in _PASSING
        and path != folder / MARK
    }


def _written(folder: Path) -> set[str]:
    """Return what we wrote into a folder; nothing outside it, whatever the list says.

    Somebody may have put a link to elsewhere in the place of a folder of ours.
    """
    mark = folder / MARK
    if not mark.is_file():
        return set()
    lines = mark.read_text(encoding="utf-8", errors="replace").splitlines()
    names = {name: PurePosixPath(name).parent for name in lines if name and _stays(name)}
    home = folder.resolve()
    inside = {up for up in {*names.values()} if (folder / up).resolve().is_relative_to(home)}
    return {name for name, up in names.items() if up in inside}


def _stays(name: str) -> bool:
    """Whether a name stays in its folder, on Windows too, where "C:x" or a backslash leads elsewhere."""
    path = PureWindowsPath(name)
    return not path.anchor and ".." not in path.parts
