"""What one person said of one thing in, the same as a meeting reads it, and as a file remembers it."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from fingerpost.decisions import UNDECIDED, Action
from fingerpost.opinions import Opinion
from fingerpost.reviewing.labels import shown_labels
from fingerpost.taxonomy import Facet, Taxonomy

NOBODY = "No name given"

_DID = {
    Action.APPROVED: "Keep",
    Action.REJECTED: "Reject",
    Action.WITHDRAWN: "Retire",
    Action.UNFITTING: "Doesn't fit",
    Action.NOT_SURE: "Not sure",
    Action.PARKED: "For the meeting",
    Action.PULLED_OUT: "Pulled out",
}
_CALLED = {
    Facet.AREA: "Area",
    Facet.NEED: "Need",
    Facet.UNIVERSAL: "Whole school",
    Facet.STANDARD: "Standard",
    Facet.STAGE: "Stage",
}


class Saying(BaseModel):
    """One person's answer, whole, so that a meeting may take it as it was.

    `said` is what it does in the log, for a heading what it means, for a rule accept or decline;
    `wording` is None where the words in Word were kept. `edited` are labels that the person changed
    and `kept` others that stood there, `proposed` those that stood there first. `child_voice` holds
    the child's words and who wrote them.
    """

    model_config = ConfigDict(frozen=True)

    person: str
    said: str
    wording: str | None = None
    edited: Mapping[Facet, tuple[str, ...]] = Field(default_factory=dict)
    kept: Mapping[Facet, tuple[str, ...]] = Field(default_factory=dict)
    proposed: Mapping[Facet, tuple[str, ...]] = Field(default_factory=dict)
    note: str = ""
    child_voice: tuple[str, str] | None = None

    @property
    def is_decided(self) -> bool:
        """Whether the person decided, and did not leave it to others."""
        return self.said not in UNDECIDED


_Sayings = TypeAdapter(tuple[Saying, ...])


def saying_of(opinion: Opinion) -> Saying:
    """Return what somebody said of a statement."""
    return Saying(
        person=opinion.person,
        said=opinion.action.value,
        wording=opinion.wording,
        edited=opinion.labels,
        kept=opinion.kept,
        proposed=opinion.proposed,
        note=opinion.note,
        child_voice=opinion.child_voice,
    )


def to_text(sayings: Iterable[Saying]) -> str:
    """Write sayings down for a cell that nobody sees."""
    return _Sayings.dump_json(tuple(sayings), exclude_defaults=True).decode()


def from_text(text: str) -> tuple[Saying, ...]:
    """Read them back; none where the cell does not hold them whole."""
    try:
        return _Sayings.validate_json(text)
    except ValidationError:
        return ()


def told(saying: Saying, taxonomy: Taxonomy, meaning: str = "") -> str:
    """Say it in lines: who and what, the wording, the labels, the note.

    `meaning` says in people's words what an answer about a heading or a rule means.
    """
    did = meaning or _DID[Action(saying.said)]
    lines = [f"{saying.person or NOBODY}: {did}"]
    if saying.wording is not None:
        lines.append(f"Wording: “{saying.wording}”")
    if saying.said == Action.APPROVED:
        labels = {**saying.kept, **saying.edited}
        lines += [
            f"{_CALLED[facet]}: {', '.join(shown_labels(labels[facet], taxonomy))}"
            for facet in taxonomy.facets
            if labels.get(facet)
        ]
    if saying.child_voice:
        lines.append(f"In the child's words: “{saying.child_voice[0]}”")
    if saying.note:
        lines.append(f"Note: {saying.note}")
    return "\n".join(lines)
