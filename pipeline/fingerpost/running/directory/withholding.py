"""A release as it is loaded in, the same without what may identify a person out, and what that was."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from fingerpost.classifying import personal_address, personal_words
from fingerpost.loading import Typed, released, typed_by_hand
from fingerpost.pages import safe_link
from fingerpost.publishing.wording import trail
from fingerpost.released import Category, Gone, LinkedResource, Released, Statement
from fingerpost.rulebook import Names
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.suggestions import Evidence
from fingerpost.tables import JOINER

_OF_EVERYBODY = "a name that everybody may read belongs under 'names' in council.yaml."
_MEND_TYPED = (
    "Its words were changed in the database by hand, and may identify a person ({}). "
    "Change them there, then do this again."
)
_MEND_FACT = (
    "may identify a person ({}), so that is not shown. Change it on the Resources sheet of "
    f"directory.xlsx, or in the database if it was typed there; {_OF_EVERYBODY}"
)
_MEND_ADDRESS = (
    "Its address may identify a person ({}), so the resource is not shown. Take it away in "
    "directory.xlsx, or in Word or the database if it stands there; one of a public service belongs "
    "under 'contacts' in council.yaml."
)
_MEND_WAY = (
    "Its address ({}) is none of the web or of e-mail, so the resource is not shown. Put the whole "
    "address, with https:// or mailto:, where it was typed: in the database."
)
_MEND_OWNER = (
    "Who looks after it may identify a person by more than a name ({}), so that is not shown. "
    "Change it in directory.xlsx, or in the database if it was typed there."
)
_MEND_REVIEWER = (
    "Who agreed to it may identify a person by more than a name ({}), so that is not shown, here or "
    "elsewhere. Ask for a name alone under Reviewer; in the database it can be changed by hand."
)
_MEND_CATEGORY = (
    "was changed in the database by hand, and may identify a person ({}), so what the files say is "
    "shown. Change it there, then do this again."
)
_MEND_SETTING = (
    "It may identify a person ({}), so that is not shown. Change it under 'audit' in the council's "
    f"site.yaml; {_OF_EVERYBODY}"
)
_UNNAMED = "A category without a name"

WORDS = ("text", "lead_in", "child_voice", "purpose")
"""What a statement says: where two are alike in these, they say the same."""

told_words: Callable[[Statement], tuple[str, ...]] = attrgetter(*WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What was left out, the words in it that may identify a person, and what to do about it."""

    id: str
    found: tuple[str, ...]
    remedy: str

    def __str__(self) -> str:
        return f"Left out: {self.id}. {self.remedy.format(', '.join(self.found))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """One field that readers see, how it is looked through, and what to say where it fails.

    `meant` are kinds of hits that may stand there: whoever publishes something has a name. `once`
    says that the same words are told of the first thing alone: one person agrees to hundreds.
    """

    name: str
    remedy: str
    meant: frozenset[str] = frozenset()
    through: Callable[[str, Names], tuple[Evidence, ...]] = personal_words
    once: bool = False

    def found(self, value: str | tuple[str, ...], known: Names) -> tuple[str, ...]:
        texts = filter(None, (value,) if isinstance(value, str) else value)
        hits = (hit for text in texts for hit in self.through(text, known))
        return tuple(dict.fromkeys(hit.quote for hit in hits if hit.rule not in self.meant))


def _astray(address: str, _: Names) -> tuple[Evidence, ...]:
    """Find an address that would do something else than lead to a page or a letter."""
    return () if safe_link(address) else (Evidence("address", address, "address"),)


_NAME = frozenset({"name"})
_OF_STATEMENTS = (
    _Look(name="owner", remedy=_MEND_OWNER, meant=_NAME),
    _Look(name="reviewed_by", remedy=_MEND_REVIEWER, meant=_NAME, once=True),
)
_OF_RESOURCES = (
    _Look(name="url", remedy=_MEND_WAY, through=_astray),
    _Look(name="url", remedy=_MEND_ADDRESS, through=personal_address),
    _Look(name="title", remedy=f"Its title {_MEND_FACT}"),
    _Look(name="publisher", remedy=f"Its publisher {_MEND_FACT}", meant=_NAME),
    _Look(name="trusted_because", remedy=f"Why it is trusted {_MEND_FACT}"),
    _Look(name="owner", remedy=_MEND_OWNER, meant=_NAME),
)
_OF_CATEGORIES = (
    _Look(name="label", remedy=f"Its name {_MEND_CATEGORY}"),
    _Look(name="core_label", remedy=f"Its shared name {_MEND_CATEGORY}"),
    _Look(name="definition", remedy=f"What it covers {_MEND_CATEGORY}"),
    _Look(name="alternates", remedy=f"What else it is called {_MEND_CATEGORY}"),
)
_OF_SETTINGS = _Look(name="audit", remedy=_MEND_SETTING)


@dataclass(slots=True)
class _Eye:
    """Looks through one field after another, and notes what it found."""

    known: Names
    noted: list[Withheld] = field(default_factory=list)

    def fails(self, look: _Look, about: str, value: str | tuple[str, ...]) -> bool:
        found = look.found(value, self.known)
        told = look.once and any(
            (one.found, one.remedy) == (found, look.remedy) for one in self.noted
        )
        if found and not told:
            self.noted.append(Withheld(id=about, found=found, remedy=look.remedy))
        return bool(found)

    def statement(self, one: Statement) -> Statement:
        return replace(one, **self._blanked(one, _OF_STATEMENTS))

    def resource(self, one: LinkedResource) -> LinkedResource:
        return replace(one, **self._blanked(one, _OF_RESOURCES))

    def category(self, one: Category, in_files: Mapping[tuple[str, str], str]) -> Category:
        """Look only at what was typed by hand: names in the rules are the council's own."""
        typed = [look for look in _OF_CATEGORIES if (one.id, look.name) in in_files]
        failed = self._blanked(one, typed)
        return replace(one, **{name: _as_before(name, in_files[one.id, name]) for name in failed})

    def _blanked(self, one: Any, looks: Iterable[_Look]) -> dict[str, Any]:
        """Return the fields that fail, each with nothing in it."""
        failed = [look for look in looks if self.fails(look, one.id, getattr(one, look.name))]
        return {look.name: "" for look in failed}


def fit_to_show(
    url: str, number: int | None, known: Names
) -> tuple[Released, tuple[Withheld, ...]]:
    """Return a release without what nobody looked through and may identify a person.

    Documents and answers are looked through on their way in; what is typed into the database and
    what people say about a resource is not. One without its title is shown by its host.
    """
    everything, typed = released(url, number), typed_by_hand(url, number)
    left_out = tuple(_statements(everything, typed, known))
    shown, noted = _looked_through(everything, typed, known)
    shown = replace(shown, changed_by_hand=typed.unsigned)
    return _without(shown, {one.id for one in left_out}), (*left_out, *noted)


def fit_to_compare(url: str, number: int, known: Names) -> Released:
    """Return an earlier release with its categories and resources as they may be shown."""
    return _looked_through(released(url, number), typed_by_hand(url, number), known)[0]


def fit_settings(settings: SiteSettings, known: Names) -> tuple[SiteSettings, tuple[Withheld, ...]]:
    """Return a council's settings without words for the audit that may identify a person."""
    eye = _Eye(known)

    def fits(words: str) -> bool:
        return not eye.fails(_OF_SETTINGS, "something in the settings of the school audit", words)

    audit = AuditSettings(
        levels=tuple(filter(fits, settings.audit.levels)),
        headings={one: words for one, words in settings.audit.headings.items() if fits(words)},
    )
    return replace(settings, audit=audit), tuple(eye.noted)


def personal(one: Statement, known: Names, names: Iterable[str] = WORDS) -> tuple[str, ...]:
    """Return what may identify a person in some of the words of a statement, by their names."""
    words = (text for name in names for text in trail(getattr(one, name)))
    return tuple(dict.fromkeys(hit.quote for text in words for hit in personal_words(text, known)))


def without_links(one: Statement, lost: Container[str]) -> Statement:
    """Return a statement without some of its resources."""
    kept = tuple(each for each in one.resources if each not in lost)
    return one if kept == one.resources else replace(one, resources=kept)


def _looked_through(
    everything: Released, typed: Typed, known: Names
) -> tuple[Released, tuple[Withheld, ...]]:
    eye = _Eye(known)
    resources = tuple(one for one in map(eye.resource, everything.resources) if one.url)
    lost = everything.resource.keys() - {one.id for one in resources}
    statements = map(eye.statement, everything.statements)
    categories = (eye.category(one, typed.names) for one in everything.categories)
    shown = replace(
        everything,
        statements=tuple(without_links(one, lost) for one in statements),
        categories=tuple(categories),
        resources=resources,
    )
    return shown, tuple(eye.noted)


def _as_before(name: str, in_files: str) -> Any:
    if name == "alternates":
        return tuple(filter(None, in_files.split(JOINER)))
    return in_files or (_UNNAMED if name == "label" else "")


def _statements(everything: Released, typed: Typed, known: Names) -> Iterator[Withheld]:
    for one in everything.statements:
        if found := personal(one, known, typed.statements.get(one.id, ())):
            yield Withheld(id=one.id, found=found, remedy=_MEND_TYPED)


def _without(everything: Released, ids: set[str]) -> Released:
    """Leave statements out; their pages say that they are shown no more."""
    if not ids:
        return everything
    number = everything.release.number
    gone = (Gone(id=one, kind="strategy", text="", since=number) for one in sorted(ids))
    kept = tuple(one for one in everything.statements if one.id not in ids)
    return replace(everything, statements=kept, gone=(*everything.gone, *gone))
