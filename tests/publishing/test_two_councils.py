"""Leeds and Calderdale from one engine: the same documents, two directories, and nothing between them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fingerpost.curating import append
from fingerpost.naming import digest_of
from rdflib import SKOS, Graph

from tests.curating.lines import answer
from tests.support.program import SAMPLES, Program, workspace

pytestmark = pytest.mark.slow

DOCUMENTS = (
    SAMPLES / "whole-school" / "Whole School Universal Expectations 2025.docx",
    *sorted((SAMPLES / "child-voice").glob("*.docx")),
)
ONLY_LEEDS = "Only one of the two councils ever worded it like this."


@pytest.fixture(scope="module")
def councils(tmp_path_factory):
    """Both councils' sites, built beside each other after one of them worded a statement anew."""
    leeds, calderdale = (
        workspace(tmp_path_factory.mktemp(name), *DOCUMENTS, council=name)
        for name in ("leeds", "calderdale")
    )
    calderdale.well("migrate", "--direct")
    row = calderdale.rows("data/curated/strategies.csv")[0]
    said = answer(row["id"], wording=ONLY_LEEDS, digest=digest_of(row["text"], row["lead_in"]))
    append(leeds.root / "data" / "curated" / "decisions.csv", said)
    leeds.well("migrate", "--direct")
    for program in (leeds, calderdale):
        program.well("load", "--direct", "--signed-off-by", "A. Person")
    leeds.well("publish", "--beside", calderdale.root)
    calderdale.well("publish", "--beside", leeds.root)
    return {"leeds": leeds.root / "site", "calderdale": calderdale.root / "site"}


def everything(site: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file())


def page(site: Path, name: str):
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "lxml")


def whole_school(site: Path) -> list[str]:
    """Return a council's own categories for the whole school, in its order."""
    _areas, _needs, table, *_ = page(site, "words.html").select("table")
    names = (row.find(["th", "td"]).get_text(" ", strip=True) for row in table.select("tbody tr"))
    return [*dict.fromkeys(names)]


def test_each_council_has_its_own_words_order_and_hidden_categories(councils):
    leeds, calderdale = (whole_school(councils[name]) for name in ("leeds", "calderdale"))

    assert leeds[:2] == ["Leadership and inclusive culture", "Outcomes, attendance and belonging"]
    assert len(leeds) == 11
    assert calderdale[:2] == ["Outcomes", "Leadership"]
    assert len(calderdale) == 9


def test_a_decision_of_one_council_appears_nowhere_in_the_others_directory(councils):
    assert ONLY_LEEDS.encode() in everything(councils["leeds"])
    assert ONLY_LEEDS.encode() not in everything(councils["calderdale"])


def test_the_mapping_of_one_directory_is_the_inverse_of_the_others(councils):
    inverse = {SKOS.broadMatch: SKOS.narrowMatch, SKOS.narrowMatch: SKOS.broadMatch}
    there, back = (Graph().parse(councils[name] / "mapping.ttl") for name in councils)

    def between(graph, first, second):
        return {
            (s, p, o)
            for s, p, o in graph
            if f":{first}:concept:" in s and f":{second}:concept:" in o
        }

    ours = between(there, "leeds", "calderdale")
    assert {(o, inverse.get(p, p), s) for s, p, o in ours} == between(back, "calderdale", "leeds")
    assert {p for _, p, _ in ours} == {SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch}


def test_a_category_that_one_council_hides_is_found_in_what_it_folds_into(councils):
    rows = [
        [" ".join(cell.text.split()) for cell in row.select("th, td")]
        for row in page(councils["leeds"], "words.html").select("tbody tr")
    ]

    assert ["Resources, equipment and technology", "is part of", "Environment"] in rows
    assert ["Working with other professionals", "is part of", "Staff skills and training"] in rows
    assert [
        "Learner, parent and carer voice",
        "means the same as",
        "Voice of the Child and Family",
    ] in rows


def test_a_councils_own_workspace_beside_itself_is_refused_and_the_site_stays(councils):
    before = everything(councils["leeds"])
    leeds = Program(councils["leeds"].parent)

    done = leeds.run("publish", "--beside", leeds.root)

    assert done.returncode == 2
    assert "is a workspace of Leeds too. Name another council's with --beside." in done.stderr
    assert everything(councils["leeds"]) == before
