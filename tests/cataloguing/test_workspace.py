"""A made-up council's categories go into its rules and out again, in every form, and back."""

import csv
import io

import pytest
from fingerpost.catalogue import Entry
from fingerpost.cataloguing import TableRefused, cells_of, merge, move, rename, retire, write_table
from fingerpost.curating import append
from fingerpost.errors import RulesError
from fingerpost.rulebook import load_rulebook
from fingerpost.running.cataloguing.recataloguing import (
    carry_out,
    export,
    plan_change,
    plan_import,
    undo,
)
from fingerpost.taxonomy import Facet
from fingerpost.workspace import Workspace
from openpyxl import load_workbook

from tests.curating.lines import answer
from tests.rulebook.small_rules import small_rules

OWN = (
    Entry(
        id="clyw-a-gweld",
        facet=Facet.AREA,
        own=True,
        label="Clyw a gweld – ŵyl, naïve",
        definition="Maes y cyngor ei hun: clywed, gweld a symud, gyda phob cymorth sydd ei angen.",
        alternates=("clust | llygad", "synhwyrau"),
        examples=("=1+1", "Eistedd ymlaen."),
        maps_to="sensory-and-physical",
        order=1,
    ),
    Entry(
        id="hen-air",
        facet=Facet.NEED,
        own=True,
        label="Hen air",
        definition="Gair a fu.",
        parent="clyw-a-gweld",
        maps_to="sp-hearing",
        retired=True,
        replaced_by="sp-hearing",
        change_note="Unwyd â Hearing.",
    ),
)


@pytest.fixture
def north(tmp_path):
    small_rules(tmp_path)
    return Workspace(tmp_path)


def entries(workspace):
    return load_rulebook(workspace.rules).entries


def taken_in(workspace, name):
    plan = plan_import(workspace, workspace.root / name)
    carry_out(workspace, plan, name)
    return plan


def rules_of(workspace):
    paths = (path for path in workspace.rules.rglob("*") if path.is_file())
    return {path.relative_to(workspace.rules).as_posix(): path.read_bytes() for path in paths}


def cells(path):
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    return list(load_workbook(path)["Categories"].iter_rows(values_only=True))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_table_into_the_rules_out_as_skos_in_again_and_out_is_equal_cell_by_cell(north, suffix):
    first, last = north.root / f"first{suffix}", north.root / f"last{suffix}"
    first.write_bytes(write_table(first.name, (*entries(north), *OWN), "north"))
    bare = rules_of(north)

    taken_in(north, first.name)
    export(north, north.root / "all.ttl")
    undo(north)
    assert rules_of(north) == bare
    taken_in(north, "all.ttl")
    export(north, last)

    assert cells(last) == cells(first)
    assert len(cells(last)) == len(entries(north)) + 1


def test_what_is_exported_and_not_changed_changes_nothing(north):
    for name in ("all.xlsx", "all.csv", "all.ttl"):
        export(north, north.root / name)
        plan = plan_import(north, north.root / name)
        assert (plan.changes, plan.files) == ((), {})


def test_several_changes_are_undone_one_by_one_the_last_first(north):
    states = [rules_of(north)]
    for label in ("Ears", "Clustiau", "Hearing well"):
        after = rename(entries(north), "sp-hearing", label, shared=True)
        carry_out(north, plan_change(north, after), "rename")
        states.append(rules_of(north))
    undo(north)
    assert rules_of(north) == states[2]
    undo(north)
    undo(north)

    assert rules_of(north) == states[0]
    with pytest.raises(RulesError) as caught:
        undo(north)
    assert str(caught.value) == ("rules/earlier: no change is kept here, so there is none to undo.")


def test_what_came_with_a_change_and_was_used_since_is_not_undone(north):
    carry_out(north, plan_change(north, (*entries(north), *OWN)), "own")
    changed = rules_of(north)
    append(north.log, answer("s-1", labels={Facet.AREA: ("clyw-a-gweld",)}))
    with pytest.raises(RulesError) as caught:
        undo(north)

    assert "has the id 'clyw-a-gweld' any more, but decisions.csv line 3 names" in str(caught.value)
    assert rules_of(north) == changed


def test_a_rename_is_the_councils_unless_it_is_shared(north):
    ours = plan_change(north, rename(entries(north), "sp-vision", "Eyes", shared=False))
    everyones = plan_change(north, rename(entries(north), "sp-vision", "Eyes", shared=True))

    assert list(ours.files) == ["councils/north/labels.yaml"]
    assert list(everyones.files) == ["taxonomy/needs.yaml"]


def test_a_move_puts_a_need_under_another_area(north):
    carry_out(
        north, plan_change(north, move(entries(north), "sp-vision", "semh", shared=False)), "move"
    )

    assert load_rulebook(north.rules).taxonomy["sp-vision"].parent == "semh"


def test_after_a_merge_rules_speak_for_what_is_left(north):
    carry_out(north, plan_change(north, merge(entries(north), "sp-vision", "sp-hearing")), "merge")
    rulebook = load_rulebook(north.rules)

    assert {cue.id: cue.value for cue in rulebook.cues} == {
        "hearing": "sp-hearing",
        "vision": "sp-hearing",
    }
    assert [c.id for c in rulebook.taxonomy.of(Facet.NEED)] == ["sp-hearing"]
    assert rulebook.taxonomy.label("sp-vision") == "Ears"
    [named] = {r.meaning.concepts for r in rulebook.headings if r.id == "names-sp-vision"}
    assert named == ("sp-hearing", "sensory-and-physical")


def test_after_retiring_without_a_replacement_rules_are_silent(north):
    carry_out(north, plan_change(north, retire(entries(north), "sp-vision")), "retire")
    rulebook = load_rulebook(north.rules)

    assert [cue.id for cue in rulebook.cues] == ["hearing"]
    assert not [rule for rule in rulebook.headings if rule.id == "names-sp-vision"]


def test_all_rules_that_name_a_category_are_listed_with_their_lines(north):
    (north.rules / "exemplars").mkdir()
    table = (
        "text,area_of_need,need,universal,teachers_standards,role\nLook.,,sp-vision,,,strategy\n"
    )
    (north.rules / "exemplars" / "ours.csv").write_text(table, encoding="utf-8")
    plan = plan_change(north, merge(entries(north), "sp-vision", "sp-hearing"))

    assert [rule.at for rule in plan.touched.rules] == [
        "rules/cues/needs.yaml line 9",
        "rules/exemplars/ours.csv line 2",
        "rules/taxonomy/needs.yaml line 8",
    ]


def test_a_change_that_cannot_be_is_refused_before_anything_is_written(north):
    before = rules_of(north)
    with pytest.raises(TableRefused) as caught:
        plan_change(north, merge(entries(north), "sp-vision", "semh"))

    assert caught.value.problems[0] == (
        "the category sp-vision, column replaced_by: 'semh' is of another kind; write one of "
        "sp-hearing."
    )
    assert rules_of(north) == before


def test_a_row_that_is_gone_though_a_rule_speaks_for_it_is_refused(north):
    left = [e for e in entries(north) if e.id != "sp-vision"]
    (north.root / "less.csv").write_bytes(write_table("less.csv", left, "north"))
    before = rules_of(north)
    with pytest.raises(TableRefused) as caught:
        plan_import(north, north.root / "less.csv")

    assert caught.value.problems == (
        "less.csv: the row of 'sp-vision' (Vision) is missing, and rules or decisions name it; "
        "put the row back, or write yes under retired.",
    )
    assert rules_of(north) == before


def test_an_id_nobody_knows_is_met_with_the_nearest(north):
    with pytest.raises(RulesError) as caught:
        merge(entries(north), "sp-hearng", "sp-vision")

    assert "No category has the id 'sp-hearng'. Did you mean 'sp-hearing'?" in str(caught.value)


def test_every_cell_of_an_own_category_comes_back(north):
    plan = plan_change(north, (*entries(north), *OWN))
    carry_out(north, plan, "own")

    assert [cells_of(e) for e in entries(north) if e.own] == [cells_of(e) for e in OWN]
