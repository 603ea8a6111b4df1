"""Cue files in, cues out, each about something that exists."""

from collections.abc import Iterator, Mapping

from fingerpost.cues import Cue, Target
from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import CueForm, CuesForm, actors, phases, tiers
from fingerpost.rulebook.notation import meant
from fingerpost.rulebook.sheets import Sheet
from fingerpost.strategies import Role
from fingerpost.taxonomy import Taxonomy

_FLAGS = {"true": True, "false": False}


def build_cues(
    files: tuple[tuple[Sheet, CuesForm], ...], taxonomy: Taxonomy, faults: list[str]
) -> tuple[Cue, ...]:
    """Return all cues, in the order of their ids; faults are added to the list."""
    cues: dict[str, Cue] = {}
    for sheet, form in files:
        for i, entry in enumerate(form.cues):
            at = sheet.at(("cues", i))
            wrong = tuple(_faults(entry, form.about, taxonomy))
            if entry.id in cues:
                first = cues[entry.id]
                wrong = (
                    f"'{entry.id}' is already an id ({first.file} line {first.line}); choose another.",
                )
            faults.extend(f"{at}: {fault}" for fault in wrong)
            if not wrong:
                cues[entry.id] = _cue(entry, form.about, sheet.name, sheet.line(("cues", i)))
    return tuple(cues[cue_id] for cue_id in sorted(cues))


def _faults(entry: CueForm, about: Target, taxonomy: Taxonomy) -> Iterator[str]:
    known = _values(about, taxonomy)
    if entry.value not in known:
        yield unknown(about.value if about is not Target.GATE else "role", entry.value, known)
    if not entry.phrases and not entry.patterns:
        yield f"'{entry.id}' has no words; add 'phrases:' with at least one."
    for phrase in entry.phrases:
        try:
            meant(phrase)
        except ValueError as fault:
            yield f"{fault}."


def _values(about: Target, taxonomy: Taxonomy) -> tuple[str, ...]:
    match about:
        case Target.CONCEPT:
            return tuple(concept.id for concept in taxonomy.concepts)
        case Target.GATE:
            return tuple(role.value for role in Role)
        case Target.TIER:
            return tiers()
        case Target.PHASE:
            return phases()
        case Target.ACTOR:
            return actors()


def _cue(entry: CueForm, about: Target, file: str, line: int) -> Cue:
    written = tuple(map(meant, entry.phrases))
    return Cue(
        id=entry.id,
        target=about,
        value=entry.value,
        phrases=tuple(dict.fromkeys(phrase for phrases, _ in written for phrase in phrases)),
        patterns=(
            *(tuple(_token(token) for token in pattern) for pattern in entry.patterns),
            *(pattern for _, patterns in written for pattern in patterns),
        ),
        written=entry.phrases,
        weight=entry.weight,
        weak=entry.weak,
        matches=entry.matches,
        rejects=entry.rejects,
        file=file,
        line=line,
    )


def _token(token: Mapping[str, object]) -> Mapping[str, object]:
    """Turn the words of one token pattern into the flags and numbers spaCy wants."""
    return {name: _plain(name, value) for name, value in token.items()}


def _plain(name: str, value: object) -> object:
    if name.startswith(("IS_", "LIKE_")):
        return _FLAGS.get(str(value).casefold(), value)
    if name == "LENGTH" and isinstance(value, str) and value.isdecimal():
        return int(value)
    return value
