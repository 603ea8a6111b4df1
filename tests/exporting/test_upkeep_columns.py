"""What people say of a directory in use, in its files: owners, reviews, resources, what is gone."""

import csv
import io
from dataclasses import replace

import pytest
from fingerpost.decisions import Action
from fingerpost.directory import Replaced
from fingerpost.exporting import curated_files
from fingerpost.reporting import tables
from fingerpost.reporting.tables import from_csv
from fingerpost.strategies import Link
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet, Taxonomy
from fingerpost.upkeep import ResourceFacts, Upkeep, resource_id

from tests.curating.lines import answer, log_of
from tests.curating.statements import statement
from tests.exporting.outcomes import concept, outcome_of

GUIDE = "https://guide.example/a"
POSTER = "https://posters.example/b"


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))


def kept_up(*classified, decisions=(), **standing):
    outcome = outcome_of(classified, decisions)
    return replace(outcome, standing=replace(outcome.standing, **standing))


def test_who_looks_after_a_statement_stands_with_it():
    outcome = kept_up(
        statement("s-1"), statement("s-2"), upkeep={"s-1": Upkeep(owner="Specialist team")}
    )
    found = rows(curated_files(outcome), "strategies.csv")
    assert [row["owner"] for row in found] == ["Specialist team", ""]


def test_a_day_somebody_set_for_the_next_look_beats_a_year_after_the_last():
    decided = log_of(answer("s-1", at="2025-03-03T10:00:00+00:00"), answer("s-2"))
    outcome = kept_up(
        statement("s-1"),
        statement("s-2"),
        statement("s-3"),
        decisions=decided,
        upkeep={"s-1": Upkeep(next_review="2025-06-01"), "s-3": Upkeep(next_review="2025-07-01")},
    )
    found = rows(curated_files(outcome), "strategies.csv")
    assert [row["next_review"] for row in found] == ["2025-06-01", "2026-03-03", "2025-07-01"]


def test_what_people_attach_comes_after_what_word_links_and_what_they_took_away_is_left_out():
    outcome = kept_up(
        statement("s-1", links=(Link(GUIDE, "Guide"), Link("https://old.example/", "Old"))),
        statement("s-2"),
        resources={resource_id(POSTER): ResourceFacts(url=POSTER, title="Poster")},
        attached={
            "s-1": (resource_id(POSTER), resource_id(GUIDE)),
            "s-2": (resource_id(GUIDE), resource_id("https://nobody.knows/")),
        },
        detached={"s-1": (resource_id("https://old.example/"),)},
    )
    files = curated_files(outcome)
    assert [row["resources"] for row in rows(files, "strategies.csv")] == [
        f"{GUIDE}|{POSTER}",
        GUIDE,
    ]
    assert rows(files, "strategy_resources.csv") == [
        {"strategy_id": "s-1", "resource_id": resource_id(GUIDE), "place": "1"},
        {"strategy_id": "s-1", "resource_id": resource_id(POSTER), "place": "2"},
        {"strategy_id": "s-2", "resource_id": resource_id(GUIDE), "place": "1"},
    ]
    assert [row["url"] for row in rows(files, "resources.csv")] == [GUIDE, POSTER]
    (first, second) = from_csv(tables(outcome)["items.csv"])
    assert (first["resources"], second["resources"]) == (f"{GUIDE}|{POSTER}", GUIDE)


def test_what_people_know_of_a_resource_is_written_even_where_nothing_uses_it_yet():
    facts = ResourceFacts(
        url=POSTER,
        title="Poster",
        publisher="A publisher",
        trusted_because="It was tried in twelve schools.",
        phases=("ks1", "ks2"),
        checked_on="2025-02-01",
        owner="Specialist team",
    )
    outcome = kept_up(statement("s-1"), resources={resource_id(POSTER): facts})
    assert rows(curated_files(outcome), "resources.csv") == [
        {
            "id": resource_id(POSTER),
            "url": POSTER,
            "title": "Poster",
            "host": "posters.example",
            "strategy_ids": "",
            "publisher": "A publisher",
            "trusted_because": "It was tried in twelve schools.",
            "phase": "ks1|ks2",
            "checked_on": "2025-02-01",
            "owner": "Specialist team",
        }
    ]


def test_a_resource_of_which_nobody_knows_the_address_is_none():
    outcome = kept_up(statement("s-1"), resources={resource_id(POSTER): ResourceFacts(url="")})
    assert rows(curated_files(outcome), "resources.csv") == []


def test_a_title_somebody_gave_beats_the_words_a_link_hangs_on():
    outcome = kept_up(
        statement("s-1", links=(Link(GUIDE, "click here"),)),
        resources={resource_id(GUIDE): ResourceFacts(url=GUIDE, title="Guide to talk")},
    )
    (row,) = rows(curated_files(outcome), "resources.csv")
    assert row["title"] == "Guide to talk"


def test_documents_that_were_read_are_told_with_their_digests():
    outcome = outcome_of([statement("s-1", source="b.docx"), statement("s-2", source="a.docx")])
    found = rows(curated_files(outcome), "documents.csv")
    assert [(row["source"], row["title"], row["edition"]) for row in found] == [
        ("a.docx", "About a.docx", "2025-03-03"),
        ("b.docx", "About b.docx", "2025-03-03"),
    ]
    assert all(len(row["sha256"]) == 64 for row in found)


def test_what_never_stood_in_word_comes_after_all_documents():
    outcome = outcome_of(
        [statement("s-1", source="", locator="", heads=()), statement("s-2", source="z.docx")]
    )
    found = rows(curated_files(outcome), "strategies.csv")
    assert [(row["id"], row["source"], row["locator"]) for row in found] == [
        ("s-2", "z.docx", "body/p[3]"),
        ("s-1", "", ""),
    ]


@pytest.fixture
def gone():
    """Give an outcome with a parted statement, two joined ones, and one whose whole waits."""
    outcome = outcome_of(
        [
            statement("s-part1"),
            statement("s-part2"),
            statement("s-whole"),
            statement("s-waits", reasons=(Reason.NO_LABEL,)),
        ]
    )
    was = outcome.items[0]
    replaced = (
        Replaced(item=replace(was, id="s-was"), by=("s-part1", "s-part2")),
        Replaced(item=replace(was, id="s-piece"), by=("s-whole",)),
        Replaced(item=replace(was, id="s-other"), by=("s-waits",)),
    )
    return replace(outcome, replaced=replaced)


def test_an_id_leads_to_its_parts_or_its_whole_once_people_can_find_them(gone):
    found = rows(curated_files(gone), "redirects.csv")
    assert [tuple(row.values()) for row in found if row["kind"] == "strategy"] == [
        ("s-was", "strategy", "s-part1", "parted"),
        ("s-was", "strategy", "s-part2", "parted"),
        ("s-piece", "strategy", "s-whole", "joined"),
    ]


def test_a_folded_or_replaced_category_leads_to_the_one_people_see():
    area = Facet.AREA
    taxonomy = Taxonomy(
        (
            concept("semh", area),
            concept("hidden", area, hidden=True, folds_into="old"),
            concept("old", area, retired=True, replaced_by="semh"),
            concept("withdrawn", area, retired=True),
        )
    )
    found = rows(curated_files(outcome_of([], taxonomy=taxonomy)), "redirects.csv")
    assert [tuple(row.values()) for row in found] == [
        ("hidden", "concept", "semh", "folded"),
        ("old", "concept", "semh", "replaced"),
    ]


def test_a_statement_that_was_rejected_uses_no_resource():
    outcome = kept_up(
        statement("s-1", links=(Link(GUIDE, "Guide"),)),
        decisions=log_of(answer("s-1", Action.REJECTED)),
    )
    files = curated_files(outcome)
    assert (rows(files, "resources.csv"), rows(files, "strategy_resources.csv")) == ([], [])
