"""Characters of symbol fonts in; what they stand for out."""

import re
from typing import Final

PRIVATE_USE: Final = range(0xE000, 0xF900)
BULLET: Final = "•"
CROSS: Final = "✗"
_CROSS_OF_WINGDINGS: Final = 0xFB
_SYMBOL_FONTS: Final = re.compile(
    r"symbol|wingdings(?: ?[23])?|webdings|zapf ?dingbats|monotype sorts|marlett|opensymbol|starsymbol",
    re.IGNORECASE,
)


def is_symbol_font(name: str) -> bool:
    """Whether the characters of a font are pictures and not letters."""
    return _SYMBOL_FONTS.fullmatch(name.strip()) is not None


def is_private_use(character: str) -> bool:
    """Whether only a font says what the character is."""
    return ord(character) in PRIVATE_USE


def bullet_mark(text: str, *, is_symbol: bool) -> str:
    """The mark of a bulleted list; a glyph that only its font explains is shown as a bullet.

    But for the cross of Wingdings, which says the opposite of a tick.
    """
    if text and (is_symbol or any(map(is_private_use, text))):
        return CROSS if ord(text[0]) & 0xFF == _CROSS_OF_WINGDINGS else BULLET
    return text
