"""A saved workbook in, the same without the time of saving out; and rows that grow with their text."""

import io
import re
import zipfile

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_ZIPPED = (2020, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")


class _Growing(RowDimension):
    """A row whose height is only where to begin."""

    customHeight = False  # noqa: N815 - as openpyxl names it, which has it true for every height


def set_height(sheet: Worksheet, row: int, height: float) -> None:
    """Say how high a row is at first; it grows as people type, and fits what is sorted into it."""
    sheet.row_dimensions[row] = _Growing(sheet, index=row, height=height)


def without_times(data: bytes) -> bytes:
    """Take the time of saving out of a workbook, so that equal contents are equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = _MODIFIED.sub(b"", old.read(entry))
            info = zipfile.ZipInfo(entry.filename, _ZIPPED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, content)
    return out.getvalue()
