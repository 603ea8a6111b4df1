"""Small outcomes made by hand, for tests of what is written and loaded."""

import hashlib
from collections.abc import Sequence

from fingerpost.curating import fold, settle
from fingerpost.decisions import Decision
from fingerpost.directory import DocumentRecord
from fingerpost.documents import Revisions
from fingerpost.meanings import Meanings
from fingerpost.outcome import Outcome
from fingerpost.rulebook import Council, Rulebook
from fingerpost.suggestions import Classified
from fingerpost.taxonomy import Concept, Facet, Taxonomy


def concept(item: str, facet: Facet, label: str = "", **fields) -> Concept:
    label = label or item.title()
    return Concept(
        id=item, facet=facet, label=label, core_label=label, definition=f"About {label}", **fields
    )


TAXONOMY = Taxonomy(
    (
        concept("semh", Facet.AREA, "Feelings", alternates=("SEMH", "BESD")),
        concept("cognition-and-learning", Facet.AREA, "Learning", order=1),
        concept("cl-memory", Facet.NEED, "Memory", parent="cognition-and-learning"),
        concept("wsu-voice", Facet.UNIVERSAL, "Voice"),
        concept("wsu-resources", Facet.UNIVERSAL, "Kit", hidden=True, folds_into="wsu-voice"),
        concept("ts-5", Facet.STANDARD, "Adapt teaching"),
    )
)


def outcome_of(
    classified: Sequence[Classified],
    decisions: Sequence[Decision] = (),
    taxonomy: Taxonomy = TAXONOMY,
) -> Outcome:
    """Return the outcome of a run over some statements, as the main path composes it."""
    standing = fold(decisions, taxonomy)
    rulebook = Rulebook(
        council=Council(id="leeds", name="Leeds"),
        taxonomy=taxonomy,
        headings=(),
        cues=(),
        digest="r1",
    )
    return Outcome(
        rulebook=rulebook,
        meanings=Meanings(()),
        standing=standing,
        extractions=(),
        items=settle(classified, standing),
        documents=tuple(
            document(source)
            for source in sorted({one.strategy.source for one in classified} - {""})
        ),
        refusals=(),
    )


def document(source: str) -> DocumentRecord:
    """Return what is known of a document that was read."""
    return DocumentRecord(
        source=source,
        sha256=hashlib.sha256(source.encode()).hexdigest(),
        title=f"About {source}",
        edition="2025-03-03",
        statements=0,
        accepted=0,
        waiting=0,
        revisions=Revisions(),
        words=0,
    )
