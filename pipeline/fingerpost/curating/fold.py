"""The whole log in, what stands now out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from fingerpost.curating.agreeing import about_headings, about_rules
from fingerpost.curating.opinions import (
    Opinion,
    differences,
    opinions_of,
    still_held,
    value_of,
)
from fingerpost.curating.retirement import NO_LABEL_LEFT, in_force
from fingerpost.curating.standing_lines import standing_lines
from fingerpost.decisions import (
    Action,
    Decision,
    Resource,
    Skimmed,
    Standing,
    Verdict,
)
from fingerpost.taxonomy import Facet, Taxonomy

_NOTHING_LEFT = (NO_LABEL_LEFT,)
_ACTION_WORDS = {Action.APPROVED: "keep", Action.REJECTED: "reject"}
_FIELD_WORDS = {
    "status": "what to do with it",
    "text": "the wording",
    Facet.AREA: "the area",
    Facet.NEED: "the need",
    Facet.UNIVERSAL: "the whole-school category",
    Facet.STANDARD: "the Teachers' Standard",
    Facet.STAGE: "the stage",
}


def fold(decisions: Sequence[Decision], taxonomy: Taxonomy | None = None) -> Standing:
    """Join all lines: what was taken back is left out, and later answers win over earlier ones.

    Where two people decided one field of one item differently, the verdict says so, in the
    council's own labels where the taxonomy is given; labels that are retired there count as what
    replaced them.
    """
    lines = standing_lines(decisions)
    lines = tuple(in_force(lines, taxonomy)) if taxonomy else lines
    headings = tuple(line for line in lines if line.resource_type is Resource.HEADING)
    return Standing(
        verdicts=_verdicts(lines, taxonomy),
        answers=about_headings(headings),
        identities={
            line.replacement_value: line.resource_id
            for line in lines
            if line.last_action_type is Action.SAME_AS
        },
        retired=_retired(lines),
        skimmed={
            line.resource_id: Skimmed(line.updated_by, line.source_digest)
            for line in headings
            if line.last_action_type is Action.SKIMMED
        },
        signed_off_by=next(
            (ln.updated_by for ln in reversed(lines) if ln.last_action_type is Action.SIGNED_OFF),
            "",
        ),
        rules=about_rules(line for line in lines if line.resource_type is Resource.RULE),
    )


def _verdicts(lines: Iterable[Decision], taxonomy: Taxonomy | None) -> dict[str, Verdict]:
    judged = (line for line in lines if line.resource_type is Resource.STRATEGY)
    by_item = sorted(judged, key=lambda line: (line.resource_id, line.seq))
    verdicts = {}
    for item, group in groupby(by_item, key=lambda line: line.resource_id):
        said = opinions_of(group)
        held = still_held(said)
        if held:
            verdicts[item] = replace(_verdict(held, taxonomy), proposed=_first_shown(said))
    return verdicts


def _first_shown(said: Sequence[Opinion]) -> dict[Facet, tuple[str, ...]]:
    """Return the labels that stood there before anybody said anything of their facet."""
    return {facet: shown for one in reversed(said) for facet, shown in one.proposed.items()}


def _verdict(held: tuple[Opinion, ...], taxonomy: Taxonomy | None) -> Verdict:
    """Join what several people said; where they differ, the newest shows and the rest is told."""
    newest_last = sorted(held, key=lambda opinion: opinion.date)
    newest = newest_last[-1]
    worded = next((o for o in reversed(newest_last) if o.wording is not None), None)
    wording = (worded and worded.wording) or ""
    labels = {facet: value for opinion in newest_last for facet, value in opinion.labels.items()}
    used = taxonomy.facets if taxonomy else tuple(Facet)
    unsure = any(opinion.action is Action.NOT_SURE for opinion in held)
    return Verdict(
        action=Action.NOT_SURE if unsure else newest.action,
        reviewer=", ".join(dict.fromkeys(o.person for o in held if o.person)),
        decided_on=newest.date,
        text_seen=newest.text_seen,
        digest=newest.digest,
        wording="" if wording == newest.text_seen else wording,
        labels={f: labels[f] for f in used if f in labels and labels[f] != _NOTHING_LEFT},
        unlabelled=_NOTHING_LEFT in labels.values(),
        note=_notes(held),
        disagreement=" ".join(_sentences(held, taxonomy)),
        joined=worded.joined if worded else (),
    )


def _notes(held: tuple[Opinion, ...]) -> str:
    noted = [opinion for opinion in held if opinion.note]
    if len(held) == 1 or not noted:
        return noted[0].note if noted else ""
    return "; ".join(f"{_name(opinion)}: {opinion.note}" for opinion in noted)


def _sentences(held: tuple[Opinion, ...], taxonomy: Taxonomy | None) -> Iterator[str]:
    for name, deciders in differences(held):
        choices = "; ".join(f"{_name(o)}: {_said(o, name, taxonomy)}" for o in deciders)
        yield f"They differ on {_FIELD_WORDS[name]}. {choices}."


def _name(opinion: Opinion) -> str:
    return opinion.person or "No name given"


def _said(opinion: Opinion, name: str, taxonomy: Taxonomy | None) -> str:
    if name == "status":
        return _ACTION_WORDS[opinion.action]
    value = value_of(opinion, name)
    if isinstance(value, str):
        return " / ".join(f"“{line}”" for line in value.split("\n"))
    return ", ".join(_label(concept, taxonomy) for concept in value or ()) or "none"


def _label(concept: str, taxonomy: Taxonomy | None) -> str:
    return taxonomy.label(concept) if taxonomy and concept in taxonomy else concept


def _retired(lines: Iterable[Decision]) -> frozenset[str]:
    retired = {
        line.resource_id: line.last_action_type is Action.RETIRED
        for line in lines
        if line.last_action_type in (Action.RETIRED, Action.REVIVED)
    }
    return frozenset(item for item, gone in retired.items() if gone)
