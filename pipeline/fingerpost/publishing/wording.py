"""A value of a statement in, the words in which people read it out."""

from collections.abc import Iterable

from fingerpost.strategies import PHASES

UNIVERSAL = "Universal: part of what every school provides"

TIERS = {
    "targeted": "Targeted: for some children, beyond what every child gets",
    "specialist": "Specialist: not part of what every school provides",
}
"""What is said wherever a statement is not for everybody; nobody may take it for ordinary provision."""

SUMMARY = 160
"""Characters that search engines show of a page."""

_SHOWN = 600
"""Characters of a statement that a list shows; its own page shows all."""


def tier_words(tier: str) -> str:
    """Return what to say of a tier, "" for what every school provides."""
    return TIERS.get(tier, "" if tier in ("", "universal") else tier)


def phase_words(phases: Iterable[str]) -> str:
    """Return for whom something is: "Key Stage 1, Key Stage 2"; "" for everybody."""
    return ", ".join(PHASES.get(phase, phase) for phase in phases)


def short(text: str, length: int = _SHOWN) -> str:
    """Return the beginning of a text, up to a word's end where there is one, and that it goes on."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return f"{cut.rpartition(' ')[0] or cut}…"


def trail(heading_path: str) -> tuple[str, ...]:
    """Return the headings above a statement, outermost first."""
    return tuple(filter(None, (one.strip() for one in heading_path.split(" > "))))
