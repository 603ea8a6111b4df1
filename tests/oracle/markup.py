"""The bytes of one XML part in, its elements as a flat series of events with short names out.

What a Word 2010 or later would not see is already gone: the branches of alternate content that
are not taken, and elements that the part itself says may be ignored.
"""

import re
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
    "http://schemas.microsoft.com/office/word/2006/wordml": "wne",
    "http://schemas.microsoft.com/office/word/2003/wordml": "w",
    "http://schemas.microsoft.com/aml/2001/core": "aml",
}
# What a Word of today understands: the names of the standard, those of the old drawings, and
# those of released versions of Office, which follow a pattern; names of betas do not.
_UNDERSTOOD = re.compile(
    r"""$|http://www\.w3\.org/(XML/1998/namespace|2003/(emma|InkML))$
    |http://schemas\.openxmlformats\.org/(wordprocessingml|drawingml|officeDocument
        |markup-compatibility|schemaLibrary)/2006(/[A-Za-z-]+)?$
    |http://purl\.oclc\.org/ooxml/
    |urn:schemas-microsoft-com:(vml|office:(office|word|powerpoint))$
    |http://schemas\.microsoft\.com/office/word/20(06|1\d|2\d)/
        (wordml|wordprocessing(Canvas|Drawing|Group|Ink|Shape)|oembed)(/\w+)?$
    |http://schemas\.microsoft\.com/office/drawing/20(07/8/2|08|1\d|2\d)(/\d+)*/[A-Za-z]\w*(/\w+)*$
    |http://schemas\.microsoft\.com/(ink/2010/main|office/(2006/activeX|2019/extlst
        |comments/2020/reactions|thememl/2012/main|webextensions/\w+/2010/11))$""",
    re.VERBOSE,
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


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is to be ignored below an element, and what of that leaves what it holds."""

    depth: int
    ignorable: frozenset[str]
    kept: frozenset[str]

    def hides(self, name: str) -> bool:
        """Say whether an element goes with all that it holds."""
        uri = name.rpartition(_SEPARATOR)[0]
        return uri in self.ignorable and not self.kept & {name, f"{uri}{_SEPARATOR}*"}


class _Reader:
    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._names: list[str] = []
        self._skipped = 0
        self._taken: list[bool] = []
        self._spaces: defaultdict[str, list[str]] = defaultdict(list)
        self._rules: list[_Rule] = []
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
        seen = self._is_seen(name, short, plain)
        self._note_rule(plain)
        if seen:
            self._listener.start(short, plain)
        else:
            self._skipped = 1

    def _end(self, _name: str) -> None:
        short = self._names.pop()
        if self._rules and self._rules[-1].depth > len(self._names):
            self._rules.pop()
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
        return not any(rule.hides(name) for rule in self._rules)

    def _takes(self, short: str, attributes: Attributes) -> bool:
        if self._taken[-1]:
            return False
        required = attributes.get("Requires", "").split()
        understood = bool(required) and all(map(self._understands, required))
        self._taken[-1] = short == "mc:Fallback" or understood
        return self._taken[-1]

    def _understands(self, prefix: str) -> bool:
        uri = self._uri(prefix)
        return uri is not None and _UNDERSTOOD.match(uri) is not None

    def _uri(self, prefix: str) -> str | None:
        return self._spaces[prefix][-1] if self._spaces[prefix] else None

    def _note_rule(self, attributes: Attributes) -> None:
        """Keep what an element lets a reader ignore; it reaches as far as the element."""
        prefixes = attributes.get("mc:Ignorable", "").split()
        foreign = [self._uri(prefix) for prefix in prefixes if not self._understands(prefix)]
        named = (name.partition(":") for name in attributes.get("mc:ProcessContent", "").split())
        kept = frozenset(f"{self._uri(prefix)}{_SEPARATOR}{local}" for prefix, _, local in named)
        if any(foreign):
            self._rules.append(_Rule(len(self._names), frozenset(filter(None, foreign)), kept))


def _short(name: str) -> str:
    uri, _, local = name.rpartition(_SEPARATOR)
    return f"{_PREFIXES.get(uri, '?')}:{local}" if uri else local
