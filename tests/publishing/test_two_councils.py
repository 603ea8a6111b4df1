"""Leeds and Calderdale from one engine: the same documents, two directories, and nothing between them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rdflib import SKOS, Graph

from tests.support.program import SAMPLES, Program, workspace
from tests.support.sheets import Workbook

pytestmark = pytest.mark.slow

DOCUMENTS = (
    SAMPLES / "whole-school" / "Whole School Universal Expectations 2025.docx",
    *sorted((SAMPLES / "child-voice").glob("*.docx")),
)
ONLY_LEEDS = "Only one of the two councils ever worded it like this."


def decide(program):
    """Let the team of one council word a statement in its own way."""
    book = Workbook(program.root / "reports" / "review.xlsx")
    first = next(book.rows("Queue"))["Ref"]
    typed = {"Decision": "Change", "Wording": ONLY_LEEDS, "Reviewer": "M. Example"}
    book.fill("Queue", lambda row: typed if row["Ref"] == first else {})
    book.save(program.root / "reports" / "returned" / "review.xlsx")
    program.well("review", "apply")
    program.well("migrate", "--direct")


@pytest.fixture(scope="module")
def councils(tmp_path_factory):
    """Both councils' sites, built beside each other after a decision of one of them."""
    both = {
        name: workspace(tmp_path_factory.mktemp(name), *DOCUMENTS, council=name)
        for name in ("leeds", "calderdale")
    }
    for program in both.values():
        program.well("migrate", "--direct")
    decide(both["leeds"])
    for program in both.values():
        program.well("load", "--direct", "--signed-off-by", "A. Person")
    leeds, calderdale = both["leeds"], both["calderdale"]
    leeds.well("publish", "--beside", calderdale.root)
    calderdale.well("publish", "--beside", leeds.root)
    return {name: program.root / "site" for name, program in both.items()}


def everything(site: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file())


def page(site: Path, name: str):
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "lxml")


def test_each_council_has_its_own_words_order_and_hidden_categories(councils):
    leeds, calderdale = (
        [link.text for link in page(site, "audit.html").select("nav[aria-label='Focus areas'] a")]
        for site in (councils["leeds"], councils["calderdale"])
    )

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
