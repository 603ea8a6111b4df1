"""An answer about the directory in use in, the lines that it adds to the log out."""

from collections.abc import Iterable, Iterator

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.naming import digest_of
from fingerpost.reviewing.returning.pen import About, Pen
from fingerpost.reviewing.returning.returned import (
    AddedAnswer,
    Fact,
    GivenAnswer,
    ResourceAnswer,
    UpkeepAnswer,
)
from fingerpost.tables import JOINER
from fingerpost.upkeep import resource_id

_RESOURCE = "resource"
_URL = "url"


def upkeep_lines(answer: UpkeepAnswer, pen: Pen, told: set[str]) -> Iterator[Decision]:
    """Yield who looks after a statement and what stands beside it.

    `told` holds the ids of addresses that this file wrote down already.
    """
    if not (answer.facts or answer.attached or answer.detached):
        return
    about = About(Resource.STRATEGY, answer.ref.id, answer.reviewer)
    if answer.decided is None:
        yield from pen.beside(about, answer)
    yield from _described(about, answer.facts, pen)
    for one in answer.detached:
        yield pen.line(about, Action.DETACHED, _RESOURCE, one, one)
    yield from _attached(about, answer, answer.attached, pen, told)


def added_lines(answer: AddedAnswer, pen: Pen, told: set[str]) -> Iterator[Decision]:
    """Yield a statement that never stood in Word, which whoever adds it approves."""
    digest = digest_of(answer.words, answer.lead_in)
    about = About(Resource.STRATEGY, answer.ref.id, answer.reviewer, digest)
    yield pen.line(about, Action.ADDED, "text", "", answer.words)
    if answer.lead_in:
        yield pen.line(about, Action.ADDED, "lead_in", "", answer.lead_in)
    for facet, concepts in answer.labels.items():
        yield pen.line(about, Action.RELABELLED, facet, "", JOINER.join(concepts))
    yield from pen.beside(about, answer)
    yield from _described(about, answer.facts, pen)
    yield from _attached(about, answer, answer.attached, pen, told)
    yield pen.line(about, Action.APPROVED, "status", "", Action.APPROVED)


def resource_lines(answer: ResourceAnswer, pen: Pen) -> Iterator[Decision]:
    """Yield what is known of a resource, and put it beside the statements that are to have it."""
    yield from _address(answer, answer.url, pen)
    about = About(Resource.LINK, answer.ref.id, answer.reviewer)
    yield from _described(about, answer.facts, pen)
    old = answer.instead_of
    for name in answer.beside:
        beside = About(Resource.STRATEGY, name, answer.reviewer)
        yield pen.line(beside, Action.GIVEN, "given", answer.asked_after, answer.given)
        if old:
            yield pen.line(beside, Action.DETACHED, _RESOURCE, old, old)
        yield pen.line(beside, Action.ATTACHED, _RESOURCE, "", answer.ref.id)


def _described(about: About, facts: Iterable[Fact], pen: Pen) -> Iterator[Decision]:
    for fact in facts:
        yield pen.line(about, Action.DESCRIBED, fact.name, fact.before, fact.now)


def _attached(
    about: About, answer: GivenAnswer, urls: Iterable[str], pen: Pen, told: set[str]
) -> Iterator[Decision]:
    """Yield what is put beside a statement; the log must know the address, whatever Word links."""
    for url in urls:
        name = resource_id(url)
        if name not in told:
            told.add(name)
            yield from _address(answer, url, pen)
        yield pen.line(about, Action.ATTACHED, _RESOURCE, "", name)


def _address(answer: GivenAnswer, url: str, pen: Pen) -> Iterator[Decision]:
    about = About(Resource.LINK, resource_id(url), answer.reviewer)
    yield pen.line(about, Action.GIVEN, "given", answer.asked_after, answer.given)
    yield pen.line(about, Action.DESCRIBED, _URL, "", url)
