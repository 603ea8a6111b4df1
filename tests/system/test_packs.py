"""Packs through a workspace: out to people, back in parts, and chased until they are done."""

import shutil

import pytest
from click.testing import CliRunner
from fingerpost.cli.review import command
from fingerpost.packs import PackKind
from fingerpost.reviewing import Wanted
from fingerpost.running.migrating.migration import Request, migrate
from fingerpost.running.reviewing.applying import apply
from fingerpost.running.reviewing.packing import make_packs
from fingerpost.running.reviewing.undoing import undo
from fingerpost.workspace import Workspace

from tests.support.program import SAMPLES, workspace
from tests.support.sheets import Workbook

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """Two documents in which statements and headings wait, read once."""
    chosen = [
        SAMPLES / "areas-of-need/Sensory and Physical needs.docx",
        SAMPLES / "areas-of-need/semh/SEMH needs descriptors and provision.docx",
    ]
    made = workspace(tmp_path_factory.mktemp("packs") / "leeds", *chosen)
    migrate(Request(root=made.root))
    return made.root


@pytest.fixture
def place(reviewed, tmp_path):
    """A copy of it, to be changed at will."""
    shutil.copytree(reviewed, tmp_path / "leeds")
    return Workspace(tmp_path / "leeds")


def refs(place, file):
    book = Workbook(place.root / file)
    return {row["Ref"] for name in ("Headings", "Queue") for row in book.rows(name)}


def returns(place, file, name, sheet="Queue", leave=0, **cells):
    """Answer the rows of a sheet but the first few, put it where returned files go, and count."""
    book = Workbook(place.root / file)
    chosen = [row["Ref"] for row in book.rows(sheet)][leave:]
    book.fill(sheet, lambda row: cells if row["Ref"] in chosen else {})
    place.returned.mkdir(exist_ok=True)
    book.save(place.returned / name)
    return len(chosen)


def said(place, *arguments):
    done = CliRunner().invoke(
        command, [*arguments, "--workspace", str(place.root)], standalone_mode=False
    )
    assert done.exception is None, done.exception
    return done.output


def test_packs_go_out_come_back_in_parts_and_are_chased(place):
    ann, ben = make_packs(place, Wanted(people=("Ann", "Ben"), minutes=5))
    mine, theirs = (refs(place, one.files[0]) for one in (ann, ben))
    assert mine
    assert theirs
    assert not mine & theirs
    assert all((place.root / file).exists() for one in (ann, ben) for file in one.files)
    assert ann.files[0].startswith("reports/packs/ann-")

    done = returns(place, ann.files[0], "from Ann.xlsx", leave=1, Decision="Keep")
    left = len(mine) - done
    (taken,) = apply(place)
    assert taken.answers == done
    assert taken.pack.startswith("Ann: share of ")
    assert taken.pack.endswith(f": {done} of {len(mine)} answered; {left} left.")
    state = said(place, "status")
    assert f"{done} of {len(mine)} answered, {left} left (ann-" in state
    assert f"0 of {len(theirs)} answered, {len(theirs)} left (ben-" in state

    migrate(Request(root=place.root))
    summary = (place.reports / "summary.html").read_text(encoding="utf-8")
    assert "Who has what" in summary
    assert "Ann: share" in summary
    assert (place.root / ann.files[1]).exists()


def test_a_pack_that_is_taken_back_frees_its_questions_and_keeps_its_file(place):
    (ben,) = make_packs(place, Wanted(people=("Ben",), minutes=3))
    before = (place.root / ben.files[0]).read_bytes()

    undo(place, reference=ben.id)

    (again,) = make_packs(place, Wanted(people=("Ben",), minutes=3))
    assert again.files[0] == ben.files[0].replace(".xlsx", "-2.xlsx")
    assert refs(place, again.files[0]) == refs(place, ben.files[0])
    assert (place.root / ben.files[0]).read_bytes() == before


def test_what_people_differ_on_goes_to_a_meeting_and_is_settled_there(place):
    for person, decision in (("Ann", "Keep"), ("Ben", "Reject")):
        count = returns(
            place, "reports/review.xlsx", f"{person}.xlsx", Decision=decision, Reviewer=person
        )
    apply(place)

    (pack,) = make_packs(place, Wanted(kind=PackKind.MEETING))
    book = Workbook(place.root / pack.files[0])
    says = [row["What the second says"] for row in book.rows("Meeting")]
    assert says == ["Ben: Reject"] * count
    shutil.rmtree(place.returned)
    returns(place, pack.files[0], "meeting.xlsx", sheet="Meeting", Decision="Second")
    (taken,) = apply(place)
    assert taken.pack.startswith("the meeting: meeting pack of ")
    assert taken.pack.endswith(f": {count} of {count} answered.")

    assert migrate(Request(root=place.root)).rejected == count
