"""A content control in; whether it still shows the words that ask for something out."""

from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.measures import is_on
from fingerpost.reading.namespaces import W

_PROMPTS: Final = f"{W}sdtPr/{W}showingPlcHdr"


def is_unfilled(control: Element) -> bool:
    """Say whether nobody filled the control in ("Click or tap here to enter text.")."""
    mark = control.find(_PROMPTS)
    return mark is not None and is_on(mark)
