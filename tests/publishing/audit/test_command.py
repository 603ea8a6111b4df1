import io
import zipfile

import openpyxl
import pytest

from tests.support.audits import answered, opened, rows
from tests.support.program import SAMPLES, workspace

pytestmark = pytest.mark.slow

DOCUMENT = SAMPLES / "whole-school" / "Whole School Universal Expectations 2025.docx"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    made = workspace(tmp_path_factory.mktemp("council"), DOCUMENT)
    load(made)
    return made


def load(program):
    program.well("migrate", "--direct")
    program.well("load", "--direct", "--signed-off-by", "A. Person")


def edited(data, before, after):
    """The Word file with other words in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            new.writestr(entry, content)
    return out.getvalue()


def test_next_years_audit_has_last_years_answers_beside_reworded_statements(program):
    program.well("audit")
    first = (program.root / "reports" / "audits" / "audit.xlsx").read_bytes()
    asked = rows(opened(first)["Audit"])
    reworded = next(one for one, row in asked.items() if "mini whiteboards" in row["Statement"])
    school = program.root / "Example Primary.xlsx"
    filled = {one: {"Rating": "Mostly", "Evidence": f"Seen {one}"} for one in asked}
    school.write_bytes(answered(first, filled))
    word = program.root / "data" / "raw" / DOCUMENT.name
    word.write_bytes(edited(word.read_bytes(), "mini whiteboards", "small whiteboards"))
    load(program)

    said = program.well("audit", str(school))

    new = rows(opened((program.root / "reports" / "audits" / school.name).read_bytes())["Audit"])
    assert {one: row["Evidence"] for one, row in new.items()} == {
        one: f"Seen {one}" for one in asked
    }
    assert "The words have changed" in new[reworded]["Since last time"]
    assert (
        f"Of {len(asked)} statements, {len(asked)} have your answers of last time. To be read"
        in said
    )


def test_nothing_is_written_over(program):
    folder = program.root / "audits of ours"
    for _ in range(3):
        program.well("audit", "--out", folder)

    assert sorted(path.name for path in folder.iterdir()) == [
        "audit-1.xlsx",
        "audit-2.xlsx",
        "audit.xlsx",
    ]
    assert len({path.read_bytes() for path in folder.iterdir()}) == 1


def test_a_file_that_is_no_audit_is_named_and_the_others_are_carried_over(program):
    program.well("audit", "--out", program.root / "good.xlsx")
    other = openpyxl.Workbook()
    other.save(program.root / "dinner money.xlsx")
    (program.root / "letter.xlsx").write_bytes(DOCUMENT.read_bytes())
    files = [program.root / name for name in ("dinner money.xlsx", "letter.xlsx", "good.xlsx")]

    done = program.run("audit", *files, "--out", program.root / "next")

    assert done.returncode == 1
    assert "dinner money.xlsx: This is no audit workbook" in done.stderr
    assert "letter.xlsx: It is a Word document and not the workbook." in done.stderr
    assert [path.name for path in (program.root / "next").iterdir()] == ["good.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--out", "audit.pdf"],
            "audit.pdf: name a file that ends in .xlsx or .docx, or a folder.",
        ),
        (["given.xlsx", "--out", "x.docx"], "x.docx: answers are carried over in a workbook"),
        (["given.xlsx", "given.xlsx", "--out", "x.xlsx"], "several workbooks need a folder"),
        (["missing.xlsx"], "missing.xlsx: there is no such file."),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_written(program, arguments, said):
    (program.root / "given.xlsx").touch()

    done = program.run("audit", *arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert not list(program.root.glob("x.*"))


def test_before_anything_is_loaded_it_says_what_to_run(program):
    done = program.run("audit", "--in", "sqlite:///nowhere.db")

    assert done.returncode == 2
    assert "fingerpost load --to sqlite:///nowhere.db" in done.stderr
