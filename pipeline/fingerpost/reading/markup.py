"""The bytes of a part in, its tree out; or a refusal that says what is wrong with them."""

from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal
from fingerpost.reading.limits import Limits


@cache
def _parser(*, large: bool = False) -> etree.XMLParser:
    """One parser for all parts; lxml locks it while it is in use."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=large,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def parse(content: bytes, name: str) -> Element:
    """Parse a part; entities are never expanded, and a part that declares any is refused."""
    return _parse(content, name, _parser())


def parse_large(content: bytes, name: str) -> Element:
    """Parse a file that holds pictures as text, which may be longer than any text that is read."""
    return _parse(content, name, _parser(large=True))


def _parse(content: bytes, name: str, parser: etree.XMLParser) -> Element:
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        if getattr(fault, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from fault
        raise _unparsable(fault, content, name) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal.unsafe(name)
    return root


def _unparsable(fault: etree.XMLSyntaxError, content: bytes, name: str) -> DocumentRefused:
    if b"<!DOCTYPE" in content[:1000] or b"<!ENTITY" in content[:1000]:
        return refusal.unsafe(name)
    message = str(fault).lower()
    if "depth" in message:
        return refusal.too_deep(Limits().depth)
    if "huge" in message:
        return refusal.too_large(
            f"its part {name} has a line or a value of more than ten million letters"
        )
    return refusal.corrupt(f"the part {name} is not well-formed (line {fault.lineno})")
