"""A release and what is known of its links in, how each of them is out, the worst first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from fingerpost.linking.asking import Outcome
from fingerpost.linking.guarding import SCHEMES
from fingerpost.linking.remembering import Known, Memory
from fingerpost.released import LinkedResource, Released, Statement

_NO_OWNER = "nobody yet"


class State(IntEnum):
    """How a link is, the worst first."""

    DEAD = 0
    FAILING = 1
    NOT_ASKED = 2
    MOVED = 3
    UNSURE = 4
    UNKNOWN = 5
    GOOD = 6

    @property
    def words(self) -> str:
        """What people call it."""
        return _WORDS[self]


_WORDS = {
    State.DEAD: "Dead",
    State.FAILING: "Failed lately",
    State.NOT_ASKED: "Cannot be asked",
    State.MOVED: "Moved for good",
    State.UNSURE: "Answers people only",
    State.UNKNOWN: "Not asked yet",
    State.GOOD: "Answers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One web address of a directory with how it is, who looks after it and what leads to it."""

    resource: LinkedResource
    state: State
    known: Known | None
    owners: tuple[str, ...]
    statements: tuple[Statement, ...]

    @property
    def to_do(self) -> str:
        """What a person should do about it, "" for nothing."""
        if self.state is State.DEAD:
            return "Put another address in its place, or take it away."
        if self.state is State.NOT_ASKED:
            return "Put the address of a page that everybody can open."
        if self.state is State.MOVED and self.known:
            return f"Put the new address: {self.known.moved_to}"
        if self.state is State.UNSURE:
            return "Open it once in a browser."
        return ""

    @property
    def told(self) -> str:
        """What is known of it, in a sentence."""
        if self.known is None:
            return "Nobody has asked for it yet."
        said = f"{self.known.words[0].upper()}{self.known.words[1:]}"
        if self.state in (State.DEAD, State.FAILING):
            checks = "check" if self.known.failures == 1 else "checks"
            since = f"{self.known.failures} {checks} failed since {self.known.failing_since}"
            return f"{said}; {since}."
        return f"{said}."


def web_addresses(released: Released) -> tuple[str, ...]:
    """Return the web addresses of a release that can be asked for."""
    return tuple(one.url for one in released.resources if _is_web(one.url))


def links_of(released: Released, memory: Memory) -> tuple[Link, ...]:
    """Return every web address of a release, dead ones first."""
    users: Mapping[str, list[Statement]] = defaultdict(list)
    for statement in released.statements:
        for resource in statement.resources:
            users[resource].append(statement)
    found = (
        Link(
            resource=one,
            state=_state(memory.get(one.url)),
            known=memory.get(one.url),
            owners=tuple(_owners(one, users[one.id])),
            statements=tuple(users[one.id]),
        )
        for one in released.resources
        if _is_web(one.url)
    )
    return tuple(sorted(found, key=lambda link: (link.state, link.resource.url)))


def _is_web(url: str) -> bool:
    return url.partition(":")[0].casefold() in SCHEMES


def _owners(resource: LinkedResource, statements: list[Statement]) -> Iterator[str]:
    """Name who looks after a link: whoever has it, or has the statements that lead to it."""
    if resource.owner:
        yield resource.owner
        return
    yield from dict.fromkeys(one.owner for one in statements if one.owner) or (_NO_OWNER,)


def _state(known: Known | None) -> State:
    if known is None:
        return State.UNKNOWN
    if known.outcome is Outcome.NOT_ASKED:
        return State.NOT_ASKED
    if known.is_dead:
        return State.DEAD
    if known.failures:
        return State.FAILING
    if known.outcome is Outcome.UNSURE:
        return State.UNSURE
    return State.MOVED if known.moved_to else State.GOOD
