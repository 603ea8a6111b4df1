"""An outcome in, how sure the program is and how often that was right, in plain words, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.calibration import Band, Guarantee, Promise, Reliability
from fingerpost.outcome import Outcome
from fingerpost.pages import plural
from fingerpost.taxonomy import Facet, Taxonomy

_ENOUGH = 30
"""Fewer answers are shown without a number."""
_ENOUGH_FOR_A_CONCEPT = 40
_KINDS = {
    Facet.AREA: "Areas of need",
    Facet.NEED: "Needs",
    Facet.UNIVERSAL: "Whole-school categories",
    Facet.STANDARD: "Teachers' Standards",
}
_UNSURE = 0.5
_SMALL = 0.02
"""Below this a per cent has a decimal."""


@dataclass(frozen=True, slots=True)
class Told:
    """One kind of label, and what people's answers say of beliefs in it, line by line."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """What may be promised, how beliefs held by kind of label, and by category."""

    promise: str
    kinds: tuple[Told, ...]
    guarantees: tuple[str, ...]


def trust(outcome: Outcome) -> Trust:
    """Put a calibration into words; a number is told only where enough answers bear it."""
    calibration, taxonomy = outcome.calibration, outcome.rulebook.taxonomy
    return Trust(
        promise=promise_told(calibration.promise),
        kinds=tuple(_kind(one) for one in calibration.reliabilities),
        guarantees=tuple(_guarantee(one, taxonomy) for one in calibration.guarantees),
    )


def promise_told(promise: Promise | None) -> str:
    """Say in one or two sentences what the program accepts by itself beyond headings, and why."""
    if promise is None:
        return "The council's settings let the program accept nothing beyond what headings settle."
    if promise.threshold is not None:
        return _kept(promise)
    at_most = f"at most {_share(promise.risk)} of them are wrong"
    if not promise.eligible:
        return "No statement waits that the program might accept by itself."
    so_far = f"So far {_answered(promise)}. "
    if promise.needed is None:
        return (
            f"{so_far if promise.drawn else ''}There are too few statements of which only the "
            f"filing is in doubt ({promise.eligible}) to promise that {at_most}; people decide them all."
        )
    return (
        f"{so_far if promise.drawn else ''}{plural(promise.needed, 'more answer')}, picked by lot "
        f"and all as proposed, would let the program accept {plural(promise.gain, 'other statement')} "
        f"with a promise that {at_most}."
    )


def _kept(promise: Promise) -> str:
    return (
        f"{plural(promise.accepted, 'statement')} that headings do not settle "
        f"{'was' if promise.accepted == 1 else 'were'} accepted by the program. "
        f"Of {plural(promise.drawn, 'statement')} like these, picked by lot and answered by people, "
        f"{promise.drawn - promise.wrong} were as proposed. So at most {promise.at_most} of the "
        f"accepted ones are wrong, as surely as {_share(promise.assurance)}; "
        f"the council allows {_share(promise.risk)} of them."
    )


def _answered(promise: Promise) -> str:
    right = promise.drawn - promise.wrong
    return f"{right} of {plural(promise.drawn, 'answer')} by lot {'was' if right == 1 else 'were'} as proposed"


def _kind(one: Reliability) -> Told:
    by = "settled by headings" if one.by_headings else "not settled by headings"
    return Told(f"{_KINDS.get(one.facet, one.facet.value)}, {by}", tuple(_lines(one)))


def _lines(one: Reliability) -> Iterator[str]:
    if one.curve is None:
        yield (
            f"Too few answers to say ({one.reviewed} of the {_ENOUGH} it takes; half of all answers, "
            "by lot, are kept for this)."
        )
    for band in one.bands:
        yield _band(band)


def _band(band: Band) -> str:
    sure = f"less than {_share(_UNSURE)}" if band.most <= _UNSURE else f"about {_share(band.sure)}"
    if band.reviewed < _ENOUGH:
        return f"We were {sure} sure of a few others: too few to give a number."
    return (
        f"Of {band.reviewed} we were {sure} sure of, {band.right} were right "
        f"(so of others like them {_share(band.low)} to {_share(band.high)} may be)."
    )


def _guarantee(one: Guarantee, taxonomy: Taxonomy) -> str:
    name = taxonomy.label(one.concept) if one.concept in taxonomy else one.concept
    if one.reviewed < _ENOUGH_FOR_A_CONCEPT:
        return f"{name}: no guarantee yet ({one.reviewed} of {_ENOUGH_FOR_A_CONCEPT} answers)."
    if one.least is None:
        return (
            f"{name}: no guarantee; it is too often none of the likeliest ({one.reviewed} answers)."
        )
    return (
        f"{name}: named wherever our belief in it is {_share(one.least)} or more, it is missed in no "
        f"more than one of ten ({one.reviewed} answers)."
    )


def _share(share: float) -> str:
    percent = f"{100 * share:.0f}" if share >= _SMALL else f"{100 * share:.1f}"
    return f"{percent.removesuffix('.0')} %"
