"""Rules files stay as people write them: only what changes is written, and it reads back as meant."""

from dataclasses import replace

import pytest
from fingerpost.cataloguing import changed_files
from fingerpost.errors import RulesError
from fingerpost.rulebook.categories import build_taxonomy
from fingerpost.rulebook.faults import check_form
from fingerpost.rulebook.forms import LabelsForm, TaxonomyForm
from fingerpost.rulebook.sheets import read_sheet
from fingerpost.taxonomy import Facet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cataloguing.taxonomies import GWYNT, RULES, entries, three
from tests.support.chance import times

LABELS = "councils/calderdale/labels.yaml"


def files():
    """Calderdale's files: those of all kinds of label that it uses."""
    shared = [f"taxonomy/{path.name}" for path in (RULES / "taxonomy").glob("*.yaml")]
    names = [LABELS, *(name for name in shared if Facet.STAGE.value not in name)]
    return {name: (RULES / name).read_text(encoding="utf-8") for name in names}


def read_back(texts, folder):
    """The entries of these files, by id."""
    sheets = {}
    for place, (name, text) in enumerate(texts.items()):
        path = folder / f"{place}.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        sheets[name] = read_sheet(path, name)
    forms = {
        name: (sheet, check_form(sheet, LabelsForm if name == LABELS else TaxonomyForm))
        for name, sheet in sheets.items()
    }
    assert [told for _, (_, told) in forms.values() if told] == []
    made = {name: (sheet, form) for name, (sheet, (form, _)) in forms.items()}
    core = tuple(pair for name, pair in made.items() if name != LABELS)
    _, found = build_taxonomy(core, made[LABELS], [])
    return {entry.id: entry for entry in found}


def changed(**by_id):
    """Calderdale's categories, some settings of some of them changed."""
    wanted = {name.replace("_", "-"): settings for name, settings in by_id.items()}
    before = three()["calderdale"]
    after = tuple(replace(e, **wanted.get(e.id, {})) for e in before)
    return before, after, changed_files(files(), LABELS, before, after)


def different_lines(old, new):
    return sorted(set(new.splitlines()) - set(old.splitlines()))


def test_where_nothing_changes_no_file_is_written():
    assert changed()[2] == {}


def test_only_the_file_and_the_lines_that_change_are_written():
    _, _, made = changed(sp_hearing={"label": "Hearing and deafness"})

    assert list(made) == ["taxonomy/needs.yaml"]
    new = made["taxonomy/needs.yaml"]
    assert different_lines(files()["taxonomy/needs.yaml"], new) == [
        "    label: Hearing and deafness"
    ]
    assert new.count("\n") == files()["taxonomy/needs.yaml"].count("\n")


def test_the_councils_word_goes_into_the_councils_own_file_on_its_line():
    _, _, made = changed(wsu_outcomes={"council_label": "Canlyniadau"})

    assert list(made) == [LABELS]
    assert different_lines(files()[LABELS], made[LABELS]) == [
        "  wsu-outcomes: {label: Canlyniadau, order: 1}"
    ]


def test_a_new_setting_goes_to_its_place_and_comments_stay_where_they_are():
    _, _, made = changed(sp_medical={"retired": True, "replaced_by": "sp-physical"})
    old, new = files()["taxonomy/needs.yaml"], made["taxonomy/needs.yaml"]

    assert different_lines(old, new) == ["    replaced_by: sp-physical", "    retired: true"]
    assert [ln for ln in new.splitlines() if ln.lstrip().startswith("#")] == [
        ln for ln in old.splitlines() if ln.lstrip().startswith("#")
    ]


def test_lists_stay_on_one_line_or_on_several_as_they_were():
    _, _, made = changed(
        ts_1={"alternates": ("aspiration", "a: b")}, sp_hearing={"alternates": ("deaf",)}
    )

    assert "    alternates: [aspiration, 'a: b']\n" in made["taxonomy/teachers_standards.yaml"]
    assert "    alternates:\n      - deaf\n    examples:" in made["taxonomy/needs.yaml"]


def test_taking_a_councils_last_word_for_a_category_away_takes_its_line_away():
    _, _, made = changed(wsu_outcomes={"council_label": "", "order": None})

    assert "wsu-outcomes" not in made[LABELS]
    assert made[LABELS].count("\n") == files()[LABELS].count("\n") - 1


def test_line_ends_of_windows_and_the_mark_of_notepad_stay():
    before, after, _ = changed(sp_hearing={"label": "Ears"})
    texts = files()
    name = "taxonomy/needs.yaml"
    texts[name] = "\ufeff" + texts[name].replace("\n", "\r\n")
    new = changed_files(texts, LABELS, before, after)[name]

    assert new.startswith("\ufeff# yaml")
    assert new.count("\r\n") == new.count("\n") == texts[name].count("\n")


def test_what_was_changed_reads_back_as_it_was_meant(tmp_path):
    before, after, made = changed(
        sp_hearing={"label": "no", "definition": "Hash # and: colon. " * 9 + "end", "order": 7},
        ts_1={"exclusion": "", "examples": ("one", "two\nlines")},
        hts_5={"council_hidden": None},
        wsu_teaching={"council_label": "L" * 90, "council_alternates": ()},
    )
    assert before != after
    assert read_back({**files(), **made}, tmp_path) == {e.id: e for e in after}


def test_a_councils_own_categories_are_written_and_read_back(tmp_path):
    before = three()["calderdale"]
    own = tuple(entry for entry in GWYNT if entry.own)
    made = changed_files(files(), LABELS, before, (*before, *own))

    assert list(made) == [LABELS]
    assert made[LABELS].startswith(files()[LABELS])
    assert read_back({**files(), **made}, tmp_path) == {e.id: e for e in (*before, *own)}


def test_a_file_that_cannot_be_edited_line_by_line_is_named():
    before = three()["calderdale"]
    texts = {**files(), LABELS: "labels: {wsu-voice: {label: Llais}}\n"}
    after = tuple(replace(e, council_label="Clyw") if e.id == "sp-hearing" else e for e in before)
    with pytest.raises(RulesError) as caught:
        changed_files(texts, LABELS, before, after)

    assert str(caught.value) == (
        "rules/councils/calderdale/labels.yaml: 'labels' is written on one line; put each entry on "
        "a line of its own."
    )


def test_a_row_of_a_kind_that_is_switched_off_is_refused_and_never_written_twice():
    before = tuple(e for e in three()["calderdale"] if e.facet is not Facet.UNIVERSAL)
    with pytest.raises(RulesError) as caught:
        changed_files(files(), LABELS, before, three()["calderdale"])

    assert str(caught.value) == (
        "rules/taxonomy/universal.yaml: 'wsu-leadership' is there, of a kind of label that this "
        "council has switched off; switch it on, or leave its row out."
    )


def writable(entry):
    """An entry as the files can hold it: a council's own has no second words."""
    if not entry.own:
        return replace(entry, maps_to="")
    return replace(
        entry,
        maps_to=entry.maps_to or "semh",
        council_label="",
        council_parent="",
        council_alternates=(),
        council_hidden=None,
        council_folds_into="",
    )


@settings(max_examples=times(12), suppress_health_check=[HealthCheck.too_slow])
@given(entries(), entries(), st.sampled_from([Facet.NEED, Facet.AREA]))
def test_whatever_is_written_over_whatever_else_reads_back_as_meant(
    tmp_path_factory, first, second, facet
):
    first = tuple(map(writable, first))
    second = tuple(writable(replace(e, facet=facet) if e.own else e) for e in second)
    kept = {e.id: e.facet for e in first if not e.own}  # a shared category stays of its kind
    second = tuple(replace(e, facet=kept.get(e.id, e.facet)) if not e.own else e for e in second)
    folder = tmp_path_factory.mktemp("rules")
    texts = {LABELS: "# ours\nlabels: {}\n"}

    written = {**texts, **changed_files(texts, LABELS, (), first)}
    assert read_back(written, folder) == {e.id: e for e in first}
    anew = {**written, **changed_files(written, LABELS, first, second)}
    if all("concepts: []" not in text for text in anew.values()):
        assert read_back(anew, folder) == {e.id: e for e in second}
