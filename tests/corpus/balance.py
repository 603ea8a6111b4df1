"""One Word file in, the verdict on whether the product accounts for all that it holds out."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fingerpost.documents import Document
from fingerpost.errors import DocumentRefused
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.strategies import Kind, LedgerRow

from tests.corpus.shape import misshapen
from tests.oracle.locate import locate
from tests.oracle.package import UnreadableError
from tests.oracle.story import DELETED, HIDDEN, VISIBLE
from tests.oracle.words import STORIES, Reading, count_words, words
from tests.oracle.words import read as read_by_oracle
from tests.support.shipped import shipped_rules

CHECKOUT = Path(__file__).parents[2]
CORPUS = CHECKOUT.parent / "shared" / "corpus"
_FATES = {Kind.DELETED: DELETED, Kind.HIDDEN: HIDDEN}
_SHOWN = 40

ON_PURPOSE = {
    # Its words could be had, but a document with entities of its own is a known way of attack.
    "poi/5cf7340f-ExternalEntityInText.docx": "unsafe",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one file.

    `outcome` is `balanced`, `unbalanced` (in words or their places), `misshapen` (in order,
    headings, list items or links), `refused` (the oracle has no words either, or the refusal is
    on purpose), `refused-though-readable` or `read-though-unreadable`; `detail` says what differs.
    """

    name: str
    outcome: str
    code: str = ""
    detail: str = ""
    seconds: float = 0.0


def corpus_files(folder: Path = CORPUS) -> list[Path]:
    """List the files of the corpus, in order."""
    return sorted(path for path in folder.glob("*/*") if path.is_file())


def weigh(path: Path) -> Verdict:
    """Read one file with product and oracle and compare; only a refusal is no fault."""
    name = f"{path.parent.name}/{path.name}"
    data = path.read_bytes()
    start = time.process_time()
    try:
        document, ledger = account_of(name, data)
    except DocumentRefused as refusal:
        return _refused(name, data, refusal, time.process_time() - start)
    seconds = time.process_time() - start
    reading = _oracle(data)
    if reading is None:
        return Verdict(name, "read-though-unreadable", seconds=seconds)
    if faults := [*differences(ledger, reading), *strays(ledger, data)]:
        return Verdict(name, "unbalanced", "", "; ".join(faults), seconds)
    shape = "; ".join(misshapen(document, reading))
    return Verdict(name, "misshapen" if shape else "balanced", "", shape, seconds)


def ledger_of(name: str, data: bytes) -> tuple[LedgerRow, ...]:
    """Return the product's account of a file."""
    return account_of(name, data)[1]


def account_of(name: str, data: bytes) -> tuple[Document, tuple[LedgerRow, ...]]:
    """Read a file and account for it."""
    document = read(name, data)
    return document, extract(document, meanings()).ledger


@cache
def meanings() -> Meanings:
    """Load what the rules of the checkout say about headings."""
    return Meanings(shipped_rules().headings)


def _refused(name: str, data: bytes, refusal: DocumentRefused, seconds: float) -> Verdict:
    if not (refusal.code and refusal.reason and refusal.remedy):
        return Verdict(name, "unnamed", refusal.code, str(refusal), seconds)
    readable = ON_PURPOSE.get(name) != refusal.code and _oracle(data) is not None
    outcome = "refused-though-readable" if readable else "refused"
    return Verdict(name, outcome, refusal.code, refusal.reason, seconds)


def _oracle(data: bytes) -> Reading | None:
    try:
        return read_by_oracle(data)
    except UnreadableError:
        return None


def differences(ledger: Iterable[LedgerRow], reading: Reading) -> Iterator[str]:
    """Name the words that only one of the two has, by story and fate."""
    texts: dict[tuple[str, str], list[str]] = {}
    for row in ledger:
        if row.kind is not Kind.ALT_TEXT:
            story = row.locator.partition("/")[0].partition("[")[0]
            texts.setdefault((story, _FATES.get(row.kind, VISIBLE)), []).append(row.text)
    for story, fate in sorted({*texts, *((s, f) for s in STORIES for f in _all_fates())}):
        ours, theirs = count_words(texts.get((story, fate), ())), reading.words(fate, story)
        yield from _difference(f"{story} {fate}", ours, theirs)


def _all_fates() -> tuple[str, ...]:
    return (VISIBLE, *_FATES.values())


def _difference(place: str, ours: Counter[str], theirs: Counter[str]) -> Iterator[str]:
    for side, surplus in (("missing", theirs - ours), ("too many", ours - theirs)):
        if surplus:
            first = " ".join(list(surplus)[:12])
            yield f"{place}: {surplus.total()} {side}: {first}"


def strays(ledger: Iterable[LedgerRow], data: bytes) -> Iterator[str]:
    """Name the locators whose paragraph has not the letters that all their rows have together."""
    told: dict[str, list[str]] = {}
    for row in ledger:
        if row.kind is not Kind.ALT_TEXT:
            told.setdefault(row.locator, []).append(row.text)
    for locator, texts in told.items():
        try:
            held = locate(data, locator)
        except (IndexError, KeyError, StopIteration) as error:
            yield f"{locator} names no paragraph ({error!r})"
            continue
        if _letters(held) != _letters(" ".join(texts)):
            yield f"{locator} holds {held[:_SHOWN]!r}, not {texts[0][:_SHOWN]!r}"


def _letters(text: str) -> Counter[str]:
    return Counter("".join(words(text)))
