"""What a folder of rules amounts to for one council."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from fingerpost.catalogue import Entry
from fingerpost.cues import Cue
from fingerpost.documents import TrackedChanges
from fingerpost.exemplars import Exemplar
from fingerpost.facet_rules import FacetRule
from fingerpost.interventions import Intervention
from fingerpost.meanings import HeadingRule
from fingerpost.rulebook.contacts import contact_keys
from fingerpost.site_settings import SiteSettings
from fingerpost.taxonomy import Facet, Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """When people have read enough of what was accepted: no more than this share of it is wrong.

    `assurance` says how surely; a share of 0 asks for no reading.
    """

    at_most: float = 0.05
    assurance: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A council's own settings.

    `assumed_tier` is the tier of guidance that states none; `voices` are the voices its directory
    publishes, any other raises a doubt, empty allows all; `child_sections` are heading keys below
    which the child's voice is expected; `names` are words allowed although they look like names,
    `contacts` e-mail addresses and domains, telephone numbers and postcodes of its public services;
    `facets` are further kinds of label that it uses;
    `acceptance` is "structure" (accept what structure settles) or "nobody" (all to people);
    `risk` is the share that may be wrong of what the program accepts beyond that, 0 for nothing,
    and `assurance` how surely no more is; `audit` says how much of all that was accepted people
    read; `chase_after_days` is how long a pack may be out before it is overdue; `tracked_changes`
    says how Word's tracked changes are read; `people` leads from our words for people and places to
    the council's own. `child_voice` says whether people write each statement in a child's words
    too; `return_to` names who gets workbooks back, empty for whoever sent them.
    """

    id: str
    name: str
    assumed_tier: str = ""
    voices: tuple[str, ...] = ()
    child_sections: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    acceptance: str = "structure"
    risk: float = 0.05
    assurance: float = 0.9
    audit: Aim = Aim()
    chase_after_days: int = 7
    tracked_changes: TrackedChanges = TrackedChanges.FLAG
    labels_are_examples: bool = False
    people: tuple[tuple[str, str], ...] = ()
    child_voice: bool = False
    return_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Words by which names of people are told from other capitals, all in small letters.

    `nobodys` name no person, `titles` are plain words that titles write with a capital, `words` are
    first names that are words too; `contacts` are those of public services, in the form in which
    they are compared.
    """

    nobodys: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()

    def vouches_for(self, found: str) -> bool:
        """Whether a contact belongs to a public service of the council."""
        return any(key in self.contacts for key in contact_keys(found))


@dataclass(frozen=True, slots=True)
class LayWords:
    """What people type, words that statements use for the same, and ids of categories to look in.

    Words of `danger` lead nowhere but to the safeguarding lead; those that have other meanings, too,
    count only where they are typed `alone`.
    """

    typed: tuple[str, ...]
    says: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    danger: bool = False
    alone: bool = False


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """What abbreviations are short for, as they are written, and those that need no explaining."""

    words: Mapping[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()

    def words_for(self, abbreviation: str) -> str:
        """Return what an abbreviation is short for, however its letters are cased, or ""."""
        return self._words.get(abbreviation.casefold(), "")

    def is_known(self, abbreviation: str) -> bool:
        """Whether every reader of the directory knows it."""
        return abbreviation.casefold() in self._known

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {short.casefold(): words for short, words in self.words.items()}

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(short.casefold() for short in self.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rules of one council; `digest` changes whenever any of them does.

    `encoder` is the name of what turns text into vectors, "none" for nothing;
    `companions` say of a concept what usually goes with it, and how surely; `facet_rules` which
    labels and fields cannot all be right; `glossary` says what abbreviations are short for;
    `entries` is what is written of each category, in the order of the files; `site` says how the
    directory is shown, `interventions` what schools use by name and `lay_words` what people type in
    its search; they touch nothing that is curated, and so not the digest.
    """

    council: Council
    taxonomy: Taxonomy
    headings: tuple[HeadingRule, ...]
    cues: tuple[Cue, ...]
    digest: str
    encoder: str = "none"
    exemplars: tuple[Exemplar, ...] = ()
    entries: tuple[Entry, ...] = ()
    names: Names = Names()
    companions: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    facet_rules: tuple[FacetRule, ...] = ()
    glossary: Glossary = Glossary()
    site: SiteSettings = field(default_factory=SiteSettings)
    interventions: tuple[Intervention, ...] = ()
    lay_words: tuple[LayWords, ...] = ()
