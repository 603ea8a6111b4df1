"""Everything one run found and decided, as the reports and the curated files take it."""

from dataclasses import dataclass, field

from fingerpost.calibration import Calibration
from fingerpost.decisions import Standing
from fingerpost.directory import DocumentRecord, Item, Refusal, Replaced
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Extraction, Known
from fingerpost.taught import Proposal, SecondLook


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One run's result: documents in order of source, items in document order.

    `previous` are the items of the run before, for "since last time"; `vanished` the ids that are
    in no document any more; `copies` the documents of which there is a copy with marks.
    `calibration` is what people's answers say of the program's beliefs, `proposals` the rules that
    their corrections speak for, `second_looks` the answers that all else speaks against.
    """

    rulebook: Rulebook
    meanings: Meanings
    standing: Standing
    extractions: tuple[Extraction, ...]
    items: tuple[Item, ...]
    documents: tuple[DocumentRecord, ...]
    refusals: tuple[Refusal, ...]
    previous: tuple[Known, ...] = ()
    vanished: tuple[str, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    copies: frozenset[str] = frozenset()
    calibration: Calibration = field(default_factory=Calibration)
    proposals: tuple[Proposal, ...] = ()
    second_looks: tuple[SecondLook, ...] = ()
