"""A meeting as it is printed and shown: in a real browser, and through LibreOffice."""

import shutil
import subprocess

import pytest
from fingerpost.packs import PackKind
from fingerpost.reviewing import Beside

from tests.reviewing.test_meeting import ALL, differing
from tests.support.team import WEDNESDAY, packs, stands, taken, typed

pytestmark = pytest.mark.slow

__all__ = ["differing"]


@pytest.fixture
def plan(differing):
    (made,), _ = packs(ALL, differing, kind=PackKind.MEETING)
    return made


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_the_page_and_nothing_is_wider_than_the_screen(
    browser,
    plan,
    differing,
    tmp_path,
    width,
):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    place = tmp_path / "meeting.html"
    place.write_text(plan.page(stands(ALL, differing), Beside()), encoding="utf-8")
    # Axe is put into the page from outside, which the page's own policy would forbid.
    context = browser.new_context(
        offline=True, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(place.as_uri())
    found = axe.run(page)["violations"]
    assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def through_office(data, to, folder):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    source = folder / "in" / "meeting.xlsx"
    source.parent.mkdir()
    source.write_bytes(data)
    command = [
        program,
        f"-env:UserInstallation=file://{folder}/home",
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        source,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / f"meeting.{to}").read_bytes()


def test_a_meeting_saved_by_libreoffice_is_taken_in(plan, differing, tmp_path):
    now = stands(ALL, differing)
    answers = {"s-area": {"Decision": "First"}, "s-fate": {"Decision": "Neither: leave out"}}
    data = through_office(typed(plan.workbook(now), "Meeting", answers), "xlsx", tmp_path)
    log, found = taken(data, now, differing, WEDNESDAY, "meeting.xlsx")
    assert (found.answers, found.set_aside, found.undecided) == (2, (), ())
    assert not stands(ALL, log).standing.verdicts["s-area"].disagreement


def test_the_meeting_sheet_prints_whole_on_one_page_wide(plan, differing, tmp_path):
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    through_office(plan.workbook(stands(ALL, differing)), "pdf", tmp_path)
    command = [reader, "-layout", tmp_path / "meeting.pdf", "-"]
    pages = subprocess.run(command, check=True, capture_output=True, timeout=60)
    (sheet,) = [p for p in pages.stdout.decode().split("\f") if "What the first says" in p]
    for words in ("Decision", "What the second says", "Note", "Ask Cleo", "Unsafe"):
        assert words in sheet
    assert "Also whole school" not in pages.stdout.decode()
