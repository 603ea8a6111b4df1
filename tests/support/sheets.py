"""A workbook in, its answers typed in as a person would; by sheet and column name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


class Workbook:
    """A returned workbook in the making."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def rows(self, sheet: str) -> Iterator[dict[str, str]]:
        yield from (row for _, row in self._numbered(self.book[sheet]))

    def fill(self, sheet: str, answer: Callable[[dict[str, str]], dict[str, str]]) -> int:
        """Type what `answer` says into each row; return how many rows it answered."""
        place = self.book[sheet]
        columns = self._columns(place)
        count = 0
        for number, row in self._numbered(place):
            typed = answer(row)
            for name, value in typed.items():
                place.cell(number, columns[name], value)
            count += bool(typed)
        return count

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path

    def _numbered(self, sheet: Worksheet) -> Iterator[tuple[int, dict[str, str]]]:
        columns = self._columns(sheet)
        for number in range(2, sheet.max_row + 1):
            row = {name: sheet.cell(number, at).value for name, at in columns.items()}
            if any(value is not None for value in row.values()):
                yield number, {name: str(value or "") for name, value in row.items()}

    @staticmethod
    def _columns(sheet: Worksheet) -> dict[str, int]:
        return {str(cell.value): cell.column for cell in sheet[1] if cell.value is not None}
