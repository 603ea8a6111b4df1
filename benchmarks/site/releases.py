"""A number in, a release of so many invented statements, or its site, out, for whatever is measured."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from fingerpost.exemplars import Exemplar
from fingerpost.publishing import Site, known_words
from fingerpost.released import (
    Category,
    LinkedResource,
    Release,
    Released,
    SourceDocument,
    Statement,
)
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.taxonomy import Concept

CHECKOUT = Path(__file__).resolve().parents[2]
SEED = 20_261_101
DOCUMENTS = 40
RESOURCES = 60
PHASES = ("early-years", "ks1", "ks2", "ks3", "ks4", "post-16")
SETTINGS = (
    "in assembly",
    "at lunch",
    "in science",
    "in the hall",
    "on trips",
    "in maths",
    "before a test",
    "in small groups",
    "in the corridor",
    "at home time",
    "in music",
    "on the first day of term",
    "in the library",
    "in PE",
)


def rulebook() -> Rulebook:
    """Return the project's own rules, whose categories and exemplars the release is made of."""
    return load_rulebook(CHECKOUT / "rules")


def big_site(statements: int) -> Site:
    """Return the site of a release with so many statements, under the project's own rules."""
    rules = rulebook()
    return Site(
        released=big_release(statements, rules),
        council=rules.council,
        settings=rules.site,
        known=known_words(rules),
    )


def big_release(statements: int, rules: Rulebook) -> Released:
    """Return a release with so many different statements; the same for the same number and rules."""
    chance = random.Random(SEED)
    told = [one for one in rules.exemplars if one.labels]
    documents = tuple(_document(number) for number in range(DOCUMENTS))
    resources = tuple(_resource(number) for number in range(RESOURCES))
    return Released(
        release=Release(
            number=2,
            created_at="2026-11-02T09:00:00+00:00",
            signed_off_by="The invented team",
            manifest_digest="",
            restores=None,
            statements=statements,
            added=statements,
            changed=0,
            moved=0,
            relabelled=0,
            retired=0,
            revived=0,
        ),
        statements=tuple(_statements(statements, told, chance)),
        categories=tuple(_category(one) for one in rules.taxonomy.concepts),
        resources=resources,
        documents=documents,
    )


def _statements(
    number: int, told: Sequence[Exemplar], chance: random.Random
) -> Iterator[Statement]:
    for index in range(number):
        one, other = chance.choice(told), chance.choice(told)
        text = f"{one.text.rstrip('.')} {chance.choice(SETTINGS)}; {_lower(other.text)}"
        document = index * DOCUMENTS // number
        yield Statement(
            id=f"s-{index:012d}",
            text=text,
            source_text=text,
            labels=dict(one.labels),
            status="approved",
            tier=chance.choice(("universal", "universal", "universal", "targeted")),
            phases=tuple(sorted(chance.sample(PHASES, 2))),
            source=_document(document).source,
            heading_path=f"Part {document} > What helps > Section {index % 9}",
            locator=f"body/p[{index}]",
            place=index + 1,
            resources=(_resource(index % RESOURCES).id,) if index % 3 == 0 else (),
            reviewed_by="The invented team",
            reviewed_on="2026-10-20",
            next_review="2027-10-20",
            first_release=1 + index % 2,
        )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _document(number: int) -> SourceDocument:
    return SourceDocument(
        source=f"guidance/{number:02d}.docx",
        title=f"Invented guidance, part {number}",
        edition="2026-09-01",
    )


def _resource(number: int) -> LinkedResource:
    return LinkedResource(
        id=f"r-{number:012d}",
        url=f"https://example.org/resource/{number}",
        title=f"Invented resource {number}",
        host="example.org",
        publisher="An invented publisher",
        trusted_because="Tried in forty invented schools.",
        checked_on="2026-10-01",
    )


def _category(concept: Concept) -> Category:
    return Category(
        id=concept.id,
        facet=concept.facet,
        label=concept.label,
        core_label=concept.core_label,
        definition=concept.definition,
        alternates=concept.alternates,
        parent=concept.parent,
        order=concept.order,
        hidden=concept.hidden or concept.retired,
        folds_into=concept.replaced_by or concept.folds_into,
        maps_to=concept.maps_to,
    )
