"""Exemplars in, each file of them judged by a program that never saw it, out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.classifying import lessons
from fingerpost.classifying.evaluating import GoldRow, predict
from fingerpost.encoding import encoder
from fingerpost.exemplars import Exemplar
from fingerpost.learned import Judgement
from fingerpost.learning import digest_of, read_vectors, train
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.running.rules.learner import shipped_file
from fingerpost.strategies import Role
from fingerpost.suggestions import Classified
from fingerpost.taxonomy import Facet

CHECKOUT = Path(__file__).resolve().parents[2]
RULES, STATE = CHECKOUT / "rules", CHECKOUT / ".fingerpost"


@dataclass(frozen=True, slots=True)
class Judged:
    """One file: its statements as judged without it, which are filed wrongly, and the exemplars left."""

    name: str
    statements: tuple[Classified, ...]
    wrong: tuple[bool, ...]
    left: tuple[Exemplar, ...]
    rulebook: Rulebook


def judged() -> Iterator[Judged]:
    """Leave out one file of exemplars at a time and judge the advice in it."""
    rulebook = load_rulebook(RULES)
    for name in sorted({_file(one) for one in rulebook.exemplars}):
        left = tuple(one for one in rulebook.exemplars if _file(one) != name)
        mine = (one for one in rulebook.exemplars if _file(one) == name)
        rows = tuple(_row(one) for one in mine if _is_filed(one))
        if not rows:
            continue
        book = replace(rulebook, exemplars=left)
        found = predict(rows, book, _learned(book))
        wrong = tuple(not one.is_right(Facet.AREA) for one in found)
        yield Judged(name, tuple(one.classified for one in found), wrong, left, book)


def _file(exemplar: Exemplar) -> str:
    return exemplar.origin.partition(" ")[0].rpartition("/")[2]


def _is_filed(exemplar: Exemplar) -> bool:
    return exemplar.role is Role.STRATEGY and Facet.AREA in exemplar.labels


def _row(exemplar: Exemplar) -> GoldRow:
    return GoldRow(
        text=exemplar.text,
        labels=exemplar.labels,
        strategy=True,
        origin=exemplar.origin,
    )


def _learned(rulebook: Rulebook) -> Judgement:
    vectors = STATE / "vectors"
    made_by = encoder(rulebook.encoder, vectors)
    known = dict(read_vectors(shipped_file(RULES, rulebook.encoder), rulebook.encoder))
    digest = digest_of(rulebook.exemplars, made_by.digest if made_by else "")
    return Judgement(train(lessons(rulebook.exemplars), known, rulebook.encoder, digest), vectors)
