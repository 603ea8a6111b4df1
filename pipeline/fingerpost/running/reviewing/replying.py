"""What became of returned files in, a page for whoever sent each one, in reports/replies, out."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from fingerpost.files import replace_file, unwritable
from fingerpost.reviewing import Fate, reply_of
from fingerpost.rulebook import Council
from fingerpost.workspace import Workspace


def write_replies(
    workspace: Workspace, council: Council, fates: Iterable[Fate | None]
) -> tuple[str, ...]:
    """Write a reply to each file that needs one; return their paths, empty where none was written.

    A reply from before to a file of the same name is taken away where nothing is left to tell;
    nothing is known (None) of a file that was not taken in again.
    """
    return tuple(_written(workspace, council, fates))


def _written(workspace: Workspace, council: Council, fates: Iterable[Fate | None]) -> Iterator[str]:
    used: set[str] = set()
    for fate in fates:
        if fate is None:
            yield ""
            continue
        path = workspace.replies / f"{_unused(PurePath(fate.file).stem, used)}.docx"
        if page := reply_of(fate, council):
            replace_file(path, page)
            yield path.relative_to(workspace.root).as_posix()
        else:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise unwritable(path, error) from error
            yield ""


def _unused(stem: str, used: set[str]) -> str:
    """Return a name that no other reply of this time has, also where case does not count."""
    name, number = stem, 1
    while name.casefold() in used:
        number += 1
        name = f"{stem}-{number}"
    used.add(name.casefold())
    return name
