"""The workbook through LibreOffice, as people without Excel open it and save it."""

import shutil
import subprocess

import pytest
from fingerpost.reviewing.columns import Choice
from fingerpost.suggestions import Reason

from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided, edited, read, sent

pytestmark = pytest.mark.slow

TEXTS = (
    "=1+1",
    "+44 is a code",
    "-Sit down",
    "@home",
    "'quoted'",
    "_x0041_ and é 😀",
    "Two  spaces and “quotes”",
    "01/02/2025",
    "1e3",
    "TRUE",
    "Long " * 2_000,
)


@pytest.fixture
def office(tmp_path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")

    def resave(data):
        source = tmp_path / "in" / "review.xlsx"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(data)
        home = f"-env:UserInstallation=file://{tmp_path}/home"
        command = [
            program,
            home,
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            tmp_path,
            source,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (tmp_path / "review.xlsx").read_bytes()

    return resave


def some():
    items = [statement(t, f"Heading {n}", reasons=[Reason.NO_LABEL]) for n, t in enumerate(TEXTS)]
    return outcome(*items, statement("Face the pupil"))


def test_a_workbook_saved_by_libreoffice_unedited_changes_nothing(office):
    found = decided(office(sent(some())), some())
    assert (found.lines, found.set_aside) == ((), ())


def test_answers_survive_libreoffice(office):
    data = edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Ann")
    data = edited(data, "Queue", 5, decision="Change", need="Hearing", wording="Sit — down “now”")
    data = edited(data, "Headings", 2, this_means="Signs of need")
    data = edited(data, "Skim", 2, all_fine="All fine")
    answers = {answer.place: answer for answer in read(office(data), some()).answers}
    assert set(answers) == {"Headings, row 2", "Queue, row 3", "Queue, row 5", "Skim, row 2"}
    assert answers["Queue, row 3"].choice is Choice.KEEP
    assert answers["Queue, row 3"].wording is None
    assert answers["Queue, row 5"].wording == "Sit — down “now”"
    assert list(answers["Queue, row 5"].edited.values()) == [("sp-hearing",)]
