"""The headings above a statement in, what the document's own structure decides and settles out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fingerpost.classifying.statements import Placed, Statement
from fingerpost.classifying.votes import facet_of
from fingerpost.meanings import Meaning, strictest
from fingerpost.strategies import HeadKind, Role
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy


@dataclass(frozen=True, slots=True)
class Ruling:
    """What structure says on one question; `settled` where whole rules or people say so."""

    values: tuple[str, ...] = ()
    settled: bool = False
    by: Placed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """All that the place of a statement decides.

    `role` is what the nearest heading that says so promises; `kind_settled` is true where it is
    advice by whole rules or people's answers alone, with no unexplained heading nearer.
    `at_odds` is true where a need's heading stands below the heading of another area, or of a need
    of another area.
    """

    facets: dict[Facet, Ruling] = field(default_factory=dict)
    role: Role | None = None
    kind_settled: bool = False
    tier: Ruling = Ruling()
    phases: Ruling = Ruling()
    actor: Ruling = Ruling()
    at_odds: bool = False


_OF_CELLS = frozenset({HeadKind.ROW, HeadKind.COLUMN})


def structure_of(statement: Statement, taxonomy: Taxonomy) -> Structure:
    """Read headings nearest first.

    Title, file and folders speak of labels and phase where headings are silent, and settle nothing.
    """
    heads = statement.heads
    places = (*heads, *reversed(statement.context))
    facets = {facet: _nearest(places, heads, taxonomy, facet) for facet in Facet}
    return Structure(
        facets={**facets, Facet.AREA: _area(heads, places[len(heads) :], taxonomy)},
        role=next((role for placed in heads if (role := _meaning(placed).role)), None),
        kind_settled=_kind_settled(heads, statement.context),
        tier=_tier(heads, statement.context),
        phases=_field(places, heads, "phases"),
        actor=_field(heads, heads, "actor"),
        at_odds=_at_odds(heads, taxonomy),
    )


def _meaning(placed: Placed) -> Meaning:
    return placed.meaning or Meaning()


def _settles(placed: Placed, heads: Sequence[Placed]) -> bool:
    """Context settles only where a person has answered it; a file's name is no heading."""
    return placed.answered or (placed.stated and placed in heads)


def _concepts(placed: Placed, taxonomy: Taxonomy, facet: Facet) -> tuple[str, ...]:
    return tuple(c for c in _meaning(placed).concepts if facet_of(c, taxonomy) is facet)


def _nearest(
    places: Iterable[Placed], heads: Sequence[Placed], taxonomy: Taxonomy, facet: Facet
) -> Ruling:
    for placed in places:
        if concepts := _concepts(placed, taxonomy, facet):
            return Ruling(concepts, _settles(placed, heads), placed)
    return Ruling()


def _field(places: Iterable[Placed], heads: Sequence[Placed], name: str) -> Ruling:
    for placed in places:
        value: str | tuple[str, ...] = getattr(_meaning(placed), name)
        if value:
            values = (value,) if isinstance(value, str) else value
            return Ruling(values, _settles(placed, heads), placed)
    return Ruling()


def _tier(heads: Sequence[Placed], context: Sequence[Placed]) -> Ruling:
    """The nearest heading's tier; of a row and a column that of fewest; then the document's name's.

    A title, file or folder that names more than what is for all settles nothing unless answered,
    and keeps the council's own word from settling it.
    """
    cells = tuple(placed for placed in heads if placed.kind in _OF_CELLS and _meaning(placed).tier)
    tier = strictest(_meaning(placed).tier for placed in cells)
    crossing = sorted(cells, key=lambda placed: _meaning(placed).tier != tier)
    ruling = _field((*crossing, *heads), heads, "tier")
    if ruling.values:
        return ruling
    named = tuple(p for p in context if _meaning(p).tier not in {"", "universal"})
    tier = strictest(_meaning(placed).tier for placed in named)
    return _field((p for p in named if _meaning(p).tier == tier), heads, "tier")


def _area(heads: Sequence[Placed], context: Sequence[Placed], taxonomy: Taxonomy) -> Ruling:
    """An area's own heading first, then the area of a need; whole school where neither is near.

    A title or file that names an area outweighs a heading such as "Learning environment", which
    then stands for the environment in that area. A teachers' standard alone is for all pupils.
    """
    order = (
        (heads, _own_areas),
        (heads, _implied_areas),
        (context, _any_areas),
        (heads, _whole_school),
        (context, _whole_school),
    )
    for places, areas_of in order:
        for placed in places:
            if areas := tuple(dict.fromkeys(areas_of(placed, taxonomy))):
                return Ruling(areas, _settles(placed, heads), placed)
    standard = _nearest(heads, heads, taxonomy, Facet.STANDARD).by
    return Ruling((UNIVERSAL_AREA,), standard.answered, standard) if standard else Ruling()


def _any_areas(placed: Placed, taxonomy: Taxonomy) -> Iterator[str]:
    yield from _own_areas(placed, taxonomy)
    yield from _implied_areas(placed, taxonomy)


def _implied_areas(placed: Placed, taxonomy: Taxonomy) -> Iterator[str]:
    for need in _concepts(placed, taxonomy, Facet.NEED):
        yield taxonomy[need].parent


def _own_areas(placed: Placed, taxonomy: Taxonomy) -> Iterator[str]:
    implied = set(_implied_areas(placed, taxonomy))
    for area in _concepts(placed, taxonomy, Facet.AREA):
        if area != UNIVERSAL_AREA and area not in implied:
            yield area


def _whole_school(placed: Placed, taxonomy: Taxonomy) -> Iterator[str]:
    universal = _concepts(placed, taxonomy, Facet.UNIVERSAL)
    if universal or UNIVERSAL_AREA in _meaning(placed).concepts:
        yield UNIVERSAL_AREA


def _kind_settled(heads: Sequence[Placed], context: Sequence[Placed]) -> bool:
    """Whether headings promise advice: by their role, which an answer gives too, or by a tier.

    A tier is a tier of provision, so that a column headed "Targeted" holds some. A heading nearer
    than the promise that nothing explains, or that may name signs of need, may take it back; so
    may a document whose name promises something else.
    """
    if any(map(_is_named_otherwise, context)):
        return False
    tiered = False
    for placed in heads:
        meaning = _meaning(placed)
        if meaning.demoted:
            continue
        if not placed.stated or (meaning.open and not placed.answered):
            return False
        if meaning.role:
            return meaning.role is Role.STRATEGY
        tiered = tiered or bool(meaning.tier)
    return tiered or any(map(_is_said_to_be_advice, context))


def _is_named_otherwise(placed: Placed) -> bool:
    """Whether a title, file or folder is called signs of need, contacts or the like."""
    return not placed.answered and _meaning(placed).role not in {None, Role.STRATEGY}


def _is_said_to_be_advice(placed: Placed) -> bool:
    """Whether a person has said so, or given a category: what stands below is then advice on it."""
    return placed.answered and _meaning(placed).role is Role.STRATEGY


def _at_odds(heads: Sequence[Placed], taxonomy: Taxonomy) -> bool:
    """Areas of a council's own are at odds where the shared ones they come nearest to are."""
    own = [taxonomy.cores(areas) for placed in heads if (areas := (*_own_areas(placed, taxonomy),))]
    implied = [
        taxonomy.cores(areas) for placed in heads if (areas := (*_implied_areas(placed, taxonomy),))
    ]
    return bool(implied) and any(not implied[0] & other for other in (*own[:1], *implied[1:]))
