"""The bytes of one XML part in, its elements as a flat series of events with short names out.

What a Word 2010 or later would not see is already gone: the branches of alternate content that
are not taken, and elements that the part itself says may be ignored.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from tests.oracle.package import UnreadableError

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
}
_UNDERSTOOD = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/office/word/",
    "http://schemas.microsoft.com/office/drawing/",
    "urn:schemas-microsoft-com:",
)
_DEEPEST = 5000
_SEPARATOR = " "

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told what the part holds; names are `w:p`, attributes `w:val` or bare."""

    start: Start
    end: End
    text: Text


def listen(part: str, data: bytes, listener: Listener) -> None:
    """Tell a listener the events of a part."""
    reader = _Reader(listener)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableError("damaged-xml", f"{part}: {error}") from error


class _Reader:
    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._names: list[str] = []
        self._skipped = 0
        self._taken: list[bool] = []
        self._spaces: defaultdict[str, list[str]] = defaultdict(list)
        self._ignorable: set[str] = set()
        self._kept: set[str] = set()
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartNamespaceDeclHandler = self._declare
        self.parser.EndNamespaceDeclHandler = self._forget

    def _declare(self, prefix: str | None, uri: str) -> None:
        self._spaces[prefix or ""].append(uri)

    def _forget(self, prefix: str | None) -> None:
        self._spaces[prefix or ""].pop()

    def _start(self, name: str, attributes: Attributes) -> None:
        short = _short(name)
        self._names.append(short)
        if len(self._names) > _DEEPEST:
            raise UnreadableError("too-deep")
        if self._skipped:
            self._skipped += 1
            return
        plain = {_short(key): text for key, text in attributes.items()}
        self._note_compatibility(plain)
        if self._is_seen(name, short, plain):
            self._listener.start(short, plain)
        else:
            self._skipped = 1

    def _end(self, _name: str) -> None:
        short = self._names.pop()
        if self._skipped:
            self._skipped -= 1
            return
        if short == "mc:AlternateContent":
            self._taken.pop()
        self._listener.end(short)

    def _text(self, text: str) -> None:
        if not self._skipped:
            self._listener.text(text)

    def _is_seen(self, name: str, short: str, attributes: Attributes) -> bool:
        if short == "mc:AlternateContent":
            self._taken.append(False)
        elif short in {"mc:Choice", "mc:Fallback"} and self._taken:
            return self._takes(short, attributes)
        uri = name.rpartition(_SEPARATOR)[0]
        return uri not in self._ignorable or name in self._kept

    def _takes(self, short: str, attributes: Attributes) -> bool:
        if self._taken[-1]:
            return False
        required = attributes.get("Requires", "").split()
        self._taken[-1] = short == "mc:Fallback" or all(map(self._understands, required))
        return self._taken[-1]

    def _understands(self, prefix: str) -> bool:
        return self._uri(prefix).startswith(_UNDERSTOOD)

    def _uri(self, prefix: str) -> str:
        return self._spaces[prefix][-1] if self._spaces[prefix] else ""

    def _note_compatibility(self, attributes: Attributes) -> None:
        for prefix in attributes.get("mc:Ignorable", "").split():
            if not self._understands(prefix):
                self._ignorable.add(self._uri(prefix))
        for name in attributes.get("mc:ProcessContent", "").split():
            prefix, _, local = name.partition(":")
            self._kept.add(f"{self._uri(prefix)}{_SEPARATOR}{local}")


def _short(name: str) -> str:
    uri, _, local = name.rpartition(_SEPARATOR)
    return f"{_PREFIXES.get(uri, '?')}:{local}" if uri else local
