"""The descriptions beside the files hold: the Data Package, the JSON Schema, the categories in SKOS."""

import csv
import io
import json
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
from fingerpost.curating import append
from fingerpost.decisions import Action
from fingerpost.directory import Replaced
from fingerpost.exporting import verify, write_curated
from fingerpost.rulebook import councils
from fingerpost.skos import to_turtle
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import ResourceFacts, Upkeep, resource_id
from frictionless import Package
from jsonschema import Draft202012Validator
from rdflib import RDF, SKOS, Graph, Literal

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.support.program import ROOT
from tests.support.shipped import shipped_rules

FIRST, SECOND = "s-0123456789ab", "s-ba9876543210"
POSTER = "https://posters.example/b"


@pytest.fixture
def release(tmp_path):
    """Write a small release in which every table has a row, and one statement was parted."""
    folder = tmp_path / "curated"
    append(folder / "decisions.csv", answer(SECOND, Action.APPROVED))
    one = statement(
        FIRST,
        labels=((Facet.AREA, ("semh",)), (Facet.NEED, ("cl-memory",))),
        links=(Link("https://guide.example/a", "Guide"),),
        phases=("ks1", "ks2"),
        tier="targeted",
        voice="imperative",
        actor="ta",
    )
    outcome = outcome_of(
        [one, statement(SECOND, source="", locator="", heads=())], answer(SECOND, Action.APPROVED)
    )
    facts = ResourceFacts(url=POSTER, phases=("ks3",), checked_on="2025-02-01")
    standing = replace(
        outcome.standing,
        resources={resource_id(POSTER): facts},
        attached={SECOND: (resource_id(POSTER),)},
        upkeep={FIRST: Upkeep(owner="Specialist team", next_review="2026-01-01")},
    )
    parted = Replaced(item=replace(outcome.items[0], id="s-aaaaaaaaaaaa"), by=(FIRST, SECOND))
    write_curated(replace(outcome, standing=standing, replaced=(parted,)), folder)
    return folder


def faults(folder):
    report = Package(str(folder / "datapackage.json")).validate()
    return [
        (task.name, error.type) for task in report.tasks for error in (*task.errors, *report.errors)
    ]


def edit(folder, name, change):
    """Change the rows of a table, keeping its header."""
    path = folder / name
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    records = [dict(zip(header, row, strict=True)) for row in rows]
    change(records)
    told = io.StringIO(newline="")
    writer = csv.DictWriter(told, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    path.write_text(told.getvalue(), encoding="utf-8")


def test_every_table_is_described_and_keeps_to_its_description(release):
    assert faults(release) == []
    described = json.loads((release / "datapackage.json").read_text("utf-8"))
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    named = {one["path"]: one["schema"]["fields"] for one in described["resources"]}
    assert sorted(named) == sorted(path.name for path in release.glob("*.csv"))
    for name, fields in named.items():
        header = (release / name).read_text("utf-8").splitlines()[0]
        assert [field["name"] for field in fields] == header.split(",")
    assert all(len((release / name).read_text("utf-8").splitlines()) > 1 for name in named)
    assert verify(release) == ()


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("strategies.csv", "source"),
        ("strategy_concepts.csv", "strategy_id"),
        ("strategy_concepts.csv", "concept_id"),
        ("strategy_resources.csv", "strategy_id"),
        ("strategy_resources.csv", "resource_id"),
        ("taxonomy.csv", "parent"),
        ("taxonomy.csv", "folds_into"),
        ("taxonomy.csv", "replaced_by"),
    ],
)
def test_a_row_that_leads_nowhere_is_found(release, name, column):
    elsewhere = {"strategy_id": "s-zzzzzzzzzzzz", "resource_id": "r-zzzzzzzzzzzz"}

    def lead_astray(rows):
        rows[0][column] = elsewhere.get(column, "nowhere")

    edit(release, name, lead_astray)
    assert (name.removesuffix(".csv"), "foreign-key") in faults(release)


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("strategies.csv", "status", "review"),
        ("strategies.csv", "text", ""),
        ("strategies.csv", "id", "strategy-1"),
        ("strategies.csv", "tier", "gold"),
        ("strategies.csv", "confidence", "1.5"),
        ("strategies.csv", "next_review", "next term"),
        ("strategy_concepts.csv", "primary", "yes"),
        ("strategy_resources.csv", "place", "first"),
        ("documents.csv", "sha256", "0"),
        ("redirects.csv", "reason", "because"),
        ("decisions.csv", "last_action_type", "guessed"),
    ],
)
def test_a_value_that_may_not_stand_in_its_column_is_found(release, name, column, value):
    edit(release, name, lambda rows: rows[0].update({column: value}))
    assert {found for found, _ in faults(release)} >= {name.removesuffix(".csv")}


def test_a_second_row_of_one_key_is_found(release):
    edit(release, "strategy_concepts.csv", lambda rows: rows.append(rows[0]))
    assert ("strategy_concepts", "primary-key") in faults(release)


@pytest.fixture
def schema(release):
    return json.loads((release / "strategies.schema.json").read_text("utf-8"))


@pytest.fixture
def listed(release):
    return json.loads((release / "strategies.json").read_text("utf-8"))


def test_the_json_keeps_to_its_schema_which_is_one_itself(schema, listed):
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(Draft202012Validator(schema).iter_errors(listed)) == []
    assert [list(one) for one in listed] == [schema["items"]["required"]] * 2


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "blue"},
        {"id": "1"},
        {"text": ""},
        {"status": "review"},
        {"area_of_need": ["ts-5"]},
        {"area_of_need": "semh"},
        {"phase": ["ks9"]},
        {"phase": ["ks1", "ks1"]},
        {"tier": "gold"},
        {"confidence": "high"},
        {"next_review": "soon"},
        {"resources": ["javascript:alert(1)"]},
    ],
)
def test_a_statement_that_does_not_keep_to_the_schema_is_found(schema, listed, change):
    listed[0].update(change)
    assert list(Draft202012Validator(schema).iter_errors(listed))


def test_a_statement_that_lacks_a_property_is_found(schema, listed):
    del listed[1]["owner"]
    assert list(Draft202012Validator(schema).iter_errors(listed))


@pytest.mark.parametrize("council", councils(ROOT / "rules"))
def test_no_category_is_an_orphan_in_skos(council):
    rulebook = shipped_rules(council)
    graph = Graph().parse(data=to_turtle(rulebook.entries, council), format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert {str(graph.value(one, SKOS.notation)) for one in concepts} == {
        one.id for one in rulebook.taxonomy.concepts
    }
    for one in concepts:
        schemes = set(graph.objects(one, SKOS.inScheme))
        assert schemes <= set(graph.subjects(RDF.type, SKOS.ConceptScheme))
        tops = {
            above
            for above in graph.transitive_objects(one, SKOS.broader)
            if (above, SKOS.topConceptOf, None) in graph
        }
        assert schemes
        assert tops <= concepts
        assert tops


@pytest.fixture
def samples(migrated):
    """Give the curated files of the samples, as the whole program writes them."""
    return migrated.root / "data" / "curated"


@pytest.mark.slow
def test_a_release_of_the_samples_passes_the_standards_own_programs(samples):
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=samples, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    schema = json.loads((samples / "strategies.schema.json").read_text("utf-8"))
    listed = json.loads((samples / "strategies.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(listed)) == []
    assert len(listed) > 100


@pytest.mark.slow
def test_the_standards_own_program_refuses_a_release_whose_labels_lead_nowhere(samples, tmp_path):
    folder = tmp_path / "curated"
    shutil.copytree(samples, folder)
    edit(folder, "strategy_concepts.csv", lambda rows: rows[3].update({"concept_id": "nowhere"}))
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "foreign-key" in done.stdout


@pytest.mark.slow
def test_every_category_a_sample_statement_has_is_in_skos(samples):
    graph = Graph().parse(samples / "taxonomy.ttl")
    with (samples / "strategy_concepts.csv").open(encoding="utf-8", newline="") as file:
        used = {row["concept_id"] for row in csv.DictReader(file)}
    assert len(used) > 10
    assert all((None, SKOS.notation, Literal(one)) in graph for one in used)
