"""A plan is carried out exactly as it was looked through, or not at all."""

import json
from dataclasses import replace

import pytest
from fingerpost.curating import append
from fingerpost.errors import TargetError
from fingerpost.exporting import write_curated
from fingerpost.loading import counts, load, plan_text, read_plan, releases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand, rows
from tests.loading.test_history import EDITIONS
from tests.support.chance import times


def planned(folder, target):
    """Return a plan as it comes back from its file."""
    return read_plan("plan.json", plan_text(load(folder, target, dry_run=True).plan))


def refused(folder, target, plan):
    before = rows(target, "SELECT * FROM strategies") if releases(target) else []
    with pytest.raises(TargetError, match="Nothing was loaded") as error:
        load(folder, target, plan=plan)
    after = rows(target, "SELECT * FROM strategies") if releases(target) else []
    assert before == after
    return str(error.value)


def test_what_was_planned_is_what_is_loaded(curated, target):
    load(curated(statement("s-1"), statement("s-2")), target)
    folder = curated(statement("s-1", "New words."), statement("s-3"))
    plan = planned(folder, target)

    report = load(folder, target, "Sam Example", plan=plan)

    assert (report.release, report.signed_off_by) == (2, "Sam Example")
    assert counts(plan.changes) == counts(report.changes)
    assert counts(plan.changes)["strategy"]["retired"] == 1


def test_a_plan_for_an_empty_database_is_carried_out_too(curated, target):
    folder = curated(statement())
    assert load(folder, target, plan=planned(folder, target)).release == 1


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE strategies SET owner = 'Ann Example' WHERE id = 's-1'",
        "UPDATE concepts SET label = 'By hand' WHERE id = 'semh'",
        "DELETE FROM strategy_concepts WHERE strategy_id = 's-1'",
    ],
)
def test_a_target_that_changed_by_hand_refuses_the_plan(curated, target, edit):
    load(curated(statement("s-1")), target)
    folder = curated(statement("s-1", "New words."))
    plan = planned(folder, target)
    by_hand(target, edit)

    assert "changed since the plan was made" in refused(folder, target, plan)


def test_a_target_that_holds_what_is_no_text_refuses_the_plan(curated, tmp_path):
    target = f"sqlite:///{tmp_path / 'directory.db'}"
    load(curated(statement("s-1")), target)
    folder = curated(statement("s-1", "New words."))
    plan = planned(folder, target)
    by_hand(target, "UPDATE strategies SET text = x'41' WHERE id = 's-1'")

    assert "changed since the plan was made" in refused(folder, target, plan)


def test_a_target_with_a_newer_release_refuses_the_plan(curated, target):
    folder = curated(statement("s-1"))
    plan = planned(folder, target)
    load(folder, target)

    assert "release 1 was loaded since the plan was made" in refused(folder, target, plan)


def test_files_that_changed_refuse_the_plan(curated, target):
    plan = planned(curated(statement("s-1")), target)
    folder = curated(statement("s-1", "Other words."))

    assert "The files to be loaded changed" in refused(folder, target, plan)
    assert not releases(target)


def test_a_plan_for_another_directory_or_with_other_changes_is_refused(curated, target):
    folder = curated(statement("s-1"))
    plan = planned(folder, target)

    other = replace(plan, target="sqlite:///other.db")
    assert refused(folder, target, other).startswith("The plan was made for other.db, not")
    fewer = replace(plan, changes=plan.changes[1:])
    assert "something else now than what was planned" in refused(folder, target, fewer)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"fingerpost_plan": {}}', "null", "3"])
def test_what_is_no_plan_is_refused_by_name(text):
    with pytest.raises(TargetError, match=r"mine\.json: is no plan of this program"):
        read_plan("mine.json", text)


def test_a_plan_holds_no_password(curated, tmp_path):
    load(curated(statement()), f"sqlite:///{tmp_path / 'a.db'}")
    url = "postgresql+psycopg://sam:secret@localhost:1/none"
    plan = load(curated(statement()), f"sqlite:///{tmp_path / 'a.db'}", dry_run=True).plan
    with pytest.raises(TargetError) as error:
        load(curated(statement()), url, plan=plan)
    assert "secret" not in plan_text(plan) + str(error.value)


@settings(
    max_examples=times(20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(editions=EDITIONS, edits=st.lists(st.sampled_from(["s-1", "s-2", "s-3"]), max_size=3))
def test_the_counts_of_a_plan_are_the_counts_of_what_is_done(tmp_path_factory, editions, edits):
    folder = tmp_path_factory.mktemp("plans")
    url = f"sqlite:///{folder / 'directory.db'}"
    append(folder / "decisions.csv", ())
    for edition in editions:
        made = [statement(item, **fields) for item, fields in edition.items()]
        write_curated(outcome_of(made), folder)
        plan = planned(folder, url)
        before = releases(url)[-1].statements if releases(url) else 0
        report = load(folder, url, plan=plan)
        assert json.loads(plan_text(plan))["fingerpost_plan"]["counts"] == counts(report.changes)
        assert plan.statements == report.statements
        if report.release:
            made_now = releases(url)[-1]
            gained = made_now.added + made_now.revived - made_now.retired
            assert before + gained == made_now.statements
        for item in edits:
            by_hand(url, f"UPDATE strategies SET owner = 'By hand' WHERE id = '{item}'")


def test_a_dry_run_of_what_stands_there_already_says_who_signed_it_off(curated, target):
    folder = curated(statement())
    load(folder, target, "Sam Example")

    dry = load(folder, target, dry_run=True)

    assert (dry.nothing_to_load, dry.signed_off_by) == (True, "Sam Example")
