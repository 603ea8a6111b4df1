"""Rules and decisions in, the rules that people are asked to accept out."""

from fingerpost.classifying.hearing import hearing
from fingerpost.decisions import Standing
from fingerpost.learning import propose
from fingerpost.rulebook import Rulebook
from fingerpost.taught import Proposal


def proposed_rules(rulebook: Rulebook, standing: Standing) -> tuple[Proposal, ...]:
    """Return the rules that people's corrections speak for and about which nobody was asked yet."""
    return propose(standing, rulebook.exemplars, rulebook.taxonomy, lambda: hearing(rulebook))
