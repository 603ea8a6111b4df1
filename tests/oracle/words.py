"""The bytes of a Word file in, its words by kind of story and by fate out.

What counts as a word and as visible is the public contract of the ledger; see README.md beside
this file for the points that it leaves open and how they are settled here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.oracle.definitions import Styles, heading_level, local, read_styles
from tests.oracle.elder import is_elder, read_elder
from tests.oracle.links import links
from tests.oracle.lists import Lists, read_lists
from tests.oracle.package import Package, UnreadableError
from tests.oracle.scribe import Scribe
from tests.oracle.story import DELETED, HIDDEN, VISIBLE, Draft

STORIES = ("body", "header", "footer", "footnote", "endnote", "comment")
FATES = (VISIBLE, DELETED, HIDDEN)
_WORD = re.compile(r"[^\W_]+")
_NOTES = ("footnotes", "endnotes", "comments")
_DRAWN = ("chart", "diagramData")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a story: its text by fate, and its place in outline and lists.

    `heading_level` counts from 1, `list_level` from 0; a numbered heading is no list item.
    `place` is empty or `table`, `nested table`, `text box`; `traits` are listed in `scribe.py`.
    """

    story: str
    visible: str
    deleted: str
    hidden: str
    heading_level: int | None
    list_level: int | None
    ordered: bool = False
    place: str = ""
    traits: frozenset[str] = frozenset()

    def text(self, fate: str) -> str:
        """Return the text of one fate."""
        return {VISIBLE: self.visible, DELETED: self.deleted, HIDDEN: self.hidden}[fate]


@dataclass(frozen=True, slots=True)
class Reading:
    """All paragraphs of a file, its links as address and text, and the words beside its text
    (see `Scribe.asides`)."""

    paragraphs: tuple[Paragraph, ...]
    asides: Mapping[str, Counter[str]]
    foreign_chunks: int
    links: tuple[tuple[str, str], ...] = ()

    def words(self, fate: str = VISIBLE, *stories: str) -> Counter[str]:
        """Count the words of one fate, of all stories where none is named."""
        return count_words(
            paragraph.text(fate)
            for paragraph in self.paragraphs
            if not stories or paragraph.story in stories
        )

    def headings(self) -> tuple[Paragraph, ...]:
        """Return the headings that have visible words."""
        return tuple(p for p in self.paragraphs if p.heading_level and words(p.visible))

    def list_items(self) -> tuple[Paragraph, ...]:
        """Return the list items that have visible words."""
        return tuple(p for p in self.paragraphs if p.list_level is not None and words(p.visible))


def words(text: str) -> list[str]:
    """Split into words: NFKC, casefold, maximal runs of letters and digits.

    Soft hyphens and other characters of no width are taken out first, so they part no word.
    """
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    folded = unicodedata.normalize("NFKC", seen).casefold()
    return _WORD.findall(unicodedata.normalize("NFKC", folded))


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts that do not touch one another."""
    return Counter(word for text in texts for word in words(text))


def read(data: bytes) -> Reading:
    """Read a Word file; one that has no words to be had raises UnreadableError."""
    if is_elder(data):
        scribes, styles, lists = read_elder(data)
        return _reading(scribes, styles, lists, _asides(scribes))
    package = Package(data)
    main = package.main()
    styles, lists = _definitions(package, main)
    body = Scribe(styles, package.links(main))
    body.write(main, package.read(main))
    scribes = [body, *_others(package, main, body)]
    return _reading(scribes, styles, lists, _asides(scribes) | _drawings(package, main, scribes))


def _reading(
    scribes: Sequence[Scribe], styles: Styles, lists: Lists, asides: dict[str, Counter[str]]
) -> Reading:
    drafts = [draft for scribe in scribes for draft in scribe.drafts]
    if not any(draft.story == "body" for draft in drafts):
        raise UnreadableError("no-body")
    return Reading(
        tuple(_paragraph(draft, styles, lists) for draft in drafts if draft.story in STORIES),
        asides,
        sum(scribe.chunks for scribe in scribes),
        tuple((link.url, link.text) for scribe in scribes for link in links(scribe.steps)),
    )


def _definitions(package: Package, main: str) -> tuple[Styles, Lists]:
    part = next(package.related(main, "styles"), None)
    styles = read_styles(None if part is None else package.tree(part))
    part = next(package.related(main, "numbering"), None)
    return styles, read_lists(None if part is None else package.tree(part), styles)


def _others(package: Package, main: str, body: Scribe) -> list[Scribe]:
    """Read the headers and footers that a section names, each once, then notes and comments."""
    targets = {arrow.id: arrow.target for arrow in package.relationships(main)}
    parts = dict.fromkeys(targets[id_] for _, id_ in body.references if id_ in targets)
    for kind in _NOTES:
        parts.update(dict.fromkeys(package.related(main, kind)))
    scribes = []
    for part in parts:
        if part in package:
            scribes.append(Scribe(body.styles, package.links(part)))
            scribes[-1].write(part, package.read(part))
    return scribes


def _asides(scribes: Sequence[Scribe]) -> dict[str, Counter[str]]:
    asides: dict[str, Counter[str]] = {}
    for scribe in scribes:
        for kind, texts in scribe.asides.items():
            asides.setdefault(kind, Counter()).update(count_words(texts))
        notices = count_words(
            "".join(draft.pieces[VISIBLE]) for draft in scribe.drafts if draft.story == "notice"
        )
        asides.setdefault("notice", Counter()).update(notices)
    return asides


def _drawings(package: Package, main: str, scribes: Sequence[Scribe]) -> dict[str, Counter[str]]:
    parts = (part for kind in _DRAWN for part in package.related(main, kind))
    texts = (text for scribe in scribes for text in scribe.asides["drawing"])
    labels = (text for part in parts for text in _drawn(package.tree(part)))
    return {"drawing": count_words((*texts, *labels))}


def _drawn(root: Element) -> Iterator[str]:
    """Yield the text of a diagram, and the captions and cached labels of a chart."""
    for element in root.iter():
        kept = ("t",) if local(element) != "strCache" else ("v",)
        wanted = element.iter() if local(element) == "strCache" else (element,)
        yield from (found.text for found in wanted if local(found) in kept and found.text)


def _paragraph(draft: Draft, styles: Styles, lists: Lists) -> Paragraph:
    heading = heading_level(draft.outline, styles.outline(draft.style))
    visible, deleted, hidden = ("".join(draft.pieces[fate]) for fate in FATES)
    level, ordered = (None, False) if heading else _listed(draft, styles, lists)
    place, traits = draft.place, frozenset(draft.traits)
    return Paragraph(
        draft.story, visible, deleted, hidden, heading, level, ordered, place=place, traits=traits
    )


def _listed(draft: Draft, styles: Styles, lists: Lists) -> tuple[int | None, bool]:
    """Return the list level of a paragraph and whether that level counts.

    A list that is not defined still makes a list; a level that shows nothing does not.
    """
    list_id = styles.list_id(draft.style) if draft.list_id is None else draft.list_id
    if not list_id:
        return None, False
    depth = draft.list_level
    if depth is None:
        depth = lists.level_of(list_id, draft.style or "")
    if depth is None:
        depth = styles.list_level(draft.style) or 0
    level = lists.level(list_id, depth)
    if level is None:
        return depth, False
    return (depth, level.ordered) if level.shown else (None, False)
