"""The headings above a place in, its heading path and what they promise of the text there out."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from fingerpost.extracting.doubts import MAY_BE_INDICATOR, MAY_NOT_BE_STRATEGY, NOT_WHOLE
from fingerpost.extracting.stems import forbids
from fingerpost.meanings import Meaning
from fingerpost.strategies import Head, HeadKind, Role

_SIGNS = re.compile(
    r"(?i)(?:\w+ )?signs (?:that|of|a|the)\b(?!.*\b(?:and|or|how|ways?|what|respond|help|good|effective)\b)"
)
_NOTHING = Meaning()


@dataclass(frozen=True)
class Step:
    """One heading above a place, and what it means; `level` orders the headings of one flow of text."""

    head: Head
    meaning: Meaning = _NOTHING
    level: int = 0

    @cached_property
    def role(self) -> Role | None:
        """What it promises; only help may be promised in part, and by a row's head not even that."""
        told = self.meaning.whole or self.meaning.answered_by or _SIGNS.match(self.head.text)
        in_part = not told
        by_chance = self.head.kind is HeadKind.ROW or self.meaning.role is not Role.STRATEGY
        return None if in_part and by_chance else self.meaning.role

    @cached_property
    def doubt(self) -> str:
        """What a heading that is understood in part makes one ask; empty where it is understood."""
        if self.role or self.head.kind is HeadKind.ROW or self.meaning.role is None:
            return ""
        signs = self.meaning.role is Role.INDICATOR
        return MAY_BE_INDICATOR if signs else MAY_NOT_BE_STRATEGY


@dataclass(frozen=True)
class Scope:
    """All that stands above a place.

    `background` is what title, file and folders mean, `outer` the steps that no heading here can
    end (those around a table cell), `steps` the headings of this flow, `label` the run-in label.
    """

    background: tuple[Meaning, ...] = ()
    outer: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = ()
    label: Step | None = None

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """Every step, outermost first."""
        return (*self.outer, *self.steps, *((self.label,) if self.label else ()))

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The heading path."""
        return tuple(step.head for step in self.all_steps)

    @cached_property
    def role(self) -> Role | None:
        """What the nearest heading that promises anything promises; else what a person says of it all."""
        promises = (step.role for step in reversed(self.all_steps) if step.role)
        return next(promises, None) or self._barred

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """What the nearest heading that says anything makes one ask, and any that forbids."""
        telling = (step for step in reversed(self.all_steps) if step.role or step.doubt)
        nearest = next(telling, None)
        asked = (nearest.doubt,) if nearest and nearest.doubt else ()
        return (*asked, *((NOT_WHOLE,) if self._is_forbidden else ()))

    @cached_property
    def _is_forbidden(self) -> bool:
        """Whether a heading above says that this is not to be done, whoever calls it advice."""
        return any(forbids(step.head.text) for step in self.all_steps)

    @cached_property
    def _barred(self) -> Role | None:
        """What a person calls all below the title, where that is no advice; advice needs no more."""
        answers = (known.role for known in reversed(self.background) if known.answered_by)
        return next((role for role in answers if role is not Role.STRATEGY), None)

    @cached_property
    def is_known(self) -> bool:
        """Whether anything above names a concept of the taxonomy."""
        meanings = (*self.background, *(step.meaning for step in self.all_steps))
        return any(meaning.concepts for meaning in meanings)

    @cached_property
    def is_tiered(self) -> bool:
        """Whether this is a column for one tier of provision, which holds statements."""
        return any(s.head.kind is HeadKind.COLUMN and s.meaning.tier for s in self.all_steps)

    @cached_property
    def is_inferred(self) -> bool:
        """Whether a heading of the path is one that neither Word nor a person calls a heading."""
        return any(step.head.inferred and not step.meaning.answered_by for step in self.all_steps)

    def under(self, step: Step) -> "Scope":
        """Go below a heading: those of its level and deeper end, and so does a label."""
        kept = tuple(above for above in self.steps if above.level < step.level)
        return replace(self, steps=(*kept, step), label=None)

    def labelled(self, step: Step | None) -> "Scope":
        """Go below a run-in label, or leave it."""
        return replace(self, label=step)

    def inside(self, *steps: Step) -> "Scope":
        """Go into a table cell: nothing in it ends what stands above."""
        return Scope(self.background, (*self.all_steps, *steps))
