"""Text as it stands in Word in, text that every font can show out."""

import re

_SYMBOLS = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
BULLET = "•"


def visible(text: str) -> str:
    """Show a symbol of one of Word's own fonts, which elsewhere is an empty box, as a bullet."""
    return _SYMBOLS.sub(BULLET, text)
