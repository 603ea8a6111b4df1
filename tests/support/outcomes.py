"""A few words in, whole outcomes out: what the stages after classifying are given, made by hand."""

import hashlib
from collections.abc import Mapping, Sequence

from fingerpost.decisions import Answer, Skimmed, Standing, Verdict
from fingerpost.directory import DocumentRecord, Item, Refusal, Status
from fingerpost.documents import Revisions
from fingerpost.meanings import ADVICE, HeadingRule, Meaning, Meanings
from fingerpost.outcome import Outcome
from fingerpost.reviewing.asking.doubts import LATER_DOUBTS
from fingerpost.rulebook import Council, Rulebook
from fingerpost.strategies import (
    Extraction,
    Head,
    HeadKind,
    Kind,
    LedgerRow,
    Link,
    Role,
    Strategy,
)
from fingerpost.suggestions import (
    Assignment,
    Classified,
    Evidence,
    Opening,
    Reason,
    Suggestion,
)
from fingerpost.taxonomy import CORE_FACETS, Concept, Facet, Taxonomy

AREA, NEED, UNIVERSAL, STANDARD = CORE_FACETS


def concept(one: str, facet: Facet, label: str, **more: object) -> Concept:
    return Concept(
        id=one,
        facet=facet,
        label=label,
        core_label=label,
        definition=f"What belongs to {label.lower()}.",
        examples=(f"An example of {label.lower()}.",),
        **more,  # type: ignore[arg-type]  # passed on as they are
    )


TAXONOMY = Taxonomy(
    (
        concept("communication-and-interaction", AREA, "Communication and interaction"),
        concept("cognition-and-learning", AREA, "Cognition and learning"),
        concept("semh", AREA, "Social, emotional and mental health"),
        concept("sensory-and-physical", AREA, "Sensory and physical"),
        concept("universal", AREA, "Every area of need"),
        concept(
            "ci-receptive", NEED, "Understanding language", parent="communication-and-interaction"
        ),
        concept("cl-memory", NEED, "Memory and organisation", parent="cognition-and-learning"),
        concept("semh-anxiety", NEED, "Anxiety and mood", parent="semh"),
        concept("sp-hearing", NEED, "Hearing", parent="sensory-and-physical"),
        concept(
            "sp-msi",
            NEED,
            "Multi-sensory impairment",
            parent="sensory-and-physical",
            hidden=True,
            folds_into="sp-hearing",
        ),
        concept("wsu-environment", UNIVERSAL, "Learning environment"),
        concept("wsu-pastoral", UNIVERSAL, "Pastoral: relationships; behaviour"),
        concept("ts-5", STANDARD, "TS5 Adapt teaching"),
        concept("ts-7", STANDARD, "TS7 Manage behaviour"),
    )
)

RULES = (
    HeadingRule(
        id="strategies", phrases=("strategies",), meaning=Meaning(role=Role.STRATEGY, rule="roles")
    ),
    HeadingRule(
        id="hearing",
        phrases=("hearing",),
        meaning=Meaning(concepts=("sp-hearing", "sensory-and-physical"), rule="needs"),
    ),
    HeadingRule(
        id="signs",
        phrases=("what you may notice",),
        meaning=Meaning(role=Role.INDICATOR, rule="roles"),
    ),
)

LEEDS = Council(id="leeds", name="Leeds", assumed_tier="universal")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def heads(path: str) -> tuple[Head, ...]:
    """Read "A > B:" as a heading and a label before a list; "~B" as one that only looks like one."""
    steps = [step for step in path.split(" > ") if step]
    return tuple(_head(step, n) for n, step in enumerate(steps, 1))


def _head(step: str, number: int) -> Head:
    kind = HeadKind.RUN_IN if step.endswith(":") else HeadKind.HEADING
    inferred = "bold and short" if step.startswith("~") else ""
    return Head(step.lstrip("~").rstrip(":"), kind, f"body/p[{number}]", inferred)


def way(*answers: tuple[str, str], kind: HeadKind = HeadKind.HEADING) -> tuple[Opening, ...]:
    """Return one set of answers about headings that together would settle a statement."""
    return tuple(Opening(Head(text, kind, ""), answer) for text, answer in answers)


def _openings(
    strategy: Strategy, reasons: Sequence[Reason], area: Sequence[str]
) -> tuple[tuple[Opening, ...], ...]:
    """Open what only its headings leave in doubt: by look-alikes, else by the nearest one unknown."""
    doubts = set(reasons) - LATER_DOUBTS
    if not doubts or not doubts <= {Reason.HEADING_NOT_SETTLED, Reason.INFERRED_HEADING}:
        return ()
    known = Meanings(RULES)
    unknown = [head for head in strategy.heads if known.of(head.text, head.kind) is None]
    asked = [h for h in strategy.heads if h.inferred] or (unknown or list(strategy.heads))[-1:]
    return (tuple(Opening(head, ADVICE if area else "universal") for head in asked),)


def statement(
    text: str,
    path: str = "Hearing > Strategies",
    *,
    reasons: Sequence[Reason] = (),
    area: Sequence[str] = ("sensory-and-physical",),
    need: Sequence[str] = (),
    universal: Sequence[str] = (),
    standard: Sequence[str] = ("ts-5",),
    status: Status | None = None,
    one: str = "",
    word: str = "",
    typed: str = "",
    source: str = "areas/Hearing 2025.docx",
    suggestions: Sequence[Suggestion] = (),
    verdict: Verdict | None = None,
    links: Sequence[Link] = (),
    openings: Sequence[tuple[Opening, ...]] | None = None,
    **more: object,
) -> Item:
    """Return one item; `word` is its text in Word where a person reworded it.

    `typed` is that text with the marks that were typed in front of it.

    `openings` are the sets of answers that would settle it, where others than the usual ones.
    """
    strategy = Strategy(
        id=one or f"s-{digest(text + path)[:12]}",
        text=word or text,
        source_text=typed or word or text,
        digest=digest(word or text),
        heads=heads(path),
        source=source,
        locator="body/p[9]",
        links=tuple(links),
        **more,  # type: ignore[arg-type]  # passed on as they are
    )
    chosen = {AREA: area, NEED: need, UNIVERSAL: universal, STANDARD: standard}
    labels = tuple((facet, tuple(ids)) for facet, ids in chosen.items() if ids)
    classified = Classified(
        strategy=strategy,
        assignments=tuple(Assignment(facet, ids) for facet, ids in labels),
        suggestions=tuple(suggestions),
        reasons=tuple(reasons),
        tier="universal",
        voice="imperative",
        openings=_openings(strategy, reasons, area) if openings is None else tuple(openings),
    )
    return Item(
        id=strategy.id,
        text=text,
        status=status or (Status.REVIEW if reasons else Status.ACCEPTED),
        labels=labels,
        reasons=tuple(reasons),
        classified=classified,
        verdict=verdict,
    )


def vote(
    facet: Facet, one: str, quote: str, *, score: float = 0.9, structural: bool = False
) -> Suggestion:
    matcher = "headings" if structural else "patterns"
    return Suggestion(facet, one, score, Evidence(matcher, quote, "a rule"), structural)


def outcome(
    *items: Item,
    answers: Mapping[str, Answer] | None = None,
    verdicts: Mapping[str, Verdict] | None = None,
    skimmed: Mapping[str, Skimmed] | None = None,
    refusals: Sequence[Refusal] = (),
    council: Council = LEEDS,
    taxonomy: Taxonomy = TAXONOMY,
    extra: Sequence[LedgerRow] = (),
    **more: object,
) -> Outcome:
    """Return an outcome whose documents hold just these items, and their headings once each."""
    named = {item.classified.strategy.source for item in items} | {r.source for r in extra}
    sources = sorted(named - {""})
    extractions = tuple(_extraction(source, items, extra) for source in sources)
    return Outcome(
        rulebook=Rulebook(
            council=council, taxonomy=taxonomy, headings=RULES, cues=(), digest="0" * 64
        ),
        meanings=Meanings(RULES),
        standing=Standing(
            verdicts=dict(verdicts or {}), answers=dict(answers or {}), skimmed=dict(skimmed or {})
        ),
        extractions=extractions,
        items=tuple(sorted(items, key=lambda item: item.classified.strategy.source or "\uffff")),
        documents=tuple(DocumentRecord.of(extraction, items) for extraction in extractions),
        refusals=tuple(refusals),
        **more,  # type: ignore[arg-type]  # passed on as they are
    )


def _extraction(source: str, items: Sequence[Item], extra: Sequence[LedgerRow]) -> Extraction:
    mine = [item for item in items if item.classified.strategy.source == source]
    found = {head.text: head for item in mine for head in item.classified.strategy.heads}
    rows = [
        *(_row(source, Kind.HEADING, Role.HEADING, text) for text in found),
        *(
            _row(source, Kind.LIST_ITEM, Role.STRATEGY, i.classified.strategy.text, i.id)
            for i in mine
        ),
        *(row for row in extra if row.source == source),
    ]
    return Extraction(
        source=source,
        digest=digest(source),
        title="",
        edition="2025-09-01",
        revisions=Revisions(),
        strategies=tuple(item.classified.strategy for item in mine),
        ledger=tuple(rows),
        heads=tuple(found.values()),
    )


def _row(source: str, kind: Kind, role: Role, text: str, item: str = "") -> LedgerRow:
    return LedgerRow(source=source, locator="body/p[1]", kind=kind, role=role, item=item, text=text)
