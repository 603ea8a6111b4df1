"""All that rules amount to in, one digest out that does not depend on how files are arranged."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from fingerpost.rulebook.book import Rulebook


def digest(rulebook: Rulebook) -> str:
    """Return the SHA-256 of the rules, whatever their files, lines, comments and line ends."""
    parts: dict[str, Any] = {
        "council": asdict(rulebook.council),
        "concepts": [asdict(concept) for concept in rulebook.taxonomy.concepts],
        "headings": _in_order(asdict(replace(rule, file="", line=0)) for rule in rulebook.headings),
        "cues": _in_order(asdict(replace(cue, file="", line=0)) for cue in rulebook.cues),
        "encoder": rulebook.encoder,
        "exemplars": sorted(
            [one.text, one.role, sorted(one.labels.items())] for one in rulebook.exemplars
        ),
        "names": {kind: sorted(words) for kind, words in asdict(rulebook.names).items()},
        "companions": rulebook.companions,
        "glossary": asdict(rulebook.glossary),
        "facets": [asdict(rule) for rule in rulebook.facet_rules],
    }
    return sha256(_plain(parts).encode()).hexdigest()


def _in_order(rules: Iterable[dict[str, Any]]) -> list[str]:
    return sorted(_plain(rule) for rule in rules)


def _plain(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
