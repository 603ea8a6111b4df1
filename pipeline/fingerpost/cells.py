"""Any text in, text that a spreadsheet cell can hold out, and back."""

import re

LONGEST = 32_767
"""Characters (as UTF-16 counts them) that Excel allows in a cell."""

CUT = "… (cut here: the whole text is in the Word document)"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def clean(text: str) -> str:
    """Remove what no cell can hold, and cut what is longer, as it is written, than a cell."""
    plain = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    coded = utf16_length(encode(plain)) - utf16_length(plain)
    if utf16_length(plain) + coded <= LONGEST:
        return plain
    return _cut(plain, LONGEST - coded - utf16_length(CUT)) + CUT


def encode(text: str) -> str:
    """Write an underscore that Excel would take for the start of a coded character as one."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def decode(text: str) -> str:
    """Read coded characters ("_x000D_") as Excel does; half of one that needs two is none."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def looks_like_formula(text: str) -> bool:
    """Whether Excel would compute the text if it were typed."""
    return text.startswith(_FORMULA_STARTS)


def utf16_length(text: str) -> int:
    """Count characters as Excel does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, length: int) -> str:
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
