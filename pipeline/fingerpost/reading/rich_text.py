"""The bytes of Rich Text (RTF) in; its lines of visible words out.

Only what carries words is known here: no look, no lists, no pictures.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

OPENING: Final = b"{\\rtf"
_TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)", re.DOTALL
)
_FALLBACK: Final = "cp1252"
# Groups that hold settings, or the same words once more for older programs.
_WORDLESS: Final = frozenset(
    (
        "fonttbl", "filetbl", "colortbl", "stylesheet", "listtable", "listoverridetable",
        "revtbl", "rsidtbl", "pgptbl", "info", "generator", "template", "userprops", "docvar",
        "xmlnstbl", "themedata", "colorschememapping", "datastore", "latentstyles", "mmathPr",
        "wgrffmtfilter", "pict", "nonshppict", "objdata", "objclass", "objname", "oleclsid",
        "objalias", "objsect", "shprslt", "do", "sp", "picprop", "background", "fldinst",
        "datafield", "formfield", "ffname", "ffdeftext", "ffhelptext", "ffstattext", "ffl",
        "ffentrymcr", "ffexitmcr", "pntext", "pntxta", "pntxtb", "listtext", "bkmkstart",
        "bkmkend", "atnid", "atnauthor", "atndate", "atnref", "atntime", "atnicn", "atnparent",
        "atrfstart", "atrfend", "xe", "tc", "rxe", "txe", "ftnsep", "ftnsepc", "ftncn",
        "aftnsep", "aftnsepc", "aftncn", "ud", "mhtmltag", "htmltag", "private", "passwordhash",
    )
)  # fmt: skip
# Groups that may be skipped by programs that do not know them, and that hold words.
_WITH_WORDS: Final = frozenset(
    (
        "shpinst", "shptxt", "shppict", "footnote", "annotation",
    )
)  # fmt: skip
_SIGNS: Final = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "column": "\n", "row": "\n",
    "nestrow": "\n", "cell": "\n", "nestcell": "\n", "tab": "\t", "emdash": "\u2014",
    "endash": "\u2013", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "\u2022",
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
}  # fmt: skip
_ESCAPES: Final = {
    "~": "\u00a0", "_": "-", "-": "\u00ad", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
_APART: Final = frozenset(
    (
        "footnote", "shptxt", "annotation", "header", "headerl", "headerr", "headerf", "footer",
        "footerl", "footerr", "footerf",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until a brace closes; `stand_ins` is how many characters stand in for one."""

    silent: bool = False
    hidden: bool = False
    stand_ins: int = 1
    apart: bool = False


@dataclass(slots=True)
class _Reader:
    """The words so far; `coded` gathers characters that only the code page explains."""

    encoding: str = _FALLBACK
    group: _Group = _Group()
    outer: list[_Group] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    coded: bytearray = field(default_factory=bytearray)
    starred: bool = False
    to_skip: int = 0

    def write(self, text: str) -> None:
        """Add text, if it is seen, behind what is gathered."""
        self.flush()
        if not (self.group.silent or self.group.hidden):
            self.pieces.append(text)

    def gather(self, raw: bytes) -> None:
        """Add characters of the code page; those that only stand in for another are left out."""
        skipped = min(self.to_skip, len(raw))
        self.to_skip -= skipped
        if not (self.group.silent or self.group.hidden):
            self.coded += raw[skipped:]

    def flush(self) -> None:
        """Turn what is gathered into text."""
        if self.coded:
            self.pieces.append(self.coded.decode(self.encoding, "replace"))
            self.coded.clear()

    def brace(self, sign: bytes) -> None:
        """Open or close a group."""
        self.flush()
        self.to_skip = 0
        if sign == b"{":
            self.outer.append(self.group)
            self.group = replace(self.group, apart=False)
        elif self.outer:
            if self.group.apart:
                self.write("\n")
            self.group = self.outer.pop()

    def word(self, name: str, number: int | None) -> None:
        """Do what a control word says."""
        starred, self.starred = self.starred, False
        if name in _WORDLESS or (starred and name not in _WITH_WORDS):
            self.flush()
            self.group = _Group(silent=True)
        elif name in _SIGNS:
            self.write(_SIGNS[name])
        elif name in _APART:
            self.write("\n")
            self.group = replace(self.group, apart=True)
        elif reader := _WORDS.get(name):
            self.flush()
            reader(self, number)


def rich_lines(data: bytes) -> tuple[str, ...]:
    """The lines of a Rich Text document, with those of its notes and boxes where they hang."""
    reader = _Reader()
    place = 0
    while (match := _TOKEN.search(data, place)) is not None:
        place = match.end()
        word, number, coded, escaped, brace, text = match.groups()
        if word == b"bin":
            place += max(int(number or 0), 0)
        elif word:
            reader.word(word.decode(), None if number is None else int(number))
        elif coded:
            reader.gather(bytes.fromhex(coded.decode()))
        elif brace:
            reader.brace(brace)
        elif text:
            reader.gather(text)
        elif escaped == b"*":
            reader.starred = True
        else:
            reader.write(_ESCAPES.get(escaped.decode("latin-1"), ""))
    reader.flush()
    # Characters beyond the first plane were written as two halves.
    text = "".join(reader.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return tuple(filter(None, map(str.strip, text.splitlines())))


def _unicode(reader: _Reader, number: int | None) -> None:
    reader.write(chr((number or 0) % 0x10000))
    reader.to_skip = reader.group.stand_ins


def _stand_ins(reader: _Reader, number: int | None) -> None:
    reader.group = replace(reader.group, stand_ins=number or 0)


def _hides(reader: _Reader, number: int | None) -> None:
    reader.group = replace(reader.group, hidden=number != 0)


def _shows(reader: _Reader, _number: int | None) -> None:
    _hides(reader, 0)


def _code_page(reader: _Reader, number: int | None) -> None:
    try:
        reader.encoding = codecs.lookup(f"cp{number}").name
    except LookupError:
        reader.encoding = _FALLBACK


_WORDS: Final[dict[str, Callable[[_Reader, int | None], None]]] = {
    "u": _unicode,
    "uc": _stand_ins,
    "v": _hides,
    "deleted": _hides,
    "plain": _shows,
    "ansicpg": _code_page,
}
