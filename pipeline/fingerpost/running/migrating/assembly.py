"""What became of each document in, one outcome for all of them out; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from fingerpost.calibrating import apply, calibrate
from fingerpost.classifying import personal_words
from fingerpost.curating import (
    arrange,
    date_of_inputs,
    handed_on,
    identity_decisions,
    looked_through,
    settle,
)
from fingerpost.decisions import Decision
from fingerpost.directory import DocumentRecord, Item, Refusal, Replaced
from fingerpost.extracting import identify, merge_editions
from fingerpost.learning import second_looks
from fingerpost.outcome import Outcome
from fingerpost.running.migrating.additions import classify_added, compare
from fingerpost.running.migrating.inputs import Inputs
from fingerpost.running.migrating.moves import accounted, known_in_word, moves_of
from fingerpost.running.processing.batches import DocumentResult
from fingerpost.running.rules.teaching import proposed_rules
from fingerpost.strategies import Extraction, Strategy
from fingerpost.suggestions import Classified, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """An outcome, and the lines about identity that the log does not hold yet."""

    outcome: Outcome
    identity_lines: tuple[Decision, ...]


def assemble(inputs: Inputs, results: Sequence[DocumentResult]) -> Assembled:
    """Join the results of all documents."""
    results = sorted(results, key=lambda result: result.source)
    read = [result for result in results if result.extraction is not None]
    identified = identify(
        tuple(result.extraction for result in read if result.extraction),
        known_in_word(inputs, results),
        inputs.standing.identities,
    )
    compared = compare(
        merge_editions(identified.extractions),
        inputs.standing,
        frozenset(item.id for item in inputs.known),
    )
    suspects = partial(personal_words, known=inputs.rulebook.names)
    standing = looked_through(inputs.standing, suspects)
    classified = (*_relabel(read, compared.extractions), *classify_added(compared.added, inputs))
    settled = settle(classified, standing, suspects)
    items, replaced = arrange(settled)
    calibration = calibrate(settled, _taken(replaced), inputs.rulebook.council)
    items = apply(items, calibration)
    instead = {one.item.id: one.by for one in replaced}
    extractions = tuple(accounted(extraction, instead) for extraction in compared.extractions)
    moves = moves_of(inputs, results, identified, items, instead)
    outcome = Outcome(
        rulebook=inputs.rulebook,
        meanings=inputs.meanings,
        standing=handed_on(standing, replaced),
        extractions=extractions,
        items=items,
        documents=_records(read, extractions, items),
        refusals=_refusals(inputs, results),
        previous=inputs.previous,
        vanished=moves.gone,
        replaced=replaced,
        copies=frozenset(result.source for result in read if result.copy),
        calibration=calibration,
        proposals=proposed_rules(inputs.rulebook, inputs.standing),
        second_looks=second_looks(items),
    )
    at = date_of_inputs(inputs.decisions, (extraction.edition for extraction in extractions))
    lines = identity_decisions(
        identified.same_as, moves.gone, moves.back, inputs.standing, at, instead
    )
    return Assembled(outcome=outcome, identity_lines=lines)


def _taken(replaced: Sequence[Replaced]) -> frozenset[str]:
    """Return the items that others took in: each stands for itself no more."""
    return frozenset(one.item.id for one in replaced if len(one.by) == 1)


def _relabel(
    read: Sequence[DocumentResult], extractions: Sequence[Extraction]
) -> tuple[Classified, ...]:
    """Give the labels made in the workers to the strategies as they are known now."""
    relabelled = []
    for result, extraction in zip(read, extractions, strict=True):
        by_place = {_place(one.strategy): one for one in result.classified}
        relabelled += [_renewed(by_place[_place(new)], new) for new in extraction.strategies]
    return tuple(relabelled)


def _place(strategy: Strategy) -> tuple[str, int]:
    return strategy.locator, strategy.part


def _renewed(classified: Classified, strategy: Strategy) -> Classified:
    """Add the doubts that only a look at all documents together can raise."""
    new = set(strategy.doubts) - set(classified.strategy.doubts)
    reasons = {*classified.reasons, *map(Reason, new)}
    ordered = tuple(reason for reason in Reason if reason in reasons)
    return replace(classified, strategy=strategy, reasons=ordered)


def _records(
    read: Sequence[DocumentResult], extractions: Sequence[Extraction], items: Sequence[Item]
) -> tuple[DocumentRecord, ...]:
    return tuple(
        DocumentRecord.of(extraction, items, result.seconds)
        for result, extraction in zip(read, extractions, strict=True)
    )


def _refusals(inputs: Inputs, results: Sequence[DocumentResult]) -> tuple[Refusal, ...]:
    refused = [result.refusal for result in results if result.refusal]
    return tuple(sorted((*inputs.unopened, *refused), key=lambda refusal: refusal.source))
