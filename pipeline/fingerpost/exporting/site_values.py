"""One release and the name of a field in, what each statement, category or resource has there out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fingerpost.released import Category, LinkedResource, Released, Statement
from fingerpost.site_profiles import LABELS, Show, Subject
from fingerpost.strategies import PHASES
from fingerpost.taxonomy import Facet

Path = tuple[str, ...]
"""One value: a word alone, or a child below its parents, outermost first."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell is to hold; `several` says whether there may be more than one value."""

    values: tuple[Path, ...]
    several: bool = False


Row = tuple[str, Mapping[str, Callable[[Show | None], Held]]]
"""The id of a thing, and what it has in each field, once it is known how to show it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A release and the address where its site is, "" where that is not known."""

    released: Released
    address: str = ""

    def rows(self, subject: Subject) -> tuple[Row, ...]:
        """Return every thing of one kind that people can find, with its fields."""
        if subject is Subject.STATEMENTS:
            return tuple((one.id, self._statement(one)) for one in self.released.statements)
        if subject is Subject.RESOURCES:
            used = self._uses()
            return tuple(
                (one.id, _resource(one, used.get(one.id, ()))) for one in self.released.resources
            )
        seen = (one for facet in Facet for one in self.released.of(facet))
        return tuple((one.id, self._category(one)) for one in seen)

    def _statement(self, one: Statement) -> Mapping[str, Callable[[Show | None], Held]]:
        document = self.released.document.get(one.source)
        words = _words(
            one,
            *("id", "text", "lead_in", "status", "actor", "voice"),
            *("purpose", "source", "heading_path", "locator", "reviewed_by", "reviewed_on"),
            *("next_review", "owner", "child_voice", "child_voice_by"),
        )
        labels = {name: self._labels(one.labels.get(Facet(name), ())) for name in LABELS}
        return {
            **words,
            **labels,
            "tier": _tier(one.tier),
            "phases": _phases(one.phases),
            "confidence": _text("" if one.confidence is None else f"{one.confidence:.2f}"),
            "source_title": _text((document.title if document else "") or one.source),
            "resources": self._resources(one.resources),
            "first_release": _text(str(one.first_release)),
            "page": self._page(f"statements/{one.id}.html"),
        }

    def _category(self, one: Category) -> Mapping[str, Callable[[Show | None], Held]]:
        return {
            **_words(one, "id", "core_label", "definition", "maps_to"),
            "label": self._labels((one.id,)),
            "kind": _text(one.facet.value),
            "alternates": _several(one.alternates),
            "parent": self._labels((one.parent,) if self._is_seen(one.parent) else ()),
            "order": _text(str(one.order)),
            "page": self._page(f"categories/{one.id}.html"),
        }

    def _page(self, path: str) -> Callable[[Show | None], Held]:
        return _text(f"{self.address}/{path}" if self.address else "")

    def _labels(self, concepts: tuple[str, ...]) -> Callable[[Show | None], Held]:
        shown = dict.fromkeys(self.released.shown(concept) for concept in concepts)

        def held(show: Show | None) -> Held:
            return Held(tuple(self._named(one, show) for one in shown), several=True)

        return held

    def _named(self, category: Category, show: Show | None) -> Path:
        if show is Show.IDS:
            return (category.id,)
        if show is Show.PATHS and self._is_seen(category.parent):
            return (*self._named(self.released.shown(category.parent), show), category.label)
        return (category.label,)

    def _is_seen(self, concept_id: str) -> bool:
        """Whether people see a category, or another in its place; one may be hidden behind none."""
        one = self.released.category.get(concept_id)
        return one is not None and (not one.hidden or self._is_seen(one.folds_into))

    def _resources(self, ids: tuple[str, ...]) -> Callable[[Show | None], Held]:
        known = [self.released.resource[one] for one in ids if one in self.released.resource]

        def held(show: Show | None) -> Held:
            if show is Show.LINKS:
                return Held(tuple((one.title or one.url, one.url) for one in known), several=True)
            return Held(tuple((_called(one, show),) for one in known), several=True)

        return held

    def _uses(self) -> Mapping[str, Sequence[str]]:
        used: dict[str, list[str]] = {}
        for one in self.released.statements:
            for resource in one.resources:
                used.setdefault(resource, []).append(one.id)
        return used


def _resource(
    one: LinkedResource, users: Sequence[str]
) -> Mapping[str, Callable[[Show | None], Held]]:
    return {
        **_words(
            one,
            *("id", "url", "title", "host", "publisher", "trusted_because", "checked_on", "owner"),
        ),
        "name": _text(one.title or one.url),
        "phases": _phases(one.phases),
        "statements": _several(users),
    }


def _called(one: LinkedResource, show: Show | None) -> str:
    if show is Show.IDS:
        return one.id
    if show is Show.TITLES:
        return one.title or one.url
    return f"{one.title} ({one.url})" if show is Show.TEXT and one.title else one.url


def _words(one: Any, *names: str) -> dict[str, Callable[[Show | None], Held]]:
    return {name: _text(getattr(one, name)) for name in names}


def _tier(tier: str) -> Callable[[Show | None], Held]:
    return lambda show: _text(tier.capitalize() if show is Show.LABELS else tier)(show)


def _phases(phases: Sequence[str]) -> Callable[[Show | None], Held]:
    said = [PHASES.get(phase, phase) for phase in phases]
    return lambda show: _several(said if show is Show.LABELS else phases)(show)


def _text(words: str) -> Callable[[Show | None], Held]:
    return lambda _: Held(((words,),) if words else ())


def _several(values: Sequence[str]) -> Callable[[Show | None], Held]:
    return lambda _: Held(tuple((value,) for value in values), several=True)
