"""The commonest label, whatever the text."""

from collections.abc import Sequence

from sklearn.dummy import DummyClassifier


def learn(texts: Sequence[str], labels: Sequence[Sequence[str]], _way: str) -> DummyClassifier:
    return DummyClassifier(strategy="most_frequent").fit(texts, [one[0] for one in labels])


def judge(model: DummyClassifier, texts: Sequence[str]) -> list[str]:
    return list(map(str, model.predict(texts)))
