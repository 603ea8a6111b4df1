"""Spans of text in, the runs, links, revisions and controls that Word would write out."""

from collections.abc import Callable, Iterable

from tests.samples.notation import Span
from tests.samples.word_package import Package
from tests.samples.word_xml import Node, element, field, run

Runs = list[Node]


def runs(spans: Iterable[Span], package: Package, *properties: Callable[[], Node]) -> Runs:
    """Runs in order; the properties are made anew for every plain run."""
    made: Runs = []
    for span in spans:
        writer = _WRITERS.get(span.kind)
        made.extend(
            writer(span, package) if writer else [run(span.text, *(make() for make in properties))]
        )
    return made


def bold() -> Node:
    return element("w:b")


def _bold(span: Span, _: Package) -> Runs:
    return [run(span.text, bold())]


def _hidden(span: Span, _: Package) -> Runs:
    return [run(span.text, element("w:vanish"))]


def _inserted(span: Span, package: Package) -> Runs:
    return [element("w:ins", run(span.text), **package.revision())]


def _deleted(span: Span, package: Package) -> Runs:
    return [element("w:del", run(span.text, tag="w:delText"), **package.revision())]


def _moved_from(span: Span, package: Package) -> Runs:
    return _move("moveFrom", span, package)


def _moved_to(span: Span, package: Package) -> Runs:
    return _move("moveTo", span, package)


def _move(kind: str, span: Span, package: Package) -> Runs:
    revision = package.revision()
    start = element(f"w:{kind}RangeStart", name=f"move{len(span.text)}", **revision)
    content = element(f"w:{kind}", run(span.text), **package.revision())
    return [start, content, element(f"w:{kind}RangeEnd", id=revision["id"])]


def _link(span: Span, package: Package) -> Runs:
    return [element("w:hyperlink", *_halves(span.text), r_id=package.link(span.target))]


def _field_link(span: Span, _: Package) -> Runs:
    return field(f'HYPERLINK "{span.target}"', _halves(span.text))


def _halves(text: str) -> Runs:
    """A link's text in two runs, as Word leaves it after an edit."""
    middle = len(text) // 2
    return [
        run(text[:middle], element("w:u", val="single")),
        run(text[middle:], element("w:u", val="single")),
    ]


def _note(kind: str) -> Callable[[Span, Package], Runs]:
    def write(span: Span, package: Package) -> Runs:
        mark = run("", element("w:vertAlign", val="superscript"))
        mark.append(element(f"w:{kind}Reference", id=package.note(kind, span.text)))
        return [mark]

    return write


def _comment(span: Span, package: Package) -> Runs:
    number = package.comment(span.text)
    mark = element("w:r", element("w:commentReference", id=number))
    return [
        element("w:commentRangeStart", id=number),
        element("w:commentRangeEnd", id=number),
        mark,
    ]


def _control(span: Span, _: Package) -> Runs:
    properties = element("w:sdtPr", element("w:alias", val="Choose words"), element("w:text"))
    return [element("w:sdt", properties, element("w:sdtContent", run(span.text)))]


def _tick_box(span: Span, _: Package) -> Runs:
    box = element("w14:checkbox", element("w14:checked", w14_val="0"))
    properties = element("w:sdtPr", box)
    return [element("w:sdt", properties, element("w:sdtContent", run(span.text)))]


_WRITERS: dict[str, Callable[[Span, Package], Runs]] = {
    "b": _bold,
    "hid": _hidden,
    "ins": _inserted,
    "del": _deleted,
    "movefrom": _moved_from,
    "moveto": _moved_to,
    "link": _link,
    "flink": _field_link,
    "fn": _note("footnote"),
    "en": _note("endnote"),
    "com": _comment,
    "ctl": _control,
    "box": _tick_box,
}
