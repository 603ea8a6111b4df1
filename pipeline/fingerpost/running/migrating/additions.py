"""What stands and all documents in, the statements that people added, compared and classified, out; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fingerpost.classifying import classify
from fingerpost.decisions import LEFT_OUT, Action, Standing
from fingerpost.documents import Revisions
from fingerpost.extracting import mark_duplicates
from fingerpost.naming import digest_of
from fingerpost.running.migrating.inputs import Inputs
from fingerpost.strategies import Extraction, Strategy
from fingerpost.suggestions import Classified, Reason
from fingerpost.upkeep import AddedStatement


@dataclass(frozen=True, slots=True)
class Compared:
    """Documents and added statements; whatever is almost the same as another says so."""

    extractions: tuple[Extraction, ...]
    added: tuple[Strategy, ...]


def added_strategies(standing: Standing) -> tuple[Strategy, ...]:
    """Return what people added as statements that stand in no document, oldest first."""
    oldest_first = sorted(standing.added.items(), key=lambda one: (one[1].added_on, one[0]))
    return tuple(_strategy(item, statement) for item, statement in oldest_first)


def _strategy(item: str, statement: AddedStatement) -> Strategy:
    return Strategy(
        id=item,
        text=statement.text,
        source_text="",
        digest=digest_of(statement.text, statement.lead_in),
        lead_in=statement.lead_in,
        source="",
        locator="",
    )


def compare(
    extractions: tuple[Extraction, ...], standing: Standing, known: frozenset[str]
) -> Compared:
    """Doubt what is almost the same as another statement: of two, the one no person decided about.

    What a person added is decided, so that the one in Word is asked about, even if it was there
    first: readers keep the words meanwhile. Where a person approved that one too, whoever added the
    other may not have known, and the added one is asked about as well.
    """
    added = added_strategies(standing)
    wanted = {one.id: one for one in added if not _is_left_out(standing, one.id)}
    first = tuple(map(_alone, wanted.values()))
    marked = mark_duplicates((*first, *extractions), known | wanted.keys())
    documents = marked[len(first) :]
    told = {
        one.id: one.similar for extraction in marked[: len(first)] for one in extraction.strategies
    }
    twins = _approved_twins(documents, standing)
    return Compared(
        extractions=documents,
        added=tuple(
            _doubted(one, (*told.get(one.id, ()), *twins.get(one.id, ()))) for one in added
        ),
    )


def classify_added(added: Sequence[Strategy], inputs: Inputs) -> tuple[Classified, ...]:
    """Classify what people added as statements of documents are, in this process.

    Whoever adds a statement was shown no proposal, so that only labels which people gave count.
    """
    if not added:
        return ()
    found = classify(added, inputs.rulebook, inputs.meanings, inputs.judgement)
    return tuple(map(_without_proposals, found))


def _without_proposals(classified: Classified) -> Classified:
    assignments = tuple(replace(one, concepts=()) for one in classified.assignments)
    return replace(classified, assignments=assignments)


def _is_left_out(standing: Standing, item: str) -> bool:
    verdict = standing.verdicts.get(item)
    return verdict is not None and verdict.action in LEFT_OUT


def _alone(strategy: Strategy) -> Extraction:
    """Put a statement into a document of its own, so that it is compared with all others."""
    return Extraction(
        source="",
        digest="",
        title="",
        edition="",
        revisions=Revisions(),
        strategies=(strategy,),
        ledger=(),
        heads=(),
    )


def _approved_twins(
    documents: Iterable[Extraction], standing: Standing
) -> Mapping[str, tuple[str, ...]]:
    """Lead from an added statement to those in Word that are almost the same and were approved."""
    twins: dict[str, tuple[str, ...]] = {}
    for strategy in (one for document in documents for one in document.strategies):
        verdict = standing.verdicts.get(strategy.id)
        if verdict and verdict.action is Action.APPROVED and not verdict.is_open:
            for other in strategy.similar:
                twins[other] = (*twins.get(other, ()), strategy.id)
    return twins


def _doubted(strategy: Strategy, similar: Sequence[str]) -> Strategy:
    if not similar:
        return strategy
    partners = tuple(dict.fromkeys(similar))
    return replace(strategy, doubts=(Reason.NEAR_DUPLICATE.value,), similar=partners)
