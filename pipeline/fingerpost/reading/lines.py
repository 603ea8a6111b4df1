"""Pieces of text as they are met in a paragraph in; its spans, and how its letters look, out."""

from dataclasses import dataclass, field

from fingerpost.documents import PROMPT, Fate, Span
from fingerpost.reading.pictures import Found
from fingerpost.reading.scope import Scope, Stream
from fingerpost.reading.styles import Ink, ParagraphStyle


@dataclass(frozen=True, slots=True)
class Extra:
    """The content of a box, a block where none may stand, or words beside the text."""

    content: Found
    fate: Fate
    revised: bool


_Manner = tuple[Ink, Fate, str, bool, str]
_Said = tuple[Fate, bool, bool, str, bool, str]


@dataclass(slots=True, kw_only=True)
class Line:
    """A paragraph while it is read.

    `size` is that of the largest letters, `colours` those of all; `bold`, `capitals` and
    `underlined` hold as long as all visible letters are; `touched` says that a tracked change is
    in it.
    """

    scope: Scope
    stream: Stream
    style: ParagraphStyle
    ink: Ink
    extras: list[Extra] = field(default_factory=list)
    anchors: dict[str, None] = field(default_factory=dict)
    deleted: int = 0
    revised: int = 0
    prompts: int = 0
    hrefs: list[str] = field(default_factory=list)
    touched: bool = False
    contents: bool = False
    size: float = 0.0
    colours: set[str] = field(default_factory=set)
    bold: bool = True
    capitals: bool = True
    underlined: bool = True
    _manner: _Manner | None = None
    _pieces: list[str] = field(default_factory=list)
    _said: _Said | None = None
    _texts: list[str] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add text as it stands at this moment."""
        fields = self.stream.fields
        href, kind = (self.hrefs[-1] if self.hrefs else ""), ""
        if fields.open:
            href, kind = href or fields.href, fields.kind
            self.contents = self.contents or fields.in_contents
        if self.prompts:
            kind = PROMPT
        manner = (self.ink, self._fate(), href, self.revised > 0, kind)
        if manner != self._manner:
            self._close_stretch()
            self._manner = manner
        self._pieces.append(text)

    def finish(self) -> tuple[Span, ...]:
        """All spans; neighbours that say the same are one."""
        self._close_stretch()
        self._close_span()
        return tuple(self._spans)

    def _close_stretch(self) -> None:
        """Take down what was written since ink, fate, link, revision or field last changed."""
        if self._manner is None or not self._pieces:
            return
        ink, fate, href, revised, kind = self._manner
        text = "".join(self._pieces)
        self._pieces = []
        said = (fate, bool(ink.bold), bool(ink.struck), href, revised, kind)
        if said != self._said:
            self._close_span()
            self._said = said
        self._texts.append(text)
        if fate is Fate.VISIBLE and not text.isspace():
            self._note(text, ink)

    def _close_span(self) -> None:
        if self._said is not None:
            self._spans.append(Span("".join(self._texts), *self._said))
            self._texts = []

    def _fate(self) -> Fate:
        if self.deleted:
            return Fate.DELETED
        if self.scope.fate is not Fate.VISIBLE:
            return self.scope.fate
        fields = self.stream.fields
        is_shown = not self.ink.hidden and not (fields.open and fields.in_code)
        return Fate.VISIBLE if is_shown else Fate.HIDDEN

    def hang(self, content: Found) -> None:
        """Keep what is to be read after the paragraph, with the fate of its anchor."""
        self.extras.append(Extra(content, self._fate(), self.revised > 0))

    def _note(self, text: str, ink: Ink) -> None:
        self.size = max(self.size, ink.size or 0.0)
        self.colours.add(ink.colour or "")
        self.bold = self.bold and bool(ink.bold)
        self.underlined = self.underlined and bool(ink.underlined)
        self.capitals = self.capitals and bool(ink.capitals or text == text.upper())
