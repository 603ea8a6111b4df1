"""A few exemplars of two areas and of text that is no advice, enough to learn from."""

from fingerpost.exemplars import Exemplar
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

CI, SP = "communication-and-interaction", "sensory-and-physical"
_ADVICE = {
    CI: (
        "Repeat each instruction in fewer words.",
        "Pause so that the pupil can find the words.",
        "Give one instruction at a time.",
        "Name the pupil before an instruction.",
        "Model the words that are missing.",
    ),
    SP: (
        "Check the hearing aid each morning.",
        "Seat the pupil near the board.",
        "Keep the ramp clear of bags.",
        "Enlarge the print on each sheet.",
        "Let the pupil rest after walking.",
    ),
}
_OTHER = (
    "Struggles to follow instructions.",
    "May tire when walking.",
    "Finds words hard to recall.",
    "Often bumps into furniture.",
)


def advice(text, area, need=()):
    return Exemplar(text=text, labels={Facet.AREA: (area,), Facet.NEED: need}, origin=f"{text}!")


def some():
    good = (advice(text, area) for area, texts in _ADVICE.items() for text in texts)
    bad = (Exemplar(text=text, role=Role.INDICATOR, origin="bad") for text in _OTHER)
    return (*good, *bad)
