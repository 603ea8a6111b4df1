"""A rule from people's corrections, through the workbook, the log and the labels, and back."""

import pytest

from tests.support.program import Program, bare
from tests.support.sheets import Workbook
from tests.support.word import bullets, docx, lists, p

RETURNED = "reports/returned/back.xlsx"
ROOMS = ("hall", "gym", "library", "office", "corridor", "kitchen", "garden", "studio", "lobby")
TEXTS = [f"Bring the zimbelstern to the {room} {when}." for room in ROOMS for when in ("", "daily")]
WAITING = "Bring the zimbelstern back."

pytestmark = pytest.mark.slow  # it runs the program several times


def filled(program: Program, sheet: str, answer) -> None:
    book = Workbook(program.root / "reports/review.xlsx")
    assert book.fill(sheet, answer)
    book.save(program.root / RETURNED)
    program.well("review", "apply")


def hearing(program: Program) -> str:
    rows = Workbook(program.root / "reports/review.xlsx").rows("Categories")
    return next(
        r["Category"] for r in rows if r["Kind"] == "Need" and r["Category"].startswith("Hearing")
    )


def corrected(folder) -> Program:
    program = bare(folder / "leeds")
    items = (p(text, num=(1, 0)) for text in (*TEXTS, WAITING))
    (program.root / "data/raw/guidance.docx").write_bytes(
        docx(
            p("Mystery matters", style="Heading1"),
            p("Strategies", style="Heading2"),
            *items,
            numbering=lists(bullets()),
        )
    )
    program.well("migrate", "--direct")
    need = hearing(program)
    answers = {"Decision": "Change", "Need": need, "Also need": "", "Reviewer": "M. Example"}
    filled(
        program,
        "Queue",
        lambda row: answers if "zimbelstern to the" in row["Wording"] else {},
    )
    program.well("migrate", "--direct")
    return program


def test_a_rule_is_proposed_accepted_shown_and_taken_back(tmp_path):
    program = corrected(tmp_path)
    rules = list(Workbook(program.root / "reports/review.xlsx").rows("Proposed rules"))
    rule = next(row for row in rules if "zimbelstern" in row["Rule"])
    waiting = next(r["id"] for r in program.rows("reports/items.csv") if r["text"] == WAITING)
    before = program.well("explain", waiting, "--all")
    filled(
        program,
        "Proposed rules",
        lambda row: {"Decision": "Accept", "Reviewer": "M. Example"} if row == rule else {},
    )
    program.well("migrate", "--direct")
    after = program.well("explain", waiting, "--all")

    assert f"{rule['Ref']} accepted by M. Example" not in before
    assert f"{rule['Ref']} accepted by M. Example" in after
    program.well("review", "undo", rule["Ref"])
    assert program.well("explain", waiting, "--all") == before
