"""The shape of every rules file, as people fill it in: plain values in, checked models out."""

from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from fingerpost.cues import Target
from fingerpost.facet_rules import Fact
from fingerpost.rulebook.contacts import contact_key
from fingerpost.site_settings import TERMS
from fingerpost.strategies import HeadKind, Role
from fingerpost.taxonomy import Facet


def _contact(typed: str) -> str:
    if not contact_key(typed):
        raise PydanticCustomError(
            "no_contact",
            "write an e-mail address or domain, a telephone number or a postcode",
        )
    return typed


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1)]
Contact = Annotated[Words, AfterValidator(_contact)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FurtherFacet = Literal["graduated-approach"]
Tier = Literal["universal", "targeted", "specialist"]
Phase = Literal["early-years", "ks1", "ks2", "ks3", "ks4", "post-16"]
Actor = Literal["leader", "teacher", "senco", "ta", "all-staff"]
Voice = Literal["imperative", "gerund", "noun-phrase", "descriptive", "modal", "school", "child"]


class Form(BaseModel):
    """A part of a rules file; a setting it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class ConceptForm(Form):
    """One category."""

    id: Id = Field(description="Stays for ever; never used again for something else.")
    label: Words = Field(description="What people see, where the council has no word of its own.")
    definition: Words
    parent: str = Field("", description="The area a need belongs to.")
    alternates: tuple[Words, ...] = Field((), description="Other words for the same thing.")
    examples: tuple[Words, ...] = Field((), description="What belongs here.")
    exclusion: str = Field("", alias="not", description="What does not, and where it belongs.")
    hidden: bool = Field(False, description="Not offered to people; needs folds_into.")
    folds_into: str = Field("", description="The category a hidden one is shown as.")
    framework: str = Field("", description="The set of standards this one is from.")
    retired: bool = Field(False, description="Not given any more; its id is never used again.")
    replaced_by: str = Field("", description="What a retired one is shown as.")
    change_note: str = Field("", description="What changed, when and why.")


class TaxonomyForm(Form):
    """rules/taxonomy/*.yaml: the categories of one kind, in order."""

    facet: Facet
    concepts: Annotated[tuple[ConceptForm, ...], Field(min_length=1)]


class MeansForm(Form):
    """What a heading says of all that stands below it."""

    role: Role | None = None
    concepts: tuple[str, ...] = ()
    tier: Tier | None = None
    phases: tuple[Phase, ...] = ()
    actor: Actor | None = None


class HeadingForm(Form):
    """One rule about headings."""

    id: Id
    means: MeansForm = Field(default_factory=MeansForm, description="Empty: a neutral heading.")
    alone: tuple[Words, ...] = Field((), description="Count where the heading says nothing else.")
    words: tuple[Words, ...] = Field((), description="Count where the whole heading is explained.")
    within: tuple[Words, ...] = Field((), description="Count anywhere in a short heading.")
    pattern: str = Field("", description="For experts: a regular expression; counts anywhere.")
    kinds: tuple[HeadKind, ...] = Field((), description="Only for these; empty is all.")
    matches: tuple[Words, ...] = Field(description="Headings it must match.", min_length=1)
    rejects: tuple[Words, ...] = Field(description="Headings it must not match.", min_length=1)


class HeadingsForm(Form):
    """rules/headings/*.yaml: what headings mean."""

    rules: tuple[HeadingForm, ...] = ()
    filler: tuple[Words, ...] = Field((), description="Words that change no heading's meaning.")


class CueForm(Form):
    """One rule about the words of a statement."""

    id: Id
    value: str = Field(alias="for", description="What the words speak for.")
    phrases: tuple[Words, ...] = Field((), description="Matched as written or by their root form.")
    patterns: tuple[Annotated[tuple[dict[str, Any], ...], Field(min_length=1)], ...] = Field(
        (), description="For experts: spaCy token patterns."
    )
    weight: float = Field(1.0, gt=0, le=1)
    weak: bool = Field(False, description="Never decides alone.")
    matches: tuple[Words, ...] = Field(description="Statements it must match.", min_length=1)
    rejects: tuple[Words, ...] = Field(description="Statements it must not match.", min_length=1)


class CuesForm(Form):
    """rules/cues/*.yaml: words that speak for a category, a field or against publication."""

    about: Target
    cues: Annotated[tuple[CueForm, ...], Field(min_length=1)]


class LabelForm(Form):
    """A council's own words for one category."""

    label: str = ""
    order: int | None = Field(
        None, ge=1, description="Place among its kind; unnumbered ones follow."
    )
    hidden: bool | None = None
    folds_into: str = ""
    alt_in: tuple[Words, ...] = Field((), description="More words by which to know it in headings.")
    parent: str = Field("", description="The area a need stands under at this council.")


class OwnForm(ConceptForm):
    """A category that only this council has."""

    facet: Facet
    maps_to: Words = Field(description="The shared category it comes nearest to.")
    order: int | None = Field(None, ge=1, description="Place among its kind.")


class LabelsForm(Form):
    """rules/councils/<council>/labels.yaml: a council's own words, order, visibility, categories."""

    labels_are_examples: bool = Field(False, description="The council has not confirmed them yet.")
    labels: dict[str, LabelForm] = Field(default_factory=dict)
    own: tuple[OwnForm, ...] = Field((), description="Categories only this council has.")


class AuditForm(Form):
    """When people have read enough of what was accepted."""

    at_most: float = Field(
        default=0.05,
        ge=0,
        le=0.5,
        description="Share of what was accepted that may be wrong; 0: no reading.",
    )
    assurance: float = Field(
        default=0.95, ge=0.5, le=0.999, description="How surely no more is wrong."
    )


class CouncilForm(Form):
    """rules/councils/<council>/council.yaml: a council's settings."""

    name: Words
    assumed_tier: Tier | None = None
    acceptance: Literal["structure", "nobody"] = "structure"
    risk: float = Field(
        0.05,
        ge=0,
        le=0.2,
        description="Share of what the program accepts beyond headings that may be wrong; 0: none.",
    )
    assurance: float = Field(
        0.9,
        ge=0.5,
        le=0.999,
        description="How surely no more are wrong; the rest is left to chance.",
    )
    audit: AuditForm = Field(AuditForm(), description="How much of what was accepted people read.")
    chase_after_days: int = Field(7, ge=1, le=365, description="When a pack sent out is overdue.")
    tracked_changes: Literal["flag", "accept", "reject"] = "flag"
    facets: tuple[FurtherFacet, ...] = Field((), description="Further kinds of label to use.")
    voices: tuple[Voice, ...] = ()
    child_sections: tuple[Words, ...] = Field((), description="Headings over child-voice text.")
    names: tuple[Words, ...] = Field((), description="Names that are not personal data.")
    contacts: tuple[Contact, ...] = Field((), description="Contacts of your public services.")
    people: dict[str, Words] = Field(default_factory=dict, description="Our word: theirs.")
    child_voice: bool = Field(False, description="Whether people also write in a child's words.")
    return_to: Words | None = Field(None, description="Who gets the workbook back: name, e-mail.")


class NamesForm(Form):
    """rules/names/*.yaml: words by which names of people are told from other capitals."""

    kind: Literal["no-names", "titles", "first-names", "surnames", "names-that-are-words"]
    words: tuple[Name, ...] = Field(description="One word each, in any case.", min_length=1)


class CompanionsForm(Form):
    """rules/companions.yaml: what usually goes with a category, and how surely."""

    companions: dict[str, dict[str, Annotated[float, Field(gt=0, le=1)]]]


class FacetRuleForm(Form):
    """Labels and fields of one statement that cannot all be right."""

    id: Id
    when: dict[Fact, Annotated[tuple[Words, ...], Field(min_length=1)]] = Field(
        description="Each has one of these values.", min_length=1
    )
    unless: dict[Fact, tuple[Words, ...]] = Field(
        default_factory=dict, description="None has one of these values."
    )
    reason: Literal["labels-disagree", "specialist-tier", "wrong-voice"] = "labels-disagree"
    says: Words = Field(description="The sentence that a reviewer reads.")


class FacetsForm(Form):
    """rules/facets.yaml: which labels and fields of one statement cannot all be right."""

    rules: tuple[FacetRuleForm, ...] = ()


class GlossaryForm(Form):
    """rules/glossary.yaml, rules/councils/<council>/glossary.yaml: what abbreviations are short for."""

    abbreviations: dict[str, Words] = Field(
        default_factory=dict, description="Abbreviation: what it is short for."
    )
    known: tuple[Words, ...] = Field((), description="Abbreviations that everybody knows.")


class LayWordsEntry(Form):
    """Words that people type, and what they lead to."""

    typed: tuple[Words, ...] = Field(
        description="What people type; other forms of a word are found by themselves.", min_length=1
    )
    says: tuple[Words, ...] = Field((), description="Words that statements use for the same.")
    under: tuple[Id, ...] = Field((), description="Ids of the categories to look in.")
    danger: bool = Field(
        False,
        description="Words of danger: they lead to no category, and the site says whom to tell.",
    )
    alone: bool = Field(
        False,
        description="They mean danger only where nothing else is typed.",
    )


class LayWordsForm(Form):
    """rules/lay_words.yaml, rules/councils/<council>/lay_words.yaml: words for the site's search."""

    lay_words: tuple[LayWordsEntry, ...] = ()


class InterventionForm(Form):
    """One intervention or programme that schools use."""

    id: Id
    name: Words = Field(description="What people call it; counts as a spelling.")
    sort: Literal["programme", "approach", "communication-system", "assessment", "training"]
    spellings: tuple[Words, ...] = Field(
        (), description="Other names; one in capitals alone counts as written, others in any case."
    )
    matches: tuple[Words, ...] = Field(description="Statements that name it.", min_length=1)
    rejects: tuple[Words, ...] = Field(description="Statements that do not.", min_length=1)


class InterventionsForm(Form):
    """rules/interventions.yaml, rules/councils/<council>/interventions.yaml: what schools use."""

    interventions: tuple[InterventionForm, ...] = ()


class SchoolAuditForm(Form):
    """How schools rate themselves against the whole-school statements."""

    levels: tuple[Words, ...] = Field(default=(), description="Ratings to choose from, best first.")
    headings: dict[Id, Words] = Field(
        default_factory=dict,
        description="Whole-school category: the heading of the council's existing audit.",
    )


class SiteForm(Form):
    """rules/councils/<council>/site.yaml: how the published directory looks and whom it names."""

    title: str = Field("", description="Over every page; empty: made of the council's name.")
    purpose: str = Field("", description="One or two sentences on the home page.")
    address: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s@?#]+)?$")] = Field(
        "", description="Where the site will be: https://…"
    )
    report_to: Annotated[
        str, StringConstraints(pattern=r"^([^@\s]+@[^@\s]+|https?://\S+\{id\}\S*)?$")
    ] = Field("", description="E-mail address, or web address in which {id} stands for the id.")
    contact: str = Field("", description="Whom to ask about the site.")
    safeguarding: str = Field(
        "",
        description="What whoever searches for words of danger is told; empty: to tell the school's "
        "designated safeguarding lead.",
    )
    safeguarding_link: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s@]+)?$")] = Field(
        "", description="The web address that says more about it."
    )
    terms: tuple[Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d$")], ...] = Field(
        TERMS, description="First days of terms, month-day.", min_length=1
    )
    audit: SchoolAuditForm = Field(SchoolAuditForm(), description="The school's own audit.")


class WorkspaceForm(Form):
    """rules/workspace.yaml: whose workspace this is, and what compares meanings in it."""

    council: Words
    encoder: Words = Field("none", description="minilm-int8, none, or another by its name.")


FORMS: dict[str, type[Form]] = {
    "taxonomy": TaxonomyForm,
    "headings": HeadingsForm,
    "cues": CuesForm,
    "council": CouncilForm,
    "labels": LabelsForm,
    "names": NamesForm,
    "companions": CompanionsForm,
    "facets": FacetsForm,
    "glossary": GlossaryForm,
    "interventions": InterventionsForm,
    "lay_words": LayWordsForm,
    "site": SiteForm,
    "workspace": WorkspaceForm,
}

AnyForm = TypeVar("AnyForm", bound=Form)


def tiers() -> tuple[str, ...]:
    """Return the tiers rules may name."""
    return get_args(Tier)


def phases() -> tuple[str, ...]:
    """Return the phases rules may name, youngest first."""
    return get_args(Phase)


def actors() -> tuple[str, ...]:
    """Return the people rules may name."""
    return get_args(Actor)


def voices() -> tuple[str, ...]:
    """Return the voices rules may name."""
    return get_args(Voice)
