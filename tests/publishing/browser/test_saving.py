"""A list on paper, in Word and in a spreadsheet, as a browser makes it."""

import csv
import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from docx import Document
from fingerpost.neutral import restore
from fingerpost.publishing import build

from tests.publishing.browser.hostile import HOSTILE, TEXTS
from tests.publishing.browser.sites import (
    FILLERS,
    GUIDE,
    KNOWN,
    built,
    id_of,
    released_of,
    site_of,
    statement,
    written,
)

pytestmark = pytest.mark.slow


def listed(opened, place, statements):
    ids = ",".join(one.id for one in statements)
    return opened(place(f"list.html?list={ids}"))


def saved(page, button: str, path) -> str:
    with page.expect_download() as waiting:
        page.click(button)
    waiting.value.save_as(path)
    return waiting.value.suggested_filename


def table(path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def office(*arguments: object) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    subprocess.run([program, "--headless", *map(str, arguments)], check=True, capture_output=True)


def pages_of(pdf) -> list[str]:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run(
        [program, "-layout", pdf, "-"], check=True, capture_output=True, text=True
    )
    return [page for page in done.stdout.split("\f") if page.strip()]


@pytest.fixture
def page(opened, small):
    return listed(opened, small, (KNOWN[1], KNOWN[0], KNOWN[5]))


@pytest.fixture
def document(page, tmp_path):
    """The list as Word reads it, saved by the button."""
    path = tmp_path / "list.docx"
    name = saved(page, "#word", path)
    assert name.startswith("my-list-")
    assert name.endswith(".docx")
    return Document(str(path))


def test_the_word_document_has_a_heading_for_each_statement_in_order(document):
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]

    assert document.paragraphs[0].style.name == "Title"
    assert headings == [
        "1. Check that the radio aid is switched on and worn.",
        "2. Face the pupil when you speak and keep your mouth in view.",
        "3. Let the pupil leave the room with a card that needs no words.",
    ]


def test_the_word_document_says_where_each_comes_from_and_how_sure_it_is(document):
    texts = [one.text for one in document.paragraphs]

    for said in (
        "Staff will make sure that equipment works:",
        "Level of support: Specialist: not part of what every school provides",
        "From: Provision for the senses (edition of 1 September 2025), under Hearing › Equipment",
        "Agreed: 4 March 2026",
        "Categories: Senses and body · Hearing",
        "In a child's words: “I can go to a quiet place when it is too much.”",
    ):
        assert said in texts


def test_the_word_document_links_to_resources_and_writes_their_addresses(document):
    links = [link for one in document.paragraphs for link in one.hyperlinks]
    resource = next(one.text for one in document.paragraphs if one.style.name == "List Bullet")

    assert [(link.text, link.address) for link in links] == [(GUIDE.title, GUIDE.url)]
    assert GUIDE.url in resource
    assert "The Example Trust" in resource
    assert "checked 3 February 2026" in resource


def test_a_list_of_a_draft_says_so_wherever_it_is_taken(opened, tmp_path):
    draft = replace(site_of(released_of(KNOWN[:2])), draft=True)
    page = listed(opened, written(build(draft), tmp_path / "site"), KNOWN[:2])
    saved(page, "#word", tmp_path / "list.docx")
    saved(page, "#table", tmp_path / "list.csv")
    document = Document(str(tmp_path / "list.docx"))

    assert "DRAFT" in document.sections[0].header.paragraphs[0].text
    assert all("DRAFT" in row["Draft"] for row in table(tmp_path / "list.csv"))
    page.pdf(path=tmp_path / "list.pdf")
    assert "DRAFT" in pages_of(tmp_path / "list.pdf")[0]


def test_where_the_address_of_the_site_is_known_word_links_to_each_statement(opened, tmp_path):
    place = built(tmp_path / "site", *KNOWN, address="https://send.example.org/provision")
    page = listed(opened, place, KNOWN[:1])
    saved(page, "#word", tmp_path / "list.docx")
    saved(page, "#table", tmp_path / "list.csv")
    address = f"https://send.example.org/provision/statements/{id_of(1)}.html"

    links = [
        link.address
        for one in Document(str(tmp_path / "list.docx")).paragraphs
        for link in one.hyperlinks
    ]
    assert links[-1] == address
    assert table(tmp_path / "list.csv")[0]["Page"] == address
    assert page.input_value("#link").startswith(
        "https://send.example.org/provision/list.html?list="
    )


def test_libreoffice_opens_the_word_document_whole(page, tmp_path):
    saved(page, "#word", tmp_path / "list.docx")
    office("--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "list.docx")
    text = " ".join(" ".join(pages_of(tmp_path / "list.pdf")).split())

    assert "1. Check that the radio aid is switched on and worn." in text
    assert "under Hearing › Equipment" in text


def test_the_table_has_a_row_for_each_statement_in_order(page, tmp_path):
    assert saved(page, "#table", tmp_path / "list.csv").endswith(".csv")
    rows = table(tmp_path / "list.csv")

    assert [row["Reference"] for row in rows] == [id_of(2), id_of(1), id_of(6)]
    assert rows[0]["Whole school"] == "Teaching for all"
    assert rows[1]["Resources"] == f"{GUIDE.title} {GUIDE.url}"
    assert rows[1]["Agreed"] == "4 March 2026"
    assert rows[1]["Phase"] == "Key Stage 1; Key Stage 2"


def test_a_spreadsheet_computes_nothing_in_the_table_and_nothing_is_lost(opened, hostile, tmp_path):
    page = listed(opened, hostile, HOSTILE.statements)
    saved(page, "#table", tmp_path / "list.csv")
    rows = table(tmp_path / "list.csv")

    assert not [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@\t\r")]
    assert restore(rows[3]["Statement"]) == TEXTS[3]
    assert len(rows) == len(TEXTS)


def test_hostile_words_leave_the_word_document_whole_and_its_links_harmless(
    opened, hostile, tmp_path
):
    page = listed(opened, hostile, HOSTILE.statements)
    saved(page, "#word", tmp_path / "list.docx")
    document = Document(str(tmp_path / "list.docx"))
    addresses = {link.address for one in document.paragraphs for link in one.hyperlinks}

    assert sum(one.style.name == "Heading 2" for one in document.paragraphs) == len(TEXTS)
    assert addresses
    assert all(one.startswith("https://evil.example/") for one in addresses)


@pytest.fixture(scope="module")
def paper(browser, small, tmp_path_factory):
    """A long list, printed: the text of each page."""
    page = browser.new_page()
    page.goto(small("list.html"))
    page.evaluate("ids => mylist.set(ids)", [one.id for one in (*KNOWN, *FILLERS[:30])])
    page.wait_for_selector("#mine > li")
    path = tmp_path_factory.mktemp("paper") / "list.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    return path


def test_a_list_is_printed_on_a4_with_sources_dates_and_addresses(paper):
    text = " ".join(" ".join(pages_of(paper)).split())

    told = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True)
    assert "(A4)" in told.stdout
    assert "1. Face the pupil when you speak" in text
    assert "Provision for the senses (edition of 1 September 2025)" in text
    assert "Agreed 4 March 2026" in text
    assert "Agreed with release 3 of 5 October 2026" in text
    assert GUIDE.url in text.replace(" ", "")
    assert "release 3 of 5 October 2026" in text


def test_nothing_to_press_is_printed(paper):
    text = " ".join(pages_of(paper))

    for word in ("⠿", "Move up", "Save for Word", "Share this list", "Somebody shared", "Undo"):
        assert word not in text


def test_no_statement_is_parted_from_what_is_said_of_it(paper):
    pages = pages_of(paper)

    assert len(pages) > 3
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        begun = sum(line.split(".")[0].isdigit() for line in lines)
        assert begun == sum(line.startswith("Categories") for line in lines)
        assert not lines[-1].split(".")[0].isdigit()


def test_a_statement_longer_than_a_page_is_printed_whole(opened, tmp_path):
    words = " ".join(f"word{number}" for number in range(1500))
    page = listed(opened, built(tmp_path, statement(1, words)), [statement(1, words)])
    page.pdf(path=tmp_path / "list.pdf", prefer_css_page_size=True)
    text = " ".join(pages_of(tmp_path / "list.pdf"))

    assert all(f"word{number}" in text for number in range(0, 1500, 100))
