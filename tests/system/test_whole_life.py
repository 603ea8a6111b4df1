"""A directory from its first documents through a year of use: what each step promises still holds after the next."""

import json
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.publishing.audit.test_command import edited
from tests.reviewing.live.directories import typed
from tests.support.audits import answered, opened, rows
from tests.support.program import SAMPLES, Program, workspace
from tests.support.word import bullets, docx, lists, p, style

pytestmark = pytest.mark.slow

SCHOOL = SAMPLES / "whole-school" / "Whole School Universal Expectations 2025.docx"
FACE = "Face the class when you talk."
COPY = "Offer a copy of the board on paper."
SEAT = "Let pupils choose the seat from which they hear best."
WINDOW = "Turn off what hums or rattles before you start."
REWORDED = "Face the class whenever you talk, and wait until it is quiet."
CALM = "Keep a calm corner where anybody may go without asking."
SHELF = "https://help.example.org/calm"
DATABASE = "data/curated/directory.db"
CLOSED = "http://127.0.0.1:9"


def guidance(*statements: str) -> bytes:
    return docx(
        p("Ready to learn", style="Title"),
        p("Hearing", style="Heading1"),
        p("Strategies", style="Heading2"),
        *(p(text, num=(1, 0)) for text in statements),
        styles="".join(style(f"Heading{n}", f"heading {n}") for n in (1, 2)),
        numbering=lists(bullets()),
    )


@dataclass(frozen=True)
class Moment:
    """The directory as everybody sees it after one release."""

    live: dict[str, str]
    site: dict[str, str]
    release: dict[str, object]
    loaded: int
    pages: dict[str, str]


@dataclass
class Year:
    """What was done to one directory, and what it was like after each release."""

    program: Program
    moments: list[Moment] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    def published(self, *options: str) -> None:
        """Publish, and keep what is seen now."""
        self.program.well("publish", *options)
        root = self.program.root
        site = json.loads((root / "site/data/statements.json").read_text("utf-8"))
        with sqlite3.connect(root / DATABASE) as database:
            (loaded,) = database.execute(
                "SELECT statements FROM releases ORDER BY number DESC"
            ).fetchone()
        database.close()
        curated = self.program.rows("data/curated/strategies.csv")
        self.moments.append(
            Moment(
                live={row["text"]: row["id"] for row in curated},
                site={one["text"]: one["id"] for one in site["statements"]},
                release=json.loads((root / "site/release.json").read_text("utf-8")),
                loaded=loaded,
                pages={
                    path.stem: path.read_text("utf-8")
                    for path in [*(root / "site/statements").glob("*.html"), root / CHANGED]
                },
            )
        )


CHANGED = Path("site/changed.html")


def first_release(year: Year) -> None:
    program = year.program
    (program.root / "data/raw/hearing.docx").write_bytes(guidance(FACE, COPY, SEAT))
    program.well("migrate", "--direct")
    program.well("load", "--direct", "--signed-off-by", "Ann Example")
    program.well("audit", "--out", program.root / "audit.xlsx")
    blank = (program.root / "audit.xlsx").read_bytes()
    filled = {one: {"Rating": "Mostly", "Evidence": f"Seen {one}"} for one in asked(blank)}
    (program.root / "Example Primary.xlsx").write_bytes(answered(blank, filled))
    year.published()


def asked(audit: bytes) -> dict[str, dict[str, str]]:
    return rows(opened(audit)["Audit"])


def a_years_changes(year: Year) -> None:
    """Let the team, a reader and Word each say something new, and take it in."""
    program = year.program
    directory = program.root / "reports/directory.xlsx"
    semh = {"Area": "Social, emotional and mental health", "Reviewer": "Ben"}
    shelf = {"Title": "Calm corners", "Publisher": "Example Trust", "Address": SHELF}
    back = typed(
        directory.read_bytes(),
        ("Statements", FACE, {"Wording": REWORDED, "Owner": "Dee Example", "Reviewer": "Ben"}),
        ("Statements", COPY, {"What to do": "Retire", "Reviewer": "Ben"}),
        ("Add", "", {"Statement": CALM, "Resource": SHELF, **semh}),
        ("Resources", "", {**shelf, "Reviewer": "Ben"}),
    )
    (program.root / "reports/returned/directory.xlsx").write_bytes(back)
    seat = year.moments[0].live[SEAT]
    (program.root / "reports/returned/readers.csv").write_text(
        "Page,What is wrong?,Your words\n"
        f"https://send.example/statements/{seat}.html,It could do harm,It frightened somebody.\n",
        encoding="utf-8",
    )
    (program.root / "data/raw/hearing.docx").write_bytes(guidance(FACE, COPY, SEAT, WINDOW))
    school = program.root / "data/raw" / SCHOOL.name
    school.write_bytes(edited(school.read_bytes(), "mini whiteboards", "small whiteboards"))
    year.told["apply"] = program.well("review", "apply")
    program.well("migrate", "--direct")


def load_the_plan(year: Year) -> None:
    program = year.program
    year.told["dry run"] = program.well("load", "--dry-run")
    plan = ("load", "--plan", "reports/plan.json", "--direct")
    year.told["load"] = program.well(*plan, "--signed-off-by", "Ben Example")
    program.well("export", "csv", "--since", "1")
    program.well("audit", "Example Primary.xlsx")
    year.published("--since", "1")


def back_and_forth(year: Year) -> None:
    program = year.program
    year.told["rollback"] = program.well("rollback", "1", "--signed-off-by", "Cy Example")
    year.published()
    program.well("load", "--direct", "--signed-off-by", "Ann Example")
    year.published()
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), CLOSED)
    done = program.started("links", "check", env=proxies | {"PATH": "/usr/bin"})
    assert done.returncode == 0, done.stderr
    year.told["links"] = done.stdout
    year.told["verify"] = program.well("verify")


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> Year:
    """Four releases: the first, a year's changes, back to the first, and forth again."""
    lived = Year(workspace(tmp_path_factory.mktemp("year") / "leeds", SCHOOL))
    first_release(lived)
    a_years_changes(lived)
    load_the_plan(lived)
    back_and_forth(lived)
    return lived


def words(page: str) -> str:
    return " ".join(BeautifulSoup(page, "lxml").get_text(" ").split())


def test_every_release_is_on_the_site_with_its_number_and_who_agreed(year):
    assert [
        (one.release["number"], one.release["signed_off_by"], one.release["draft"])
        for one in year.moments
    ] == [
        (1, "Ann Example", False),
        (2, "Ben Example", False),
        (3, "Cy Example", False),
        (4, "Ann Example", False),
    ]


def test_files_directory_and_site_say_the_same_at_every_release(year):
    assert [one.loaded for one in year.moments] == [len(one.site) for one in year.moments]
    for one in (year.moments[0], year.moments[1], year.moments[3]):
        assert one.site == one.live
    harmless = {text: one for text, one in year.moments[0].site.items() if text != SEAT}
    assert year.moments[2].site == harmless  # what was reported does not come back by going back
    items = year.program.rows("reports/items.csv")
    shown = {row["text"] for row in items if row["status"] in ("accepted", "approved")}
    assert shown == set(year.moments[3].site)


def test_a_statement_keeps_its_id_when_people_or_word_reword_it(year):
    first, second = year.moments[0].live, year.moments[1].live
    (before,) = (text for text in first if "mini whiteboards" in text)

    assert second[REWORDED] == first[FACE]
    assert second[before.replace("mini", "small")] == first[before]
    assert WINDOW in second
    assert {FACE, COPY, SEAT, before}.isdisjoint(second)


def test_every_id_that_was_ever_published_keeps_its_page(year):
    ever = {one for moment in year.moments for one in moment.live.values()}

    assert ever <= year.moments[-1].pages.keys()
    once = year.moments[0].live | year.moments[1].live
    for moment, text in ((1, COPY), (1, SEAT), (2, CALM), (3, COPY)):
        page = words(year.moments[moment].pages[once[text]])
        assert text not in page
        assert "This statement was retired" in page
    assert COPY in words(year.moments[2].pages[once[COPY]])


def test_the_page_of_changes_tells_what_teachers_will_miss_or_find(year):
    told = words(year.moments[1].pages["changed"])

    assert CALM in told
    assert WINDOW in told
    assert REWORDED in told


def test_what_a_reader_reported_as_harmful_is_shown_nowhere_until_somebody_looked(year):
    rows_now = {row["text"]: row for row in year.program.rows("reports/items.csv")}

    assert (rows_now[SEAT]["status"], rows_now[SEAT]["reasons"]) == ("review", "reader-report")
    site = year.program.root / "site"
    assert [
        path.name
        for path in site.rglob("*")
        if path.is_file() and SEAT.encode() in path.read_bytes()
    ] == []


def test_the_dry_run_told_what_the_plan_then_did(year):
    sums = year.told["dry run"].splitlines()[0]

    assert "2 statements added, 2 statements changed" in sums
    assert "2 statements retired" in sums
    assert year.told["load"].splitlines()[0] == sums


def test_another_site_gets_only_what_changed(year):
    told = {
        name: {row["id"] for row in year.program.rows(f"export/csv/statements-1-to-2-{name}.csv")}
        for name in ("add", "update", "retire")
    }
    first, second = (set(one.live.values()) for one in year.moments[:2])

    assert told["add"] == second - first
    assert told["retire"] == first - second
    assert year.moments[0].live[FACE] in told["update"]
    assert len(told["update"]) == 2


def test_a_schools_answers_are_carried_into_the_next_audit(year):
    old = asked((year.program.root / "Example Primary.xlsx").read_bytes())
    new = asked((year.program.root / "reports/audits/Example Primary.xlsx").read_bytes())
    (reworded,) = (row for row in new.values() if "small whiteboards" in row["Statement"])

    first, second = (moment.live for moment in year.moments[:2])
    gone = {first[COPY], first[SEAT]}
    here = {second[CALM], second[WINDOW]}
    assert new.keys() == old.keys() - gone | here
    told = {one: f"Seen {one}" for one in old.keys() - gone} | dict.fromkeys(here)
    assert {one: row["Evidence"] for one, row in new.items()} == told
    assert "The words have changed" in reworded["Since last time"]


def test_going_back_and_forth_ends_where_it_began(year):
    second, fourth = year.moments[1], year.moments[3]

    assert fourth.site == second.site
    owner = {row["text"]: row["owner"] for row in year.program.rows("data/curated/strategies.csv")}
    assert owner[REWORDED] == "Dee Example"
    assert "fingerpost publish" in year.told["rollback"]


def test_without_a_network_links_are_left_alone_and_everything_is_as_it_was_written(year):
    assert "Skipped, no network" in year.told["links"]
    assert "All files are as they were written." in year.told["verify"]
    assert "as they were loaded" in year.told["verify"]
