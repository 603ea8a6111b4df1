"""The smallest folder of rules that loads, a way to spoil one file of it, and what is then said."""

from pathlib import Path

import pytest
from fingerpost.errors import RulesError
from fingerpost.rulebook import load_rulebook

FILES = {
    "workspace.yaml": "council: north\n",
    "councils/north/council.yaml": "name: North\nassumed_tier: universal\n",
    "councils/north/labels.yaml": "labels:\n  sp-hearing: {label: Ears}\n",
    "taxonomy/areas.yaml": (
        "facet: area_of_need\n"
        "concepts:\n"
        "  - id: sensory-and-physical\n"
        "    label: Sensory and physical\n"
        "    definition: Senses and body.\n"
        "  - id: semh\n"
        "    label: Social, emotional and mental health\n"
        "    definition: Feelings.\n"
    ),
    "taxonomy/needs.yaml": (
        "facet: need\n"
        "concepts:\n"
        "  - id: sp-hearing\n"
        "    parent: sensory-and-physical\n"
        "    label: Hearing\n"
        "    definition: Loss of hearing.\n"
        "    alternates: [hearing loss]\n"
        "  - id: sp-vision\n"
        "    parent: sensory-and-physical\n"
        "    label: Vision\n"
        "    definition: Loss of sight.\n"
    ),
    "names/no_names.yaml": "kind: no-names\nwords: [braille, Makaton]\n",
    "names/first_names.yaml": "kind: first-names\nwords:\n  - aisha\n  - olivia\n",
    "companions.yaml": "companions:\n  sp-hearing: {semh: 0.3}\n",
    "glossary.yaml": "abbreviations:\n  EP: educational psychologist\nknown: [TA, UK]\n",
    "facets.yaml": (
        "rules:\n"
        "  - id: for-all\n"
        "    when: {area: [universal], heading_tier: [specialist]}\n"
        "    says: For all or for a few.\n"
    ),
    "headings/roles.yaml": (
        "rules:\n"
        "  - id: role-strategies\n"
        "    means: {role: strategy}\n"
        "    within: [what to do]\n"
        "    matches: [What to do]\n"
        "    rejects: [Contacts]\n"
        "filler: [supporting, pupils with]\n"
    ),
    "cues/needs.yaml": (
        "about: concept\n"
        "cues:\n"
        "  - id: hearing\n"
        "    for: sp-hearing\n"
        "    phrases: [radio aid, hearing aid]\n"
        "    matches: [Check radio aids.]\n"
        "    rejects: [Check the ramp.]\n"
        "  - id: vision\n"
        "    for: sp-vision\n"
        "    phrases: [large print]\n"
        "    matches: [Use large print.]\n"
        "    rejects: [Print the rota.]\n"
    ),
}


def small_rules(folder: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Write the rules, some files with another text (None: without the file)."""
    rules = folder / "rules"
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            path = rules / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    return rules


def spoilt(folder: Path, name: str, old: str, new: str) -> Path:
    """Write the rules with some words of one file changed."""
    assert old in FILES[name]
    return small_rules(folder, {name: FILES[name].replace(old, new, 1)})


def message(rules: Path, council: str | None = None) -> str:
    """Load broken rules and return all that a person is told."""
    with pytest.raises(RulesError) as caught:
        load_rulebook(rules, council)
    return str(caught.value)
