"""Loading and going back leave a page to look through; what was planned is what is loaded."""

import json
import sqlite3
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from tests.support.program import Program

pytestmark = pytest.mark.slow

DATABASE = "data/curated/directory.db"


def page(program: Program, name: str) -> BeautifulSoup:
    return BeautifulSoup(
        (program.root / "reports" / name).read_text(encoding="utf-8"), "html.parser"
    )


def words(found: BeautifulSoup) -> str:
    return " ".join(found.get_text(" ").split())


def by_hand(program: Program, statement: str) -> None:
    with sqlite3.connect(program.root / DATABASE) as database:
        database.execute(statement)
    database.close()


def test_the_page_of_a_release_shows_ten_samples_beside_their_place_in_word(begun: Program):
    begun.well("load", "--direct", "--signed-off-by", "Sam Example")

    found = page(begun, "release.html")
    samples = found.select("#samples ~ article")
    seed = found.select_one("#samples ~ p code").get_text()
    beneath = page(begun, "releases/1.html")

    assert len(samples) == 10
    assert "Sam Example" in words(found)
    assert "rows were read back and found as written" in words(found)
    for sample in samples:
        copy, _, place = unquote(sample.find("a")["href"]).partition("#")
        marked = page(begun, copy).find_all("mark", attrs={"data-place": place})
        assert " ".join("".join(one.get_text() for one in marked).split()) in words(sample)
    assert beneath.select_one("#samples ~ p code").get_text() == seed
    first = beneath.select_one("#samples ~ article a")["href"]
    assert first == f"../{samples[0].find('a')['href']}"
    assert [words(one) for one in beneath.select("#samples ~ article")] == list(map(words, samples))


def test_a_plan_is_looked_through_and_then_carried_out_or_refused(begun: Program):
    begun.well("load", "--dry-run")
    found = page(begun, "plan.html")
    plan = json.loads((begun.root / "reports/plan.json").read_text(encoding="utf-8"))
    new = plan["fingerpost_plan"]["counts"]["strategy"]["added"]
    assert f"New statements: {new}" in words(found)
    assert f"0 statements now + {new} new = {new} statements in release 1." in words(found)
    assert not (begun.root / DATABASE).exists()

    loaded = begun.asked("load", "--plan", "reports/plan.json", "--direct")
    again = begun.run("load", "--plan", "reports/plan.json", "--direct")

    assert (loaded["release"], loaded["statements"]) == (1, new)
    assert again.returncode == 2
    assert again.stderr.strip().endswith(
        "release 1 was loaded since the plan was made, perhaps from this very plan. "
        "Nothing was loaded. "
        "Make a new plan: fingerpost load --dry-run"
    )


def test_what_was_changed_by_hand_is_named_kept_and_shown_with_its_three_texts(loaded: Program):
    assert "as they were loaded" in loaded.well("verify")
    item = next(row for row in loaded.rows("data/curated/strategies.csv"))
    by_hand(
        loaded,
        f"UPDATE strategies SET text = 'By <b>hand</b>.', owner = 'Sam Example' "
        f"WHERE id = '{item['id']}'",
    )

    named = loaded.run("verify")
    kept = loaded.asked("load", "--direct")

    assert named.returncode == 1
    assert f"the words: loaded “{item['text']}”" in named.stdout
    assert f"[table strategies: {item['id']}, text]" in named.stdout
    assert {edit["value"] for edit in kept["edits"]} == {"By <b>hand</b>.", "Sam Example"}
    assert "By <b>hand</b>." in words(page(loaded, "release.html"))
    assert loaded.run("verify").returncode == 0
    told = loaded.well("changes", "--of", item["id"])
    assert f"The words: “{item['text']}” → “By <b>hand</b>.”" in told
    assert told.strip().endswith("It can be found in the directory now.")


def test_going_back_is_signed_off_by_its_own_command_and_tells_of_the_site(loaded: Program):
    by_hand(loaded, "UPDATE concepts SET definition = 'By hand.' WHERE id = 'semh'")
    loaded.well("load", "--direct")
    site = loaded.root / "site" / "release.json"
    site.parent.mkdir()
    site.write_text('{"number": 1}', encoding="utf-8")
    by_hand(loaded, "UPDATE concepts SET definition = '' WHERE id = 'semh' AND to_release IS NULL")

    back = loaded.well("rollback", "1")
    signed = loaded.asked("rollback", "1", "--signed-off-by", "Sam Example")

    assert 'fingerpost rollback 1 --signed-off-by "NAME"' in back
    assert "site/ still shows release 1; run: fingerpost publish" in back
    assert (signed["release"], signed["signed_off_by"]) == (None, "Sam Example")
    assert "Sam Example" in words(page(loaded, "release.html"))


def test_what_is_no_plan_and_an_id_that_never_was_are_refused_in_one_sentence(loaded: Program):
    (loaded.root / "mine.json").write_text("[]", encoding="utf-8")

    plan = loaded.run("load", "--plan", "mine.json", "--direct")
    never = loaded.run("changes", "--of", "s-never")

    assert (plan.returncode, never.returncode) == (2, 2)
    assert plan.stderr.startswith("mine.json: is no plan of this program.")
    assert never.stderr.strip() == (
        "s-never: no release holds it. The ids are in reports/items.csv."
    )
