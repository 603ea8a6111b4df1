"""Items, headings and groups in, the short keys by which a returned row finds them again out."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fingerpost.directory import (
    DIGEST_SHOWN,
    Item,
    accepted_marks,
    group_digest,
    settled_by_path,
)
from fingerpost.meanings import NOT_A_HEADING, heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.wordings import same_words
from fingerpost.signing import digest_of
from fingerpost.strategies import Strategy
from fingerpost.taught import RULE_KEY, WordRule

SHOWN = DIGEST_SHOWN
"""Characters of a digest that a key carries."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A row's key: what it is about, and the first characters of the digest of what was shown."""

    id: str
    digest: str = ""

    def __str__(self) -> str:
        """Return it as it stands in a cell."""
        return f"{self.id} {self.digest}".strip()

    @property
    def is_heading(self) -> bool:
        """Whether it stands for a question about a heading."""
        return self.id.startswith("h-")

    @property
    def is_item(self) -> bool:
        """Whether it stands for a statement."""
        return not (self.is_heading or self.is_rule or self.is_group)

    @property
    def is_rule(self) -> bool:
        """Whether it stands for a proposed rule."""
        return self.id.startswith(RULE_KEY)

    @property
    def is_group(self) -> bool:
        """Whether it stands for all settled statements under one heading path."""
        return self.id.startswith("p-")


def parse_ref(text: str) -> Ref:
    """Read a key as it stands in a cell, whatever the spaces round it."""
    head, _, tail = " ".join(text.split()).partition(" ")
    return Ref(head, tail)


def item_ref(item: Item) -> Ref:
    """Return the key of a statement; it changes when the words in Word do."""
    return Ref(item.id, item.classified.strategy.digest[:SHOWN])


def heading_ref(key: str) -> Ref:
    """Return the key of the question about a heading."""
    return Ref(f"h-{_short(key)}")


def heading_refs(heading: str) -> tuple[str, str]:
    """Return the ids by which rows name a heading of the log: its question, and all below it."""
    return f"h-{_short(heading)}", f"p-{_short(heading)}"


def group_ref(heading_path: str, items: Iterable[Item]) -> Ref:
    """Return the key of the settled statements under a heading; it changes when one of them does."""
    return Ref(f"p-{_short(heading_path)}", group_digest(items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All that a returned row may be about: items by id, headings, groups and rules by key.

    `accepted` is the digest of all that stands accepted, which may be signed off.
    """

    council: str = ""
    items: Mapping[str, Item] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    rules: Mapping[str, WordRule] = field(default_factory=dict)
    accepted: str = ""

    def now(self, ref: Ref) -> Ref | None:
        """Return the key that stands today for what a key stood for, if it is still there."""
        if ref.id in self.items:
            return item_ref(self.items[ref.id])
        if ref.id in self.groups:
            return Ref(ref.id, self.groups[ref.id][1])
        return Ref(ref.id) if ref.id in self.headings or ref.id in self.rules else None

    def pieces_of(self, item: Item, wording: str) -> tuple[Item, ...]:
        """Return the other items whose words a wording takes in, if it is the whole that was proposed."""
        strategy, verdict = item.classified.strategy, item.verdict
        join = strategy.join
        if verdict and verdict.joined and same_words(wording, verdict.wording):
            # Somebody joined them already; another who does means the same pieces.
            pieces = (self.items.get(piece) for piece, _ in verdict.joined)
            return tuple(filter(None, pieces))
        if join is None or join.done or not same_words(wording, join.text):
            return ()
        places = {(strategy.source, locator) for locator in join.locators}
        others = (one for one in self.items.values() if one.id != item.id)
        return tuple(o for o in others if _place(o.classified.strategy) in places)


def index(outcome: Outcome) -> Index:
    """Return everything the documents hold now that an answer may be about.

    A group leads to its heading path and the digest of its present members. What people parted or
    joined, or said is no heading, is still there: somebody else may answer about it as it was sent.
    """
    replaced = (one.item for one in outcome.replaced)
    named = (name for item in outcome.items for name in item.classified.strategy.context)
    heads = (head.text for extraction in outcome.extractions for head in extraction.heads)
    answers = outcome.standing.answers.items()
    demoted = (key for key, answer in answers if answer.meaning == NOT_A_HEADING)
    keys = {*map(heading_key, (*heads, *named)), *demoted}
    groups = (
        (path, group_ref(path, items)) for path, items in settled_by_path(outcome.items).items()
    )
    return Index(
        council=outcome.rulebook.council.id,
        items={item.id: item for item in (*outcome.items, *replaced)},
        headings={heading_ref(key).id: key for key in sorted(keys)},
        groups={ref.id: (path, ref.digest) for path, ref in groups},
        rules=_rules(outcome),
        accepted=digest_of(accepted_marks(outcome.items)),
    )


def _rules(outcome: Outcome) -> dict[str, WordRule]:
    """Return the rules that are proposed, and those about which somebody decided before."""
    decided = (one.rule for one in outcome.standing.rules.values())
    proposed = (one.rule for one in outcome.proposals)
    return {rule.key: rule for rule in (*decided, *proposed)}


def _place(strategy: Strategy) -> tuple[str, str]:
    return strategy.source, strategy.locator


def _short(text: str) -> str:
    return b32encode(_hash(text)).decode().lower()[:12]


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
