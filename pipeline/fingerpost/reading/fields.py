"""The marks of fields in, as a story is walked; which text is result, of what, out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.namespaces import W

FIELD_MARK: Final = f"{W}fldChar"
_MARK_TYPE: Final = f"{W}fldCharType"
_BOX: Final = f"{W}txbxContent"
_CONTENTS: Final = frozenset({"TOC", "TOA", "INDEX"})
_TOKEN: Final = re.compile(r'["“”]((?:[^"“”\\]|\\.)*)["“”]|(\S+)')
_ESCAPE: Final = re.compile(r"\\(.)")
_SWITCHES_WITH_VALUE: Final = frozenset({"\\o", "\\t", "\\*", "\\s"})


@dataclass(slots=True)
class Field:
    """One field, and what the fields round it say; its kind is known once its code is complete.

    `in_code`, `href` and `in_contents` hold for text in it. While a field is open those round it
    do not change, so that no question need go through all of them.
    """

    around: "Field | None" = None
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    kind: str = ""
    in_code: bool = True
    href: str = ""
    in_contents: bool = False

    def __post_init__(self) -> None:
        if self.around is not None:
            self.href = self.around.href
            self.in_contents = self.around.in_contents

    def close_code(self) -> None:
        """Read the code; what follows is the result."""
        around = self.around
        code = "".join(self.code)
        words = code.split(maxsplit=1)
        self.in_result = True
        self.in_code = around is not None and around.in_code
        self.kind = words[0].upper() if words else ""
        self.href = address(code) if self.kind == "HYPERLINK" else ""
        self.href = self.href or (around.href if around else "")
        self.in_contents = self.kind in _CONTENTS or (around is not None and around.in_contents)


@dataclass(slots=True)
class Fields:
    """The fields that are open at one place of a story."""

    unmatched: frozenset[Element] = frozenset()
    open: list[Field] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Whether text here belongs to a field's code and is never shown."""
        return bool(self.open) and self.open[-1].in_code

    @property
    def kind(self) -> str:
        """The kind of the innermost field."""
        return self.open[-1].kind if self.open else ""

    @property
    def href(self) -> str:
        """The target of the innermost link."""
        return self.open[-1].href if self.open else ""

    @property
    def in_contents(self) -> bool:
        """Whether text here is the result of a contents list or an index."""
        return bool(self.open) and self.open[-1].in_contents

    def begin_result(self, code: str) -> None:
        """Open a field whose code is known at once."""
        self._begin()
        self.add_code(code)
        self.open[-1].close_code()

    def _begin(self) -> None:
        self.open.append(Field(self.open[-1] if self.open else None))

    def end(self) -> None:
        """Close the innermost field; a mark whose beginning was not read ends none."""
        if self.open:
            self.open.pop()

    def add_code(self, text: str) -> None:
        """Take in a piece of the innermost code."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].code.append(text)

    def mark(self, element: Element) -> None:
        """Take in a w:fldChar."""
        if element in self.unmatched:
            return
        kind = element.get(_MARK_TYPE)
        if kind == "begin":
            self._begin()
        elif kind == "separate":
            if self.open:
                self.open[-1].close_code()
        else:
            self.end()


def unmatched_marks(marks: Iterable[Element]) -> frozenset[Element]:
    """Of the field marks of a story those without a partner, which would otherwise swallow the rest of the story.

    A field does not cross the border of a text box, so each box is matched by itself.
    """
    begun: dict[Element | None, list[list[Element]]] = {}
    strays: set[Element] = set()
    for mark in marks:
        stack = begun.setdefault(next(mark.iterancestors(_BOX), None), [])
        kind = mark.get(_MARK_TYPE)
        if kind == "begin":
            stack.append([mark])
        elif not stack or kind not in {"separate", "end"}:
            strays.add(mark)
        elif kind == "end":
            stack.pop()
        else:
            stack[-1].append(mark)
    return frozenset(strays.union(*(field for stack in begun.values() for field in stack)))


def address(code: str) -> str:
    r"""The target of a HYPERLINK code; `\l` names a place in it, and alone a place in this file."""
    target, place, switch = "", "", ""
    for quoted, bare in _TOKEN.findall(code.strip())[1:]:
        token = _ESCAPE.sub(r"\1", quoted) if quoted else bare
        if not quoted and bare.startswith("\\"):
            switch = bare.lower()
        elif switch == "\\l":
            place, switch = token, ""
        elif switch in _SWITCHES_WITH_VALUE:
            switch = ""
        else:
            target = target or token
    return with_place(target, place)


def with_place(target: str, place: str) -> str:
    """An address with the place in it; empty for a place in this file."""
    return f"{target}#{place}" if target and place and "#" not in target else target
