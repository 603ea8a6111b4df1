"""Form fields and content controls in; what they show where no run of text says it out."""

from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.measures import is_on, value, whole
from fingerpost.reading.namespaces import W14, M, W

CHECK_BOX: Final = "FORMCHECKBOX"
TICKED: Final = "\u2612"
EMPTY: Final = "\u2610"
GAP: Final = "\u2026"
"""Stands where a drop-down field shows words that only its settings hold."""

_BOX: Final = f"{W}ffData/{W}checkBox"
_LIST: Final = f"{W}ffData/{W}ddList"
_MARK: Final = f"{W}fldChar"
_KIND: Final = f"{W}fldCharType"
_TEXTS: Final = (f"{W}t", f"{W}delText", f"{W}sym", f"{M}t")
_STATE: Final = f"{W}sdtPr/{W14}checkbox"


def ticked(mark: Element) -> str:
    """The box that a check-box field shows; nothing for another field."""
    box = mark.find(_BOX)
    if box is None:
        return ""
    states = (box.find(f"{W}checked"), box.find(f"{W}default"))
    said = next((state for state in states if state is not None), None)
    return TICKED if said is not None and is_on(said) else EMPTY


def chosen(mark: Element) -> str:
    """The words that a drop-down field shows and no run holds; nothing for another field."""
    listed = mark.find(_LIST)
    if listed is None or _has_result(mark):
        return ""
    entries = [value(entry) for entry in listed.iterchildren(f"{W}listEntry")]
    stated = (whole(value(listed.find(W + name))) for name in ("result", "default"))
    place = next((number for number in stated if number is not None), 0)
    return entries[place] if 0 <= place < len(entries) else ""


def _has_result(mark: Element) -> bool:
    """Whether a run after the field's separator says something before the field ends."""
    run = mark.getparent()
    in_result = False
    for sibling in () if run is None else run.itersiblings():
        kinds = {inner.get(_KIND) for inner in sibling.iter(_MARK)}
        if in_result and next(sibling.iter(*_TEXTS), None) is not None:
            return True
        if "end" in kinds:
            return False
        in_result = in_result or "separate" in kinds
    return False


def is_empty(control: Element) -> bool:
    """Whether a content control holds no text of its own."""
    return next(control.iter(*_TEXTS), None) is None


def box_of(control: Element) -> str:
    """The box that an empty check-box control shows; nothing for another control."""
    state = control.find(_STATE)
    if state is None:
        return ""
    said = state.find(f"{W14}checked")
    is_ticked = said is not None and said.get(f"{W14}val", "1") in {"1", "true", "on"}
    glyph = state.find(f"{W14}checkedState" if is_ticked else f"{W14}uncheckedState")
    try:
        shown = chr(int("" if glyph is None else glyph.get(f"{W14}val", ""), 16))
    except (ValueError, OverflowError):
        shown = ""
    usable = shown.isprintable() and not shown.isalnum()
    return shown if shown and usable else TICKED if is_ticked else EMPTY
