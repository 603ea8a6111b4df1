"""An outcome in, what people decided and noted, as short lists to read, out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fingerpost.decisions import Verdict
from fingerpost.directory import Item, Status
from fingerpost.meanings import heading_key
from fingerpost.outcome import Outcome

NO_NAME = "no name given"


@dataclass(frozen=True, slots=True)
class Decided:
    """One statement that a person decided about; `before` is its wording in Word if reworded."""

    id: str
    text: str
    reviewer: str
    day: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """One note: what it is about, in words, the note itself and who wrote it."""

    kind: str
    about: str
    note: str
    reviewer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What people decided and noted, in document order."""

    agreed: tuple[Decided, ...]
    rejected: tuple[Decided, ...]
    notes: tuple[Noted, ...]


def people(outcome: Outcome) -> People:
    """Gather what people said about the statements and the headings, reviewers before readers."""
    return People(
        agreed=tuple(_decided(i) for i in outcome.items if i.status is Status.APPROVED),
        rejected=tuple(_decided(i) for i in outcome.items if i.status is Status.REJECTED),
        notes=(*_about_headings(outcome), *_about_statements(outcome), *_comments(outcome)),
    )


def _decided(item: Item) -> Decided:
    said, strategy = item.verdict, item.classified.strategy
    return Decided(
        id=item.id,
        text=item.text,
        reviewer=_name(said),
        day=said.decided_on.partition("T")[0] if said else "",
        before="" if strategy.was_added or strategy.text == item.text else strategy.text,
    )


def _name(said: Verdict | None) -> str:
    return (said and said.reviewer) or NO_NAME


def _about_headings(outcome: Outcome) -> Iterator[Noted]:
    texts = _texts(outcome)
    for key, answer in outcome.standing.answers.items():
        if answer.note:
            yield Noted("Heading", texts.get(key, key), answer.note, answer.reviewer or NO_NAME)


def _texts(outcome: Outcome) -> Mapping[str, str]:
    """Return headings and names of documents as they stand, by key."""
    named = (name for item in outcome.items for name in item.classified.strategy.context)
    heads = (head.text for extraction in outcome.extractions for head in extraction.heads)
    return {heading_key(text): text for text in (*named, *heads)}


def _comments(outcome: Outcome) -> Iterator[Noted]:
    """Yield what readers said, also of statements that are settled."""
    comments = outcome.standing.comments
    now = {item.id: item.text for item in outcome.items}
    for one in (*now, *(one for one in comments if one not in now)):
        for said in comments.get(one, ()):
            yield Noted("Statement", now.get(one, one), said.text, said.person or NO_NAME)


def _about_statements(outcome: Outcome) -> Iterator[Noted]:
    verdicts = outcome.standing.verdicts
    now = {item.id: item.text for item in outcome.items}
    for one in (*now, *(one for one in verdicts if one not in now)):
        if one in verdicts and verdicts[one].note:
            said = verdicts[one]
            yield Noted("Statement", now.get(one, said.text_seen), said.note, _name(said))
