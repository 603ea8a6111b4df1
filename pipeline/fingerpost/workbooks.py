"""A saved workbook in, the same without the time of saving out."""

import io
import re
import zipfile

_ZIPPED = (2020, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")


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
