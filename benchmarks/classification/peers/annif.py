"""Annif, by its own Python interface; `way` is one of its backends, each with its defaults.

Its analyser splits sentences with a model that is fetched from the network; statements are single
sentences, so words are split without, and stemmed as Annif's `snowball` does.
"""

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import annif.analyzer
from annif.analyzer.snowball import SnowballAnalyzer
from annif.corpus import Document, SubjectSet
from annif.corpus.document import DocumentList
from annif.project import AnnifProject
from annif.registry import AnnifRegistry
from annif.vocab import VocabFileCSV
from nltk.stem.snowball import SnowballStemmer
from nltk.tokenize import wordpunct_tokenize

PROJECTS = """
[{way}]
name={way}
language=en
backend={way}
analyzer=plain
vocab=labels
"""
SOURCES = ("tfidf", "omikuji", "svc")
ENSEMBLE = """
[ensemble]
name=ensemble
language=en
backend=ensemble
sources=tfidf,omikuji,svc
vocab=labels
"""
AT_ONCE = 32
FOLDERS: Final[list[tempfile.TemporaryDirectory[str]]] = []


class Plain(SnowballAnalyzer):
    """Words by their stems, without splitting sentences first."""

    name = "plain"

    def __init__(self, param: str | None, **_: Any) -> None:
        self.param = param
        self.stemmer = SnowballStemmer("english")

    def tokenize_words(self, text: str, filter: bool = True) -> list[str]:  # noqa: A002 - its own
        words = wordpunct_tokenize(text)
        return [self._normalize_word(w) for w in words if not filter or self.is_valid_token(w)]


annif.analyzer.register_analyzer(Plain)


def learn(texts: Sequence[str], labels: Sequence[Sequence[str]], way: str) -> AnnifProject:
    FOLDERS.append(tempfile.TemporaryDirectory(prefix="annif-"))
    folder = Path(FOLDERS[-1].name)
    ways = SOURCES if way == "ensemble" else (way,)
    configured = "".join(PROJECTS.format(way=one) for one in ways)
    (folder / "projects.cfg").write_text(configured + ENSEMBLE * (way == "ensemble"))
    write_labels(folder / "labels.csv", sorted({label for one in labels for label in one}))
    registry = AnnifRegistry(str(folder / "projects.cfg"), str(folder / "data"), False)
    for one in ways:
        project = registry.get_project(one)
        if one == ways[0]:
            project.vocab.load_vocabulary(VocabFileCSV(str(folder / "labels.csv")))
        project.train(documents(project, texts, labels, single=one == "svc"), jobs=1)
    return registry.get_project(way)


def write_labels(path: Path, names: Sequence[str]) -> None:
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("uri", "label_en"))
        rows.writerows((f"urn:{name}", name) for name in names)


def documents(
    project: AnnifProject, texts: Sequence[str], labels: Sequence[Sequence[str]], *, single: bool
) -> DocumentList:
    places = {project.subjects[i].labels["en"]: i for i in range(len(project.subjects))}
    return DocumentList(
        [
            Document(text, SubjectSet([places[label] for label in (one[:1] if single else one)]))
            for text, one in zip(texts, labels, strict=True)
        ]
    )


def judge(model: AnnifProject, texts: Sequence[str]) -> list[str]:
    found: list[str] = []
    for start in range(0, len(texts), AT_ONCE):
        batch = model.suggest([Document(text) for text in texts[start : start + AT_ONCE]])
        for result in batch:
            first = next(iter(result), None)
            found.append(model.subjects[first.subject_id].labels["en"] if first else "none")
    return found
