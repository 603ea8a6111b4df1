"""A text and the file that holds what it should be in, a failure with the difference out."""

import difflib
import os
from pathlib import Path


def assert_golden(path: Path, text: str) -> None:
    """Compare with the file; FINGERPOST_WRITE_GOLDEN=1 writes it instead, for a look at the diff."""
    if os.environ.get("FINGERPOST_WRITE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8")
    difference = difflib.unified_diff(
        expected.splitlines(), text.splitlines(), path.name, "now", lineterm="", n=1
    )
    assert text == expected, "\n".join(difference)
