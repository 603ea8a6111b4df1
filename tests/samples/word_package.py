"""A python-docx document in; relationships, notes, comments, numbering and styles that it lacks out."""

from dataclasses import dataclass, field
from itertools import count

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from lxml import etree

from tests.samples.word_xml import DATE, REVIEWER, Node, element, paragraph, run
from tests.samples.word_xml import name as qualified

CUSTOM_HEADINGS = {1: "GuidanceSection", 2: "GuidanceTopic", 3: "GuidanceSubtopic"}
BULLET_STYLE = "GuidanceBullet"
_MARKS = ("\uf0b7", "o", "\uf0a7")
_FONTS = ("Symbol", "Courier New", "Wingdings")
_NOTE_PARTS = {
    "footnote": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "endnote": (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}


@dataclass(slots=True)
class Package:
    """The Word package under way, and what has been put into its side parts."""

    document: WordDocument
    bullets: int
    numbers: int
    notes: dict[str, list[Node]] = field(default_factory=dict)
    revisions: "count[int]" = field(default_factory=lambda: count(100))

    def revision(self) -> dict[str, str | int]:
        return {"id": next(self.revisions), "author": REVIEWER, "date": DATE}

    def link(self, url: str) -> str:
        return str(self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def note(self, kind: str, text: str) -> int:
        """Keep a footnote or endnote; its number in its part. 0 and 1 are the separators."""
        kept = self.notes.setdefault(kind, _separators(kind))
        number = len(kept)
        mark = run("", element("w:rStyle", val=f"{kind.title()}Reference"))
        mark.append(element(f"w:{kind}Ref"))
        body = paragraph(f"{kind.title()}Text", [mark, run(f" {text}")])
        kept.append(element(f"w:{kind}", body, id=number))
        return number

    def comment(self, text: str) -> int:
        made = self.document.part._comments_part.comments.add_comment(
            text, author=REVIEWER, initials="R"
        )
        return int(made.comment_id)

    def save_notes(self) -> None:
        for kind, notes in self.notes.items():
            content_type, relationship = _NOTE_PARTS[kind]
            blob = etree.tostring(
                element(f"w:{kind}s", *notes),
                encoding="UTF-8",
                xml_declaration=True,
                standalone=True,
            )
            package = self.document.part.package
            part = Part(PackURI(f"/word/{kind}s.xml"), content_type, blob, package)
            self.document.part.relate_to(part, relationship)


def new_package() -> Package:
    document = Document()
    _clear_properties(document)
    bullets = _numbering(document, 901, bullet=True)
    package = Package(document, bullets, _numbering(document, 902, bullet=False))
    _add_styles(document, bullets)
    return package


def _clear_properties(document: WordDocument) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.title = ""


def _separators(kind: str) -> list[Node]:
    names = {"separator": "separator", "continuationSeparator": "continuationSeparator"}
    made = []
    for number, name in enumerate(names):
        mark = element("w:r", element(f"w:{name}"))
        made.append(element(f"w:{kind}", paragraph("", [mark]), type=name, id=number - 1))
    return made


def _numbering(document: WordDocument, number: int, *, bullet: bool) -> int:
    """Add a list definition of three levels; abstract definitions must stand before the instances."""
    root = document.part.numbering_part.element
    levels = [_level(level, bullet=bullet) for level in range(3)]
    abstract = element(
        "w:abstractNum",
        element("w:multiLevelType", val="multilevel"),
        *levels,
        abstractNumId=number,
    )
    root.insert(0, abstract)
    root.append(element("w:num", element("w:abstractNumId", val=number), numId=number))
    return number


def _level(level: int, *, bullet: bool) -> Node:
    form = element(
        "w:numFmt", val="bullet" if bullet else ("decimal", "lowerLetter", "lowerRoman")[level]
    )
    text = element("w:lvlText", val=_MARKS[level] if bullet else f"%{level + 1}.")
    indent = element("w:pPr", element("w:ind", left=360 * (level + 1), hanging=360))
    font = _FONTS[level]
    look = (
        [element("w:rPr", element("w:rFonts", ascii=font, hAnsi=font, hint="default"))]
        if bullet
        else []
    )
    return element(
        "w:lvl",
        element("w:start", val=1),
        form,
        text,
        element("w:lvlJc", val="left"),
        indent,
        *look,
        ilvl=level,
    )


def _add_styles(document: WordDocument, bullets: int) -> None:
    for level, style_id in CUSTOM_HEADINGS.items():
        above = CUSTOM_HEADINGS.get(level - 1, "Normal")
        style = _style(document, style_id, above, Pt(20 - 3 * level))
        style.element.get_or_add_pPr().append(element("w:outlineLvl", val=level - 1))
    numbered = _style(document, BULLET_STYLE, "Normal", Pt(11)).element.get_or_add_pPr()
    numbered.append(element("w:numPr", element("w:numId", val=bullets)))
    for name in ("toc 1", "toc 2", "footnote text", "endnote text"):
        _style(document, name, "Normal", Pt(10))


def _style(document: WordDocument, name: str, above: str, size: Pt) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = next(s for s in document.styles if above in (s.name, s.style_id))
    style.font.size = size
    style.element.set(
        qualified("w:styleId"), "".join(word[:1].upper() + word[1:] for word in name.split())
    )
    return style
