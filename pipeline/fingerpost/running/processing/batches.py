"""Bytes and names in, what became of each document out: the work that is handed to workers."""

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fingerpost.classifying import classify
from fingerpost.directory import Refusal
from fingerpost.documents import Document
from fingerpost.errors import DocumentRefused
from fingerpost.extracting import extract
from fingerpost.learned import UNTAUGHT, Judgement
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.rulebook import Rulebook
from fingerpost.running.processing.bounds import SECONDS_A_DOCUMENT, memory_limit, time_limit
from fingerpost.running.processing.copies import packed_copy
from fingerpost.strategies import Extraction
from fingerpost.suggestions import Classified

BATCH_BYTES = 4_000_000
BATCH_DOCUMENTS = 25
"""A batch ends at either: some seconds of work, so that handing it over costs next to nothing."""

STOPPED = "reader-stopped"
FAILED = "reader-failed"
_CONVERTED = (
    "The document is of the old kind (.doc) and was converted by LibreOffice before it was read. "
    "Compare it with the document in Word."
)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as the council sent it; `source` is its path below the folder of documents.

    `sent` is the digest of the bytes that were sent where `data` was converted from them.
    """

    source: str
    data: bytes
    sent: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes that were sent."""
        return self.sent or hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Documents to be worked on together, with all that the work depends on."""

    documents: tuple[RawDocument, ...]
    rulebook: Rulebook
    meanings: Meanings
    judgement: Judgement = UNTAUGHT
    seconds: float = SECONDS_A_DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """What became of one document: its account and its labelled strategies, or a refusal.

    `copy` is the packed page that shows the document with its statements marked;
    `seconds` is the processor time it took, for reports only.
    """

    source: str
    digest: str
    extraction: Extraction | None = None
    classified: tuple[Classified, ...] = ()
    copy: bytes = b""
    refusal: Refusal | None = None
    seconds: float = 0.0


def in_batches(documents: Iterable[RawDocument]) -> Iterator[tuple[RawDocument, ...]]:
    """Group documents, in order, so that each group is worth handing over."""
    batch: list[RawDocument] = []
    size = 0
    for document in documents:
        full = len(batch) == BATCH_DOCUMENTS or size + len(document.data) > BATCH_BYTES
        if batch and full:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(document)
        size += len(document.data)
    if batch:
        yield tuple(batch)


def process_batch(batch: Batch) -> tuple[DocumentResult, ...]:
    """Work through a batch in a worker process; a document that hangs stops that process.

    One that wants more memory than a worker may have is refused.
    """
    results = []
    for document in batch.documents:
        with time_limit(batch.seconds), memory_limit():
            results.append(process(document, batch.rulebook, batch.meanings, batch.judgement))
    return tuple(results)


def process(
    raw: RawDocument,
    rulebook: Rulebook,
    meanings: Meanings,
    judgement: Judgement = UNTAUGHT,
) -> DocumentResult:
    """Read, extract and classify one document, or say why it is refused."""
    started = time.process_time()
    try:
        document = _read(raw, rulebook)
        extraction = extract(document, meanings)
        classified = classify(extraction.strategies, rulebook, meanings, judgement)
        copied = packed_copy(raw.data, document, extraction, rulebook.council.name)
    except DocumentRefused as refused:
        return _refused(raw, refused, started)
    except MemoryError:
        return _refused(raw, _without_memory(), started)
    except Exception as fault:  # noqa: BLE001 - one document must not stop the run
        return _refused(raw, _unforeseen(fault), started)
    return DocumentResult(
        source=raw.source,
        digest=raw.digest,
        extraction=extraction,
        classified=classified,
        copy=copied,
        seconds=time.process_time() - started,
    )


def _read(raw: RawDocument, rulebook: Rulebook) -> Document:
    document = read(raw.source, raw.data, tracked_changes=rulebook.council.tracked_changes)
    if not raw.sent:
        return document
    return replace(document, digest=raw.sent, warnings=(_CONVERTED, *document.warnings))


def _refused(raw: RawDocument, refused: DocumentRefused, started: float) -> DocumentResult:
    return DocumentResult(
        source=raw.source,
        digest=raw.digest,
        refusal=Refusal(
            source=raw.source,
            code=refused.code,
            reason=refused.reason,
            remedy=refused.remedy,
        ),
        seconds=time.process_time() - started,
    )


def _without_memory() -> DocumentRefused:
    return DocumentRefused(
        STOPPED,
        "Reading this document needs more memory than one document may have.",
        "Divide it into smaller documents, or take out what is not guidance.",
    )


def _unforeseen(fault: BaseException) -> DocumentRefused:
    """Turn a fault of ours into a refusal by name, with what whoever mends it needs."""
    return DocumentRefused(
        FAILED,
        f"Reading this document failed in a way nobody foresaw ({type(fault).__name__}: {fault}).",
        "Open it in Word, save it under a new name as a Word Document (.docx), and run again. "
        "If it fails again, send it to whoever maintains Fingerpost.",
    )


def stopped(raw: RawDocument) -> DocumentResult:
    """Refuse, by name, a document whose worker died or was stopped."""
    return DocumentResult(
        source=raw.source,
        digest=raw.digest,
        refusal=Refusal(
            source=raw.source,
            code=STOPPED,
            reason="Reading this document stopped the program or took longer than it may.",
            remedy="Open it in Word, save it under a new name as a Word Document (.docx), "
            "and run again. If it stops again, send it to whoever maintains Fingerpost.",
        ),
    )
