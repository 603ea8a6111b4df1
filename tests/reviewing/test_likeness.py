"""Texts as terms in, rows of weights out: what the library of learning would say, without it."""

import numpy as np
from fingerpost.reviewing.asking.likeness import alike, nearest, weighed
from fingerpost.weighing import of_unit_length, weighted
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

TEXTS = st.lists(
    st.lists(st.sampled_from(["the", "a", "timer", "picture", "cards", "quiet", "place"]))
)


@given(TEXTS.filter(any))
def test_weights_are_those_of_scikit_learn(texts):
    ours = weighted(texts)
    theirs = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(texts)

    assert ours.shape == theirs.shape
    assert ours.indptr.tolist() == theirs.indptr.tolist()
    assert ours.indices.tolist() == theirs.indices.tolist()
    np.testing.assert_array_max_ulp(ours.data, theirs.data, maxulp=2)


@given(TEXTS.filter(any))
def test_rows_from_which_terms_went_are_made_of_unit_length_again_as_scikit_learn_does(texts):
    rest = weighted(texts)
    rest.data[rest.indices == 0] = 0
    rest.eliminate_zeros()

    np.testing.assert_array_max_ulp(of_unit_length(rest).data, normalize(rest).data, maxulp=2)


def test_texts_without_words_are_like_no_other():
    for texts in ([], [""], ["", "...", "the"]):
        rows = weighed(texts, most=1)

        assert list(alike(rows, 0.5)) == []
        assert list(nearest(rows, rows, 3)) == [()] * len(texts)
