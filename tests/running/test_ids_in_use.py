"""An id that was used and is no more in the rules stops every command, and says where it is named."""

from dataclasses import replace

import pytest
from fingerpost.cli import main
from fingerpost.curating import append
from fingerpost.decisions import Action, Resource
from fingerpost.errors import RulesError
from fingerpost.rulebook import load_rulebook
from fingerpost.running.rules.ids_in_use import check_ids_in_use
from fingerpost.taxonomy import Facet
from fingerpost.workspace import Workspace

from tests.curating.lines import answer, heading
from tests.rulebook.small_rules import FILES, small_rules

WITHOUT_VISION = {
    "taxonomy/needs.yaml": FILES["taxonomy/needs.yaml"].split("  - id: sp-vision")[0],
    "cues/needs.yaml": FILES["cues/needs.yaml"].split("  - id: vision")[0],
}
HOW = (
    "Put it back: what is no longer wanted stays as 'retired: true', with 'replaced_by:' if another "
    "stands for it."
)


def workspace(folder, *answers, changes=WITHOUT_VISION):
    small_rules(folder, changes)
    made = Workspace(folder)
    made.curated.mkdir(parents=True)
    append(made.log, [line for lines in answers for line in lines])
    return made


def files(made):
    """All files but those that may be deleted at any time."""
    paths = (path for path in made.root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in paths if not path.is_relative_to(made.state)}


def told(made):
    with pytest.raises(RulesError) as caught:
        check_ids_in_use(made, load_rulebook(made.rules).taxonomy)
    return str(caught.value)


def test_an_id_that_a_persons_label_names_must_stay(tmp_path):
    label = answer("s-1", labels={Facet.NEED: ("sp-hearing", "sp-vision")})

    assert told(workspace(tmp_path, label)) == (
        "rules/taxonomy: no category has the id 'sp-vision' any more, but decisions.csv line 3 "
        f"names it. {HOW}"
    )


def test_so_must_one_that_an_answer_about_a_heading_names(tmp_path):
    assert "decisions.csv line 2 names it" in told(
        workspace(tmp_path, heading("eyes", "sp-vision"))
    )


def test_and_one_that_an_accepted_rule_speaks_for(tmp_path):
    [line] = heading("large print", "sp-vision|large print", action=Action.ACCEPTED_RULE)
    [other] = heading("rota", "note|the rota", action=Action.DECLINED_RULE)
    rules = tuple(replace(one, resource_type=Resource.RULE) for one in (other, line))

    assert told(workspace(tmp_path, rules)).count("\n") == 0
    assert "decisions.csv line 3 names it" in told(Workspace(tmp_path))


def test_and_one_that_was_published_as_retired(tmp_path):
    made = workspace(tmp_path)
    table = "id,label,retired\nsp-hearing,Ears,false\nsp-sight,Eyes,true\n"
    (made.curated / "taxonomy.csv").write_text(table, encoding="utf-8")

    assert told(made) == (
        "rules/taxonomy: no category has the id 'sp-sight' any more, but taxonomy.csv line 3 "
        f"lists it as retired. {HOW}"
    )


def test_one_that_nothing_names_may_go_and_other_answers_are_no_ids(tmp_path):
    made = workspace(tmp_path, heading("do", "advice"), heading("see", "signs-of-need"))

    check_ids_in_use(made, load_rulebook(made.rules).taxonomy)


def test_a_retired_category_is_still_there(tmp_path):
    needs = FILES["taxonomy/needs.yaml"] + "    retired: true\n"
    made = workspace(tmp_path, heading("eyes", "sp-vision"), changes={"taxonomy/needs.yaml": needs})

    check_ids_in_use(made, load_rulebook(made.rules).taxonomy)


@pytest.mark.parametrize(
    "command",
    [["migrate", "--direct"], ["check"], ["evaluate", "gold.csv"], ["review", "status"]],
    ids=" ".join,
)
def test_every_command_that_works_by_rules_stops_and_writes_nothing(tmp_path, command, capsys):
    made = workspace(tmp_path, heading("eyes", "sp-vision"))
    made.raw.mkdir(parents=True)
    (tmp_path / "gold.csv").write_text("text\nUse large print.\n", encoding="utf-8")
    before = files(made)
    with pytest.raises(SystemExit) as ended:
        main([*command, "--workspace", str(tmp_path)])

    assert ended.value.code == 2
    assert "no category has the id 'sp-vision' any more" in capsys.readouterr().err
    assert files(made) == before
