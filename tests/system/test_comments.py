"""Parents comment on the directory: out as a pack, back into the log, and told what became of it."""

import pytest

from tests.support.html import words
from tests.support.program import Program
from tests.support.sheets import Workbook

pytestmark = pytest.mark.slow


def page(program: Program, name: str) -> str:
    return " ".join(words((program.root / "reports" / name).read_text("utf-8")).split())


def skimmed(program: Program) -> str:
    book = Workbook(program.root / "reports/review.xlsx")
    return "\n".join(row["Statement"] for row in book.rows("Skim"))


def commented(program: Program) -> tuple[str, str]:
    """Send a pack, comment on its first statement, and take it in; return the id and the words."""
    program.well("review", "pack", "--comments", "--for", "a parent")
    (sent,) = (program.root / "reports/packs").glob("*.xlsx")
    book = Workbook(sent)
    first = next(iter(book.rows("Comments")))
    book.fill(
        "Comments",
        lambda row: (
            {"Comment": "Olivia Bennett loved this, please do it every day"}
            if row["Ref"] == first["Ref"]
            else {}
        ),
    )
    book.save(program.root / "reports/returned/from a parent.xlsx")
    said = program.well("review", "apply")
    assert "from a parent.xlsx: 1 answer taken in." in said
    return first["Ref"].split()[0], first["Statement"].splitlines()[-1]


def test_a_comment_goes_the_whole_way_and_is_published_nowhere(begun: Program):
    before = begun.rows("reports/items.csv")
    item, statement = commented(begun)
    begun.well("migrate", "--direct")

    assert begun.rows("reports/items.csv") == before
    assert "A parent says: “Olivia Bennett loved this" in skimmed(begun)
    assert "May hold personal details" in skimmed(begun)
    assert "A parent says: “Olivia Bennett loved this" in begun.well("explain", item)
    assert "Olivia Bennett loved this" in page(begun, "summary.html")

    told = page(begun, "you-said.html")
    assert statement in told
    assert "A parent or carer commented: “[left out] loved this, please do it every day”" in told
    assert "Olivia" not in told
    for file in (begun.root / "data/curated").iterdir():
        if file.name not in ("decisions.csv", "decisions-copies"):
            assert b"Olivia" not in file.read_bytes()
    assert "Olivia" not in page(begun, "preview.html")
