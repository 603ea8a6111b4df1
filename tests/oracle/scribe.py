"""The events of one XML part in, its paragraphs and what stands beside the text out."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tests.oracle.definitions import Styles, is_on, number
from tests.oracle.links import address_of, joined
from tests.oracle.markup import Attributes, Listener, listen
from tests.oracle.story import BOX, CHOICE, DELETED, HIDDEN, VISIBLE, Draft, Mark, Step, settle

_STORIES = {
    "w:body": "body",
    "w:hdr": "header",
    "w:ftr": "footer",
    "w:footnote": "footnote",
    "w:endnote": "endnote",
    "w:comment": "comment",
}
_BOXES = frozenset({"w:txbxContent", "wne:txbxContent"})
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
_NOTICES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_REMOVED = frozenset({"w:del", "w:moveFrom", "w14:conflictDel"})
_TEXT = frozenset({"w:t", "w:delText", "m:t"})
_GAPS = frozenset({"w:tab", "w:br", "w:cr", "w:ptab"})
_HYPHENS = {"w:noBreakHyphen": "-", "w:softHyphen": "\u00ad"}
_APART = frozenset({"w:rt", "m:oMathPara", "m:num", "m:den"})
_ROWS_OF_MATHS = frozenset({"m:mr", "m:eqArr"})
_RUNS = frozenset({"w:r", "m:r"})
_FIELD_MARKS = {
    "begin": Mark.FIELD_BEGIN,
    "separate": Mark.FIELD_RESULT,
    "end": Mark.FIELD_END,
}
_TRAITS = {
    "w:ins": "inserted",
    "w:moveTo": "moved",
    "w:sdt": "control",
    "w:smartTag": "wrapped",
    "w:customXml": "wrapped",
    "w:fldSimple": "simple field",
    "w:hyperlink": "link",
    "w:noBreakHyphen": "no-break hyphen",
    "w:sym": "symbol",
    "m:t": "equation",
}
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "zapf", "marlett", "mt extra")


@dataclass(slots=True)
class _Run:
    style: str | None = None
    hidden: bool | None = None


class Scribe:
    """Writes down one part; `write` is the way in.

    `asides` holds text that is no word of the document: `alt-text`, `drawing` (charts, diagrams,
    word art), `choice` (what a drop-down field shows) and `notice` (separators of notes).
    `targets` are the addresses outside the package by the id of their relationship.
    """

    def __init__(self, styles: Styles, targets: Mapping[str, str] | None = None) -> None:
        self.styles = styles
        self.targets = {} if targets is None else targets
        self._path: list[str] = []
        self._tables: list[int] = []
        self.steps: list[Step] = []
        self._open: list[Draft] = []
        self._runs: list[_Run] = []
        self._removed: list[bool] = []
        self._concealed: list[bool] = [False]
        self._controls: list[tuple[int, bool]] = []
        self._field_mark = self._sign = ""
        self._choices: list[str] = []
        self._chosen = 0
        self._ends: dict[str, Callable[[], object]] = {
            **dict.fromkeys((*_STORIES, *_BOXES, *_DRAWINGS), self._close_story),
            **dict.fromkeys(_RUNS, self._runs.pop),
            **dict.fromkeys((*_REMOVED, "w:tr", "w:tc"), self._removed.pop),
            **dict.fromkeys(("w:hyperlink", "w:fldSimple"), self._end_link),
            "w:p": self._open.pop,
            "w:tbl": self._end_table,
            "w:ddList": self._note_choice,
            "w:fldChar": self._divide,
            "w:sdt": self._end_control,
        }
        self.drafts: list[Draft] = []
        self.asides: defaultdict[str, list[str]] = defaultdict(list)
        self.references: list[tuple[str, str]] = []
        self.chunks = 0

    def write(self, part: str, data: bytes) -> None:
        """Read a part to its end and settle its fields."""
        listen(part, data, Listener(self.start, self.end, self.text))
        self.settle()

    def settle(self) -> None:
        """Give the paragraphs their words, when all is heard."""
        settle(self.steps)

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear an element begin."""
        parent = self._path[-1] if self._path else ""
        if parent.endswith("Pr"):
            self._property(name, attributes)
        elif name in _STORIES:
            self._open_story(name, attributes)
        elif self._open:
            self._open_element(name, attributes)
            self._open_form(name, attributes)
            self._write_mark(name, attributes)
        self._note_aside(name, attributes)
        self._path.append(name)

    def end(self, name: str) -> None:
        """Hear an element end."""
        self._path.pop()
        if (self._path[-1] if self._path else "").endswith("Pr") or not self._open:
            return
        if name in self._ends:
            self._ends[name]()
        elif self._stands_apart(name):
            self.steps.append(Step(Mark.TOGETHER, draft=self._open[-1]))

    def text(self, text: str) -> None:
        """Hear text."""
        name = self._path[-1]
        if name == "a:t":
            self.asides["drawing"].append(text)
        elif name in _TEXT and self._open:
            self._write(text, DELETED if name == "w:delText" else None)
        elif name == "w:instrText":
            self.steps.append(Step(Mark.CODE, text))

    def _open_story(self, name: str, attributes: Attributes) -> None:
        notice = attributes.get("w:type") in _NOTICES and name != "w:comment"
        self._open_box("notice" if notice else _STORIES[name])

    def _open_box(self, story: str) -> None:
        self._tables.append(0)
        self.steps.append(Step(Mark.OPEN))
        self._concealed.append(self._concealed[-1] or self._fate() == HIDDEN)
        self._runs.append(_Run())
        self._open_paragraph(story)

    def _close_story(self) -> None:
        self._open.pop()
        self._runs.pop()
        self._concealed.pop()
        self._tables.pop()
        self.steps.append(Step(Mark.CLOSE))

    def _open_paragraph(self, story: str) -> None:
        self._open.append(Draft(story, self._place()))
        self.drafts.append(self._open[-1])

    def _place(self) -> str:
        if len(self._tables) > 1:
            return "text box"
        return ("", "table", "nested table")[min(self._tables[-1], 2)]

    def _open_element(self, name: str, attributes: Attributes) -> None:
        if name == "w:p":
            self._open_paragraph(self._open[-1].story)
        elif name in _RUNS:
            self._runs.append(_Run())
        elif name in _REMOVED:
            self._removed.append(True)
        elif name in {"w:tr", "w:tc"}:
            self._removed.append(False)
        elif name in _BOXES or name in _DRAWINGS:
            self._open_box(self._open[-1].story)
        elif name == "w:altChunk":
            self.chunks += 1
        elif name == "w:tbl":
            self._tables[-1] += 1

    def _write_mark(self, name: str, attributes: Attributes) -> None:
        if name in _GAPS and self._path[-1] != "w:tabs":
            self._write(" ")
        elif name in _HYPHENS:
            self._write(_HYPHENS[name], sign=name)
        elif name == "w:sym":
            self._write(_symbol(attributes), sign=name)
        elif name == "m:nary":
            self._write(" ")
        elif name == "w:hyperlink":
            target = self.targets.get(attributes.get("r:id", ""), "")
            self.steps.append(Step(Mark.LINK, joined(target, attributes.get("w:anchor", ""))))
        elif name == "w:fldSimple":
            self.steps.append(Step(Mark.LINK, address_of(attributes.get("w:instr", ""))))
        elif self._stands_apart(name):
            self.steps.append(Step(Mark.APART, draft=self._open[-1]))

    def _open_form(self, name: str, attributes: Attributes) -> None:
        if name == "w:fldChar":
            self._field_mark, self._sign = attributes.get("w:fldCharType", ""), ""
        elif name == "w:checkBox":
            self._sign = BOX
        elif name == "w:sdt":
            self._controls.append((len(self.steps), False))

    def _end_link(self) -> None:
        self.steps.append(Step(Mark.LINK_END))

    def _end_table(self) -> None:
        self._tables[-1] -= 1

    def _divide(self) -> None:
        """Write down a mark of a field, with the sign that its settings make it show."""
        if mark := _FIELD_MARKS.get(self._field_mark):
            sign = self._sign if mark is Mark.FIELD_BEGIN else ""
            self.steps.append(Step(mark, sign, self._fate(), self._open[-1]))

    def _end_control(self) -> None:
        """A box to tick that holds no text shows one all the same."""
        begin, is_box = self._controls.pop()
        inside = "".join(step.text for step in self.steps[begin:] if step.mark is Mark.TEXT)
        if is_box and not any(map(str.isalnum, inside)):
            self._write(BOX)

    def _stands_apart(self, name: str) -> bool:
        return name in _APART or (name == "m:e" and self._path[-1] in _ROWS_OF_MATHS)

    def _write(self, text: str, fate: str | None = None, sign: str = "") -> None:
        fate = fate or self._fate()
        self.steps.append(Step(Mark.TEXT, text, fate, self._open[-1]))
        if fate == VISIBLE and text.strip():
            through = _TRAITS.keys() & {*self._path, sign}
            self._open[-1].traits.update(_TRAITS[name] for name in through)

    def _fate(self) -> str:
        if any(self._removed):
            return DELETED
        return HIDDEN if self._concealed[-1] or self._is_hidden() else VISIBLE

    def _is_hidden(self) -> bool:
        if not self._runs or not self._open:
            return False
        run = self._runs[-1]
        if run.hidden is not None:
            return run.hidden
        return self.styles.hides(self._open[-1].style, run.style)

    def _property(self, name: str, attributes: Attributes) -> None:
        owner = tuple(self._path[-3:])
        value = attributes.get("w:val")
        if owner[1:] == ("w:p", "w:pPr") and self._open:
            self._paragraph_property(name, value)
        elif owner == ("w:p", "w:pPr", "w:numPr") and self._open:
            self._list_property(name, value)
        elif owner[-1] == "w:rPr" and owner[-2:-1] in {("w:r",), ("m:r",)} and self._runs:
            self._run_property(name, value)
        elif (owner[-1], name) in {("w:trPr", "w:del"), ("w:tcPr", "w:cellDel")}:
            self._removed[-1:] = [True]
        elif owner[-1] == "w:sdtPr" and name == "w14:checkbox" and self._controls:
            self._controls[-1] = (self._controls[-1][0], True)
        elif owner[-1] == "m:naryPr" and name == "m:chr" and self.steps:
            self._state_sign(attributes.get("m:val", ""))
        elif name in {"w:headerReference", "w:footerReference"}:
            self.references.append((name[2:8], attributes.get("r:id", "")))

    def _state_sign(self, sign: str) -> None:
        """Replace the sign of a sum by the one it states; a letter is not shown."""
        parts = bool(sign) and not any(letter.isalnum() for letter in sign)
        self.steps[-1] = replace(self.steps[-1], text=" " if parts else "")

    def _paragraph_property(self, name: str, value: str | None) -> None:
        if name == "w:pStyle":
            self._open[-1].style = value
        elif name == "w:outlineLvl":
            self._open[-1].outline = number(value)

    def _list_property(self, name: str, value: str | None) -> None:
        if name == "w:numId":
            self._open[-1].list_id = number(value)
        elif name == "w:ilvl":
            self._open[-1].list_level = number(value)

    def _run_property(self, name: str, value: str | None) -> None:
        if name == "w:rStyle":
            self._runs[-1].style = value
        elif name == "w:vanish":
            self._runs[-1].hidden = is_on(value)

    def _note_aside(self, name: str, attributes: Attributes) -> None:
        if name == "wp:docPr":
            self._aside("alt-text", attributes.get("title"), attributes.get("descr"))
        elif name in {"w:tblCaption", "w:tblDescription"}:
            self._aside("alt-text", attributes.get("w:val"))
        elif name.startswith("v:"):
            self._aside("alt-text", attributes.get("alt"))
            self._aside("drawing", attributes.get("string"))
        elif name == "w:listEntry":
            self._choices.append(attributes.get("w:val", ""))
        elif name == "w:result" and self._path[-1:] == ["w:ddList"]:
            self._chosen = number(attributes.get("w:val")) or 0

    def _aside(self, kind: str, *texts: str | None) -> None:
        self.asides[kind].extend(text for text in texts if text)

    def _note_choice(self) -> None:
        chosen = self._choices[self._chosen : self._chosen + 1]
        self.asides["choice"].extend(chosen)
        self._sign = CHOICE if any(chosen) else ""
        self._choices, self._chosen = [], 0


def _symbol(attributes: Attributes) -> str:
    """Return a symbol that is a letter or digit; any other stands between words."""
    try:
        sign = chr(int(attributes.get("w:char", ""), 16))
    except (ValueError, OverflowError):
        return " "
    pictures = attributes.get("w:font", "").casefold().startswith(_SYMBOL_FONTS)
    return sign if sign.isalnum() and not pictures else " "
