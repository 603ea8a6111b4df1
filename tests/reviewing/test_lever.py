"""How far the Headings sheet goes: on the sample documents, answered by what they were made to mean."""

import csv
import shutil
from collections import Counter, defaultdict
from pathlib import PurePosixPath

import pytest
from fingerpost.curating import append, read_log
from fingerpost.directory import Status
from fingerpost.meanings import heading_key
from fingerpost.reviewing import decide, index, read_return, triage, write_workbook
from fingerpost.reviewing.review import Standing
from fingerpost.running.questions import look
from fingerpost.strategies import HeadKind
from fingerpost.workspace import Workspace

from tests.support.workbooks import AT, columns, opened, saved

pytestmark = pytest.mark.slow


@pytest.fixture
def workspace(root, tmp_path):
    shutil.copytree(root / "data" / "raw", tmp_path / "data" / "raw")
    shutil.copytree(root / "rules", tmp_path / "rules")
    found = Workspace(tmp_path)
    found.curated.mkdir(parents=True)
    return found


@pytest.fixture
def meant(root):
    """Return what each heading was made to mean: by key, the labels of the statements below it."""
    below = defaultdict(Counter)
    for path in sorted((root / "tests" / "samples" / "expected").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["role"] == "strategy":
                    for heading in row["heading_path"].split(" > "):
                        below[heading_key(heading)].update(labels_of(row))
                    below[heading_key(path.stem)].update(areas_of(row))
    return below


def areas_of(row):
    return [area for area in row["area_of_need"].split("|")[:1] if area not in ("", "*", "none")]


def labels_of(row):
    for facet in ("need", "universal", "area_of_need"):
        first = row[facet].split("|")[0]
        if first not in ("", "*", "none"):
            yield first
            return


def answer_for(question, outcome, meant):
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
    known = meant.get(question.key) or next(
        (meant[one] for one in documents if meant.get(one)), None
    )
    return known.most_common(1)[0][0] if known else None


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
        concept = answer_for(question, outcome, meant) if question else None
        if concept:
            sheet.cell(row, places["This means"]).value = taxonomy.label(concept)
            sheet.cell(row, places["Reviewer"]).value = "Ann"
    return saved(book)


def waiting(outcome):
    return sum(item.status is Status.REVIEW for item in outcome.items)


def test_answering_the_headings_sheet_settles_what_it_promises(workspace, meant):
    before = look(workspace).outcome
    review = triage(before)
    data = answered(before, review, meant)
    returned = read_return("a.xlsx", data, index(before), before.rulebook.taxonomy)
    append(workspace.log, decide(returned, before, AT, read_log(workspace.log)).lines)
    after = look(workspace).outcome
    settled = waiting(before) - waiting(after)
    print(
        f"\n{len(returned.answers)} of {review.open_questions} questions answered: "
        f"{settled} of {waiting(before)} waiting statements settled "
        f"({settled / waiting(before):.0%}); promised {review.lever.settled}; left: "
        f"{Counter('+'.join(i.reasons) for i in after.items if i.reasons).most_common(6)}"
    )
    for question in triage(after).headings:
        if question.standing is Standing.OPEN:
            print(f"  still open: {question.text!r} ({question.place}), {question.waiting} wait")
    assert settled >= 0.9 * review.lever.settled
