"""Small rulebooks and strategies for the tests of classifying, by hand."""

import hashlib

from fingerpost.cues import Cue, Target
from fingerpost.meanings import HeadingRule, Meaning, Meanings
from fingerpost.rulebook import Council, Rulebook
from fingerpost.strategies import Head, HeadKind, Role, Strategy
from fingerpost.taxonomy import Concept, Facet, Taxonomy

from tests.support.shipped import shipped_rules

SHIPPED = shipped_rules()
NAMES, COMPANIONS = SHIPPED.names, SHIPPED.companions

AREAS = {
    "communication-and-interaction": "Communication and interaction",
    "cognition-and-learning": "Cognition and learning",
    "semh": "Social, emotional and mental health",
    "sensory-and-physical": "Sensory and physical",
}
NEEDS = {
    "ci-receptive": ("communication-and-interaction", "Understanding language"),
    "ci-autism": ("communication-and-interaction", "Autism and need for predictability"),
    "cl-literacy": ("cognition-and-learning", "Reading, writing and spelling"),
    "semh-regulation": ("semh", "Emotional regulation"),
    "sp-hearing": ("sensory-and-physical", "Hearing"),
    "sp-motor": ("sensory-and-physical", "Fine and gross motor skills"),
}
UNIVERSAL = {"wsu-voice": "Voice of the child and family", "wsu-environment": "Environment"}
STANDARDS = {"ts-5": "Adapt teaching", "ts-7": "Manage behaviour", "ts-8": "Wider responsibilities"}


def taxonomy() -> Taxonomy:
    return Taxonomy(
        (
            *(_concept(i, Facet.AREA, label) for i, label in AREAS.items()),
            *(_concept(i, Facet.NEED, label, parent) for i, (parent, label) in NEEDS.items()),
            *(_concept(i, Facet.UNIVERSAL, label) for i, label in UNIVERSAL.items()),
            *(_concept(i, Facet.STANDARD, label) for i, label in STANDARDS.items()),
        )
    )


def _concept(id_: str, facet: Facet, label: str, parent: str = "") -> Concept:
    return Concept(id=id_, facet=facet, label=label, core_label=label, definition="", parent=parent)


def cue(
    value: str, *phrases: str, target: Target = Target.CONCEPT, weak: bool = False, **more
) -> Cue:
    made = more.pop("id", f"{value}: {phrases[0] if phrases else 'pattern'}")
    return Cue(id=made, target=target, value=value, phrases=phrases, weak=weak, **more)


CUES = (
    cue("ci-receptive", "simplify language", "key words"),
    cue("ci-autism", "change of routine", "social story"),
    cue("cl-literacy", "phonics", "literacy", "spelling"),
    cue("semh-regulation", "emotional literacy", "calm space", "name the feeling"),
    cue("sp-hearing", "hearing aid", "radio aid", "face the pupil"),
    cue("sp-motor", "pencil grip"),
    cue("wsu-voice", "views of families", "parents and carers"),
    cue("wsu-environment", "displays", weak=True),
    cue("ts-8", "parents and carers", id="ts-8: parents"),
    cue("indicator", "may struggle", "finds it hard", target=Target.GATE),
    cue("specialist", "hydrotherapy", target=Target.TIER),
    cue("targeted", "small group", target=Target.TIER),
    cue("ks2", "year 6", target=Target.PHASE),
    cue("leader", "leaders", target=Target.ACTOR),
    cue("teacher", "teachers", target=Target.ACTOR),
)


def heading(phrase: str, **meaning) -> HeadingRule:
    return HeadingRule(id=phrase, phrases=(phrase,), meaning=Meaning(rule=phrase, **meaning))


HEADINGS = (
    heading("strategies", role=Role.STRATEGY),
    heading("universal strategies", role=Role.STRATEGY, tier="universal"),
    heading("specialist", role=Role.STRATEGY, tier="specialist"),
    heading("targeted", role=Role.STRATEGY, tier="targeted"),
    heading("what you may notice", role=Role.INDICATOR),
    heading("communication and interaction", concepts=("communication-and-interaction",)),
    heading("cognition and learning", concepts=("cognition-and-learning",)),
    heading("semh", concepts=("semh",)),
    heading("hearing", concepts=("sp-hearing", "sensory-and-physical")),
    heading("motor skills", concepts=("sp-motor", "sensory-and-physical")),
    heading("family voice", concepts=("wsu-voice",)),
    heading("standard 7", concepts=("ts-7",)),
    heading("key stage 2", phases=("ks2",)),
    heading("for leaders", actor="leader"),
    heading(
        "section",
    ),
)


def rulebook(cues=CUES, headings=HEADINGS, **council) -> Rulebook:
    council = Council(id="dale", name="Dale", **{"assumed_tier": "universal", **council})
    digest = hashlib.sha256(repr((cues, headings, council)).encode()).hexdigest()
    return Rulebook(
        council=council,
        taxonomy=taxonomy(),
        headings=headings,
        cues=cues,
        digest=digest,
        names=NAMES,
        companions=COMPANIONS,
        facet_rules=SHIPPED.facet_rules,
    )


def meanings(headings=HEADINGS, **answers) -> Meanings:
    return Meanings(headings, answers)


def strategy(text: str, path: str = "", **more) -> Strategy:
    heads = tuple(Head(step, HeadKind.HEADING, "") for step in path.split(" > ") if step)
    known = {"source_text": text, "digest": "", "source": "a.docx", "locator": "body/p[1]"}
    return Strategy(text=text, **{**known, "heads": heads, **more})
