"""Classified statements made by hand, for tests."""

from fingerpost.strategies import Head, HeadKind, Link, Strategy
from fingerpost.suggestions import Assignment, Classified, Evidence, Suggestion
from fingerpost.taxonomy import Facet

from tests.curating.lines import TEXT


def statement(
    item: str = "s-1",
    text: str = TEXT,
    *,
    digest: str = "d1",
    labels: tuple[tuple[Facet, tuple[str, ...]], ...] = ((Facet.AREA, ("semh",)),),
    reasons=(),
    links: tuple[Link, ...] = (),
    heads: tuple[str, ...] = ("Classroom", "Talk"),
    source: str = "areas/one.docx",
    locator: str = "body/p[3]",
    lead_in: str = "",
    typed: str | None = None,
    **fields,
) -> Classified:
    """Return one statement, `typed` as it stands in Word; labels rest on the innermost heading."""
    strategy = Strategy(
        id=item,
        text=text,
        source_text=f"• {text}" if typed is None else typed,
        digest=digest,
        lead_in=lead_in,
        heads=tuple(Head(head, HeadKind.HEADING, "body/p[1]") for head in heads),
        source=source,
        locator=locator,
        links=links,
    )
    evidence = Evidence(matcher="headings", quote=heads[-1] if heads else "", rule="by-label")
    return Classified(
        strategy=strategy,
        assignments=tuple(Assignment(facet, concepts) for facet, concepts in labels),
        suggestions=tuple(
            Suggestion(facet, concept, 1.0, evidence, structural=True)
            for facet, concepts in labels
            for concept in concepts
        ),
        reasons=tuple(reasons),
        **fields,
    )
