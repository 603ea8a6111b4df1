"""Words typed after a command in, numbers and paths out; or what is wrong with them in plain words."""

from pathlib import Path
from typing import Any, ClassVar

import click


class Number(click.ParamType[int | float]):
    """A number between two others; `what` says what it is, and `remedy` where to find one."""

    name = "number"

    def __init__(
        self, what: str, low: float, high: float | None = None, *, whole: bool = True, remedy: str
    ) -> None:
        self._what, self._low, self._high = what, low, high
        self._whole, self._remedy = whole, remedy

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | float:
        """Return the number, or say that it is none, or none of these."""
        try:
            number = int(value) if self._whole else float(value)
        except ValueError:
            self.fail(f"“{value}” is not {self._what}. {self._remedy}", param, ctx)
        # Written so that "nan" is none of them either.
        if not self._low <= number or (self._high is not None and not number <= self._high):
            self.fail(f"{value} is not {self._what}. {self._remedy}", param, ctx)
        return number


RELEASE = Number("the number of a release", 1, remedy="To see them all: fingerpost changes")
"""One that there may be; whether it is there is for the directory to say."""
RELEASE_OR_NONE = Number(
    "the number of a release",
    0,
    remedy="To see them all: fingerpost changes (0 stands for before the first).",
)


_DIGITS_OF_A_NUMBER = 6
"""The shortest telephone number has as many; "the meeting of 12 May" has fewer."""


class PersonName(click.ParamType[str]):
    """The name of somebody, or of a team; it stands on every page, so it holds no way to reach them."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name as it was typed, or say that it holds an address or a number."""
        if "@" in value or sum(letter.isdigit() for letter in value) >= _DIGITS_OF_A_NUMBER:
            told = "stands on every page, so it holds no address and no telephone number. Type the name alone."
            self.fail(f"“{value}” {told}", param, ctx)
        return str(value)


class _Place(click.Path):
    """A path that says in plain words why it cannot be used."""

    wanted: ClassVar[str]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value}: {self._told(Path(value))}", param, ctx)

    def _told(self, path: Path) -> str:
        if not path.exists():
            return f"there is no such {self.wanted}. Check the spelling."
        if path.is_dir() == (self.wanted == "folder"):
            return "may not be read. Ask for the right to read it."
        return f"is no {self.wanted}. Name a {self.wanted}."


class FilePath(_Place):
    """A file, to be read where it has to be there, or to be written."""

    wanted = "file"

    def __init__(self, *, exists: bool = False) -> None:
        super().__init__(path_type=Path, dir_okay=False, exists=exists)


class FolderPath(_Place):
    """A folder, to be read where it has to be there, or to be written to."""

    wanted = "folder"

    def __init__(self, *, exists: bool = False) -> None:
        super().__init__(path_type=Path, file_okay=False, exists=exists)
