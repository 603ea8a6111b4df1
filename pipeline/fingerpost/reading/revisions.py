"""Parsed parts in; how many tracked changes they hold, or the same parts as before the changes, out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import Revisions, TrackedChanges
from fingerpost.reading.namespaces import CONFLICTS, W

_INSERTIONS: Final = (f"{W}ins", f"{W}cellIns", CONFLICTS[0])
_DELETIONS: Final = (f"{W}del", f"{W}cellDel", CONFLICTS[1])
# A move has two places; the new one alone is counted, or the old one where the new one is gone.
_MOVED_TO: Final = f"{W}moveTo"
_MOVED_FROM: Final = f"{W}moveFrom"
_LOOKS: Final = tuple(
    W + name
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange", "cellMerge",
    )
)  # fmt: skip
CHANGES: Final = (*_INSERTIONS, *_DELETIONS, _MOVED_TO, _MOVED_FROM, *_LOOKS)
"""The elements that are tracked changes."""

_PAIRS: Final = (
    *zip(_INSERTIONS, _DELETIONS, strict=True),
    (_MOVED_TO, _MOVED_FROM),
)
_EXCHANGED: Final = {
    **dict(_PAIRS),
    **{old: new for new, old in _PAIRS},
    f"{W}delText": f"{W}t",
    f"{W}delInstrText": f"{W}instrText",
}


def count_revisions(
    found: Iterable[Mapping[str, Sequence[Element]]], policy: TrackedChanges
) -> Revisions:
    """Count tracked changes, which are given by tag, story by story."""
    count: Counter[str] = Counter()
    for changes in found:
        count.update({tag: len(changes.get(tag, ())) for tag in CHANGES})
    return Revisions(
        insertions=sum(count[tag] for tag in _INSERTIONS),
        deletions=sum(count[tag] for tag in _DELETIONS),
        moves=max(count[_MOVED_TO], count[_MOVED_FROM]),
        looks=sum(count[tag] for tag in _LOOKS),
        policy=policy,
    )


def exchange(root: Element) -> Element:
    """Let what was put in and what was taken out change places: the text before all changes.

    Twice exchanged is as it was, but for the names of text that Word gives deleted words.
    """
    for node in list(root.iter(*_EXCHANGED)):
        node.tag = _EXCHANGED[node.tag]
    return root
