"""One item's lines of the log in, what each person said of it out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from fingerpost.decisions import Action, Decision
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet

_VERDICTS = (Action.APPROVED, Action.REJECTED, Action.NOT_SURE)
_WORDINGS = (Action.REWORDED, Action.PARTED)
_BEFORE, _AFTER = attrgetter("previous_value"), attrgetter("replacement_value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One person's answer about one item, as one returned file held it.

    `wording` is None and a facet missing where the person did not touch them; `proposed` holds the
    labels that stood there before; `joined` names the statements it takes in, each with the digest
    of its words.
    """

    person: str
    pack: str
    date: str
    action: Action
    digest: str
    text_seen: str = ""
    wording: str | None = None
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    proposed: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    joined: tuple[tuple[str, str], ...] = ()

    def is_superseded_by(self, later: "Opinion") -> bool:
        """Whether the same person, the same returned file or newer Word text replaces it.

        Two answers without a name may come from two people, so neither replaces the other.
        """
        same_person = bool(self.person) and self.person == later.person
        same_pack = bool(self.pack) and self.pack == later.pack
        return same_person or same_pack or self.digest != later.digest


def opinions_of(lines: Iterable[Decision]) -> tuple[Opinion, ...]:
    """Join the lines about one item into answers, oldest first; lines without a verdict are none."""
    answers: dict[tuple[str, str, str], list[Decision]] = {}
    for line in lines:
        key = (line.last_action_date, line.pack, line.updated_by)
        answers.setdefault(key, []).append(line)
    read = (_opinion(answer) for answer in answers.values())
    return tuple(opinion for opinion in read if opinion)


def still_held(opinions: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """Return the answers that count, sorted by person.

    Answers given in one apply were given without knowing of each other. An answer in a later one
    settles what was open by then: a disagreement, or a person who was not sure.
    """
    held: tuple[Opinion, ...] = ()
    for _, together in groupby(opinions, key=lambda opinion: opinion.date):
        fresh = tuple(together)
        held = () if is_open(held) else held
        for opinion in fresh:
            held = (*(h for h in held if not h.is_superseded_by(opinion)), opinion)
    return tuple(sorted(held, key=lambda opinion: (opinion.person, opinion.pack)))


def is_open(opinions: tuple[Opinion, ...]) -> bool:
    """Whether somebody must still decide."""
    unsure = any(opinion.action is Action.NOT_SURE for opinion in opinions)
    return unsure or bool(differences(opinions))


def differences(opinions: tuple[Opinion, ...]) -> tuple[tuple[str, tuple[Opinion, ...]], ...]:
    """Name each field that was decided differently ("status", "text" or a facet), and by whom."""
    sure = tuple(opinion for opinion in opinions if opinion.action is not Action.NOT_SURE)
    if len({opinion.action for opinion in sure}) > 1:
        return (("status", sure),)
    fields = ("text", *(facet.value for facet in Facet))
    return tuple((name, deciders) for name in fields if (deciders := _at_odds(sure, name)))


def value_of(opinion: Opinion, name: str) -> str | tuple[str, ...] | None:
    """Return what a person decided about a field, or None if they left it alone."""
    if name == "text":
        return opinion.wording
    return opinion.labels.get(Facet(name))


def _at_odds(opinions: tuple[Opinion, ...], name: str) -> tuple[Opinion, ...]:
    deciders = tuple(opinion for opinion in opinions if value_of(opinion, name) is not None)
    return deciders if len({value_of(opinion, name) for opinion in deciders}) > 1 else ()


def _opinion(lines: list[Decision]) -> Opinion | None:
    verdict = next((ln for ln in reversed(lines) if ln.last_action_type in _VERDICTS), None)
    if verdict is None:
        return None
    last = {line.last_action_type: line for line in lines}
    seen, joined, noted = (
        last.get(action) for action in (Action.SEEN, Action.JOINED, Action.NOTED)
    )
    reworded = next((ln for ln in reversed(lines) if ln.last_action_type in _WORDINGS), None)
    return Opinion(
        person=verdict.updated_by,
        pack=verdict.pack,
        date=verdict.last_action_date,
        action=verdict.last_action_type,
        digest=verdict.source_digest or (seen.source_digest if seen else ""),
        text_seen=seen.replacement_value if seen else "",
        wording=reworded.replacement_value if reworded else None,
        labels=_labels(lines, _AFTER),
        proposed=_labels(lines, _BEFORE),
        note=noted.replacement_value if noted else "",
        joined=_joined(joined.replacement_value) if joined else (),
    )


def _joined(value: str) -> tuple[tuple[str, str], ...]:
    named = (one.partition(" ") for one in value.split(JOINER))
    return tuple((item, digest) for item, _, digest in named if item)


def _labels(
    lines: list[Decision], value: Callable[[Decision], str]
) -> dict[Facet, tuple[str, ...]]:
    return {
        Facet(line.field_name): tuple(filter(None, value(line).split(JOINER)))
        for line in lines
        if line.last_action_type is Action.RELABELLED
    }
