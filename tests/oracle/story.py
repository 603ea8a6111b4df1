"""The XML of one part in, the paragraphs of its stories with the fate of their words out.

The part becomes one flat series of marks first; fields are matched on it afterwards, so that a
field may begin in one paragraph and end in another, and one that never ends hides nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

VISIBLE, DELETED, HIDDEN = "visible", "deleted", "hidden"
BOX, CHOICE = "\u2610", "\u2026"


class Mark(Enum):
    """What a step of the series stands for."""

    TEXT = auto()
    APART = auto()
    TOGETHER = auto()
    OPEN = auto()
    CLOSE = auto()
    LINK = auto()
    LINK_END = auto()
    CODE = auto()
    FIELD_BEGIN = auto()
    FIELD_RESULT = auto()
    FIELD_END = auto()


@dataclass(slots=True)
class Draft:
    """A paragraph while its part is read; levels are as the paragraph itself states them.

    `place` says where in its story it stands, `traits` through what its visible text came.
    """

    story: str
    place: str = ""
    traits: set[str] = field(default_factory=set)
    style: str | None = None
    list_id: int | None = None
    list_level: int | None = None
    outline: int | None = None
    pieces: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    last_fate: str = VISIBLE
    apart: list[set[str]] = field(default_factory=list)

    def add(self, fate: str, text: str) -> None:
        """Take a piece; two deleted or hidden pieces that do not touch are two words."""
        if fate not in {VISIBLE, self.last_fate}:
            self.pieces[fate].append(" ")
        self.last_fate = fate
        for met in self.apart:
            if fate not in met:
                met.add(fate)
                self.pieces[fate].append(" ")
        self.pieces[fate].append(text)

    def together(self) -> None:
        """End what stands apart from its neighbours, in the fates it had."""
        for fate in self.apart.pop():
            self.pieces[fate].append(" ")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the series; OPEN and CLOSE enclose a text box or one note or comment,
    APART and TOGETHER what is no part of the words before and after it; LINK carries the address
    of what follows, CODE a piece of a field's code; FIELD_BEGIN the sign that a form field shows:
    BOX, or CHOICE where no run says what was chosen."""

    mark: Mark
    text: str = ""
    fate: str = VISIBLE
    draft: Draft | None = None


def settle(steps: Sequence[Step]) -> None:
    """Give each paragraph its words; text in the code of a field is not shown, so hidden."""
    fields = ended_fields(steps)
    ended = {place for field_ in fields for place in field_}
    signs = {field_[0] for field_ in fields if _shows_sign(steps, field_)}
    levels: list[list[bool]] = [[]]
    for place, step in enumerate(steps):
        if place in signs:
            _add(step, levels)
        match step.mark:
            case Mark.OPEN:
                levels.append([any(levels[-1])])
            case Mark.CLOSE:
                levels.pop()
            case Mark.TEXT:
                _add(step, levels)
            case Mark.APART if step.draft is not None:
                step.draft.apart.append(set())
            case Mark.TOGETHER if step.draft is not None:
                step.draft.together()
            case _ if place in ended:
                _move(levels[-1], step.mark)


def _add(step: Step, levels: Sequence[list[bool]]) -> None:
    if step.draft is not None:
        unseen = step.fate == VISIBLE and any(levels[-1])
        step.draft.add(HIDDEN if unseen else step.fate, step.text)


def _shows_sign(steps: Sequence[Step], field_: Sequence[int]) -> bool:
    """Say whether a form field shows a sign of its own; a choice only where no run says it."""
    if steps[field_[0]].text != CHOICE or len(field_) == len(("begin", "end")):
        return bool(steps[field_[0]].text)
    result = steps[field_[1] : field_[-1]]
    return not any(step.mark is Mark.TEXT and step.text for step in result)


def _move(in_code: list[bool], mark: Mark) -> None:
    if mark is Mark.FIELD_BEGIN:
        in_code.append(True)
    elif mark is Mark.FIELD_RESULT:
        in_code[-1] = False
    else:
        in_code.pop()


def ended_fields(steps: Sequence[Step]) -> list[list[int]]:
    """Return the places of the marks of each field that has both beginning and end."""
    open_fields: list[list[list[int]]] = [[]]
    ended: list[list[int]] = []
    for place, step in enumerate(steps):
        match step.mark:
            case Mark.OPEN:
                open_fields.append([])
            case Mark.CLOSE:
                open_fields.pop()
            case Mark.FIELD_BEGIN:
                open_fields[-1].append([place])
            case Mark.FIELD_RESULT if open_fields[-1]:
                open_fields[-1][-1].append(place)
            case Mark.FIELD_END if open_fields[-1]:
                ended.append([*open_fields[-1].pop(), place])
    return ended
