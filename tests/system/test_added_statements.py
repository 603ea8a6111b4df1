"""A statement that never stood in Word: in every file, taken back, rebuilt from the log alone."""

import re
import shutil

import pytest
from fingerpost.curating import append
from fingerpost.naming import digest_of
from fingerpost.running.migrating.migration import Request, migrate
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import resource_id

from tests.curating.lines import MONDAY, TUESDAY, added, answer, as_parts, attached, fact
from tests.support.html import parsed, words
from tests.support.program import Program, bare
from tests.support.sheets import Workbook
from tests.support.word import bullets, docx, lists, p

pytestmark = pytest.mark.slow  # each runs the program several times

SEMH = {Facet.AREA: ("semh",)}
IN_WORD = ("Face the class when you talk.", "Offer a copy of the board on paper.")
CALM = added("Keep a calm corner where anybody may go without asking.", labels=SEMH)
NAMED = added("Ring Zebedee Quill on 07700 900123 before every trip.", labels=SEMH)
LATER = added("Let pupils choose where they sit during a test.", labels=SEMH)
SHELF = "https://example.org/calm-corners"


def guidance(*statements: str) -> bytes:
    return docx(
        p("Hearing", style="Heading1"),
        p("Strategies", style="Heading2"),
        *(p(text, num=(1, 0)) for text in statements),
        numbering=lists(bullets()),
    )


def write(program: Program, name: str, *statements: str) -> None:
    (program.root / "data/raw" / name).write_bytes(guidance(*statements))


def say(program: Program, *answers) -> None:
    append(program.root / "data/curated/decisions.csv", [line for one in answers for line in one])
    again(program)


def again(program: Program, *names: str) -> None:
    """Migrate in this process: what it takes to start one was spent in the first test."""
    paths = tuple(program.root / "data/raw" / name for name in names)
    migrate(Request(root=program.root, paths=paths))


def words_of(lines) -> str:
    return lines[0].replacement_value


def id_of(lines) -> str:
    return lines[0].resource_id


def items(program: Program) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in program.rows("reports/items.csv")}


def live(program: Program) -> list[str]:
    return [row["text"] for row in program.rows("data/curated/strategies.csv")]


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Program:
    """A directory of two documents to which three statements were added; tests only read it."""
    program = bare(tmp_path_factory.mktemp("added") / "leeds")
    write(program, "hearing.docx", *IN_WORD)
    write(program, "tests.docx", "Read the questions out where a pupil asks for it.")
    shelf = resource_id(SHELF)
    say(
        program,
        CALM,
        NAMED,
        LATER,
        (*fact(shelf, "url", SHELF), *fact(shelf, "title", "Calm corners")[1:]),
        attached(id_of(CALM), shelf),
        fact(id_of(CALM), "owner", "Ada Example"),
    )
    return program


@pytest.fixture
def changed(kept, tmp_path) -> Program:
    """A copy of it, to be changed at will."""
    shutil.copytree(kept.root, tmp_path / "leeds")
    return Program(tmp_path / "leeds")


def test_it_stands_last_in_every_file_with_the_labels_people_gave(kept):
    rows = kept.rows("reports/items.csv")
    assert {row["id"] for row in rows[-3:]} == {id_of(CALM), id_of(NAMED), id_of(LATER)}
    strategies = kept.rows("data/curated/strategies.csv")
    assert {row["text"] for row in strategies[-2:]} == {words_of(CALM), words_of(LATER)}
    calm = next(row for row in strategies if row["id"] == id_of(CALM))
    assert (calm["status"], calm["source"], calm["locator"], calm["heading_path"]) == (
        "approved",
        "",
        "",
        "",
    )
    assert (calm["area_of_need"], calm["reviewed_by"], calm["owner"]) == (
        "semh",
        "Ann",
        "Ada Example",
    )
    assert (calm["need"], calm["universal"], calm["teachers_standards"]) == ("", "", "")
    assert (calm["resources"], calm["voice"], calm["confidence"]) == (SHELF, "imperative", "")


def test_no_account_of_a_document_names_it(kept):
    told = {item for row in kept.rows("reports/ledger.csv") for item in row["item"].split("|")}
    assert told.isdisjoint({id_of(CALM), id_of(NAMED), id_of(LATER)})
    assert len(kept.rows("reports/documents.csv")) == 2


def test_personal_details_in_it_wait_until_somebody_looked(kept, changed):
    row = items(kept)[id_of(NAMED)]
    assert (row["status"], row["reasons"]) == ("review", "personal-data")
    assert words_of(NAMED) not in live(kept)
    book = Workbook(changed.root / "reports/review.xlsx")
    wording = {"Decision": "Change", "Wording": "Ring home before every trip.", "Reviewer": "Bob"}
    filled = book.fill("Queue", lambda row: wording if id_of(NAMED) in row["Ref"] else {})
    assert filled == 1
    book.save(changed.root / "reports/returned/back.xlsx")
    changed.well("review", "apply")
    again(changed)
    row = items(changed)[id_of(NAMED)]
    assert (row["status"], row["text"], row["area_of_need"]) == (
        "approved",
        "Ring home before every trip.",
        "semh",
    )


def test_the_sums_of_the_summary_count_it(kept):
    page = (kept.root / "reports/summary.html").read_text(encoding="utf-8")
    assert "Of these 3 were added in the directory" in re.sub(r"\s+", " ", words(page))
    table = parsed(page).find(id="read-caption").parent
    rows = [
        [int(cell.text) for cell in row.select("td")[:2]]
        for row in table.select("tbody tr, tfoot tr")
    ]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
    assert rows[-1][1] == kept.asked("check")["waiting"]
    assert rows[-1][0] == len(items(kept)) == kept.asked("review", "status")["statements"]


def test_the_draft_and_explain_say_that_it_was_added(kept):
    draft = words((kept.root / "reports/preview.html").read_text(encoding="utf-8"))
    assert "Added in the directory" in draft
    told = kept.well("explain", id_of(CALM))
    assert "added by Ann on 2025-03-03; it never stood in Word" in told
    assert f"resource: Calm corners, {SHELF}" in told
    assert "looked after by Ada Example" in told
    assert "in Word:" not in told
    found = kept.asked("explain", id_of(CALM))
    assert (found["added"]["added_by"], found["upkeep"]["owner"]) == ("Ann", "Ada Example")
    assert [facts["url"] for facts in found["attached"].values()] == [SHELF]


def test_the_log_and_the_documents_alone_give_the_same_files_byte_for_byte(kept, tmp_path):
    replay = bare(tmp_path / "replay")
    shutil.copytree(kept.root / "data/raw", replay.root / "data/raw", dirs_exist_ok=True)
    shutil.copy(kept.root / "data/curated/decisions.csv", replay.root / "data/curated")
    replay.well("migrate", "--direct", "--workers", "2")
    assert replay.manifest() == kept.manifest()
    for name in ("items.csv", "ledger.csv", "preview.html"):
        ours, theirs = (program.root / "reports" / name for program in (kept, replay))
        assert ours.read_bytes() == theirs.read_bytes()


def test_reading_one_document_alone_keeps_it(changed):
    again(changed, "tests.docx")
    assert {words_of(CALM), words_of(LATER)} <= set(live(changed))
    assert not set(IN_WORD) & set(live(changed))


def test_the_same_words_found_in_word_later_are_another_statement_that_is_asked_about(changed):
    write(changed, "tests.docx", words_of(LATER))
    again(changed)
    twins = [row for row in items(changed).values() if row["text"] == words_of(LATER)]
    assert {row["id"]: row["status"] for row in twins if not row["source"]} == {
        id_of(LATER): "approved"
    }
    (in_word,) = (row for row in twins if row["source"])
    assert in_word["id"] != id_of(LATER)
    assert "near-duplicate" in in_word["reasons"].split("|")
    assert live(changed).count(words_of(LATER)) == 1


def test_parted_loaded_and_put_together_again_it_is_the_same_statement(changed):
    parts = ["Keep a calm corner.", "Anybody may go there without asking."]
    whole = items(changed)[id_of(CALM)]
    parted = answer(
        id_of(CALM),
        at=TUESDAY,
        saw=MONDAY,
        digest=digest_of(words_of(CALM)),
        wording="\n".join(parts),
    )
    say(changed, as_parts(parted))
    now = {row["text"]: row for row in items(changed).values()}
    assert words_of(CALM) not in now
    assert [now[part]["area_of_need"] for part in parts] == ["semh", "semh"]
    assert "added by Ann" in changed.well("explain", now[parts[1]]["id"])
    changed.well("load", "--direct")
    changed.well("review", "undo", id_of(CALM))
    again(changed)
    assert items(changed)[id_of(CALM)] == whole
    assert not set(parts) & set(live(changed))
    retired = [
        (row["resource_id"], row["last_action_type"])
        for row in changed.rows("data/curated/decisions.csv")
        if row["updated_by"] == "fingerpost"
    ]
    assert {(id_of(CALM), "retired"), (id_of(CALM), "revived")} <= set(retired)
    assert {(now[part]["id"], "retired") for part in parts} <= set(retired)


def test_taken_back_it_is_gone_from_every_file(changed):
    changed.well("review", "undo", id_of(CALM))
    again(changed)
    assert id_of(CALM) not in items(changed)
    assert words_of(CALM) not in live(changed)
    done = changed.run("explain", id_of(CALM))
    assert "somebody added it to the directory, and that was taken back" in done.stderr
