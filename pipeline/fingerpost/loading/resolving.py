"""An id that was published once in, what stands for it now, and what became of it on the way, out."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from fingerpost.loading.as_loaded import Layers, layers_at
from fingerpost.loading.changes import Change, differences
from fingerpost.loading.numbers import chosen, listed
from fingerpost.loading.target import reading
from fingerpost.released import Gone, Release, Released


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Where an id leads: `now` are the ids of what can be found, itself where it still can be.

    With none it was retired in the release `since`, with the words `text`.
    """

    id: str
    now: tuple[str, ...]
    text: str
    since: int = 0

    @property
    def is_live(self) -> bool:
        """Whether it can be found under its own id."""
        return self.now == (self.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one release did to one thing."""

    release: Release
    changes: tuple[Change, ...]


def standing_for(
    item: str, live: Container[str], replaced_by: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the live ids that an id leads to, followed to the end; none where it leads nowhere.

    Several may stand for one, each counts once, and what leads round in a circle leads nowhere.
    """
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = [item]
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        if one in live:
            found[one] = None
        else:
            waiting = [*replaced_by.get(one, ()), *waiting]
    return tuple(found)


def resolve(released: Released, item: str) -> Resolved | None:
    """Say what an id leads to in a release; None for one that was never published by then."""
    words = _words(released)
    if item in words:
        return Resolved(id=item, now=(item,), text=words[item])
    gone: dict[str, Gone] = {one.id: one for one in released.gone}
    if item not in gone:
        return None
    replaced = {one.id: one.replaced_by for one in released.gone}
    now = standing_for(item, words, replaced)
    return Resolved(id=item, now=now, text=gone[item].text, since=gone[item].since)


def history_of(url: str, item: str) -> tuple[Event, ...]:
    """List what each release did to one statement, category or resource, oldest first."""
    with reading(url) as opened:
        connection, newest = chosen(opened, url, None)
        known = listed(connection)
        before, events = Layers().loaded, []
        for number in range(1, newest + 1):
            after = layers_at(connection, number, item).loaded
            found = tuple(one for one in differences(before, after) if one.id == item)
            if found:
                events.append(Event(release=known[number], changes=found))
            before = after
        return tuple(events)


def _words(released: Released) -> dict[str, str]:
    """Return what can be found in a release: ids with the words people know each by."""
    return {
        **{one.id: one.text for one in released.statements},
        **{one.id: one.label for one in released.categories if not one.hidden},
        **{one.id: one.title or one.url for one in released.resources},
    }
