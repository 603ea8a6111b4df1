"""Two releases in, what readers of the directory would notice between them out, statement by statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from fingerpost.pages import Change, word_difference
from fingerpost.publishing.site import DOORS, Site
from fingerpost.publishing.wording import tier_words
from fingerpost.released import Category, LinkedResource, Statement
from fingerpost.taxonomy import Facet

_COMPARED = 5000
"""Characters up to which two wordings are told apart word by word."""


class What(StrEnum):
    """What became of a statement, in the words that people read."""

    NEW = "New"
    REWORDED = "Reworded"
    REFILED = "In other categories"
    TIER = "Meant for others than before"
    RESOURCES = "Other resources"
    REPLACED = "Replaced"
    RETIRED = "No longer shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One statement that readers would find changed; `home` is the category to look for it under.

    `words` tell its texts apart, each under its name; `resources` are those that came, and of those
    that are gone only the number is told; `instead` holds what stands for it now. Of a statement
    that is shown no more `now` is None, and its words are told to nobody.
    """

    id: str
    what: tuple[What, ...]
    home: Category | None
    touched: frozenset[str]
    now: Statement | None = None
    words: tuple[tuple[str, tuple[Change, ...]], ...] = ()
    come: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    tier_before: str = ""
    resources: tuple[LinkedResource, ...] = ()
    resources_lost: int = 0
    instead: tuple[Statement, ...] = ()

    @property
    def door(self) -> Facet | None:
        """The kind of label it is listed under; needs are listed among areas."""
        facet = self.home.facet if self.home else None
        return Facet.AREA if facet is Facet.NEED else facet


class Compared:
    """What differs between the release of a site and the one before."""

    def __init__(self, site: Site, before: Site) -> None:
        self.site, self.before = site, before

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """All of them, by kind of label, category and place; each statement once."""
        changed = filter(None, map(self._of, self.site.released.statements))
        lost = (one for one in self.before.released.statements if one.id not in self.site.by_id)
        found = [*changed, *map(self._lost, lost)]
        return tuple(sorted(found, key=self._rank))

    @cached_property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """The categories that people see under another name now: the name before, the name now."""
        earlier = {one.id: one.label for one in self.before.released.categories if not one.hidden}
        now = {one.id: one.label for one in self.site.released.categories if not one.hidden}
        return tuple(
            (earlier[one], label) for one, label in now.items() if earlier.get(one, label) != label
        )

    def _of(self, now: Statement) -> Difference | None:
        old = self.before.by_id.get(now.id)
        labels = self.site.labels[now.id]
        if old is None:
            return Difference(
                id=now.id,
                what=(What.NEW,),
                home=self.site.home_of(now),
                touched=frozenset(one.id for one in labels),
                now=now,
            )
        earlier = self.before.labels[old.id]
        come, left = _names(labels, earlier), _names(earlier, labels)
        words = tuple(_words(old, now))
        resources = self.site.resources_of(now)
        earlier_links = {one.url for one in self.before.resources_of(old)}
        told = {
            What.REWORDED: words,
            What.REFILED: come or left,
            What.TIER: tier_words(old.tier) != tier_words(now.tier),
            What.RESOURCES: earlier_links != {one.url for one in resources},
        }
        what = tuple(one for one, holds in told.items() if holds)
        if not what:
            return None
        return Difference(
            id=now.id,
            what=what,
            home=self.site.home_of(now) or self.before.home_of(old),
            touched=frozenset(one.id for one in (*labels, *earlier)),
            now=now,
            words=words,
            come=come,
            left=left,
            tier_before=tier_words(old.tier),
            resources=tuple(one for one in resources if one.url not in earlier_links),
            resources_lost=len(earlier_links - {one.url for one in resources}),
        )

    def _lost(self, old: Statement) -> Difference:
        instead = tuple(
            self.site.by_id[one] for one in self.site.standing(old.id) if one in self.site.by_id
        )
        return Difference(
            id=old.id,
            what=(What.REPLACED if instead else What.RETIRED,),
            home=self.before.home_of(old),
            touched=frozenset(one.id for one in self.before.labels[old.id]),
            instead=instead,
        )

    def _rank(self, one: Difference) -> tuple[int, int, int, str]:
        doors = [*DOORS]
        door = doors.index(one.door) if one.door else len(doors)
        category = self._places.get(one.home.id, len(self._places)) if one.home else 0
        return door, category, [*What].index(one.what[0]), one.id

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.id: place for place, one in enumerate(self.site.released.categories)}


def _words(old: Statement, now: Statement) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Yield each text of a statement that differs.

    A statement always has words; where it seems to have had none, they may not be shown again.
    """
    named = {
        "text": "",
        "lead_in": "What introduces it",
        "child_voice": "In a child's words",
        "purpose": "What it is for",
    }
    for name, shown in named.items():
        earlier, later = getattr(old, name), getattr(now, name)
        if earlier != later:
            compared = max(len(earlier), len(later)) <= _COMPARED and (earlier or shown)
            yield shown, word_difference(earlier, later) if compared else ()


def _names(these: Sequence[Category], others: Sequence[Category]) -> tuple[str, ...]:
    known = {one.id for one in others}
    return tuple(one.label for one in these if one.id not in known)
