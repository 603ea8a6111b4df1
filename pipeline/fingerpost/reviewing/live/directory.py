"""An outcome and a day in, the directory in use as whoever looks after it needs to see it out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fingerpost.decisions import IDENTITY_ACTIONS, Decision, Standing
from fingerpost.directory import Item
from fingerpost.interventions import Intervention
from fingerpost.item_records import Addresses, addresses, links_of, review_of
from fingerpost.outcome import Outcome
from fingerpost.reviewing.live.mentions import compile_names
from fingerpost.rulebook import Council
from fingerpost.taxonomy import Taxonomy
from fingerpost.upkeep import AddedStatement, ResourceFacts, Upkeep, resource_id


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveStatement:
    """One statement of the directory; one that people parted stands once, with all its parts.

    `wording` is its words, a line a part. `resources` are addresses, in order, `named` ids of
    interventions in its words. `reviewed` says who looked at it last and when; `added` is there
    where it never stood in Word.
    """

    item: Item
    wording: str
    owner: str
    next_review: str
    reviewed: str
    resources: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    added: AddedStatement | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether somebody should have looked at it again by now."""
        return bool(self.next_review) and self.next_review < today.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveResource:
    """What is behind one address, and how many statements use it."""

    id: str
    facts: ResourceFacts
    uses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An intervention that statements without a resource name, and no resource is about."""

    intervention: Intervention
    statements: tuple[LiveStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveDirectory:
    """The directory in use; `known_until` dates the newest answer in the log, which it knows of."""

    council: Council
    taxonomy: Taxonomy
    today: date
    known_until: str
    statements: tuple[LiveStatement, ...]
    resources: tuple[LiveResource, ...]
    offered: tuple[Offered, ...]
    interventions: Mapping[str, Intervention]


def live_directory(outcome: Outcome, log: Iterable[Decision], today: date) -> LiveDirectory:
    """Gather what is live, what it leads to, and what is named without leading anywhere."""
    of_people = (line for line in log if line.last_action_type not in IDENTITY_ACTIONS)
    rules = outcome.rulebook.interventions
    mentions = compile_names(rules) if rules else None
    found = addresses(outcome.items, outcome.standing)
    statements = tuple(
        _statement(item, found, mentions.of(_words(item)) if mentions else ())
        for item in _as_decided(outcome)
    )
    resources = tuple(_resources(outcome.items, statements, outcome.standing))
    titles = "\n".join(one.facts.title for one in resources)
    covered = frozenset(mentions.of(titles) if mentions else ())
    return LiveDirectory(
        council=outcome.rulebook.council,
        taxonomy=outcome.rulebook.taxonomy,
        today=today,
        known_until=max((line.last_action_date for line in of_people), default=""),
        statements=statements,
        resources=resources,
        offered=tuple(_offered(rules, statements, covered)),
        interventions={one.id: one for one in rules},
    )


def _as_decided(outcome: Outcome) -> Iterator[Item]:
    """Yield the live items, what never stood in Word last; parts as the one item that was parted."""
    wholes = (one for one in outcome.replaced if len(one.by) > 1)
    whole = {part: one.item for one in wholes for part in one.by}
    live = (item for item in outcome.items if item.live)
    ordered = sorted(live, key=lambda item: _place(item.classified.strategy.source))
    yield from {one.id: one for one in (whole.get(item.id, item) for item in ordered)}.values()


def _place(source: str) -> tuple[bool, str]:
    return not source, source


def _words(item: Item) -> str:
    """Return what is read for names: the words, with what introduces them."""
    return f"{item.classified.strategy.lead_in}\n{_wording(item)}"


def _wording(item: Item) -> str:
    """Return the words that stand, also of an item that was parted."""
    return (item.verdict.wording if item.verdict else "") or item.text


def _statement(item: Item, found: Addresses, named: tuple[str, ...]) -> LiveStatement:
    upkeep = found.standing.upkeep.get(item.id, Upkeep())
    review = review_of(item, upkeep)
    return LiveStatement(
        item=item,
        wording=_wording(item),
        owner=upkeep.owner,
        next_review=str(review["next_review"]),
        reviewed=", ".join(filter(None, (str(review["reviewed_on"]), str(review["reviewed_by"])))),
        resources=found.of(item),
        named=named,
        added=found.standing.added.get(item.id),
    )


def _resources(
    items: Iterable[Item], statements: Iterable[LiveStatement], standing: Standing
) -> Iterator[LiveResource]:
    """Yield what statements lead to, in order, then what was only described."""
    uses: dict[str, int] = {}
    for one in statements:
        for url in one.resources:
            uses[url] = uses.get(url, 0) + 1
    titles: dict[str, str] = {}
    for item in items:
        for url, title in links_of(item):
            titles[url] = titles.get(url) or title
    described = {facts.url for facts in standing.resources.values() if facts.url}
    for url in (*uses, *sorted(described - uses.keys())):
        name = resource_id(url)
        word = ResourceFacts(url=url, title=titles.get(url, ""))
        told = standing.resources.get(name, word)
        facts = ResourceFacts(
            url=url,
            title=told.title or word.title,
            publisher=told.publisher,
            trusted_because=told.trusted_because,
            phases=told.phases,
            checked_on=told.checked_on,
            owner=told.owner,
        )
        yield LiveResource(id=name, facts=facts, uses=uses.get(url, 0))


def _offered(
    rules: Iterable[Intervention], statements: Iterable[LiveStatement], covered: frozenset[str]
) -> Iterator[Offered]:
    """Yield what statements without a resource name, the most often named first."""
    naming: dict[str, list[LiveStatement]] = {}
    for one in statements:
        for name in one.named if not one.resources else ():
            naming.setdefault(name, []).append(one)
    found = [
        Offered(intervention=rule, statements=tuple(naming[rule.id]))
        for rule in rules
        if rule.id in naming and rule.id not in covered
    ]
    yield from sorted(found, key=lambda one: -len(one.statements))
