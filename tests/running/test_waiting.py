"""What a wait does each time it wakes, without the server on which it waits."""

import shutil

import pytest
from fingerpost.running.reviewing.applying import Taken
from fingerpost.running.reviewing.waiting import Came, ask, described, known_as, lying, take_in
from fingerpost.running.rules import learner
from fingerpost.workspace import Workspace

from tests.support.program import bare
from tests.support.sheets import Workbook
from tests.support.word import bullets, docx, lists, p


@pytest.fixture(scope="module")
def asked_once(tmp_path_factory) -> Workspace:
    """A workspace with two statements that wait and have been asked about."""
    root = bare(tmp_path_factory.mktemp("waits") / "leeds").root
    items = (p(f"Bring the {one} to the hall.", num=(1, 0)) for one in ("zither", "zimbelstern"))
    head = p("Mystery matters", style="Heading1")
    (root / "data/raw/guidance.docx").write_bytes(docx(head, *items, numbering=lists(bullets())))
    ask(Workspace(root))
    return Workspace(root)


@pytest.fixture
def asked(asked_once, tmp_path) -> Workspace:
    return Workspace(shutil.copytree(asked_once.root, tmp_path / "leeds"))


def returned(place: Workspace, name: str) -> None:
    book = Workbook(place.reports / "review.xlsx")
    assert book.fill("Queue", lambda _: {"Decision": "Keep", "Reviewer": "M. Example"})
    place.returned.mkdir(parents=True, exist_ok=True)
    book.save(place.returned / name)


@pytest.mark.slow
def test_questions_that_people_may_be_answering_are_not_written_again(asked: Workspace):
    book = asked.reports / "review.xlsx"
    book.write_bytes(b"somebody is at work in it")

    ask(asked)

    assert book.read_bytes() == b"somebody is at work in it"


@pytest.mark.slow
def test_woken_again_it_takes_nothing_in_and_learns_nothing_twice(asked: Workspace, monkeypatch):
    assert take_in(asked).taken == ()
    returned(asked, "back.xlsx")
    first = take_in(asked)
    log = asked.log.read_bytes()
    monkeypatch.setattr(learner, "train", lambda *_: pytest.fail("learned anew"))

    second = take_in(asked)

    assert [one.answers for one in first.taken] == [2]
    assert [one.known for one in second.taken] == [True]
    assert asked.log.read_bytes() == log
    assert second.standing == first.standing


@pytest.mark.slow
def test_a_file_that_cannot_be_read_is_told_and_gets_its_reply(asked: Workspace):
    asked.returned.mkdir(parents=True, exist_ok=True)
    (asked.returned / "broken.xlsx").write_text("no workbook")

    told = described(take_in(asked))

    assert "- broken.xlsx: refused, and nothing in it was taken in. " in told
    assert (asked.reports / "replies" / "broken.docx").is_file()


def test_what_came_is_told_file_by_file_and_then_what_waits():
    came = Came(
        taken=(
            Taken(file="a.xlsx", answers=3, set_aside=("Queue, row 2: gone.",)),
            Taken(file="b.xlsx", known=True),
        ),
        standing=("5 statements = 3 approved + 2 waiting.",),
    )

    assert described(came).split("\n") == [
        "Files that are back:",
        "",
        "- a.xlsx: 3 answers taken in; 1 row set aside.",
        "- b.xlsx: was taken in before.",
        "",
        "How far the review has come:",
        "",
        "- 5 statements = 3 approved + 2 waiting.",
    ]
    assert described(Came(taken=(), standing=())).startswith("No file is back yet.")


def test_a_file_that_came_or_changed_is_noticed(tmp_path):
    place = Workspace(tmp_path)
    assert lying(place) == frozenset()
    place.returned.mkdir(parents=True, exist_ok=True)
    (place.returned / "~$back.xlsx").write_text("Excel has it open")
    assert lying(place) == frozenset()
    (place.returned / "back.xlsx").write_text("one")
    once = lying(place)
    (place.returned / "back.xlsx").write_text("another")

    assert len(once) == 1
    assert lying(place) != once


def test_folders_of_one_name_are_told_apart(tmp_path):
    one, other = (Workspace(tmp_path / above / "leeds") for above in ("a", "b"))

    assert known_as(one) != known_as(other)
    assert known_as(one).startswith("leeds-")
