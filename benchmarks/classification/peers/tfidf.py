"""TF-IDF of words, pairs of words and pieces of words, and a logistic regression on them."""

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union


def learn(texts: Sequence[str], labels: Sequence[Sequence[str]], _way: str) -> Pipeline:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    model = make_pipeline(make_union(words, pieces), LogisticRegression(C=10.0, max_iter=500))
    return model.fit(texts, [one[0] for one in labels])


def judge(model: Pipeline, texts: Sequence[str]) -> list[str]:
    return list(map(str, model.predict(texts)))
