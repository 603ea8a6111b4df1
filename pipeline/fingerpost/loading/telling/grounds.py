"""What labels rest on, as the loadable files note it, in; why a label came or went, in words, out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from types import MappingProxyType

from fingerpost.loading.changes import Change, ChangeKind
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet

EVIDENCE = "evidence"
NOT_SAID: Mapping[str, str] = MappingProxyType({})
LIKENESS = "of statements like it"
_BECAUSE = {
    "person": "{} chose it",
    "headings": "of its heading “{}”",
    "colours": "of its colour",
    "patterns": "of the words “{}”",
    "definitions": "of the words “{}”",
    "forms": "of the words “{}”",
    "learned": f"{LIKENESS} that were placed there (like in “{{}}”)",
    "implications": "of another of its labels",
}
"""What a label rests on, by who says so; so worded that it holds of a label that went, too."""
_NEXT = re.compile(rf"; (?={'|'.join(_BECAUSE)}: )")
_LONGEST = 80


def because(evidence: str) -> str:
    """Say what a label rests on most: "because of its heading “Talk”"; "" where nobody noted it."""
    who, _, quotes = _NEXT.split(evidence)[0].partition(": ")
    said = quotes or ("somebody" if who == "person" else "")
    if who not in _BECAUSE or not said:
        return ""
    return f"because {_BECAUSE[who].format(shorten(said, _LONGEST, placeholder=' …'))}"


def rests_on(cell: str, labels: Mapping[str, str]) -> dict[str, str]:
    """Take what all labels of a statement rest on apart, by category; words may hold the joiner."""
    found: dict[str, str] = {}
    last = ""
    for part in cell.split(JOINER):
        category, mark, evidence = part.partition(": ")
        if mark and category in labels:
            found[category], last = evidence, category
        elif last:
            found[last] += JOINER + part
    return found


def reasons(
    changes: Iterable[Change], labels: Mapping[str, str], gone: Mapping[str, str] = NOT_SAID
) -> Mapping[tuple[str, str], str]:
    """Say why statements have other labels, by statement and kind of label; "" for why one goes.

    `gone` says that of statements that go.
    """
    listed = tuple(changes)
    noted = {one.id: one for one in listed if one.field == EVIDENCE}
    moved = (one for one in listed if one.field in tuple(Facet) and one.id in noted)
    told = {(one.id, one.field): " ".join(_told(one, noted[one.id], labels)) for one in moved}
    retired = (one.id for one in listed if one.kind is ChangeKind.RETIRED)
    told |= {(item, ""): gone.get(item, "") for item in retired}
    return {key: said for key, said in told.items() if said}


def _told(change: Change, noted: Change, labels: Mapping[str, str]) -> Iterator[str]:
    """Say it of each label that came and each that went; of the first one, where only the order is new."""
    old, new = change.before.split(JOINER), change.after.split(JOINER)
    came = [one for one in new if one not in old] or ([] if set(old) - set(new) else new[:1])
    was, stands = (rests_on(cell, labels) for cell in (noted.before, noted.after))
    for one in came:
        if why := because(stands.get(one, "")):
            yield f"{labels.get(one, one)}: {why}."
    for one in old:
        if one not in new and (why := because(was.get(one, ""))):
            yield f"{labels.get(one, one)} was there {why}."
