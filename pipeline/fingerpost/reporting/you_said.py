"""The log and what became of each statement in, "you said, we did" out.

The list may be handed to everybody who took part: nobody is named in it, and what may identify
somebody is left out of what was said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from fingerpost.decisions import Action, Comment, Decision, Verdict
from fingerpost.directory import Item, Status
from fingerpost.opinions import Opinion
from fingerpost.outcome import Outcome
from fingerpost.reporting.heard import Suspects, heard, role_of, without_names
from fingerpost.reporting.wanted import category_named, is_proposal, name_in
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet, Taxonomy

_UNSURE = frozenset({Action.NOT_SURE, Action.PULLED_OUT, Action.PARKED})
_A_REVIEWER = "Somebody from the team"
_NOBODY = "No name given"
_TOLD = (Facet.AREA, Facet.NEED, Facet.UNIVERSAL)
_STAYS_OPEN = {
    Reason.PARKED: "It waits for the meeting.",
    Reason.UNFITTING: "No category fits it yet. It is on the list for the meeting on categories.",
    Reason.REVIEWERS_DISAGREE: "The team does not agree about it yet.",
}


class Kind(StrEnum):
    """What somebody did."""

    COMMENT = "commented"
    PROPOSAL = "asked for a new category"
    QUESTION = "was not sure"


class State(StrEnum):
    """How far the team is with it."""

    DONE = "Settled since"
    BEFORE = "Settled before it was said"
    OPEN = "Still open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that was said about a statement, and what became of it.

    `words` is empty where nothing was written; `day` is a date in words.
    """

    kind: Kind
    who: str
    words: str
    about: str
    day: str
    state: State
    became: str


@dataclass(frozen=True)
class _Ears:
    """What answers are read against."""

    outcome: Outcome
    suspects: Suspects

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """All statements by id, also those that others stand for."""
        replaced = {one.item.id: one.item for one in self.outcome.replaced}
        return {**replaced, **{item.id: item for item in self.outcome.items}}

    @cached_property
    def _instead(self) -> Mapping[str, tuple[str, ...]]:
        return {one.item.id: one.by for one in self.outcome.replaced}

    def comment(self, one: Comment, item: Item | None, about: str) -> Said:
        return self._said(Kind.COMMENT, role_of(one.person), one.text, (item, about), one.given_on)

    def opinion(self, one: Opinion, item: Item | None) -> Iterator[Said]:
        moment = one.given or one.date
        about = (item, one.text_seen)
        if is_proposal(one):
            yield self._said(Kind.PROPOSAL, _A_REVIEWER, one.note, about, moment)
        elif one.action in _UNSURE:
            yield self._said(Kind.QUESTION, _A_REVIEWER, one.note, about, moment)

    def _said(
        self, kind: Kind, who: str, words: str, about: tuple[Item | None, str], moment: str
    ) -> Said:
        item, text = about
        state, became = self._became(item, moment)
        named = category_named(name_in(words), self.outcome.rulebook.taxonomy)
        there = f"There is a category “{named}” now. " if kind is Kind.PROPOSAL and named else ""
        return Said(
            kind=kind,
            who=who,
            words=without_names(words, self.suspects),
            about=without_names(item.classified.strategy.text if item else text, self.suspects),
            day=_day(moment),
            state=state,
            became=there + became,
        )

    def _became(self, item: Item | None, moment: str) -> tuple[State, str]:
        if item is None:
            return State.DONE, "It stands in none of the documents any more."
        if by := self._instead.get(item.id):
            return State.DONE, self._stands_in(by)
        reason = next((one for one in item.reasons if one in _STAYS_OPEN), None)
        if item.status is Status.REVIEW:
            return State.OPEN, _STAYS_OPEN[reason] if reason else "The team has not decided yet."
        is_before = item.verdict is not None and item.verdict.decided_on < moment
        state = State.BEFORE if is_before else State.DONE
        return state, self._settled(item)

    def _stands_in(self, by: Sequence[str]) -> str:
        texts = [f"“{self.items[one].text}”" for one in by if one in self.items]
        if len(by) > 1:
            return f"We made {len(by)} statements of it: {', '.join(texts)}."
        return f"It is part of this now: {''.join(texts)}."

    def _settled(self, item: Item) -> str:
        word = item.classified.strategy.text
        if item.status is Status.REJECTED:
            note = without_names(_notes(item.verdict), self.suspects) if item.verdict else ""
            return f"We left it out, because: “{note}”" if note else "We left it out."
        did = f"We reworded it: “{item.text}”." if item.text != word else "We kept its words."
        return f"{did} It stands under {_labels(item, self.outcome.rulebook.taxonomy)}."


def you_said(outcome: Outcome, log: Sequence[Decision], suspects: Suspects) -> tuple[Said, ...]:
    """Return comments, wishes for categories and what people were not sure of, in document order.

    What is said of a statement that is settled asks nobody again, and is listed all the same.
    """
    ears = _Ears(outcome, suspects)
    opinions, comments = heard(log), outcome.standing.comments
    items = ears.items
    order = [*items, *sorted({*opinions, *comments} - items.keys())]
    found: list[Said] = []
    for one in order:
        about = next((said.text_seen for said in opinions.get(one, ())), "")
        found += (ears.comment(said, items.get(one), about) for said in comments.get(one, ()))
        for said in opinions.get(one, ()):
            found += ears.opinion(said, items.get(one))
    return tuple(found)


def _notes(verdict: Verdict) -> str:
    """Return the notes without the names that stand before them where several people decided."""
    names = sorted(verdict.reviewer.split(", "), key=len, reverse=True)
    named = "|".join(map(re.escape, (*filter(None, names), _NOBODY)))
    return re.sub(rf"(?:^|(?<=; ))(?:{named}): ", "", verdict.note)


def _day(moment: str) -> str:
    """Write "2025-03-03T10:00:00+00:00" as "3 March 2025"."""
    day = datetime.fromisoformat(moment)
    return f"{day.day} {day:%B} {day.year}"


def _labels(item: Item, taxonomy: Taxonomy) -> str:
    concepts = (one for facet in _TOLD for one in item.concepts(facet)[:1])
    names = list(dict.fromkeys(map(taxonomy.label, concepts)))
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:]))) or "no category yet"
