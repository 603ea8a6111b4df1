"""Classified statements and exemplars in, how likely each is to be filed wrongly out.

Filed wrongly is what a person would put under another area first. The chance is a logistic
regression of eight witnesses (docs/decisions/0020).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from fingerpost.calibration import odds
from fingerpost.exemplars import Exemplar
from fingerpost.reviewing.asking.likeness import nearest, weighed, worded
from fingerpost.strategies import Role
from fingerpost.suggestions import Assignment, Classified
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy

_NEIGHBOURS = 15
_CLOSER = 8.0
"""How many exemplars have a say, and the exponent of their likeness, as the learned matcher has it."""
_UNSAID = 0.5
"""What neighbours say where a statement has none."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What speaks for or against the first area of a statement, each a number.

    `belief` is the logarithm of the area's odds. `elsewhere` is the learned belief in needs of
    another area, `needless` that in no need worth showing, `need` the belief in its first need.
    `cues` are the scores of words of rules for its area, `against` those for others. `neighbours`
    is the share of the exemplars with the likest words that have its area, `nearest` is 1 where
    the likest one does.
    """

    belief: float
    elsewhere: float
    needless: float
    need: float
    cues: float
    against: float
    neighbours: float
    nearest: float


_WEIGHTS = Witnesses(
    belief=-0.4,
    elsewhere=2.1,
    needless=1.22,
    need=-0.91,
    cues=-0.9,
    against=0.84,
    neighbours=-1.56,
    nearest=-0.5,
)
_BIAS = -0.06
"""Fitted on exemplars, each file of them judged without it (`benchmarks.review.witnesses`)."""


def chances(
    statements: Sequence[Classified], exemplars: Sequence[Exemplar], taxonomy: Taxonomy
) -> tuple[float, ...]:
    """Return for each statement the chance, 0 to 1, that a person would file it otherwise."""
    return tuple(map(_chance, witnesses(statements, exemplars, taxonomy)))


def witnesses(
    statements: Sequence[Classified], exemplars: Sequence[Exemplar], taxonomy: Taxonomy
) -> Iterator[Witnesses]:
    """Yield what speaks for and against each statement's first area."""
    texts = [one.strategy.text for one in statements]
    rows = weighed([*texts, *(one.text for one in exemplars)], terms=worded)
    areas = [_area_of(one, taxonomy) for one in exemplars]
    near = nearest(rows[: len(texts)], rows[len(texts) :], _NEIGHBOURS)
    for one, found in zip(statements, near, strict=True):
        said = tuple((areas[place], math.exp(_CLOSER * likeness)) for place, likeness in found)
        yield _heard(one, taxonomy, said)


def _chance(heard: Witnesses) -> float:
    pairs = zip(astuple(heard), astuple(_WEIGHTS), strict=True)
    return 1 / (1 + math.exp(-(_BIAS + sum(value * weight for value, weight in pairs))))


def _heard(one: Classified, taxonomy: Taxonomy, near: Sequence[tuple[str, float]]) -> Witnesses:
    first = _first_area(one, taxonomy)
    whole = sum(weight for _, weight in near)
    own = sum(weight for area, weight in near if area == first)
    needs = _by_area(_votes(one, Facet.NEED, "learned"), taxonomy)
    others = [share for area, share in needs.items() if area != first]
    cues = _by_area(_votes(one, Facet.AREA, "patterns"), taxonomy)
    return Witnesses(
        belief=odds(_belief(one, Facet.AREA)),
        elsewhere=sum(others) if first == UNIVERSAL_AREA else max(others, default=0.0),
        needless=1.0 - sum(needs.values()),
        need=_belief(one, Facet.NEED),
        cues=cues.get(first, 0.0),
        against=sum(score for area, score in cues.items() if area != first),
        neighbours=own / whole if near else _UNSAID,
        nearest=float(near[0][0] == first) if near else _UNSAID,
    )


def _votes(one: Classified, facet: Facet, matcher: str) -> dict[str, float]:
    """The surest score of each concept of a facet, of one matcher and no heading."""
    found: dict[str, float] = {}
    for vote in one.suggestions:
        if vote.facet is facet and vote.evidence.matcher == matcher and not vote.structural:
            found[vote.concept] = max(found.get(vote.concept, 0.0), vote.score)
    return found


def _by_area(votes: Mapping[str, float], taxonomy: Taxonomy) -> dict[str, float]:
    found: dict[str, float] = {}
    for concept, score in votes.items():
        parent = taxonomy[concept].parent if concept in taxonomy else ""
        area = taxonomy.core(parent or concept)
        found[area] = found.get(area, 0.0) + score
    return found


def _belief(one: Classified, facet: Facet) -> float:
    """The belief in the first label given, or in none where none is."""
    assignment = _assignment(one, facet)
    if assignment is None:
        return 0.0
    first = assignment.concepts[0] if assignment.concepts else ""
    return {it.concept: it.probability for it in assignment.ranked}.get(first, 0.0)


def _first_area(one: Classified, taxonomy: Taxonomy) -> str:
    given = one.concepts(Facet.AREA)
    return taxonomy.core(given[0]) if given else ""


def _area_of(one: Exemplar, taxonomy: Taxonomy) -> str:
    labels = one.labels.get(Facet.AREA, ()) if one.role is Role.STRATEGY else ()
    return taxonomy.core(labels[0]) if labels else "no area"


def _assignment(one: Classified, facet: Facet) -> Assignment | None:
    return next((it for it in one.assignments if it.facet is facet), None)
