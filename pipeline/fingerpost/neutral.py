"""Text in, text that spreadsheets, pages and terminals show and never obey out."""

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_TURNING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def neutralise(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restore(text: str) -> str:
    """Take away the apostrophe that `neutralise` put there."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text


def steady(text: str) -> str:
    """Take away controls, which a terminal obeys, and marks that turn how what follows is read."""
    if text.isascii() and text.isprintable():
        return text
    return _TURNING.sub("", text)


def steady_lines(text: str) -> str:
    """Do the same line by line, and end all lines alike."""
    return text if text.isprintable() else "\n".join(map(steady, text.splitlines()))


def seen(text: str) -> str:
    """Put text on one line, without soft hyphens, zero-width signs, controls and turning marks."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return " ".join(_UNSEEN.sub("", steady(line)).split())
