"""What a person is told of one item."""

from dataclasses import replace

from fingerpost.cli.explain import _short
from fingerpost.strategies import ListPlace

from tests.support.outcomes import TAXONOMY, statement


def explained(item):
    return [line.strip() for line in _short(item, [], TAXONOMY)]


def test_it_says_where_in_its_list_a_statement_stands():
    place = ListPlace(level=1, stored=0, label="a)", parent="body/p[3]")
    told = explained(statement("Face the class.", listed=place))
    assert "in list: a), level 2 (level 1 in the file), below body/p[3]" in told


def test_a_level_that_is_the_same_in_the_file_is_said_once():
    told = explained(statement("Face the class.", listed=ListPlace(0, 0, "•")))
    assert "in list: •, level 1" in told


def test_of_what_stands_in_no_list_no_list_is_told():
    assert not [line for line in explained(statement("Face the class.")) if "list" in line]


def test_it_shows_the_numbers_of_the_headings_above():
    item = statement("Face the class.", path="Hearing > Strategies")
    strategy = item.classified.strategy
    heads = tuple(
        replace(head, label=label) for head, label in zip(strategy.heads, ("2.", ""), strict=True)
    )
    numbered = replace(item.classified, strategy=replace(strategy, heads=heads))
    told = explained(replace(item, classified=numbered))
    assert "under:   2. Hearing > Strategies" in told
