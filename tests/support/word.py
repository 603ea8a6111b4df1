"""Pieces of WordprocessingML in, the bytes of a Word file out; nothing of the product is used.

    docx(p("Plain"), p("Say it ", bold("twice"), num=(1, 0)), numbering=lists(bullets()))

Content given as text becomes a run; content that begins with "<" is taken as XML.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_RELATED: Final = _TRANSITIONAL + "officeDocument/2006/relationships"
_PACKAGE: Final = _TRANSITIONAL + "package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT_TYPES: Final = {
    "docx": f"{_TYPE}.document.main+xml",
    "dotx": f"{_TYPE}.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_TO_STRICT: Final = {
    "wordprocessingml/2006/main": "wordprocessingml/main",
    "officeDocument/2006/math": "officeDocument/math",
    "officeDocument/2006/relationships": "officeDocument/relationships",
    "drawingml/2006/main": "drawingml/main",
    "drawingml/2006/wordprocessingDrawing": "drawingml/wordprocessingDrawing",
}
_NAMESPACES: Final = {
    "w": f"{_TRANSITIONAL}wordprocessingml/2006/main",
    "r": _RELATED,
    "m": f"{_TRANSITIONAL}officeDocument/2006/math",
    "a": f"{_TRANSITIONAL}drawingml/2006/main",
    "wp": f"{_TRANSITIONAL}drawingml/2006/wordprocessingDrawing",
    "mc": f"{_TRANSITIONAL}markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def docx(
    *body: str,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    headers: Iterable[str] = (),
    footers: Iterable[str] = (),
    links: Mapping[str, str] | None = None,
    title: str = "",
    modified: str = "",
    kind: str = "docx",
    strict: bool = False,
    main: str = "word/document.xml",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Build a package; a part that is not given is not in it. `links` are by relationship id."""
    margins = [("header", xml) for xml in headers] + [("footer", xml) for xml in footers]
    shared = {
        "styles": styles,
        "numbering": numbering,
        "footnotes": footnotes,
        "endnotes": endnotes,
        "comments": comments,
    }
    parts: dict[str, str | bytes] = {
        f"word/{name}.xml": part(name, xml) for name, xml in shared.items() if xml
    }
    targets = [(name, f"{name}.xml", "") for name, xml in shared.items() if xml]
    references = ""
    for place, (name, xml) in enumerate(margins, start=1):
        parts[f"word/{name}{place}.xml"] = part("hdr" if name == "header" else "ftr", xml)
        targets.append((name, f"{name}{place}.xml", f"rIdM{place}"))
        references += f'<w:{name}Reference w:type="default" r:id="rIdM{place}"/>'
    section = f"<w:sectPr>{references}</w:sectPr>" if references else ""
    parts[main] = part("document", f"<w:body>{''.join(body)}{section}</w:body>")
    folder, _, base = main.rpartition("/")
    parts[f"{folder}/_rels/{base}.rels"] = _relationships(targets, links or {})
    parts |= _frame(main, kind, title, modified)
    if strict:
        parts = {name: _in_strict(content) for name, content in parts.items()}
    return package(parts | dict(more or {}))


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip parts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def part(name: str, inner: str) -> str:
    """A part with its root element and all namespaces."""
    return f'{_HEAD}<w:{name} {DECLARED} mc:Ignorable="w14">{inner}</w:{name}>'


def p(
    *content: str,
    style: str = "",
    num: tuple[int, int] | None = None,
    outline: int | None = None,
    props: str = "",
) -> str:
    """A paragraph; `num` is the list and the level in it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    listed = _num_pr(*num) if num else ""
    properties = f"{named}{listed}{props}{level}"
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{held}{runs(*content)}</w:p>"


def runs(*content: str) -> str:
    """Content with its plain text put into runs."""
    return "".join(piece if piece.startswith("<") else r(piece) for piece in content)


def r(text: str, props: str = "") -> str:
    """A run; "\\n" is a soft break and "\\t" a tab, text that begins with "<" is XML."""
    held = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f"<w:r>{held}{text if text.startswith('<') else _text(text)}</w:r>"


def bold(text: str) -> str:
    """A bold run."""
    return r(text, "<w:b/>")


def hidden(text: str) -> str:
    """A hidden run."""
    return r(text, "<w:vanish/>")


def inserted(*content: str) -> str:
    """A tracked insertion of runs or blocks."""
    return f'<w:ins w:id="1" w:author="A">{runs(*content)}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return (
        f'<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">{escape(text)}'
        "</w:delText></w:r></w:del>"
    )


def link(relationship: str, *content: str) -> str:
    """A hyperlink by relationship id."""
    return f'<w:hyperlink r:id="{relationship}">{runs(*content)}</w:hyperlink>'


def field(code: str, *result: str) -> str:
    """A complex field."""
    return f"{field_mark('begin')}{field_code(code)}{field_mark('separate')}{runs(*result)}" + (
        field_mark("end")
    )


def field_mark(kind: str) -> str:
    """One mark of a complex field: begin, separate or end."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(code: str) -> str:
    """The instruction of a complex field."""
    return f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'


def control(*content: str, props: str = "") -> str:
    """A content control round blocks, runs, rows or a cell."""
    return (
        f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"
    )


def box(*blocks: str, description: str = "") -> str:
    """A run with a text box of today, without an older twin."""
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Box" '
        f'descr="{escape(description)}"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{''.join(blocks)}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def old_box(*blocks: str) -> str:
    """A run with a text box in the old drawing language (VML)."""
    return (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{''.join(blocks)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def choice(chosen: str, fallback: str, requires: str = "wps") -> str:
    """Two versions of one thing; Word shows the first whose needs it understands."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{chosen}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def tbl(*rows: str, props: str = "") -> str:
    """A table of rows, with no grid unless given."""
    return f"<w:tbl><w:tblPr>{props}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, props: str = "") -> str:
    """A row; cells given as text become cells of one paragraph."""
    held = f"<w:trPr>{props}</w:trPr>" if props else ""
    return f"<w:tr>{held}{''.join(c if c.startswith('<') else tc(p(c)) for c in cells)}</w:tr>"


def tc(*blocks: str, props: str = "") -> str:
    """A cell."""
    held = f"<w:tcPr>{props}</w:tcPr>" if props else ""
    return f"<w:tc>{held}{''.join(blocks)}</w:tc>"


def style(
    style_id: str,
    name: str = "",
    *,
    kind: str = "paragraph",
    based_on: str = "",
    para: str = "",
    run: str = "",
    default: bool = False,
) -> str:
    """A style with paragraph and run properties."""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    is_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{is_default}>'
        f'<w:name w:val="{name or style_id}"/>{parent}<w:pPr>{para}</w:pPr><w:rPr>{run}</w:rPr>'
        "</w:style>"
    )


def defaults(para: str = "", run: str = "") -> str:
    """The document defaults of a styles part."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{para}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def level(
    depth: int, text: str, kind: str = "decimal", *, start: int = 1, left: int = 0, more: str = ""
) -> str:
    """One level of a list; `more` holds further elements such as w:pStyle."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/><w:pPr><w:ind w:left="{left or 720 * (depth + 1)}" '
        'w:hanging="360"/></w:pPr></w:lvl>'
    )


def bullets(glyph: str = "•", left: int = 720) -> str:
    """Three levels of bullets."""
    return "".join(level(n, glyph, "bullet", left=left + 360 * n) for n in range(3))


def decimals() -> str:
    """Three levels of numbers: 1., 1.1., 1.1.1."""
    return "".join(level(n, ".".join(f"%{k + 1}" for k in range(n + 1)) + ".") for n in range(3))


def lists(*abstracts: str, nums: Mapping[int, tuple[int, str]] | None = None) -> str:
    """A numbering part; list n uses the nth set of levels unless `nums` says which and how."""
    named = nums or {place: (place, "") for place in range(1, len(abstracts) + 1)}
    defined = "".join(
        f'<w:abstractNum w:abstractNumId="{place}">{levels}</w:abstractNum>'
        for place, levels in enumerate(abstracts, start=1)
    )
    return defined + "".join(
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for num, (abstract, overrides) in named.items()
    )


def footnote(note_id: int, *blocks: str, kind: str = "footnote", separator: str = "") -> str:
    """A note; `separator` names its type where it is no real note."""
    of_type = f' w:type="{separator}"' if separator else ""
    return f'<w:{kind} w:id="{note_id}"{of_type}>{"".join(blocks)}</w:{kind}>'


def note_mark(note_id: int, kind: str = "footnote") -> str:
    """The place in the text where a note or comment hangs."""
    return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'


def _num_pr(series: int, depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{series}"/></w:numPr>'


def _text(text: str) -> str:
    """Runs hold breaks and tabs as elements."""
    pieces = [
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(cell)}</w:t>' for cell in line.split("\t")
        )
        for line in text.split("\n")
    ]
    return "<w:br/>".join(pieces)


def _relationships(targets: Iterable[tuple[str, str, str]], links: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{given or f"rIdP{place}"}" Type="{_RELATED}/{name}" Target="{target}"/>'
        for place, (name, target, given) in enumerate(targets, start=1)
    ) + "".join(
        f'<Relationship Id="{link_id}" Type="{_RELATED}/hyperlink" Target="{escape(target)}" '
        'TargetMode="External"/>'
        for link_id, target in links.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _frame(main: str, kind: str, title: str, modified: str) -> dict[str, str | bytes]:
    """The parts that every package has."""
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{escape(title)}</dc:title><dcterms:modified>{modified}</dcterms:modified>"
        "</cp:coreProperties>"
    )
    relationships = (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="{main}"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )
    types = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_DOCUMENT_TYPES[kind]}"/></Types>'
    )
    return {"[Content_Types].xml": types, "_rels/.rels": relationships, "docProps/core.xml": core}


def _in_strict(content: str | bytes) -> str | bytes:
    if isinstance(content, str):
        for transitional, strict in _TO_STRICT.items():
            content = content.replace(_TRANSITIONAL + transitional, _STRICT + strict)
    return content
