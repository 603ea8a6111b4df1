"""A workspace and some paths in, everything one run depends on out."""

import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.curating import answered, check_log, fold, known_from_log, read_log
from fingerpost.decisions import Decision, Standing
from fingerpost.directory import Refusal
from fingerpost.errors import WorkspaceError
from fingerpost.learned import UNTAUGHT, Judgement
from fingerpost.meanings import Meanings
from fingerpost.reading import DEFAULT_LIMITS
from fingerpost.reporting import read_items
from fingerpost.rulebook import Rulebook, with_accepted
from fingerpost.running.processing.batches import RawDocument
from fingerpost.running.rules.learner import Learner, taught_by
from fingerpost.running.rules.proof import proved_rulebook
from fingerpost.strategies import Known
from fingerpost.workspace import Workspace

_NOT_DOCUMENTS = ("thumbs.db", "desktop.ini", "readme.md", "readme.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Raw documents, rules and decisions, and what is remembered of the run before.

    `whole` is true where the run takes all of data/raw, so that what it does not find is gone;
    `left_out` counts the files of data/raw that it was not asked to read; `judgement` is what rules
    and decisions taught.
    """

    workspace: Workspace
    rulebook: Rulebook
    decisions: tuple[Decision, ...]
    standing: Standing
    meanings: Meanings
    documents: tuple[RawDocument, ...]
    unopened: tuple[Refusal, ...]
    known: tuple[Known, ...]
    previous: tuple[Known, ...]
    whole: bool
    left_out: int = 0
    judgement: Judgement = UNTAUGHT


def gather(
    workspace: Workspace, paths: Sequence[Path] = (), *, keep: bool = True, learn: bool = True
) -> Inputs:
    """Read rules, decisions and documents; a file that cannot be opened is refused by name.

    `keep` says whether it may be noted that the rules hold, and what they taught; `learn` whether
    they teach at all: what only looks at words and headings can do without.
    """
    rulebook = proved_rulebook(workspace, keep=keep)
    decisions = read_log(workspace.log)
    check_log(workspace.log, decisions)
    standing = fold(decisions, rulebook.taxonomy)
    rulebook = with_accepted(rulebook, standing.rules.values())
    sources = _sources(workspace, paths)
    previous = read_items(workspace.reports / "items.csv")
    remembered = (*previous, *known_from_log(decisions))
    learner = Learner(workspace.rules, workspace.state, keep=keep)
    opened, unopened = _open_all(sources)
    documents, copies = _without_copies(opened, {item.source for item in remembered})
    taught = taught_by(decisions, rulebook.taxonomy) if learn else Standing()
    return Inputs(
        workspace=workspace,
        rulebook=rulebook,
        decisions=decisions,
        standing=standing,
        meanings=Meanings(rulebook.headings, answered(standing, rulebook.taxonomy)),
        documents=documents,
        unopened=(*unopened, *copies),
        known=without_items_of(unopened, _known(workspace, sources, remembered)),
        previous=previous,
        whole=not paths,
        left_out=_left_out(workspace, sources) if paths else 0,
        judgement=learner.judgement(rulebook, taught) if learn else UNTAUGHT,
    )


def _left_out(workspace: Workspace, sources: Container[str]) -> int:
    if not workspace.raw.is_dir():
        return 0
    raw = workspace.raw.resolve()
    return sum(_name(file, raw) not in sources for file in _files(raw))


def _known(
    workspace: Workspace, sources: Container[str], remembered: Sequence[Known]
) -> tuple[Known, ...]:
    """Keep each item once, and none that stands in no document, or in one this run leaves out."""
    first = {item.id: item for item in reversed(remembered) if item.source}
    return tuple(
        item
        for item in sorted(first.values(), key=lambda item: (item.source, item.order, item.id))
        if item.source in sources or not (workspace.raw / item.source).exists()
    )


def without_items_of(refusals: Iterable[Refusal], known: Iterable[Known]) -> tuple[Known, ...]:
    """Leave out what stands in files that could not be looked into: nobody knows that it is gone."""
    closed = {refusal.source for refusal in refusals}
    return tuple(item for item in known if item.source not in closed)


def _sources(workspace: Workspace, paths: Sequence[Path]) -> dict[str, Path]:
    """Give every file its name: the path below data/raw, or else below the folder that was named."""
    found: dict[str, Path] = {}
    for path in paths or (workspace.raw,):
        for file in sorted(_files(path)):
            base = workspace.raw if file.is_relative_to(workspace.raw.resolve()) else path
            found.setdefault(_name(file, base.resolve()), file)
    if not found:
        where = ", ".join(str(path) for path in paths or (workspace.raw,))
        raise WorkspaceError(f"{where}: no documents found. Put Word files there and run again.")
    return dict(sorted(found.items()))


def _name(file: Path, base: Path) -> str:
    relative = file.relative_to(base) if file != base else Path(file.name)
    return unicodedata.normalize("NFC", relative.as_posix())


def _files(path: Path) -> Iterator[Path]:
    resolved = path.resolve()
    if resolved.is_file():
        yield resolved
        return
    if not resolved.is_dir():
        raise WorkspaceError(f"{path}: there is no such file or folder. Check the spelling.")
    for file in resolved.rglob("*"):
        parts = file.relative_to(resolved).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        there = file.is_file() or (file.is_symlink() and not file.exists())
        if there and not hidden and file.name.casefold() not in _NOT_DOCUMENTS:
            yield file


def _without_copies(
    documents: Sequence[RawDocument], known: Container[str]
) -> tuple[tuple[RawDocument, ...], tuple[Refusal, ...]]:
    """Read a file once that is there twice, byte for byte: under the name it was known by before."""
    kept: dict[str, RawDocument] = {}
    copies = []
    for document in sorted(documents, key=lambda one: (one.source not in known, one.source)):
        first = kept.setdefault(document.digest, document)
        if first is not document:
            copies.append(
                Refusal(
                    source=document.source,
                    code="same-file",
                    reason=f"It is the same file, byte for byte, as {first.source}.",
                    remedy="Nothing in it is lost. Take one of the two away.",
                )
            )
    return tuple(sorted(kept.values(), key=lambda one: one.source)), tuple(copies)


def _open_all(sources: dict[str, Path]) -> tuple[tuple[RawDocument, ...], tuple[Refusal, ...]]:
    documents, refusals = [], []
    for source, path in sources.items():
        opened = _open(source, path)
        if isinstance(opened, Refusal):
            refusals.append(opened)
        else:
            documents.append(opened)
    return tuple(documents), tuple(refusals)


def _open(source: str, path: Path) -> RawDocument | Refusal:
    try:
        source.encode()
        size = path.stat().st_size
        if size <= DEFAULT_LIMITS.file_bytes:
            return RawDocument(source, path.read_bytes())
    except UnicodeEncodeError:
        return Refusal(
            source=source.encode(errors="replace").decode(),
            code="bad-name",
            reason="The file's name holds characters that this computer cannot read.",
            remedy="Give it a plain name and run again.",
        )
    except OSError as error:
        return Refusal(
            source=source,
            code="cannot-open",
            reason=f"The file cannot be opened ({error.strerror}).",
            remedy="Close it in Word, or ask for the right to read it, and run again.",
        )
    return Refusal(
        source=source,
        code="too-large",
        reason=f"The file is larger than can be read safely: it has {size:,} bytes.",
        remedy="Divide it into smaller documents, or take out what is not guidance.",
    )
