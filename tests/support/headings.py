"""A handful of headings and what they mean, for tests that must not depend on the rules folder."""

from fingerpost.meanings import HeadingRule, Meaning, Meanings
from fingerpost.strategies import Role

_ROLES = {
    Role.STRATEGY: (
        "strategies",
        "provision",
        "expectations",
        "what to do",
        "how",
        "this includes",
    ),
    Role.INDICATOR: ("what you may notice", "needs descriptors", "they may experience"),
    Role.RATIONALE: ("why",),
    Role.CONTEXT: ("introduction", "about this guide"),
    Role.CONTACT: ("contacts",),
    Role.DOCUMENT_CONTROL: ("document control",),
    Role.PRINCIPLE: ("guiding principles",),
    Role.DUTY: ("the law",),
    Role.RESOURCE: ("useful resources",),
}
_CONCEPTS = {
    "semh": ("social emotional and mental health", "semh"),
    "sp-hearing": ("hearing",),
    "communication-and-interaction": ("communication and interaction",),
    "cl-literacy": ("reading",),
}
_PLACES = ("classroom", "whole school")


def meanings(**answers: Meaning) -> Meanings:
    """The headings above; answers are people's, by heading key with `_` for a space."""
    tier = HeadingRule(id="some", phrases=("some learners",), meaning=Meaning(tier="targeted"))
    rules = (*_role_rules(), *_concept_rules(), *_place_rules(), tier)
    return Meanings(rules, {key.replace("_", " "): answer for key, answer in answers.items()})


def _role_rules():
    for role, phrases in _ROLES.items():
        yield HeadingRule(id=f"role-{role}", phrases=phrases, meaning=Meaning(role=role))


def _concept_rules():
    for concept, phrases in _CONCEPTS.items():
        meaning = Meaning(concepts=(concept,))
        yield HeadingRule(id=concept, phrases=phrases, meaning=meaning, within=True)


def _place_rules():
    for place in _PLACES:
        yield HeadingRule(id=place, phrases=(place,), meaning=Meaning(actor="all-staff"))
