"""Words in pictures in, the XML of the drawings and of the parts they name out.

docx(p(chart_frame("rId5")), more=parts_of({"rId5": ("chart", "charts/c.xml", chart(...))}))
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

_OFFICE: Final = "http://schemas.openxmlformats.org/"
_RELATED: Final = f"{_OFFICE}officeDocument/2006/relationships"
_DRAWN: Final = " ".join(
    (
        f'xmlns:a="{_OFFICE}drawingml/2006/main"',
        f'xmlns:c="{_OFFICE}drawingml/2006/chart"',
        f'xmlns:dgm="{_OFFICE}drawingml/2006/diagram"',
        f'xmlns:r="{_RELATED}"',
        'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"',
        'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"',
    )
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def parts_of(
    named: Mapping[str, tuple[str, str, str | bytes]], owner: str = "word/document.xml"
) -> dict[str, str | bytes]:
    """Parts that a part names: by relationship id the kind, the target and the content."""
    folder, _, base = owner.rpartition("/")
    related = {f"{folder}/{target}": content for _, target, content in named.values() if content}
    return {f"{folder}/_rels/{base}.rels": relationships(named)} | related


def relationships(named: Mapping[str, tuple[str, str, str | bytes]]) -> str:
    """A part of relationships; one without content leads out of the package."""
    inner = "".join(
        f'<Relationship Id="{link_id}" Type="{_RELATED}/{kind}" Target="{escape(target)}" '
        f'TargetMode="{"Internal" if content else "External"}"/>'
        for link_id, (kind, target, content) in named.items()
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_OFFICE}package/2006/relationships">{inner}</Relationships>'
    )


def frame(inner: str, description: str = "") -> str:
    """A run with a drawing."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Drawing" descr="{escape(description)}"/>'
        f"<a:graphic><a:graphicData {_DRAWN}>{inner}</a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def chart_frame(link: str, prefix: str = "c") -> str:
    """A run with a chart; `cx` for the newer kinds."""
    return frame(f'<{prefix}:chart r:id="{link}"/>')


def diagram_frame(link: str) -> str:
    """A run with a diagram."""
    return frame(f'<dgm:relIds r:dm="{link}" r:lo="rId91" r:qs="rId92" r:cs="rId93"/>')


def chart(title: str, series: Mapping[str, Iterable[str]], more: str = "") -> str:
    """The part of a chart: a title, and the categories of each series."""
    held = "".join(
        f"<c:ser><c:tx><c:strRef>{_cache('strCache', [name])}</c:strRef></c:tx>"
        f"<c:cat><c:strRef>{_cache('strCache', labels)}</c:strRef></c:cat>"
        "<c:val><c:numRef><c:numCache><c:formatCode>General</c:formatCode>"
        '<c:pt idx="0"><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
        for name, labels in series.items()
    )
    return (
        f"{_HEAD}<c:chartSpace {_DRAWN}><c:chart><c:title><c:tx><c:rich>{drawn_line(title)}"
        f"</c:rich></c:tx></c:title><c:plotArea><c:barChart>{held}</c:barChart>{more}"
        "</c:plotArea></c:chart></c:chartSpace>"
    )


def years(*values: str, code: str = "General") -> str:
    """Categories that are numbers."""
    return f"<c:ser><c:cat><c:numRef>{_cache('numCache', values, code)}</c:numRef></c:cat></c:ser>"


def new_chart(title: str, labels: Iterable[str]) -> str:
    """The part of a chart of the newer kinds, of one series named Pupils."""
    points = "".join(f"<cx:pt>{escape(label)}</cx:pt>" for label in labels)
    return (
        f'{_HEAD}<cx:chartSpace {_DRAWN}><cx:chartData><cx:data id="0"><cx:strDim type="cat">'
        f"<cx:lvl>{points}</cx:lvl></cx:strDim></cx:data></cx:chartData><cx:chart><cx:title>"
        f"<cx:tx><cx:txData><cx:v>{escape(title)}</cx:v></cx:txData><cx:rich>{drawn_line(title)}"
        "</cx:rich></cx:tx></cx:title><cx:plotArea><cx:series><cx:tx><cx:txData><cx:v>Pupils</cx:v>"
        "</cx:txData></cx:tx></cx:series></cx:plotArea></cx:chart></cx:chartSpace>"
    )


def diagram(tree: Mapping[str, Iterable[str]], loose: Iterable[str] = ()) -> str:
    """The data part of a diagram: shapes with the shapes below them, written in reverse."""
    ids = {"": "0"}
    for name in (*tree, *(child for below in tree.values() for child in below), *loose):
        ids.setdefault(name, str(len(ids)))
    shapes = "".join(_point(ids[name], name) for name in reversed(ids) if name)
    links = [("", name) for name in tree]
    links += [(parent, child) for parent, below in tree.items() for child in below]
    joined = "".join(
        f'<dgm:cxn modelId="c{n}" srcId="{ids[a]}" destId="{ids[b]}" srcOrd="{n}"/>'
        for n, (a, b) in enumerate(links)
    )
    return (
        f"{_HEAD}<dgm:dataModel {_DRAWN}><dgm:ptLst>{shapes}"
        '<dgm:pt modelId="0" type="doc"/><dgm:pt modelId="p" type="pres"/></dgm:ptLst>'
        f"<dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>"
    )


def drawn_line(text: str) -> str:
    """A paragraph of drawn text, split over two runs."""
    half = len(text) // 2
    runs = "".join(f"<a:r><a:t>{escape(piece)}</a:t></a:r>" for piece in (text[:half], text[half:]))
    return f"<a:p>{runs}<a:endParaRPr/></a:p>"


def drawn_shapes(*texts: str) -> str:
    """The part of shapes drawn upon a chart."""
    return f"{_HEAD}<c:userShapes {_DRAWN}>{''.join(map(drawn_line, texts))}</c:userShapes>"


def _point(name: str, text: str) -> str:
    return f'<dgm:pt modelId="{name}"><dgm:t>{drawn_line(text)}</dgm:t></dgm:pt>'


def _cache(kind: str, values: Iterable[str], code: str = "") -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(value)}</c:v></c:pt>' for n, value in enumerate(values)
    )
    coded = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    return f"<c:{kind}>{coded}{points}</c:{kind}>"
