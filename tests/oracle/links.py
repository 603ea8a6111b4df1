"""A series of marks in, the links among them with their address and visible text out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.oracle.story import VISIBLE, Mark, Step, ended_fields

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_WITH_VALUE = frozenset({"\\l", "\\o", "\\t"})


@dataclass(slots=True)
class Link:
    """An address and the visible text that carries it; `#` begins a place in the same file."""

    url: str
    pieces: list[str] = field(default_factory=list)
    last: object = None

    @property
    def text(self) -> str:
        """The text that carries the link."""
        return "".join(self.pieces)

    def add(self, step: Step) -> None:
        """Take a piece; the pieces of two paragraphs stand apart."""
        if self.last not in {None, id(step.draft)}:
            self.pieces.append(" ")
        self.last = id(step.draft)
        self.pieces.append(step.text)


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    link: Link | None = None
    in_code: bool = True


def joined(target: str, place: str) -> str:
    """Put an address and a place in it together."""
    return f"{target}#{place}" if place else target


def address_of(code: str) -> str:
    """Return where a field code links to; a field of another kind links nowhere."""
    tokens = [(quoted, bare) for quoted, bare in _TOKEN.findall(code)]
    if not tokens or tokens[0][1].upper() != "HYPERLINK":
        return ""
    target, places = "", []
    waiting = ""
    for quoted, bare in tokens[1:]:
        text = _ESCAPE.sub(r"\1", quoted) if quoted else bare
        if waiting:
            places += [text] if waiting == "\\l" else []
            waiting = ""
        elif bare.startswith("\\"):
            waiting = bare.lower() if bare.lower() in _WITH_VALUE else ""
        else:
            target = target or text
    return joined(target, "".join(places))


def links(steps: Sequence[Step]) -> Iterator[Link]:
    """Yield the links of a series, those of elements and those of fields, in order of their end.

    A field that never ends is no link, and none reaches into a box.
    """
    open_links: list[list[Link]] = [[]]
    fields: list[list[_Field]] = [[]]
    ended = {place for field_ in ended_fields(steps) for place in field_}
    for place, step in enumerate(steps):
        match step.mark:
            case Mark.OPEN:
                unseen = any(each.in_code for each in fields[-1])
                fields.append([_Field()] if unseen else [])
                open_links.append([])
            case Mark.CLOSE:
                fields.pop()
                open_links.pop()
            case Mark.LINK:
                open_links[-1].append(Link(step.text))
            case Mark.LINK_END:
                yield from _worth(open_links[-1].pop())
            case Mark.TEXT if step.fate == VISIBLE:
                _take(step, open_links[-1], fields[-1])
            case _ if step.mark is Mark.CODE or place in ended:
                yield from _by_field(step, fields[-1])


def _take(step: Step, open_links: Sequence[Link], fields: Sequence[_Field]) -> None:
    if any(each.in_code for each in fields):
        return
    for link in (*open_links, *(each.link for each in fields if each.link)):
        link.add(step)


def _by_field(step: Step, fields: list[_Field]) -> Iterator[Link]:
    match step.mark:
        case Mark.FIELD_BEGIN:
            fields.append(_Field())
        case Mark.CODE if fields and fields[-1].in_code:
            fields[-1].code.append(step.text)
        case Mark.FIELD_RESULT:
            fields[-1].in_code = False
            fields[-1].link = Link(address_of("".join(fields[-1].code)))
        case Mark.FIELD_END:
            yield from _worth(fields.pop().link)


def _worth(link: Link | None) -> Iterator[Link]:
    if link is not None and link.url and link.text.strip():
        yield link
