"""The officer's guide to the rules shows rules that really load."""

import re
import textwrap

import pytest
import yaml
from fingerpost.rulebook.forms import (
    CompanionsForm,
    CouncilForm,
    CueForm,
    FacetsForm,
    GlossaryForm,
    HeadingForm,
    LabelsForm,
    LayWordsForm,
)
from fingerpost.rulebook.notation import expand, needs_pattern, token_patterns


@pytest.fixture(scope="module")
def guide(root):
    return (root / "rules" / "README.md").read_text(encoding="utf-8")


def snippets(guide):
    indented = re.findall(r"(?:^    .+\n)+", guide, re.MULTILINE)
    return [yaml.load(textwrap.dedent(text), Loader=yaml.BaseLoader) for text in indented]


def test_its_rules_have_the_form_of_rules(guide):
    _, labels, heading, cue, companions, contacts, glossary, lay, facets = snippets(guide)[:9]
    assert GlossaryForm.model_validate(glossary).abbreviations
    assert CouncilForm.model_validate({"name": "North", **contacts}).contacts
    assert LayWordsForm.model_validate(lay).lay_words
    assert FacetsForm.model_validate(facets).rules
    assert LabelsForm.model_validate(labels).labels
    assert HeadingForm.model_validate(heading[0]).alone == ("identification",)
    phrases = CueForm.model_validate(cue[0]).phrases
    assert CompanionsForm.model_validate(companions).companions
    assert all(token_patterns(p) if needs_pattern(p) else expand(p) for p in phrases)


def test_it_names_every_folder_and_file_of_the_rules(guide, root):
    for entry in sorted(root.joinpath("rules").iterdir()):
        assert entry.name == "README.md" or f"`{entry.name}" in guide, entry.name


def test_it_explains_every_mark_that_phrases_may_hold(guide):
    for mark in (
        "radio/hearing aid",
        "(planner/list)",
        "...",
        "^may struggle",
        "=avoids",
        "difficult*",
    ):
        assert f"{mark}" in guide
