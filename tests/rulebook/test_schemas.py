"""The schemas beside the rules are those of the forms."""

import json

import pytest
import yaml
from fingerpost.rulebook.schemas import schemas, write_schemas
from jsonschema import Draft202012Validator

FOLDERS = {
    "taxonomy": "taxonomy/*.yaml",
    "headings": "headings/*.yaml",
    "cues": "cues/*.yaml",
    "council": "councils/*/council.yaml",
    "site": "councils/*/site.yaml",
    "labels": "councils/*/labels.yaml",
    "workspace": "workspace.yaml",
    "names": "names/*.yaml",
    "companions": "companions.yaml",
    "facets": "facets.yaml",
    "glossary": "**/glossary.yaml",
    "profile": "sites/*.yaml",
    "interventions": "interventions.yaml",
    "lay_words": "**/lay_words.yaml",
}


@pytest.mark.parametrize("name", schemas())
def test_a_published_schema_is_up_to_date(name, root, tmp_path):
    write_schemas(tmp_path)
    published = root / "rules" / "schema" / name
    assert published.read_text(encoding="utf-8") == (tmp_path / name).read_text(encoding="utf-8"), (
        "run: python -m fingerpost.rulebook.schemas rules/schema"
    )


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_rules_fit_the_schema_that_editors_use(kind, root):
    rules = root / "rules"
    schema = Draft202012Validator(json.loads((rules / f"schema/{kind}.json").read_text("utf-8")))
    files = sorted(rules.glob(FOLDERS[kind]))
    assert files
    for file in files:
        content = yaml.load(
            file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        assert [f"{file.name}: {e.message}" for e in schema.iter_errors(content)] == []
