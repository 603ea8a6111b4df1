import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from fingerpost.reviewing import Fate, namesakes, reply_of

from tests.support.golden import assert_golden
from tests.support.outcomes import Council

GOLDEN = Path(__file__).parent / "golden"
LEEDS = Council(id="leeds", name="Leeds", return_to="the SEND team, send@leeds.example")
FAULT = (
    "Queue, row 14, column Area: “Sensory and phisical” is not an area in the list. Did you mean "
    "“Sensory and physical”?"
)


def text(page):
    return "\n".join(one.text for one in Document(io.BytesIO(page)).paragraphs)


def refused(*problems, file="amira.xlsx"):
    return reply_of(Fate(file=file, problems=problems), LEEDS)


def test_a_reply_to_a_refused_file_names_it_where_what_and_how_and_whom_to_send_it_to():
    assert_golden(
        GOLDEN / "reply_refused.txt", text(refused(FAULT, FAULT.replace("14", "15"))) + "\n"
    )


def test_a_reply_to_a_file_with_rows_set_aside_says_what_was_taken_in():
    left = (
        "Queue, row 7: the words in Word have changed since; the new words come in the next workbook.",
        "Queue rows 9 and 12 were edited but have no Decision, so nothing is taken in.",
    )
    page = reply_of(Fate(file="amira.xlsx", answers=31, left_out=left), LEEDS)
    assert_golden(GOLDEN / "reply_taken_in.txt", text(page) + "\n")


def test_a_file_of_which_all_was_taken_in_gets_no_reply():
    assert reply_of(Fate(file="amira.xlsx", answers=31), LEEDS) == b""


def test_without_a_name_to_return_to_it_goes_to_whoever_sent_it():
    page = reply_of(Fate(file="a.xlsx", problems=(FAULT,)), Council(id="x", name="X"))
    assert "Send it to whoever sent you the workbook." in text(page)


def test_of_many_faults_as_many_are_shown_as_fit_and_the_rest_is_counted():
    said = text(refused(*(FAULT.replace("14", str(n)) for n in range(400))))
    shown = said.count("is not an area")
    assert 5 < shown < 30
    assert f"And {400 - shown} more of the same kind; mend these first." in said


def test_hostile_names_and_endless_quotations_do_no_harm():
    endless = f"Queue, row 2, column Area: “{'la ' * 9000}\x07” is not an area. Choose one."
    said = text(refused(endless, file="<b>\x07&.xlsx"))
    assert "“<b>&.xlsx”" in said
    assert len(said) < 1500
    assert "Choose one." in said


def test_the_same_fate_gives_the_same_bytes():
    assert refused(FAULT) == refused(FAULT)


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 400])
def test_a_reply_prints_on_one_page_of_a4(count, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    long = FAULT + " x" * 300
    page = refused(*(one.replace("14", str(n)) for n in range(count) for one in (FAULT, long)))
    (tmp_path / "reply.docx").write_bytes(page)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run(
        [*command, tmp_path / "reply.docx"], check=True, capture_output=True, timeout=180
    )
    made = (tmp_path / "reply.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", made)) == 1
    (width, height), = {(round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", made)}  # fmt: skip
    assert (width, height) == (595, 842)


COPIES = {
    "review-LAPTOP12.xlsx": "OneDrive keeps when two save",
    "review-Amira’s MacBook.xlsx": "OneDrive keeps when two save",
    "review (1).xlsx": "is made by downloading again",
    "review - Copy.xlsx": "is made by copying",
    "review - Copy (2).xlsx": "is made by copying",
    "review copy 2.xlsx": "is made by copying",
    "Copy of review.xlsx": "is made by copying",
    "Review (Amira's conflicted copy 2026-03-01).xlsx": "Dropbox keeps when two save",
    "review.sync-conflict-20260301-101112-ABCDEFG.xlsx": "Syncthing keeps when two save",
    "review_conflict-20260301-101112.xlsx": "is kept when two save",
}


@pytest.mark.parametrize("copy", COPIES)
def test_copies_that_programs_make_are_told_from_the_file_they_copy(copy):
    said = namesakes({"review.xlsx": "abc", copy: "abc", "other.xlsx": "abc"})
    assert list(said) == [copy]
    assert said[copy].startswith(
        f"This looks like the copy that {COPIES[copy]} “review.xlsx”. Both were read:"
    )


def test_a_like_name_of_other_questions_is_no_copy():
    assert namesakes({"review.xlsx": "abc", "review-1.xlsx": "def"}) == {}
    assert namesakes({"review.xlsx": "", "review (1).xlsx": ""}) == {}
    assert namesakes({"amira.xlsx": "abc", "review (1).xlsx": "abc"}) == {}
