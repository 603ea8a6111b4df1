"""What a load would be refused for is said at once, before anything slow is started for it."""

import pytest
from fingerpost.cli import main
from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.loading import load, plan_text
from fingerpost.running.cataloguing.founding import found

from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of


@pytest.fixture
def workspace(tmp_path):
    made = found(tmp_path / "leeds", "leeds")
    append(made.log, ())
    write_curated(outcome_of([statement("s-1")]), made.curated)
    return made


def refused(workspace, capsys, *typed: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["load", *typed, "--workspace", str(workspace.root)])
    assert ended.value.code == 2
    assert not (workspace.state / "prefect").exists()
    return capsys.readouterr().err


def test_a_load_that_must_be_refused_never_starts_prefect(workspace, capsys, tmp_path):
    place = workspace.database("sqlite:///data/curated/directory.db")
    planned = load(workspace.curated, place, dry_run=True).plan
    plan = tmp_path / "plan.json"
    plan.write_text(plan_text(planned), encoding="utf-8")
    elsewhere = "sqlite:///elsewhere.db"

    assert "was made for" in refused(workspace, capsys, "--plan", str(plan), "--to", elsewhere)
    load(workspace.curated, place)
    assert "was loaded since the plan" in refused(workspace, capsys, "--plan", str(plan))
    plan.write_text("[]", encoding="utf-8")
    assert "is no plan" in refused(workspace, capsys, "--plan", str(plan))
    assert "no database server answers" in refused(
        workspace, capsys, "--to", "postgresql+psycopg://127.0.0.1:1/x"
    )
    (workspace.curated / "strategies.csv").write_text("edited", encoding="utf-8")
    assert "strategies.csv" in refused(workspace, capsys)
    (workspace.curated / "MANIFEST.sha256").unlink()
    assert "fingerpost migrate" in refused(workspace, capsys)


def test_a_command_to_copy_means_the_directory_that_was_named(workspace, capsys, tmp_path):
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    load(workspace.curated, url)
    write_curated(outcome_of([statement("s-2")]), workspace.curated)
    load(workspace.curated, url)
    with pytest.raises(SystemExit) as ended:
        main(["rollback", "1", "--in", url, "--workspace", str(workspace.root)])

    told = capsys.readouterr().out
    assert ended.value.code == 0
    named = f"--workspace {workspace.root} --in {url}"
    assert f'fingerpost rollback {named} 1 --signed-off-by "NAME"' in told
    assert f"fingerpost changes {named} lists" in told
    page = (workspace.reports / "release.html").read_text(encoding="utf-8")
    assert f"<code>fingerpost rollback 1 --in {url} --signed-off-by" in page
