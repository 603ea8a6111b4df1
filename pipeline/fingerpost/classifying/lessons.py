"""Labelled statements in, lessons for the learned matcher out: taken to words as every statement is."""

from collections.abc import Sequence

from fingerpost.classifying.statements import Statement, prepare
from fingerpost.exemplars import Exemplar
from fingerpost.learned import Lesson
from fingerpost.meanings import Meanings
from fingerpost.strategies import Strategy


def lessons(examples: Sequence[Exemplar]) -> tuple[Lesson, ...]:
    """Return one lesson an example, in order."""
    texts = (one.text for one in examples)
    strategies = tuple(
        Strategy(text=text, source_text=text, digest="", source="", locator="") for text in texts
    )
    statements = prepare(strategies, Meanings(()))
    return tuple(
        Lesson(example, words_of(statement), statement.voice)
        for example, statement in zip(examples, statements, strict=True)
    )


def words_of(statement: Statement) -> tuple[str, ...]:
    """Return the lemmas of the action: the purpose names the goal, not the method."""
    end = statement.action_end
    return tuple(t.lemma_ for t in statement.doc if t.is_alpha and t.idx < end)
