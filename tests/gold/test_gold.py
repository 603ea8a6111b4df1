"""The project's own gold is what it says: labels that exist, enough of each, nothing twice."""

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from fingerpost.strategies import Role
from fingerpost.taxonomy import CORE_FACETS, UNIVERSAL_AREA, Facet

from tests.support.shipped import shipped_rules

HERE = Path(__file__).parent
COLUMNS = [
    "text",
    "area_of_need",
    "need",
    "universal",
    "teachers_standards",
    "role",
    "council",
    "sure",
]
COUNCILS = {"north", "south", "east", "west", "vale", "moor", "coast", "dale"}
TAXONOMY = shipped_rules().taxonomy


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(row: dict[str, str], facet: Facet) -> list[str]:
    return [label for label in row[facet].split("|") if label != "none"]


STRATEGIES = rows("strategies.csv")
NOT_ADVICE = rows("not_advice.csv")


@pytest.mark.parametrize("found", [STRATEGIES, NOT_ADVICE], ids=["strategies", "not advice"])
def test_every_row_has_a_text_a_known_council_and_says_whether_it_is_sure(found):
    assert all(list(row) == COLUMNS for row in found)
    assert [row for row in found if row["text"] != row["text"].strip() or not row["text"]] == []
    assert {row["council"] for row in found} == COUNCILS
    assert {row["sure"] for row in found} == {"yes", "no"}


@pytest.mark.parametrize("facet", CORE_FACETS)
def test_every_label_is_a_concept_of_its_facet(facet: Facet):
    unknown = [
        (row["text"], label)
        for row in STRATEGIES
        for label in ids(row, facet)
        if label not in TAXONOMY or TAXONOMY[label].facet is not facet
    ]

    assert unknown == []


@pytest.mark.parametrize("facet", CORE_FACETS)
def test_a_facet_has_at_most_two_labels_and_none_twice(facet: Facet):
    for row in STRATEGIES:
        labels = row[facet].split("|")
        assert len(labels) == len(set(labels)) <= 2, row["text"]
        assert labels == ["none"] or "none" not in labels, row["text"]


def test_a_need_stands_under_its_area_and_no_area_has_no_need():
    for row in STRATEGIES:
        areas = ids(row, Facet.AREA)
        parents = [TAXONOMY[need].parent for need in ids(row, Facet.NEED)]
        assert areas, row["text"]
        assert set(parents) <= set(areas), row["text"]
        assert parents[:1] in ([], areas[:1]), row["text"]
        assert UNIVERSAL_AREA not in areas or (areas == [UNIVERSAL_AREA] and not parents), row[
            "text"
        ]


@pytest.mark.parametrize(
    ("facet", "least"), [(Facet.NEED, 6), (Facet.UNIVERSAL, 6), (Facet.STANDARD, 8)]
)
def test_there_is_enough_of_every_concept_to_measure(facet: Facet, least: int):
    times = Counter(label for row in STRATEGIES for label in ids(row, facet))

    assert {c.id: times[c.id] for c in TAXONOMY.of(facet) if times[c.id] < least} == {}


def test_the_areas_keep_near_the_shares_of_real_handbooks():
    first = Counter(ids(row, Facet.AREA)[0] for row in STRATEGIES)
    in_order = [first[area] for area in ("semh", UNIVERSAL_AREA, "communication-and-interaction")]
    least = max(first["sensory-and-physical"], first["cognition-and-learning"])

    assert all(more > fewer for more, fewer in pairwise([*in_order, least]))
    assert 0.28 < first["semh"] / len(STRATEGIES) < 0.32


def test_there_are_480_strategies_60_from_each_council():
    assert Counter(row["council"] for row in STRATEGIES) == dict.fromkeys(COUNCILS, 60)
    assert {row["role"] for row in STRATEGIES} == {Role.STRATEGY}


def test_what_is_no_advice_has_no_labels_and_all_eight_roles():
    roles = Counter(row["role"] for row in NOT_ADVICE)
    labels = {(row["need"], row["universal"], row["teachers_standards"]) for row in NOT_ADVICE}

    assert len(NOT_ADVICE) == 330
    assert {row["area_of_need"] for row in NOT_ADVICE} == {"not-a-strategy"}
    assert labels == {("*", "*", "*")}
    assert set(roles) <= {role.value for role in Role} - {Role.STRATEGY}
    assert len(roles) == 8
    assert roles[Role.INDICATOR] >= 100
    assert min(roles.values()) >= 25


def test_no_text_stands_twice():
    texts = Counter(
        " ".join(row["text"].casefold().rstrip(".").split()) for row in [*STRATEGIES, *NOT_ADVICE]
    )

    assert [text for text, times in texts.items() if times > 1] == []


def test_nothing_is_trained_on_what_is_measured():
    """A statement of the gold, or one all but its words, stands in no exemplar."""
    from rapidfuzz import fuzz, process

    def sorted_words(text: str) -> str:
        return " ".join(sorted(text.casefold().split()))

    exemplars = [sorted_words(one.text) for one in shipped_rules().exemplars]
    gold = [sorted_words(row["text"]) for row in (*STRATEGIES, *NOT_ADVICE)]
    alike = process.cdist(gold, exemplars, scorer=fuzz.ratio, score_cutoff=88)
    assert not [gold[place] for place in alike.max(axis=1).nonzero()[0]]
