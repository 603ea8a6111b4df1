"""A folder in, the places where one council's documents, rules and results are kept out."""

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from fingerpost.errors import WorkspaceError

MARK = Path("rules") / "workspace.yaml"
"""The file whose presence makes a folder a workspace."""

DIRECTORY = "sqlite:///data/curated/directory.db"
"""Where a council's directory is kept unless another database is named."""
DIRECTORY_SET_BY = "FINGERPOST_DIRECTORY"
"""Names the directory where no option does, so that nobody loads into the one they moved from."""

_PASSWORD = re.compile(r"//[^/]*:.*@|password=")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One council's folder; every path the product reads or writes is named here."""

    root: Path

    @property
    def raw(self) -> Path:
        """Word documents as the council sent them; never written to."""
        return self.root / "data" / "raw"

    @property
    def curated(self) -> Path:
        """The decisions log and the loadable output."""
        return self.root / "data" / "curated"

    @property
    def log(self) -> Path:
        """The decisions log."""
        return self.curated / "decisions.csv"

    @property
    def rules(self) -> Path:
        """Taxonomy, rules and settings."""
        return self.root / "rules"

    @property
    def reports(self) -> Path:
        """What people read, always of the newest run."""
        return self.root / "reports"

    @property
    def returned(self) -> Path:
        """Where reviewers' returned files are put."""
        return self.reports / "returned"

    @property
    def replies(self) -> Path:
        """Pages for those whose returned files held something that could not count."""
        return self.reports / "replies"

    @property
    def packs(self) -> Path:
        """What was made for one person each; nothing in it is ever written over."""
        return self.reports / "packs"

    @property
    def audits(self) -> Path:
        """What was made for schools to fill in; nothing in it is ever written over."""
        return self.reports / "audits"

    @property
    def archive(self) -> Path:
        """Reports of earlier runs."""
        return self.reports / "archive"

    @property
    def state(self) -> Path:
        """What may be deleted at any time: the cache and the orchestrator's home."""
        return self.root / ".fingerpost"

    def database(self, url: str) -> str:
        """Make a relative SQLite address relative to the workspace; leave others as they are."""
        if not url.startswith("sqlite:///"):
            return url
        from sqlalchemy.engine import make_url

        address = make_url(url)
        name = address.database or ":memory:"
        if name == ":memory:" or name.startswith("file:"):
            return url
        # Folders may have signs in their names that mean something in an address.
        address = address.set(database=(self.root / name).as_posix())
        return address.render_as_string(hide_password=False)


def has_password(url: str) -> bool:
    """Whether an address holds what nobody else may read."""
    return bool(_PASSWORD.search(url))


def to_copy(url: str) -> str:
    """Return an address as it stands in a command to copy; URL stands for one with a password."""
    return "URL" if has_password(url) else shlex.quote(url)


def find(folder: Path | None = None) -> Workspace:
    """Return the workspace that holds a folder (default: the current one), or say how to make one."""
    try:
        start = (folder or Path.cwd()).resolve()
    except FileNotFoundError as error:
        raise WorkspaceError(
            "The current folder is not there any more. Change to another."
        ) from error
    for candidate in (start, *(start.parents if folder is None else ())):
        if (candidate / MARK).is_file():
            return Workspace(candidate)
    raise WorkspaceError(
        f"{start}: {'is no workspace' if start.exists() else 'there is no such folder'} "
        f"(no {MARK.as_posix()} in it{'' if folder else ' or above it'}). "
        "Change to your council's folder, or name it with --workspace; "
        "to make a new one: fingerpost init DIR --council NAME"
    )


def check_writable(workspace: Workspace) -> None:
    """Refuse a workspace that cannot be written to, before any work is done in it."""
    for folder in (workspace.state, workspace.reports, workspace.curated):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkspaceError(
                f"{folder}: cannot be made ({error.strerror}). "
                "Choose a folder that you may write to, or ask for the right to write here."
            ) from error
        if not os.access(folder, os.W_OK):
            raise WorkspaceError(
                f"{folder}: cannot be written to. Ask for the right to write here."
            )
