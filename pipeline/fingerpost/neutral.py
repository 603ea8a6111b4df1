"""Text in, text that a spreadsheet shows and never computes out, and back, unchanged."""

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")


def neutralise(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restore(text: str) -> str:
    """Take away the apostrophe that `neutralise` put there."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text
