"""A folder of rules in, one council's rulebook out; the door through which rules enter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from fingerpost.documents import TrackedChanges
from fingerpost.errors import RulesError
from fingerpost.meanings import heading_key
from fingerpost.rulebook.book import Aim, Council, Rulebook
from fingerpost.rulebook.categories import build_taxonomy
from fingerpost.rulebook.companion_rules import build_companions
from fingerpost.rulebook.cue_rules import build_cues
from fingerpost.rulebook.digesting import digest
from fingerpost.rulebook.exemplar_files import read_exemplars
from fingerpost.rulebook.facet_rule_files import build_facet_rules
from fingerpost.rulebook.faults import check_form, unknown
from fingerpost.rulebook.forms import (
    AnyForm,
    CompanionsForm,
    CouncilForm,
    CuesForm,
    FacetsForm,
    GlossaryForm,
    HeadingsForm,
    InterventionsForm,
    LabelsForm,
    LayWordsForm,
    NamesForm,
    SiteForm,
    TaxonomyForm,
    WorkspaceForm,
)
from fingerpost.rulebook.glossary_files import build_glossary
from fingerpost.rulebook.heading_rules import automatic_rules, build_headings, council_words
from fingerpost.rulebook.intervention_files import build_interventions
from fingerpost.rulebook.lay_word_files import build_lay_words
from fingerpost.rulebook.name_lists import build_names
from fingerpost.rulebook.retirement import in_force
from fingerpost.rulebook.sheets import Sheet, read_sheet
from fingerpost.rulebook.site_files import build_site
from fingerpost.rulebook.switching import switched_on, used, without
from fingerpost.taxonomy import Taxonomy

_GLOSSARY = "glossary.yaml"
_INTERVENTIONS = "interventions.yaml"
_LAY_WORDS = "lay_words.yaml"

First = TypeVar("First")
Second = TypeVar("Second")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of rules and the name by which messages call it."""

    path: Path

    def read(self, *steps: str) -> Sheet:
        return read_sheet(self.path.joinpath(*steps), "/".join((self.path.name, *steps)))

    def read_all(self, sub_folder: str) -> Iterator[Sheet]:
        names = sorted(file.name for file in (self.path / sub_folder).glob("*.yaml"))
        if not names:
            raise RulesError(
                f"{self.path.name}/{sub_folder} has no .yaml file; put the files back, or copy "
                "them from a new workspace made with `fingerpost init`."
            )
        return (self.read(sub_folder, name) for name in names)


def known_councils(folder: Path) -> tuple[str, ...]:
    """Return the names of the folders that hold a council's settings."""
    return tuple(sorted(file.parent.name for file in folder.glob("councils/*/council.yaml")))


def site_file(folder: Path) -> str:
    """Name the file with the council's settings of its site, as people look for it."""
    mark = _checked(_Folder(folder).read("workspace.yaml"), WorkspaceForm)
    return f"{folder.name}/councils/{mark.council}/site.yaml"


def load(folder: Path, council_id: str | None) -> Rulebook:
    """Read, check and join all files; every fault found is named in one RulesError."""
    if not folder.is_dir():
        raise RulesError(
            f"There is no folder of rules at {folder}; name the workspace that has one."
        )
    files = _Folder(folder)
    mark = _checked(files.read("workspace.yaml"), WorkspaceForm)
    council_id = council_id or mark.council
    if council_id not in known_councils(folder):
        known = unknown("council", council_id, known_councils(folder))
        raise RulesError(f"{folder.name}/councils: {known}")
    settings = _checked(files.read("councils", council_id, "council.yaml"), CouncilForm)
    sheet = files.read("councils", council_id, "labels.yaml")
    labels = _checked(sheet, LabelsForm)
    core, off = used(_all(files, "taxonomy", TaxonomyForm), switched_on(settings))
    taxonomy, entries = _joined(build_taxonomy, core, (sheet, labels))
    taxonomy = replace(taxonomy, switched_off=off)
    loaded = replace(
        _assemble(files, _council(council_id, settings, labels), taxonomy),
        encoder=mark.encoder,
        entries=entries,
    )
    loaded = in_force(loaded)
    return replace(loaded, digest=digest(loaded))


def _assemble(files: _Folder, council: Council, taxonomy: Taxonomy) -> Rulebook:
    written = _joined(build_headings, _all(files, "headings", HeadingsForm), taxonomy)
    cue_files = without(_all(files, "cues", CuesForm), taxonomy.switched_off)
    cues = _joined(build_cues, cue_files, taxonomy)
    headings = (*automatic_rules(taxonomy), council_words(council), *written)
    sheet = files.read("companions.yaml")
    companions = (sheet, _checked(sheet, CompanionsForm))
    facet_sheet = files.read("facets.yaml")
    facets = (facet_sheet, _checked(facet_sheet, FacetsForm))
    shared = _optional(files, GlossaryForm, _GLOSSARY)
    own = _optional(files, GlossaryForm, "councils", council.id, _GLOSSARY)
    used_by_all = _optional(files, InterventionsForm, _INTERVENTIONS)
    used_here = _optional(files, InterventionsForm, "councils", council.id, _INTERVENTIONS)
    lay = _optional(files, LayWordsForm, _LAY_WORDS)
    own_lay = _optional(files, LayWordsForm, "councils", council.id, _LAY_WORDS)
    site = _optional(files, SiteForm, "councils", council.id, "site.yaml")
    exemplars = _joined(read_exemplars, files.path / "exemplars", taxonomy)
    return Rulebook(
        council=council,
        taxonomy=taxonomy,
        headings=headings,
        cues=cues,
        exemplars=exemplars,
        names=_joined(build_names, _all(files, "names", NamesForm), council),
        companions=_joined(build_companions, companions, taxonomy),
        facet_rules=_joined(build_facet_rules, facets, taxonomy),
        glossary=_joined(build_glossary, shared, own),
        site=_joined(build_site, site, taxonomy),
        interventions=_joined(build_interventions, used_by_all, used_here),
        lay_words=_joined(build_lay_words, (lay, own_lay), taxonomy),
        digest="",
    )


def _council(council_id: str, form: CouncilForm, labels: LabelsForm) -> Council:
    return Council(
        id=council_id,
        name=form.name,
        assumed_tier=form.assumed_tier or "",
        voices=form.voices,
        child_sections=tuple(heading_key(heading) for heading in form.child_sections),
        names=form.names,
        contacts=form.contacts,
        facets=switched_on(form),
        acceptance=form.acceptance,
        risk=form.risk,
        assurance=form.assurance,
        audit=Aim(at_most=form.audit.at_most, assurance=form.audit.assurance),
        chase_after_days=form.chase_after_days,
        tracked_changes=TrackedChanges(form.tracked_changes),
        labels_are_examples=labels.labels_are_examples,
        child_voice=form.child_voice,
        return_to=form.return_to or "",
        people=tuple(sorted(form.people.items())),
    )


def _checked(sheet: Sheet, form: type[AnyForm]) -> AnyForm:
    checked, faults = check_form(sheet, form)
    if checked is None:
        raise RulesError("\n".join(faults))
    return checked


def _optional(files: _Folder, form: type[AnyForm], *steps: str) -> tuple[Sheet, AnyForm] | None:
    """Read a file that need not be there."""
    if not files.path.joinpath(*steps).exists():
        return None
    sheet = files.read(*steps)
    return sheet, _checked(sheet, form)


def _all(files: _Folder, sub_folder: str, form: type[AnyForm]) -> tuple[tuple[Sheet, AnyForm], ...]:
    """Read all files of one kind; the faults of all of them are told at once."""
    faults: list[str] = []
    read: list[tuple[Sheet, AnyForm]] = []
    for sheet in files.read_all(sub_folder):
        checked, wrong = check_form(sheet, form)
        faults.extend(wrong)
        if checked is not None:
            read.append((sheet, checked))
    if faults:
        raise RulesError("\n".join(faults))
    return tuple(read)


def _joined(
    build: Callable[[First, Second, list[str]], Made], first: First, second: Second
) -> Made:
    faults: list[str] = []
    made = build(first, second, faults)
    if faults:
        raise RulesError("\n".join(faults))
    return made
