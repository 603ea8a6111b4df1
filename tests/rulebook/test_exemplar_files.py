"""Files of labelled statements are read whole, or named with file, line and remedy."""

import pytest
from fingerpost.rulebook.exemplar_files import read_exemplars
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

from tests.support.shipped import shipped_rules

HEADER = "text,area_of_need,need,universal,teachers_standards,role"
TAXONOMY = shipped_rules().taxonomy


def read(tmp_path, *lines, header=HEADER):
    folder = tmp_path / "rules" / "exemplars"
    folder.mkdir(parents=True)
    (folder / "some.csv").write_text("\n".join((header, *lines)) + "\n", encoding="utf-8-sig")
    faults = []
    return read_exemplars(folder, TAXONOMY, faults), faults


def test_a_label_none_and_a_label_not_said_are_told_apart(tmp_path):
    found, faults = read(
        tmp_path, '"Seat them near you, please.",sensory-and-physical|semh,none,*,ts-5,strategy'
    )
    assert not faults
    assert found[0].labels == {
        Facet.AREA: ("sensory-and-physical", "semh"),
        Facet.NEED: (),
        Facet.STANDARD: ("ts-5",),
    }
    assert found[0].text == "Seat them near you, please."
    assert found[0].origin == "rules/exemplars/some.csv line 2"


def test_what_is_no_advice_has_its_role_and_no_labels(tmp_path):
    found, faults = read(tmp_path, "Finds waiting hard.,not-a-strategy,*,*,*,indicator")
    assert not faults
    assert (found[0].role, found[0].labels) == (Role.INDICATOR, {})


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (
            "Sit near.,semh,semh-regulaton,none,ts-5,strategy",
            "line 2: no label of the column need is called 'semh-regulaton'; did you mean 'semh-regulation'?",
        ),
        (
            "Sit near.,semh,none,none,ts-5,stratgy",
            "line 2: no role is called 'stratgy'; did you mean 'strategy'?",
        ),
        (
            ",semh,none,none,ts-5,strategy",
            "line 2: the text is empty; fill it in or take the line away.",
        ),
        (
            "Sit near, please.,semh,none,none,ts-5,strategy",
            "line 2: has 7 cells and the header 6; put a text that holds a comma in quotation marks.",
        ),
    ],
)
def test_a_bad_line_is_named_with_what_to_do(tmp_path, line, complaint):
    found, faults = read(tmp_path, line)
    assert not found
    assert faults == [f"rules/exemplars/some.csv {complaint}"]


def test_the_same_text_twice_is_named_with_the_first_place(tmp_path):
    line = "Sit near.,semh,none,none,ts-5,strategy"
    _, faults = read(tmp_path, line, line)
    assert faults == [
        "rules/exemplars/some.csv line 3: the same text stands in rules/exemplars/some.csv line 2;"
        " keep one of them."
    ]


def test_a_missing_column_is_named(tmp_path):
    _, faults = read(tmp_path, "Sit near.", header="text")
    assert faults == ["rules/exemplars/some.csv line 1: the column 'role' is missing; add it."]


def test_a_council_may_do_without_exemplars(tmp_path):
    faults = []
    assert read_exemplars(tmp_path / "rules" / "exemplars", TAXONOMY, faults) == ()
    assert not faults
