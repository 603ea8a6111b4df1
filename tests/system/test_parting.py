"""A statement parted, or two joined, by a person: through the log, the files and the directory, and back."""

import shutil
from pathlib import Path

import pytest

from tests.support.program import Program, bare
from tests.support.sheets import Workbook
from tests.support.word import bullets, docx, lists, p

RETURNED = "reports/returned/back.xlsx"
TWO = "Face the class when you talk. Offer a copy of the board on paper."
PARTS = ["Face the class when you talk.", "Offer a copy of the board on paper."]
BROKEN = ["Give time to take in what was said before the", "next question is asked."]
WHOLE = "Give time to take in what was said before the next question is asked."
NUMBERING = lists(bullets())

pytestmark = pytest.mark.slow  # each runs the program several times


def guidance(*statements: str) -> bytes:
    items = (p(text, num=(1, 0)) for text in statements)
    return docx(
        p("Mystery matters", style="Heading1"),
        p("Strategies", style="Heading2"),
        *items,
        numbering=NUMBERING,
    )


def made(folder, *statements: str) -> Program:
    program = bare(folder / "leeds")
    write(program, *statements)
    program.well("migrate", "--direct")
    return program


def write(program: Program, *statements: str) -> None:
    (program.root / "data/raw/guidance.docx").write_bytes(guidance(*statements))


def change(program: Program, wordings: dict[str, str]) -> None:
    """Return a workbook in which statements got new words, and take it in."""
    book = Workbook(program.root / "reports/review.xlsx")
    count = book.fill(
        "Queue",
        lambda row: (
            {"Decision": "Change", "Wording": wordings[row["Wording"]], "Reviewer": "M. Example"}
            if row["Wording"] in wordings
            else {}
        ),
    )
    assert count == len(wordings)
    book.save(program.root / RETURNED)
    program.well("review", "apply")
    program.well("migrate", "--direct")


def items(program: Program) -> dict[str, dict[str, str]]:
    return {row["text"]: row for row in program.rows("reports/items.csv")}


def published(program: Program) -> dict[str, dict[str, str]]:
    return {row["text"]: row for row in program.rows("data/curated/strategies.csv")}


def retired(program: Program) -> dict[str, str]:
    log = program.rows("data/curated/decisions.csv")
    return {r["resource_id"]: r["reason"] for r in log if r["last_action_type"] == "retired"}


@pytest.fixture
def whole(made_once, tmp_path) -> Program:
    """One statement that reads like two."""
    return Program(
        shutil.copytree(made_once("whole", lambda at: made(at.parent, TWO)), tmp_path / "leeds")
    )


@pytest.fixture
def parted(made_once, tmp_path) -> Program:
    def make(place: Path) -> None:
        program = made(place.parent, TWO, "Wait ten seconds for an answer.")
        change(program, {TWO: "\n".join(PARTS)})

    return Program(shutil.copytree(made_once("parted", make), tmp_path / "leeds"))


@pytest.fixture
def joined(made_once, tmp_path) -> Program:
    def make(place: Path) -> None:
        program = made(place.parent, *BROKEN, "Wait ten seconds for an answer.")
        change(program, {BROKEN[0]: WHOLE})

    return Program(shutil.copytree(made_once("joined", make), tmp_path / "leeds"))


def test_a_proposal_to_part_is_seen_and_nothing_more(whole: Program):
    (row,) = Workbook(whole.root / "reports/review.xlsx").rows("Queue")

    assert "It reads like two statements" in row["Why it is here"]
    assert "may be parted" in whole.well("explain", row["Ref"])
    assert list(items(whole)) == [TWO]


def test_several_lines_under_wording_make_several_statements(parted: Program):
    live = published(parted)

    assert list(live) == PARTS
    assert len({row["id"] for row in live.values()}) == len(PARTS)
    assert "".join(row["source_text"] for row in live.values()) == TWO
    assert {row["reviewed_by"] for row in live.values()} == {"M. Example"}
    assert list(items(parted))[:2] == PARTS
    parent = next(row for row in parted.rows("reports/ledger.csv") if row["text"] == TWO)
    assert parent["item"] == "|".join(row["id"] for row in live.values())


def test_a_parted_statement_is_retired_in_favour_of_its_parts(parted: Program):
    ids = [row["id"] for row in published(parted).values()]
    (parent,) = retired(parted)

    assert retired(parted) == {parent: "|".join(ids)}
    said = parted.run("explain", parent)
    assert said.returncode == 2
    assert all(name in said.stderr for name in ids)
    told = parted.well("explain", ids[0])
    assert "M. Example: approved" in told
    assert "retired" not in told


def test_parts_keep_their_ids_from_run_to_run(parted: Program):
    before, log = parted.manifest(), parted.rows("data/curated/decisions.csv")

    parted.well("migrate", "--direct", "--fresh")

    assert parted.manifest() == before
    assert parted.rows("data/curated/decisions.csv") == log


@pytest.mark.parametrize("by", ["part", "parent", "last"])
def test_undo_makes_the_parts_one_again_under_its_old_id(parted: Program, by: str):
    ids = [row["id"] for row in published(parted).values()]
    (parent,) = retired(parted)
    named = {"part": ids[1], "parent": parent, "last": "--last"}[by]

    parted.well("review", "undo", named)
    parted.well("migrate", "--direct")

    shown = items(parted)
    assert (shown[TWO]["id"], shown[TWO]["status"]) == (parent, "review")
    assert not set(PARTS) & set(shown)
    assert published(parted) == {}
    assert set(retired(parted)) == {parent, *ids}
    log = parted.rows("data/curated/decisions.csv")
    assert [r["resource_id"] for r in log if r["last_action_type"] == "revived"] == [parent]
    assert (
        f"it was a part of {parent}, which is whole again" in parted.run("explain", ids[0]).stderr
    )


def test_new_words_in_word_reopen_what_was_parted(parted: Program):
    (parent,) = retired(parted)
    newer = TWO.replace("on paper", "in print")
    write(parted, newer, "Wait ten seconds for an answer.")

    parted.well("migrate", "--direct")

    found = items(parted)[newer]
    assert (found["id"], found["status"]) == (parent, "review")
    assert found["reasons"].startswith("reworded-since-approval")
    assert published(parted) == {}


def test_the_directory_gains_the_parts_and_still_knows_what_they_were(whole: Program):
    change(whole, {TWO: f"{TWO} Then wait."})
    whole.well("load", "--direct")
    whole.well("review", "undo", "--last")
    whole.well("migrate", "--direct")
    change(whole, {TWO: "\n".join(PARTS)})

    whole.well("load", "--direct")

    told = whole.well("changes")
    assert all(part in told for part in PARTS)
    assert "retired" in told.casefold()


def test_a_whole_takes_in_the_statement_that_goes_on_from_it(joined: Program):
    live = published(joined)

    assert list(live) == [WHOLE]
    assert live[WHOLE]["source_text"] == "\n".join(BROKEN)
    assert list(items(joined)) == [WHOLE, "Wait ten seconds for an answer."]
    (piece,) = retired(joined)
    assert retired(joined) == {piece: live[WHOLE]["id"]}


@pytest.mark.parametrize("pieces", [BROKEN, ["Face the class.", "Talk slowly to the whole class."]])
def test_two_become_one_as_the_workbook_says_how(tmp_path, pieces: list[str]):
    program = made(tmp_path, *pieces)
    whole = " ".join(pieces)
    book = Workbook(program.root / "reports/review.xlsx")
    assert "One statement of two" in str([*book.rows("Start here")])
    answers = {
        pieces[0]: {"Decision": "Change", "Wording": whole},
        pieces[1]: {"Decision": "Reject"},
    }
    book.fill("Queue", lambda row: answers.get(row["Wording"], {}) | {"Reviewer": "M. Example"})
    book.save(program.root / RETURNED)

    program.well("review", "apply")
    program.well("migrate", "--direct")

    assert list(published(program)) == [whole]


def test_undo_makes_a_whole_two_again_under_their_old_ids(joined: Program):
    whole = published(joined)[WHOLE]["id"]
    (piece,) = retired(joined)

    joined.well("review", "undo", piece)
    joined.well("migrate", "--direct")

    found = items(joined)
    assert [found[text]["id"] for text in BROKEN] == [whole, piece]
    assert {found[text]["status"] for text in BROKEN} == {"review"}


def test_new_words_in_a_piece_reopen_the_whole(joined: Program):
    whole = published(joined)[WHOLE]["id"]
    newer = [BROKEN[0], "next question is put."]
    write(joined, *newer, "Wait ten seconds for an answer.")

    joined.well("migrate", "--direct")

    found = items(joined)
    assert found[newer[0]]["id"] == whole
    assert found[newer[0]]["reasons"].startswith("reworded-since-approval")
    assert found[newer[1]]["status"] == "review"


def test_a_workbook_sent_before_the_parting_can_still_come_back(whole: Program):
    older = Workbook(whole.root / "reports/review.xlsx")
    change(whole, {TWO: "\n".join(PARTS)})
    older.fill("Queue", lambda row: {"Decision": "Reject", "Reviewer": "N. Example"})
    older.save(whole.root / "reports/returned/second.xlsx")

    whole.well("review", "apply", "second.xlsx")
    whole.well("migrate", "--direct")

    assert items(whole)[TWO]["status"] in ("review", "rejected")
    assert published(whole) == {}
