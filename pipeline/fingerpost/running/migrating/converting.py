"""A run's inputs in; the same with documents of the old kind converted, or refused with why, out."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from fingerpost.directory import Refusal
from fingerpost.errors import WorkspaceError
from fingerpost.files import replace_file
from fingerpost.reading import refusal
from fingerpost.reading.locks import is_open_legacy
from fingerpost.running.migrating.inputs import Inputs, without_items_of
from fingerpost.running.migrating.office import convert, find_office
from fingerpost.running.processing.batches import RawDocument
from fingerpost.workspace import Workspace


class Legacy(StrEnum):
    """What is done with documents of the old kind (.doc).

    `kept` takes what an earlier run converted, and converts nothing.
    """

    REFUSE = "refuse"
    KEPT = "kept"
    CONVERT = "convert"


_NO_OFFICE = "LibreOffice, which could convert it, was not found on this computer."
_FAILED = "LibreOffice could not convert it."


@dataclass(frozen=True, slots=True)
class _Kept:
    """Conversions by the digest of what they were made from; may be deleted at any time."""

    workspace: Workspace

    def get(self, raw: RawDocument) -> RawDocument | None:
        with suppress(OSError):
            return _instead(raw, self._path(raw.digest).read_bytes())
        return None

    def put(self, raw: RawDocument, data: bytes) -> None:
        with suppress(WorkspaceError):
            replace_file(self._path(raw.digest), data)

    def _path(self, digest: str) -> Path:
        return self.workspace.state / "converted" / f"{digest}.docx"


def convert_legacy(
    inputs: Inputs, how: Legacy, *, fresh: bool = False, keep: bool = True
) -> Inputs:
    """Put conversions in the place of documents of the old kind; names and digests stay theirs.

    `fresh` forgets what was converted before; `keep` says whether conversions may be kept.
    """
    old = (
        []
        if how is Legacy.REFUSE
        else [raw for raw in inputs.documents if is_open_legacy(raw.data)]
    )
    kept = _Kept(inputs.workspace)
    found = {} if fresh else {raw: kept.get(raw) for raw in old}
    done = {raw: conversion for raw, conversion in found.items() if conversion}
    waiting = [raw for raw in old if raw not in done]
    if how is not Legacy.CONVERT or not waiting:
        return _with(inputs, done, ())
    program = find_office()
    if not program:
        return _with(inputs, done, [_refused(raw, _NO_OFFICE) for raw in waiting])
    refused = []
    for raw, data in zip(waiting, convert(program, [raw.data for raw in waiting]), strict=True):
        if data is None:
            refused.append(_refused(raw, _FAILED))
            continue
        done[raw] = _instead(raw, data)
        if keep:
            kept.put(raw, data)
    return _with(inputs, done, refused)


def _instead(raw: RawDocument, data: bytes) -> RawDocument:
    return RawDocument(raw.source, data, sent=raw.digest)


def _with(
    inputs: Inputs, done: dict[RawDocument, RawDocument], refused: Iterable[Refusal]
) -> Inputs:
    refused = tuple(refused)
    gone = {refusal.source for refusal in refused}
    return replace(
        inputs,
        documents=tuple(done.get(raw, raw) for raw in inputs.documents if raw.source not in gone),
        unopened=(*inputs.unopened, *refused),
        known=without_items_of(refused, inputs.known),
    )


def _refused(raw: RawDocument, why: str) -> Refusal:
    refused = refusal.legacy(why)
    return Refusal(
        source=raw.source, code=refused.code, reason=refused.reason, remedy=refused.remedy
    )
