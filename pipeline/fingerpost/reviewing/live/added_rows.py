"""One row of the Add sheet in, the statement that it adds to the directory out, if it does."""

from fingerpost.naming import added_id, digest_of
from fingerpost.reviewing.columns import (
    INTRODUCED_BY,
    NEW_STATEMENT,
    NEXT_REVIEW,
    OWNER,
    RESOURCE,
    REVIEWER,
)
from fingerpost.reviewing.live.facts import facts_of
from fingerpost.reviewing.live.library import Library
from fingerpost.reviewing.refs import SHOWN, Ref
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.edits import label_pairs, tell_strayed, typed_labels
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import AddedAnswer
from fingerpost.reviewing.wordings import lines_of, words_of
from fingerpost.taxonomy import Facet


def added(library: Library, desk: Desk, row: FormRow) -> AddedAnswer | None:
    """Return a new statement, with only the labels that somebody gave it.

    Its id is made of its words alone: whoever adds the same words speaks of the same statement.
    """
    if not any(said(row, name) for name in row.cells if name != REVIEWER) or not desk.is_sound(row):
        return None
    lines = lines_of(row.cells[NEW_STATEMENT])
    words, lead_in = lines[0], " ".join(row.cells[INTRODUCED_BY].split())
    labels = _labels(desk, row)
    attached = library.found(desk, row, RESOURCE)
    if fault := _fault(library, lines, labels):
        desk.put_aside(row, fault)
        return None
    digest = digest_of(words, lead_in)
    ref = Ref(added_id(digest, library.in_use), digest[:SHOWN])
    return AddedAnswer(
        **desk.common(row, ref),
        words=words,
        lead_in=lead_in,
        labels=labels,
        facts=facts_of(desk, row, {OWNER: "owner", NEXT_REVIEW: "next_review"}, every=True),
        attached=attached,
    )


def _labels(desk: Desk, row: FormRow) -> dict[Facet, tuple[str, ...]]:
    """Return what was chosen of each kind; a need without an area brings its own."""
    labels = {pair.facet: typed_labels(desk, row, pair) for pair in label_pairs(desk, row)}
    needs = labels.get(Facet.NEED, ())
    if needs and not labels.get(Facet.AREA):
        areas = (desk.taxonomy[need].parent for need in needs)
        labels[Facet.AREA] = tuple(dict.fromkeys(filter(None, areas)))
    tell_strayed(desk, row, labels)
    return labels


def _fault(library: Library, lines: tuple[str, ...], labels: dict[Facet, tuple[str, ...]]) -> str:
    if not lines[0]:
        return f"there are no words under “{NEW_STATEMENT}”, so nothing is added."
    if len(lines) > 1:
        return "there are several lines. Put each statement into a row of its own."
    if not any(labels.values()):
        return "it has no category. Choose at least one, so that people can find it."
    if same := library.words.get(words_of(lines[0])):
        source = same.classified.strategy.source
        return f"these words stand in the directory already, from {source}."
    return ""
