"""A parsed part in; the part as a Word of today sees it out (markup compatibility, ISO/IEC 29500-3).

Of every choice one branch is left, and what the part itself lets a reader ignore is taken out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.namespaces import MC, TRANSITIONAL, transitional_uri

_ALTERNATIVES: Final = f"{MC}AlternateContent"
_CHOICE: Final = f"{MC}Choice"
_FALLBACK: Final = f"{MC}Fallback"
_IGNORABLE: Final = f"{MC}Ignorable"
_MUST_UNDERSTAND: Final = f"{MC}MustUnderstand"
_PROCESS_CONTENT: Final = f"{MC}ProcessContent"

_OF_THE_STANDARD: Final = (
    "wordprocessingml/2006/main", "markup-compatibility/2006", "schemaLibrary/2006/main",
    "drawingml/2006/main", "drawingml/2006/chart", "drawingml/2006/chartDrawing",
    "drawingml/2006/diagram", "drawingml/2006/lockedCanvas", "drawingml/2006/picture",
    "drawingml/2006/wordprocessingDrawing", "drawingml/2006/compatibility",
    "officeDocument/2006/bibliography", "officeDocument/2006/characteristics",
    "officeDocument/2006/custom-properties", "officeDocument/2006/customXml",
    "officeDocument/2006/docPropsVTypes", "officeDocument/2006/extended-properties",
    "officeDocument/2006/math", "officeDocument/2006/relationships",
    "officeDocument/2006/sharedTypes",
)  # fmt: skip
_OF_OLD_DRAWINGS: Final = ("vml", "office:office", "office:word", "office:powerpoint")
_OF_WORD: Final = (
    "2006/wordml", "2010/wordml", "2010/wordprocessingCanvas", "2010/wordprocessingDrawing",
    "2010/wordprocessingGroup", "2010/wordprocessingInk", "2010/wordprocessingShape",
    "2012/wordml", "2012/wordprocessingDrawing", "2015/wordml/symex", "2016/wordml/cid",
    "2018/wordml", "2018/wordml/cex", "2020/oembed", "2020/wordml/sdtdatahash",
    "2023/wordml/word16du", "2024/wordml/sdtformatlock",
)  # fmt: skip
_OF_DRAWINGS: Final = (
    "2007/8/2/chart", "2008/diagram", "2010/main", "2010/chartDrawing", "2010/compatibility",
    "2010/diagram", "2010/picture", "2010/slicer", "2012/main", "2012/chart", "2012/chartStyle",
    "2013/main/command", "2014/main", "2014/chart", "2014/chart/ac", "2014/chartex",
    "2015/06/chart", "2015/9/8/chartex", "2015/10/21/chartex", "2016/5/9/chartex",
    "2016/5/10/chartex", "2016/5/11/chartex", "2016/5/12/chartex", "2016/5/13/chartex",
    "2016/5/14/chartex", "2016/11/diagram", "2016/11/main", "2016/12/diagram", "2016/SVG/main",
    "2016/ink", "2017/03/chart", "2017/decorative", "2017/model3d", "2018/animation",
    "2018/hyperlinkcolor", "2018/sketchyshapes", "2020/classificationShape", "2021/oembed",
    "2021/livefeed", "2022/classificationShape", "2023/main",
)  # fmt: skip
_OF_OFFICE: Final = (
    "http://schemas.microsoft.com/office/2006/activeX",
    "http://schemas.microsoft.com/office/2019/extlst",
    "http://schemas.microsoft.com/office/comments/2020/reactions",
    "http://schemas.microsoft.com/office/thememl/2012/main",
    "http://schemas.microsoft.com/office/webextensions/webextension/2010/11",
    "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11",
    "http://schemas.microsoft.com/ink/2010/main",
    "http://www.w3.org/2003/04/emma",
    "http://www.w3.org/2003/InkML",
)
UNDERSTOOD: Final = frozenset(
    (
        "",
        "http://www.w3.org/XML/1998/namespace",
        *(TRANSITIONAL + name for name in _OF_THE_STANDARD),
        *(f"urn:schemas-microsoft-com:{name}" for name in _OF_OLD_DRAWINGS),
        *(f"http://schemas.microsoft.com/office/word/{name}" for name in _OF_WORD),
        *(f"http://schemas.microsoft.com/office/drawing/{name}" for name in _OF_DRAWINGS),
        *_OF_OFFICE,
    )
)
"""The namespaces that a Word of today understands; all others are foreign to it."""


def settle(root: Element, *, rules_inside: bool, choices: bool) -> tuple[str, ...]:
    """Leave what a Word of today sees; return the foreign namespaces that the part insists on.

    `rules_inside` says that not only the root may say what is to be ignored, `choices` that there
    may be some to make; going through a part for nothing takes a tenth as long as parsing it.
    """
    ruled = _ruled(root) if rules_inside else [root]
    for element in ruled:
        _ignore(element)
    # The innermost first, so that what is moved is never more than what will be shown.
    for alternatives in reversed(list(root.iter(_ALTERNATIVES))) if choices else ():
        _choose(alternatives)
    return tuple(dict.fromkeys(uri for element in ruled for uri in _demands(element)))


def _ruled(root: Element) -> list[Element]:
    return [e for e in root.iter() if e.get(_IGNORABLE) or e.get(_MUST_UNDERSTAND)]


def _demands(element: Element) -> Iterator[str]:
    said = element.get(_MUST_UNDERSTAND)
    return _foreign(element, said.split()) if said else iter(())


def _foreign(element: Element, prefixes: Iterable[str]) -> Iterator[str]:
    """The namespaces behind some prefixes that Word does not understand."""
    spaces = element.nsmap
    uris = (spaces.get(prefix) for prefix in prefixes)
    return (uri for uri in uris if uri is not None and transitional_uri(uri) not in UNDERSTOOD)


def _ignore(element: Element) -> None:
    """29500-3, 7.3 and 7.4: foreign elements go with what they hold, or leave what they hold."""
    said = element.get(_IGNORABLE)
    uris = tuple(_foreign(element, said.split())) if said else ()
    if not uris:
        return
    kept = frozenset(_named(element, element.get(_PROCESS_CONTENT, "").split()))
    wanted = tuple(f"{{{uri}}}*" for uri in uris)
    for found in list(element.iter(*wanted)):
        space = found.tag.partition("}")[0]
        _replace(found, list(found) if {found.tag, f"{space}}}*"} & kept else ())


def _named(element: Element, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        prefix, _, local = name.partition(":")
        if uri := element.nsmap.get(prefix):
            yield f"{{{uri}}}{local}"


def _choose(alternatives: Element) -> None:
    """29500-3, 7.6: the first choice that is understood stands in the place of all, or the fallback."""
    chosen = next(filter(_is_understood, alternatives.iterchildren(_CHOICE)), None)
    if chosen is None:
        chosen = alternatives.find(_FALLBACK)
    _replace(alternatives, () if chosen is None else list(chosen))


def _is_understood(choice: Element) -> bool:
    prefixes = choice.get("Requires", "").split()
    spaces = choice.nsmap
    known = (prefix in spaces and not any(_foreign(choice, [prefix])) for prefix in prefixes)
    return bool(prefixes) and all(known)


def _replace(element: Element, by: Sequence[Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    # Put beside it one by one: to ask for its place would cost the length of the paragraph.
    for node in reversed(by):
        element.addnext(node)
    parent.remove(element)
