"""A bad row stops an import with its place, what is wrong and how to mend it; all of them at once."""

from dataclasses import replace

import pytest
from fingerpost.cataloguing import (
    Row,
    TableRefused,
    cells_of,
    read_entries,
    read_table,
    write_table,
)
from fingerpost.taxonomy import Facet

from tests.cataloguing.taxonomies import GWYNT


def told(concept, before=(), **cells):
    """What is said of the made-up categories with some cells of one of them changed."""
    rows = [
        Row(f"row {number}", {**cells_of(e), **(cells if e.id == concept else {})})
        for number, e in enumerate(GWYNT, 2)
    ]
    return [str(fault) for fault in read_entries(rows, before)[1]]


BAD = {
    "an_empty_label": (
        "semh", {"label": ""},
        "row 3, column label: it is empty; fill it in, or take the whole row away.",
    ),
    "an_id_with_capitals": (
        "semh", {"id": "SEMH"},
        "row 3, column id: 'SEMH' cannot be an id; use small letters, digits and hyphens.",
    ),
    "an_id_used_twice": (
        "cymdeithasol", {"id": "siarad"},
        "row 8, column id: 'siarad' is an id already (row 7); choose another.",
    ),
    "a_kind_nobody_knows": (
        "semh", {"facet": "areas"},
        "row 3, column facet: 'areas' is no kind of category; write one of "
        f"{', '.join(facet.value for facet in Facet)}.",
    ),
    "neither_yes_nor_no": (
        "semh", {"hidden": "perhaps"},
        "row 3, column hidden: 'perhaps' is neither yes nor no; write yes or no, or leave it empty.",
    ),
    "a_place_that_is_no_number": (
        "siarad", {"order": "first"},
        "row 7, column order: 'first' is no place; write a whole number from 1.",
    ),
    "a_need_without_an_area": (
        "ci-speech", {"parent": ""},
        "row 4, column parent: a need must stand under an area; write one of "
        "communication-and-interaction, semh, siarad, cymdeithasol.",
    ),
    "an_area_nobody_knows": (
        "ci-speech", {"council_parent": "siard"},
        "row 4, column council_parent: no area is called 'siard'; write one of "
        "communication-and-interaction, semh, siarad, cymdeithasol.",
    ),
    "a_shared_need_under_a_councils_area": (
        "ci-speech", {"parent": "siarad"},
        "row 4, column parent: 'siarad' is the council's own area; put the council's area into "
        "council_parent.",
    ),
    "an_area_with_a_parent": (
        "semh", {"parent": "siarad"},
        "row 3, column parent: only a need stands under an area; empty the cell.",
    ),
    "hidden_and_shown_as_nothing": (
        "semh", {"hidden": "yes"},
        "row 3, column folds_into: a hidden category must say what it is shown as; write an id.",
    ),
    "a_fold_into_another_kind": (
        "semh", {"hidden": "yes", "folds_into": "ci-speech"},
        "row 3, column folds_into: 'ci-speech' is of another kind; write one of "
        "communication-and-interaction, semh, siarad, cymdeithasol.",
    ),
    "a_replacement_that_is_not_there": (
        "ci-old", {"replaced_by": "ci-new"},
        "row 5, column replaced_by: no category is called 'ci-new'; write one of ci-speech.",
    ),
    "a_replacement_of_what_is_in_use": (
        "semh", {"replaced_by": "siarad"},
        "row 3, column replaced_by: it is replaced but not retired; write yes under retired, or "
        "empty this cell.",
    ),
    "replacements_in_a_circle": (
        "ci-old", {"replaced_by": "ci-old"},
        "row 5, column replaced_by: 'ci-old' leads back to it; end the circle with one that is "
        "shown.",
    ),
    "an_area_that_is_retired_with_nothing_in_its_place": (
        "siarad", {"retired": "yes"},
        "row 2, column council_folds_into: 'siarad' is retired with nothing in its place; choose "
        "another.",
    ),
    "an_own_category_that_maps_to_nothing": (
        "siarad", {"maps_to": ""},
        "row 7, column maps_to: it must say which shared category it comes nearest to; write one "
        "of communication-and-interaction, semh.",
    ),
    "an_own_category_that_maps_to_another_own": (
        "siarad", {"maps_to": "cymdeithasol"},
        "row 7, column maps_to: no shared category of this kind is called 'cymdeithasol'; write "
        "one of communication-and-interaction, semh.",
    ),
    "a_shared_category_that_maps": (
        "semh", {"maps_to": "communication-and-interaction"},
        "row 3, column maps_to: only a council's own category maps to a shared one; empty the "
        "cell, or write yes under own.",
    ),
    "an_own_category_with_a_second_label": (
        "siarad", {"council_label": "Talk"},
        "row 7, column council_label: a council's own category has no other words for the "
        "council; write it under label.",
    ),
    "two_areas_of_one_label": (
        "cymdeithasol", {"label": "siarad a GWRANDO"},
        "row 8, column label: 'siarad a GWRANDO' is also the label of 'siarad'; change one, so "
        "that people can tell them apart.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_row_is_named_with_its_place_what_is_wrong_and_how_to_mend_it(case):
    concept, cells, expected = BAD[case]

    assert expected in told(concept, **cells)


def test_good_rows_are_not_complained_of():
    assert told("semh") == []


def test_an_id_never_becomes_one_of_another_kind():
    before = [replace(e, facet=GWYNT[2].facet) for e in GWYNT if e.id == "semh"]

    assert told("semh", before) == [
        "row 3, column facet: 'semh' is one of need, and an id stays what it is; retire it, and "
        "give the new one an id."
    ]


def test_all_bad_rows_are_told_at_once():
    rows = [Row(f"row {n}", {**cells_of(e), "definition": ""}) for n, e in enumerate(GWYNT, 2)]

    assert len(read_entries(rows)[1]) == len(GWYNT)


def refused(name, data):
    with pytest.raises(TableRefused) as caught:
        read_table(name, data)
    return caught.value.problems


def test_columns_that_are_missing_or_unknown_are_named():
    data = b"id,facet,label,colour\nx,need,X,red\n"

    assert refused("a.csv", data)[0] == (
        "a.csv, row 1: the column 'definition' is missing; add it, or export the table anew."
    )
    assert refused("a.csv", data)[1].startswith("a.csv, row 1: there is no column 'colour'; take")


def test_a_file_that_is_no_table_is_refused_in_a_sentence():
    assert refused("a.pdf", b"")[0] == (
        "a.pdf: the name must end in .ttl, .csv, .xlsx; give it one of these."
    )
    assert refused("a.xlsx", b"no")[0].startswith("a.xlsx: is no Excel workbook (")
    assert refused("a.csv", b"\xff\xfe")[0].startswith("a.csv: is no CSV file in UTF-8 (")
    [message] = refused("a.ttl", b"\n<a> <b> .\n")
    assert message.startswith("a.ttl line 2: this is not valid Turtle; ")


def test_a_workbook_names_sheet_and_row():
    data = write_table("a.xlsx", [replace(GWYNT[1], label="?", id="semh")], "gwynt")
    [row] = read_table("a.xlsx", data)

    assert row.at == "a.xlsx, sheet Categories, row 2"
