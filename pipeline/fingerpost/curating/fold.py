"""The whole log in, what stands now out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from fingerpost.curating.agreeing import about_headings, about_rules, contested
from fingerpost.curating.packs import packs_of
from fingerpost.curating.retirement import NO_LABEL_LEFT, in_force
from fingerpost.curating.upkeep import with_upkeep
from fingerpost.curating.voices import with_voices
from fingerpost.decisions import (
    UNDECIDED,
    Action,
    Comment,
    Decision,
    Resource,
    Skimmed,
    Standing,
    Verdict,
)
from fingerpost.opinions import (
    CHILD_VOICE,
    Opinion,
    batches,
    differences,
    given,
    opinions_of,
    signed_off,
    standing_lines,
    still_held,
    value_of,
)
from fingerpost.taxonomy import Facet, Taxonomy

_Labels = dict[Facet, tuple[str, ...]]

_NOTHING_LEFT = (NO_LABEL_LEFT,)
_ACTION_WORDS = {
    Action.APPROVED: "keep",
    Action.REJECTED: "reject",
    Action.WITHDRAWN: "retire",
    Action.UNFITTING: "no category fits",
}
_FIELD_WORDS = {
    "status": "what to do with it",
    "text": "the wording",
    CHILD_VOICE: "the child's words",
    Facet.AREA: "the area",
    Facet.NEED: "the need",
    Facet.UNIVERSAL: "the whole-school category",
    Facet.STANDARD: "the Teachers' Standard",
    Facet.STAGE: "the stage",
}


def fold(decisions: Sequence[Decision], taxonomy: Taxonomy | None = None) -> Standing:
    """Join all lines: what was taken back is left out, and what people knew decides what counts.

    Which of several answers came in first makes no difference. Where two people decided one field
    of one item differently, neither knowing of the other, the verdict says so, in the council's own
    labels where the taxonomy is given; labels that are retired there count as what replaced them.
    Other facts, such as who looks after a statement, are simply the newest.
    """
    lines = standing_lines(decisions)
    lines = tuple(in_force(lines, taxonomy)) if taxonomy else lines
    headings = tuple(line for line in lines if line.resource_type is Resource.HEADING)
    rules = tuple(line for line in lines if line.resource_type is Resource.RULE)
    standing = Standing(
        verdicts=_verdicts(lines, taxonomy),
        answers=about_headings(headings),
        identities={
            line.replacement_value: line.resource_id
            for line in lines
            if line.last_action_type is Action.SAME_AS
        },
        retired=_retired(lines),
        skimmed=_skimmed(headings),
        signed_off=signed_off(lines),
        rules=about_rules(rules),
        contested=contested((*headings, *rules), lambda meaning: _label(meaning, taxonomy)),
        comments=_comments(lines),
        packs=packs_of(lines),
    )
    return with_upkeep(standing, lines, decisions)


def _verdicts(lines: Iterable[Decision], taxonomy: Taxonomy | None) -> dict[str, Verdict]:
    judged = (line for line in lines if line.resource_type is Resource.STRATEGY)
    by_item = sorted(judged, key=attrgetter("resource_id", "seq"))
    verdicts = {}
    for item, group in groupby(by_item, key=attrgetter("resource_id")):
        lines_of_item = tuple(group)
        said = opinions_of(lines_of_item)
        if held := still_held(said):
            labels = _added_under(said)
            verdict = replace(_verdict(held, labels, taxonomy), proposed=_first_shown(said))
            verdicts[item] = with_voices(verdict, lines_of_item)
    return verdicts


def _first_shown(said: Sequence[Opinion]) -> dict[Facet, tuple[str, ...]]:
    """Return the labels that stood there before anybody said anything of their facet."""
    ordered = sorted(said, key=attrgetter("saw", "given", "person", "pack"), reverse=True)
    return {facet: shown for one in ordered for facet, shown in one.proposed.items()}


def _added_under(said: Sequence[Opinion]) -> _Labels:
    """Return the labels that whoever added a statement gave it: they stand until somebody changes them."""
    added = sorted((one for one in said if one.adds), key=attrgetter("given", "person", "pack"))
    return {facet: value for one in added for facet, value in one.labels.items()}


def _verdict(held: tuple[Opinion, ...], labels: _Labels, taxonomy: Taxonomy | None) -> Verdict:
    """Join what several people said; where they differ, the newest shows and the rest is told.

    `labels` are those that it had before.
    """
    newest_last = sorted(held, key=attrgetter("given", "person", "pack"))
    newest = _deciding(newest_last)
    worded = next((o for o in reversed(newest_last) if o.wording is not None), None)
    wording = (worded and worded.wording) or ""
    voiced = (o.child_voice for o in reversed(newest_last) if o.child_voice is not None)
    child_voice, child_voice_by = next(voiced, ("", ""))
    labels = labels | {facet: value for one in newest_last for facet, value in one.kept.items()}
    labels |= {facet: value for one in newest_last for facet, value in one.labels.items()}
    used = taxonomy.facets if taxonomy else tuple(Facet)
    return Verdict(
        action=newest.action,
        reviewer=", ".join(dict.fromkeys(o.person for o in held if o.person)),
        decided_on=max(opinion.date for opinion in held),
        text_seen=newest.text_seen,
        digest=newest.digest,
        wording="" if wording == newest.text_seen else wording,
        labels={f: labels[f] for f in used if f in labels and labels[f] != _NOTHING_LEFT},
        unlabelled=_NOTHING_LEFT in labels.values(),
        note=_notes(held),
        disagreement=" ".join(_sentences(held, taxonomy)),
        joined=worded.joined if worded else (),
        child_voice=child_voice,
        child_voice_by=child_voice_by,
        only_added=all(opinion.adds for opinion in held),
        knew=max((one.saw for one in held if one.action not in UNDECIDED), default=""),
    )


def _deciding(newest_last: Sequence[Opinion]) -> Opinion:
    """Return whose action counts: an objection first, then somebody sure, then who was not."""

    def weight(opinion: Opinion) -> int:
        if opinion.action is Action.NOT_SURE:
            return 0
        return 2 if opinion.action in UNDECIDED else 1

    return max(reversed(newest_last), key=weight)


def _skimmed(headings: Iterable[Decision]) -> dict[str, Skimmed]:
    """Return who found all below each heading fine, of those who saw what was there last."""
    found: dict[str, tuple[str, set[str]]] = {}
    for line in headings:
        if line.last_action_type is Action.SKIMMED:
            digest, names = found.get(line.resource_id, ("", set()))
            alike = names if digest == line.source_digest else set()
            found[line.resource_id] = line.source_digest, alike | {line.updated_by}
    return {
        path: Skimmed(", ".join(sorted(names)), digest) for path, (digest, names) in found.items()
    }


def _comments(lines: Iterable[Decision]) -> dict[str, tuple[Comment, ...]]:
    """Return what was said of each thing; what the same person says again was said once."""
    told, order = (Action.COMMENTED, Action.GIVEN), attrgetter("given_on", "person", "text")
    found: dict[str, dict[tuple[str, str], Comment]] = {}
    about = sorted(
        (line for line in lines if line.last_action_type in told),
        key=attrgetter("resource_id", "seq"),
    )
    for item, group in groupby(about, key=attrgetter("resource_id")):
        for batch in batches(group):
            _, moment = given(batch)
            for line in batch:
                if line.last_action_type is Action.COMMENTED:
                    said = Comment(
                        text=line.replacement_value,
                        person=line.updated_by,
                        given_on=moment or line.last_action_date,
                    )
                    key = (said.person.casefold(), said.text)
                    before = found.setdefault(item, {}).setdefault(key, said)
                    found[item][key] = min(before, said, key=order)
    return {item: tuple(sorted(said.values(), key=order)) for item, said in sorted(found.items())}


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
        return _done(opinion, taxonomy)
    value = value_of(opinion, name)
    if name == CHILD_VOICE and isinstance(value, tuple):
        return f"“{value[0]}”"
    if isinstance(value, str):
        return _worded(value)
    return _labels(value or (), taxonomy)


def _done(opinion: Opinion, taxonomy: Taxonomy | None) -> str:
    """Return what a person would do with a statement, with all that would change in it."""
    if opinion.action is not Action.APPROVED:
        return _ACTION_WORDS[opinion.action]
    changes = [_worded(opinion.wording)] if opinion.wording is not None else []
    changes += [
        f"{_FIELD_WORDS[facet]}: {_labels(value, taxonomy)}"
        for facet, value in opinion.labels.items()
        if value != opinion.proposed.get(facet)
    ]
    return f"change to {', '.join(changes)}" if changes else _ACTION_WORDS[opinion.action]


def _worded(text: str) -> str:
    return " / ".join(f"“{line}”" for line in text.split("\n"))


def _labels(value: Iterable[str], taxonomy: Taxonomy | None) -> str:
    return ", ".join(_label(concept, taxonomy) for concept in value) or "none"


def _label(concept: str, taxonomy: Taxonomy | None) -> str:
    return taxonomy.label(concept) if taxonomy and concept in taxonomy else concept


def _retired(lines: Iterable[Decision]) -> frozenset[str]:
    retired = {
        line.resource_id: line.last_action_type is Action.RETIRED
        for line in lines
        if line.last_action_type in (Action.RETIRED, Action.REVIVED)
    }
    return frozenset(item for item, gone in retired.items() if gone)
