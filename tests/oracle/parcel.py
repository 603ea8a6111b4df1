"""The XML of a body and of what goes with it in, the bytes of a small Word package out."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = {
    "r": _OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "ma": "http://schemas.microsoft.com/office/mac/drawingml/2008/main",
    "v": "urn:schemas-microsoft-com:vml",
    "x": "urn:example:unheard-of",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One more part of the package: the kind of its relationship, its root and its inside."""

    kind: str
    root: str
    inside: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A Word package to be; `main` is the name of its main part, `links` are addresses by id."""

    body: str
    parts: tuple[Part, ...] = ()
    main: str = "word/document.xml"
    namespace: str = TRANSITIONAL
    files: dict[str, bytes] = field(default_factory=dict)
    ignorable: str = ""
    links: dict[str, str] = field(default_factory=dict)

    def zipped(self) -> bytes:
        """Zip it."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, data in self.contents().items():
                archive.writestr(name, data)
        return stream.getvalue()

    def contents(self) -> dict[str, str | bytes]:
        folder, _, name = self.main.rpartition("/")
        listing = f"{folder}/_rels/{name}.rels".lstrip("/")
        inner = {f"part{n}.xml": part for n, part in enumerate(self.parts, start=1)}
        return {
            "_rels/.rels": self._arrows([("main", "officeDocument", f"/{self.main}")]),
            listing: self._arrows(
                [(p.id or f"i{n}", p.kind, n) for n, p in inner.items()],
                [(id_, "hyperlink", url) for id_, url in self.links.items()],
            ),
            self.main: self._xml("w:document", f"<w:body>{self.body}</w:body>"),
            **{f"{folder}/{n}".lstrip("/"): self._xml(p.root, p.inside) for n, p in inner.items()},
            **self.files,
        }

    def _arrows(
        self, arrows: list[tuple[str, str, str]], outside: Sequence[tuple[str, str, str]] = ()
    ) -> str:
        office = _STRICT_OFFICE if self.namespace == STRICT else _OFFICE
        lines = (
            f'<Relationship Id="{id_}" Type="{office}/{kind}" Target="{target}" TargetMode="{mode}"/>'
            for given, mode in ((arrows, "Internal"), (outside, "External"))
            for id_, kind, target in given
        )
        return f'<Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'

    def _xml(self, root: str, inside: str) -> str:
        spaces = {"w": self.namespace, **_SPACES}
        if self.namespace == STRICT:
            spaces["r"] = _STRICT_OFFICE
        declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
        return f'<{root} {declared} mc:Ignorable="{self.ignorable}">{inside}</{root}>'


def p(*runs: str, properties: str = "") -> str:
    """Write a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(inside: str, properties: str = "") -> str:
    """Write a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def t(text: str, properties: str = "") -> str:
    """Write a run of text."""
    return r(f"<w:t>{text}</w:t>", properties)


def field_mark(kind: str) -> str:
    """Write the run that begins, divides or ends a field."""
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(text: str) -> str:
    """Write the run that holds a field code."""
    return r(f"<w:instrText>{text}</w:instrText>")


def alternates(requires: str, choice: str, fallback: str) -> str:
    """Write the same thing twice, for readers of different age."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def box(*paragraphs: str) -> str:
    """Write a DrawingML text box."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing>"


def old_box(*paragraphs: str) -> str:
    """Write a VML text box."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"


def table(*cells: str, properties: str = "") -> str:
    """Write a table of one row."""
    inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr></w:tbl>"


def style(id_: str, properties: str, *, kind: str = "paragraph", based_on: str = "") -> str:
    """Write a style."""
    chain = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{id_}">{chain}{properties}</w:style>'


def styles(*inside: str) -> Part:
    """Wrap styles in their part."""
    return Part("styles", "w:styles", "".join(inside))


def notes(*each: str, properties: str = "") -> Part:
    """Wrap footnotes in their part."""
    inside = "".join(f"<w:footnote {properties}>{note}</w:footnote>" for note in each)
    return Part("footnotes", "w:footnotes", inside)
