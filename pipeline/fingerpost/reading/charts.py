"""The part of a chart in; the lines of words that the chart shows out."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.namespaces import CX, A, C

_C15: Final = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_LINE: Final = f"{A}p"
_CACHES: Final = (f"{C}strCache", f"{C}multiLvlStrCache", f"{_C15}dlblRangeCache")
_NUMBERS: Final = f"{C}numCache"
_AXIS: Final = (f"{C}cat", f"{C}xVal")
_NAMES: Final = f"{CX}strDim"
_SAID: Final = f"{CX}txData"


def chart_lines(root: Element) -> Iterator[str]:
    """Titles, names of series, labels of axes and data: each as often as the chart shows it."""
    axes: set[str] = set()
    for element in root.iter(_LINE, *_CACHES, _NUMBERS, _NAMES, _SAID):
        line = _line(element)
        if _stands_on_an_axis(element):
            # Every series of a chart repeats the labels of the one axis.
            if line in axes:
                continue
            axes.add(line)
        yield line


def _line(element: Element) -> str:
    if element.tag == _LINE:
        return "".join(run.findtext(f"{A}t", "") for run in element.iterchildren(f"{A}r"))
    if element.tag == _SAID:
        return "" if _has_rich_twin(element) else element.findtext(f"{CX}v", "")
    if element.tag == _NUMBERS:
        return _whole_numbers(element)
    if element.tag == _NAMES:
        return ", ".join(node.text or "" for node in element.iter(f"{CX}pt"))
    return ", ".join(node.text or "" for node in element.iter(f"{C}v", f"{_C15}v"))


def _has_rich_twin(said: Element) -> bool:
    """A title may keep its words twice: as they look, and bare."""
    parent = said.getparent()
    return parent is not None and parent.find(f"{CX}rich") is not None


def _whole_numbers(cache: Element) -> str:
    """Numbers as labels, such as years; where a format makes dates of them they say nothing."""
    if not _stands_on_an_axis(cache) or cache.findtext(f"{C}formatCode", "General") != "General":
        return ""
    return ", ".join(node.text or "" for node in cache.iter(f"{C}v"))


def _stands_on_an_axis(element: Element) -> bool:
    if element.tag == _NAMES:
        return True
    return next(element.iterancestors(*_AXIS), None) is not None
