from fingerpost.reviewing.asking.alike import clusters
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times

WORDS = ("timer", "visual", "board", "calm", "corner", "music", "breath", "coat", "peg", "map")
TEXTS = {
    "a": "Use a visual timer for every change of activity.",
    "b": "Visual timers are used for each change of activity",
    "c": "We use visual timers for a change of activity.",
    "d": "Do not use a visual timer for every change of activity.",
    "e": "Seat the pupil near the door.",
}


def groups(found):
    return {frozenset(one for one in found if found[one] == middle) for middle in found.values()}


def test_statements_that_differ_in_small_words_and_endings_are_one_cluster():
    assert groups(clusters(TEXTS)) == {frozenset("abc")}


def test_a_negation_is_never_in_one_cluster_with_what_it_denies():
    assert "d" not in clusters(TEXTS)
    assert clusters({"a": "Don't use timers.", "b": "Use timers."}) == {}


def test_what_is_like_nothing_else_is_in_no_cluster():
    assert "e" not in clusters(TEXTS)


def test_texts_without_a_telling_word_are_like_nothing():
    assert clusters({"a": "of the", "b": "of the", "c": "–"}) == {}


def test_nothing_makes_no_cluster():
    assert clusters({}) == {}


def test_the_middle_of_a_cluster_is_one_of_its_statements():
    found = clusters(TEXTS)
    assert {found[middle] for middle in found.values()} == set(found.values())


def test_what_is_only_like_a_like_one_stays_outside():
    chain = {f"s-{n}": " ".join(WORDS[n : n + 4]) for n in range(4)}
    assert [len(group) for group in groups(clusters(chain))] == [3]


@settings(max_examples=times(30))
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), max_size=12),
    st.randoms(use_true_random=False),
)
def test_clusters_do_not_depend_on_the_order_of_the_statements(texts, random):
    known = {f"s-{n}": " ".join(words) for n, words in enumerate(texts)}
    shuffled = list(known.items())
    random.shuffle(shuffled)
    assert clusters(dict(shuffled)) == clusters(known)
