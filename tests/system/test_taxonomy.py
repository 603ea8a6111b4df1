"""Categories changed in a whole workspace: seen coming, honoured by the next run, taken back."""

import shutil

import pytest
from fingerpost.curating import append
from rdflib import SKOS, Graph, URIRef

from tests.cataloguing.councils import FIVE, council, head, item
from tests.curating.lines import heading
from tests.support.program import Program
from tests.support.sheets import Workbook

GUIDANCE = (
    head("Speech, language and communication needs (SLCN)"),
    head("Strategies", 1),
    item("Use sentence starters for talk."),
    head("Autism team pages"),
    head("Autism", 1),
    head("Strategies", 2),
    item("Warn of each change before it comes."),
    head("Social communication and autism"),
    head("Strategies", 1),
    item("Teach turn-taking with a game."),
    head("Hearing"),
    head("Strategies", 1),
    item("Check the radio aid each morning."),
    item("Face the class when you talk."),
)


@pytest.fixture(scope="module")
def five(tmp_path_factory) -> Program:
    """A council with five areas, migrated once; tests change nothing in it."""
    workspace = council(tmp_path_factory.mktemp("five"), *GUIDANCE, labels=FIVE)
    program = Program(workspace.root)
    program.well("migrate", "--direct")
    return program


@pytest.fixture
def ours(five, tmp_path) -> Program:
    """A copy to be changed at will."""
    shutil.copytree(five.root, tmp_path / "five")
    return Program(tmp_path / "five")


def found(program: Program) -> dict[str, dict[str, str]]:
    return {row["text"]: row for row in program.rows("reports/items.csv")}


def rules_of(program: Program) -> dict[str, bytes]:
    rules = program.root / "rules"
    return {
        path.relative_to(rules).as_posix(): path.read_bytes()
        for path in rules.rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
def test_items_of_a_council_with_five_areas_carry_its_own_areas(five):
    items = found(five)
    area = {text: row["area_of_need"] for text, row in items.items()}

    assert area["Use sentence starters for talk."] == "slcn"
    assert area["Warn of each change before it comes."] == "social-communication"
    assert area["Teach turn-taking with a game."] == "social-communication"
    assert area["Check the radio aid each morning."] == "sensory-and-physical"
    assert items["Warn of each change before it comes."]["need"] == "ci-autism"
    assert all("labels-disagree" not in row["reasons"] for row in items.values())


@pytest.mark.slow
def test_own_areas_are_offered_and_published_with_the_shared_one_they_map_to(five):
    rows = {row["id"]: row for row in five.rows("data/curated/taxonomy.csv")}
    book = Workbook(five.root / "reports/review.xlsx")
    offered = {row["Category"] for row in book.rows("Categories")}
    graph = Graph().parse(five.root / "data/curated/taxonomy.ttl")
    own = URIRef("urn:fingerpost:council:fivetown:concept:slcn")

    assert rows["slcn"]["maps_to"] == "communication-and-interaction"
    assert "Social communication and autism" in offered
    assert "Communication and interaction" not in offered
    assert graph.value(own, SKOS.broadMatch) == URIRef(
        "urn:fingerpost:concept:communication-and-interaction"
    )
    preview = (five.root / "reports/preview.html").read_text(encoding="utf-8")
    assert "Speech, language and communication needs (SLCN)" in preview


@pytest.mark.slow
def test_a_merge_shows_all_it_touches_loses_no_decision_and_can_be_undone(ours):
    append(ours.root / "data/curated/decisions.csv", heading("hearing", "sp-hearing"))
    ours.well("migrate", "--direct")
    before, manifest = rules_of(ours), ours.manifest()

    told = ours.asked("taxonomy", "simulate", "merge", "sp-hearing", "sp-vision")
    assert told["written"] is False
    assert rules_of(ours) == before
    assert {row["id"] for row in found(ours).values() if "sp-hearing" in row["need"]} == {
        one["id"] for one in told["touched"]["items"]
    }
    [decision] = told["touched"]["decisions"]
    assert (decision["about"], decision["person"]) == ("hearing", "Ann")
    assert any(rule["at"].startswith("rules/cues/") for rule in told["touched"]["rules"])
    assert any(rule["at"].startswith("rules/headings/") for rule in told["touched"]["rules"])

    ours.well("taxonomy", "simulate", "merge", "sp-hearing", "sp-vision", "--apply")
    ours.well("migrate", "--direct")
    now = found(ours)
    assert now["Check the radio aid each morning."]["need"] == "sp-vision"
    assert now["Face the class when you talk."]["need"] == "sp-vision"
    assert all("sp-hearing" not in row["need"] for row in now.values())

    ours.well("taxonomy", "undo")
    assert rules_of(ours) == before
    ours.well("migrate", "--direct")
    assert ours.manifest() == manifest


@pytest.mark.slow
def test_an_import_shows_what_it_would_change_writes_it_and_is_undone(ours):
    before = rules_of(ours)
    ours.well("taxonomy", "export", "all.xlsx")
    assert ours.well("taxonomy", "import", "all.xlsx") == "Nothing changes.\n"

    book = Workbook(ours.root / "all.xlsx")
    book.fill("Categories", lambda row: {"label": "Words"} if row["id"] == "slcn" else {})
    book.save(ours.root / "all.xlsx")
    dry = ours.well("taxonomy", "import", "all.xlsx", "--dry-run")
    assert "becomes “Words”" in dry
    assert "Use sentence starters for talk." in dry
    assert rules_of(ours) == before

    ours.well("taxonomy", "import", "all.xlsx")
    changed = {name for name, data in rules_of(ours).items() if before.get(name) != data}
    assert {name for name in changed if not name.startswith("earlier/")} == {
        "councils/fivetown/labels.yaml"
    }
    path = ours.root / "rules/councils/fivetown/labels.yaml"
    imported = path.read_bytes()
    path.write_bytes(imported + b"# a note of ours\n")
    refused = ours.run("taxonomy", "undo")
    assert refused.returncode == 2
    assert refused.stderr.startswith("rules/councils/fivetown/labels.yaml: was edited since")

    path.write_bytes(imported)
    ours.well("taxonomy", "undo")
    assert rules_of(ours) == before


@pytest.mark.slow
def test_a_bad_row_stops_an_import_before_anything_is_written(ours):
    before = rules_of(ours)
    ours.well("taxonomy", "export", "all.xlsx")
    book = Workbook(ours.root / "all.xlsx")
    book.fill("Categories", lambda row: {"parent": "nowhere"} if row["id"] == "ci-aac" else {})
    book.save(ours.root / "all.xlsx")
    done = ours.run("taxonomy", "import", "all.xlsx")

    assert done.returncode == 2
    assert "all.xlsx, sheet Categories, row " in done.stderr
    assert "column parent: no area is called 'nowhere'; write one of " in done.stderr
    assert rules_of(ours) == before
