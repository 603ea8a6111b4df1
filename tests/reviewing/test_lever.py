"""How far the Headings sheet goes: on the sample documents, answered by what they were made to mean."""

import csv
import shutil
from collections import Counter, defaultdict
from pathlib import PurePosixPath

import pytest
from fingerpost.curating import append, read_log
from fingerpost.directory import Status
from fingerpost.meanings import ADVICE, NOT_ADVICE, SIGNS_OF_NEED, heading_key
from fingerpost.reviewing import Memory, decide, index, read_return, triage, write_workbook
from fingerpost.reviewing.asking.thoughts import Thoughts
from fingerpost.reviewing.review import Standing
from fingerpost.running.migrating.questions import look
from fingerpost.strategies import HeadKind
from fingerpost.workspace import Workspace

from tests.support.workbooks import AT, columns, opened, saved

pytestmark = pytest.mark.slow

NO_CATEGORY = {"", "*", "none"}


@pytest.fixture(scope="module")
def workspace(root, tmp_path_factory):
    place = tmp_path_factory.mktemp("lever")
    shutil.copytree(root / "data" / "raw", place / "data" / "raw")
    shutil.copytree(root / "rules", place / "rules")
    found = Workspace(place)
    found.curated.mkdir(parents=True)
    return found


@pytest.fixture(scope="module")
def meant(root):
    """Return what headings and documents were made to mean: the rows expected below each, by key."""
    below = defaultdict(list)
    for path in sorted((root / "tests" / "samples" / "expected").glob("*.csv")):
        for row in rows_of(path):
            names = (*row["heading_path"].split(" > "), path.stem)
            for key in {heading_key(name) for name in names} - {""}:
                below[key].append(row)
    return below


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def answer_for(question, outcome, meant):
    """Answer as a person who knows the document would: its category, or what stands below it."""
    kinds = {
        head.kind
        for extraction in outcome.extractions
        for head in extraction.heads
        if heading_key(head.text) == question.key
    } or {HeadKind.TITLE}
    for kind in kinds:
        meaning = outcome.meanings.of(question.text, kind)
        if meaning and meaning.concepts:
            return meaning.concepts[0]
    documents = (heading_key(PurePosixPath(source).stem) for source in question.found_in)
    rows = next((meant[key] for key in (question.key, *documents) if key in meant), ())
    return meaning_of(rows)


def meaning_of(rows):
    """A category where all the advice is about it, "advice" where it is about several."""
    if all(row["role"] == "indicator" for row in rows):
        return SIGNS_OF_NEED if rows else None
    advice = [row for row in rows if row["role"] == "strategy"]
    if not advice:
        return NOT_ADVICE
    for facet in ("need", "universal", "area_of_need"):
        shared = set.intersection(*(set(row[facet].split("|")) for row in advice)) - NO_CATEGORY
        if shared:
            return min(shared)
    return ADVICE


def answered(outcome, review, meant):
    taxonomy = outcome.rulebook.taxonomy
    book = opened(write_workbook(review, taxonomy, outcome.rulebook.council))
    sheet = book["Headings"]
    places = columns(sheet)
    open_questions = {
        str(question.ref): question
        for question in review.headings
        if question.standing is Standing.OPEN
    }
    for row in range(2, sheet.max_row + 1):
        question = open_questions.get(sheet.cell(row, places["Ref"]).value)
        answer = answer_for(question, outcome, meant) if question else None
        if answer:
            sheet.cell(row, places["This means"]).value = Thoughts(taxonomy).answer(answer)
            sheet.cell(row, places["Reviewer"]).value = "Ann"
    return saved(book)


def waiting(outcome):
    return sum(item.status is Status.REVIEW for item in outcome.items)


def accepted(outcome):
    return [item for item in outcome.items if item.status is Status.ACCEPTED]


@pytest.fixture(scope="module")
def answering(workspace, meant):
    """Return what the sheet asked, how much of it was answered, and the outcomes on both sides."""
    before = look(workspace).outcome
    review = triage(before)
    data = answered(before, review, meant)
    known, memory = index(before), Memory.of(read_log(workspace.log))
    returned = read_return("a.xlsx", data, known, before.rulebook.taxonomy)
    append(workspace.log, decide(returned, before, known, AT, memory).lines)
    return review, len(returned.answers), before, look(workspace).outcome


def test_answering_the_headings_sheet_settles_what_it_promises(answering):
    review, answers, before, after = answering
    settled = waiting(before) - waiting(after)
    print(
        f"\n{answers} of {review.open_questions} questions answered: "
        f"{settled} of {waiting(before)} waiting statements settled "
        f"({settled / waiting(before):.0%}); promised {review.lever.settled}; left: "
        f"{Counter('+'.join(i.reasons) for i in after.items if i.reasons).most_common(6)}"
    )
    for question in triage(after).headings:
        if question.standing is Standing.OPEN:
            print(f"  still open: {question.text!r} ({question.place}), {question.waiting} wait")
    assert settled >= 0.8 * waiting(before)
    assert settled >= 0.9 * review.lever.settled


def test_answers_about_headings_let_through_nothing_but_advice_for_all_or_some(answering, root):
    _, _, before, after = answering
    rows = [
        row
        for path in sorted((root / "tests" / "samples" / "expected").glob("*.csv"))
        for row in rows_of(path)
    ]
    advice = {row["text"] for row in rows if row["role"] == "strategy"}
    seen = {item.id for item in accepted(before)}
    new = [item for item in accepted(after) if item.id not in seen]
    assert len(new) > 100
    assert [item.text for item in new if item.text not in advice] == []
    assert [item.text for item in new if item.classified.tier == "specialist"] == []
