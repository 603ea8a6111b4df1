"""Changes and the categories' labels in, what people read about each, the worst first, out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

from fingerpost.loading.changes import Change, ChangeKind, Subject
from fingerpost.loading.telling.grounds import (
    EVIDENCE,
    LIKENESS,
    NOT_SAID,
    because,
    reasons,
    rests_on,
)
from fingerpost.pages import word_difference
from fingerpost.pages.changes import Change as Words
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet

_FIELDS = {
    "text": "The words",
    "source_text": "In Word",
    "lead_in": "What introduces it",
    "purpose": "What it is for",
    "child_voice": "In a child's words",
    "child_voice_by": "Who wrote the child's words",
    Facet.AREA: "Area of need",
    Facet.NEED: "Need",
    Facet.UNIVERSAL: "Whole school",
    Facet.STANDARD: "Teachers' Standard",
    Facet.STAGE: "Stage",
    "status": "How it was settled",
    "tier": "Tier",
    "phase": "Phase",
    "actor": "Who does it",
    "voice": "Way of speaking",
    "confidence": "How sure",
    "heading_path": "Under",
    "reviewed_by": "Agreed by",
    "reviewed_on": "Agreed on",
    "next_review": "Next review",
    "owner": "Looked after by",
    "resources": "Resources",
    "state": "Whether people can find it",
    "label": "Label",
    "core_label": "Shared label",
    "definition": "What it covers",
    "alternates": "Other words",
    "parent": "Belongs to",
    "place": "Place",
    "is_primary": "Comes first",
    "hidden": "Hidden",
    "folds_into": "Shown as",
    "maps_to": "Nearest shared category",
    "title": "Title",
    "url": "Address",
    "host": "Site",
    "publisher": "Publisher",
    "trusted_because": "Why it is trusted",
    "checked_on": "Last looked at",
    "edition": "Edition",
    "replaced_by": "What stands for it now",
    EVIDENCE: "What its labels rest on",
}
_CODES: Mapping[str, Mapping[str, str]] = {
    "status": {"accepted": "settled without a person", "approved": "agreed by a person"},
    "state": {"live": "can be found", "retired": "retired"},
    "tier": {
        "universal": "for every child",
        "targeted": "for some children",
        "specialist": "for a few children",
    },
    "phase": {
        "early-years": "Early years",
        **{f"ks{stage}": f"Key Stage {stage}" for stage in range(1, 5)},
        "post-16": "Post-16",
    },
    "actor": {
        "leader": "leaders",
        "teacher": "teachers",
        "senco": "the SENCO",
        "ta": "teaching assistants",
        "all-staff": "all staff",
    },
    "voice": {
        "imperative": "says what to do",
        "gerund": "names something done",
        "noun-phrase": "names a thing",
        "descriptive": "tells what happens",
        "modal": "says what should be",
        "school": "the school speaks",
        "child": "a child speaks",
    },
}
"""What people read for the codes of the loadable files, field by field."""
_IN_WORDS = ("text", "lead_in", "purpose", "child_voice", "definition")
_NAMED = (*Facet, "parent", "folds_into", "maps_to", "replaced_by", "resources")
"""Fields that hold ids or addresses of what people know by a name."""
_SUBJECTS = {Subject.CONCEPT: 1, Subject.RESOURCE: 2, Subject.DOCUMENT: 3}


_NUMBER = re.compile(r"\d(\.\d+)?(e-\d+)?")


class Weight(IntEnum):
    """What happened to a thing, the worst first."""

    RETIRED = 0
    REWORDED = 1
    RELABELLED = 2
    CHANGED = 3
    MOVED = 4
    REVIVED = 5
    ADDED = 6


_WEIGHTS = {
    ChangeKind.RETIRED: Weight.RETIRED,
    ChangeKind.RELABELLED: Weight.RELABELLED,
    ChangeKind.MOVED: Weight.MOVED,
    ChangeKind.REVIVED: Weight.REVIVED,
    ChangeKind.ADDED: Weight.ADDED,
}
_TITLES = {
    (0, Weight.RETIRED): "Statements that go",
    (0, Weight.REWORDED): "Statements in other words",
    (0, Weight.RELABELLED): "Statements under other categories",
    (0, Weight.CHANGED): "Statements otherwise changed",
    (0, Weight.MOVED): "Statements that moved in Word",
    (0, Weight.REVIVED): "Statements that come back",
    (0, Weight.ADDED): "New statements",
    (1, Weight.RETIRED): "Categories that go",
    (1, Weight.CHANGED): "Categories changed",
    (1, Weight.ADDED): "New categories",
    (2, Weight.RETIRED): "Resources that go",
    (2, Weight.CHANGED): "Resources changed",
    (2, Weight.ADDED): "New resources",
    (3, Weight.RETIRED): "Documents that go",
    (3, Weight.CHANGED): "Documents changed",
    (3, Weight.ADDED): "New documents",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTold:
    """One field of a thing before and after, and why; words are told apart word by word."""

    name: str
    before: str
    after: str
    difference: tuple[Words, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that changed, by its words; `because` says why it goes, if it does."""

    id: str
    text: str
    fields: tuple[FieldTold, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Things to which the same happened."""

    title: str
    anchor: str
    things: tuple[Told, ...]

    @property
    def has_fields(self) -> bool:
        """Whether there is more to say of any of them than that it came or went."""
        return any(one.fields for one in self.things)

    @property
    def has_learned(self) -> bool:
        """Whether any of it may be so because the program learned anew."""
        return any(LIKENESS in field.because for one in self.things for field in one.fields)


def groups_of(
    changes: Iterable[Change], labels: Mapping[str, str], gone: Mapping[str, str] = NOT_SAID
) -> tuple[Group, ...]:
    """Group changes by what happened, statements first and the worst first among them.

    A thing stands in one group only, the worst of all that happened to it, with all its fields.
    What changed only in where Word has it is left out, since nobody sees it. `gone` says why
    statements go.
    """
    listed = tuple(changes)
    why = reasons(listed, labels, gone)
    seen = [each for each in listed if each.kind is not ChangeKind.SOURCED]
    by_thing: dict[tuple[Subject, str], list[Change]] = {}
    for each in seen:
        by_thing.setdefault((each.subject, each.id), []).append(each)
    ranked = [(min(map(_rank, of_one)), _told(of_one, labels, why)) for of_one in by_thing.values()]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(
        Group(
            title=_TITLES.get(rank, "Otherwise changed"),
            anchor="-".join(map(str, rank)),
            things=tuple(told for _, told in some),
        )
        for rank, some in groupby(ranked, key=lambda pair: pair[0])
    )


def field_words(field: str) -> str:
    """Return what people call a field."""
    return _FIELDS.get(field, field.replace("_", " ").capitalize())


def value_words(field: str, value: str, labels: Mapping[str, str]) -> str:
    """Return a value as people read it: labels for ids, and words for codes."""
    if field == EVIDENCE:
        told = ((labels[one], because(said)) for one, said in rests_on(value, labels).items())
        return "; ".join(f"{label}, {why}" for label, why in told if why)
    if field == "confidence" and _NUMBER.fullmatch(value):
        return f"right about {float(value) * 100:.0f} times in 100"
    known = labels if field in _NAMED else _CODES.get(field)
    if known is None:
        return value
    return ", ".join(known.get(one, one) for one in value.split(JOINER) if one)


def _rank(change: Change) -> tuple[int, Weight]:
    subject = _SUBJECTS.get(change.subject, 0)
    if change.kind is ChangeKind.CHANGED and not subject and change.field in _IN_WORDS:
        return subject, Weight.REWORDED
    return subject, _WEIGHTS.get(change.kind, Weight.CHANGED)


def _told(
    of_one: list[Change], labels: Mapping[str, str], why: Mapping[tuple[str, str], str]
) -> Told:
    fields = tuple(_fields(of_one, labels, why))
    first = of_one[0]
    return Told(id=first.id, text=first.text, fields=fields, because=why.get((first.id, ""), ""))


def _fields(
    of_one: list[Change], labels: Mapping[str, str], why: Mapping[tuple[str, str], str]
) -> Iterator[FieldTold]:
    changed = {each.field for each in of_one}
    for each in of_one:
        if not each.field or (each.field == "source_text" and "text" in changed):
            continue
        words = each.field in _IN_WORDS
        yield FieldTold(
            name=field_words(each.field),
            before=value_words(each.field, each.before, labels),
            after=value_words(each.field, each.after, labels),
            difference=word_difference(each.before, each.after) if words else (),
            because=why.get((each.id, each.field), ""),
        )
