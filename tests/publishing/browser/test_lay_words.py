"""What teachers and parents type who do not know the directory's words, against labelled statements."""

import pytest

from benchmarks.site.lay_words import answers, directory, queries, rulebook, searchable

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def judged(browser, tmp_path_factory):
    rules = rulebook()
    released = directory(rules)
    page = browser.new_page()
    page.goto(searchable(released, rules, tmp_path_factory.mktemp("lay words")))
    yield tuple(answers(page, released, queries()))
    page.close()


def test_of_what_lay_words_find_first_nine_in_ten_are_of_a_right_category(judged):
    known = [one for one in judged if not one.query.unseen]
    right = [found for one in known for found in one.right]

    assert len(known) >= 40
    assert [one.query.typed for one in known if not any(one.right)] == []
    assert sum(right) >= 0.9 * len(right)


def test_words_that_nobody_chose_the_rules_for_are_found_more_often_than_not(judged):
    unseen = [one for one in judged if one.query.unseen]
    right = [found for one in unseen for found in one.right]

    assert sum(any(one.right) for one in unseen) >= 0.7 * len(unseen)
    assert sum(right) >= 0.7 * len(right)
