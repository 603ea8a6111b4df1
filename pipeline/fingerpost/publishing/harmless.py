"""Values in, the same without characters that change how what stands around them reads, out."""

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, TypeVar

from fingerpost.pages import visible

_T = TypeVar("_T")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
    "|[\U000e0000-\U000e0fff]"
)
"""Controls, marks that turn the reading direction of what follows, tags, and halves of characters.

Text of any direction reads right without them: pages isolate it, and each character has its own.
"""


def harmless(value: _T) -> _T:
    """Return a value with every text in it cleaned; ids and addresses too, which hold none of these.

    It is made of frozen dataclasses, tuples, mappings and texts.
    """
    cleaned: _T = _cleaned(value)
    return cleaned


def plain(text: str) -> str:
    """Return a text without them; a symbol of one of Word's own fonts becomes a bullet."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", visible(text))


def _cleaned(value: Any) -> Any:
    if type(value) is str:  # a label's kind is a text too, of a type of its own that must stay
        return plain(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, Mapping):
        return {_cleaned(key): _cleaned(one) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in dataclasses.fields(value)]
        return type(value)(**{name: _cleaned(getattr(value, name)) for name in names})
    return value
