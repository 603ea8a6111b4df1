"""The account of a document in, the words that became statements marked in its copy out."""

from fingerpost.copying.marks import Mark, find_stretches
from fingerpost.meanings import Meanings

from tests.support.copies import copied, faults, solid
from tests.support.shipped import shipped_rules
from tests.support.word import bold, bullets, deleted, docx, link, lists, p, tbl, tc, tr

NUMBERING = lists(bullets())
HEADING = p("Strategies", outline=0)


def marked(*body, **parts):
    data = docx(HEADING, *body, numbering=NUMBERING, **parts)
    return copied(data, Meanings(shipped_rules().headings))


def test_a_statement_that_is_split_over_runs_is_one_mark():
    made = marked(p("Give ", bold("clear"), " instructions", num=(1, 0)))
    (mark,) = made.soup.select("article mark")
    assert mark.get_text() == "Give clear instructions"
    assert mark["data-place"] == "body/p[2]"
    assert mark.select_one("strong").get_text() == "clear"


def test_deleted_words_are_left_out_of_the_mark():
    made = marked(p("Give ", deleted("no "), "instructions", num=(1, 0)))
    assert made.marked["body/p[2]", 0] == "Give instructions"
    assert made.soup.select_one("mark del") is None


def test_a_link_in_a_statement_can_still_be_followed():
    made = marked(
        p("Use ", link("a", "a visual timetable"), num=(1, 0)), links={"a": "https://example.org/x"}
    )
    found = made.soup.select_one("article mark a")
    assert (found["href"], found["rel"]) == ("https://example.org/x", ["noopener", "noreferrer"])


def test_every_statement_of_one_cell_has_a_mark_of_its_own():
    cell = tc(p("Use visual supports. Give extra time to answer. Check understanding often."))
    made = marked(tbl(tr("Need", "Strategies"), tr(tc(p("Memory")), cell)))
    assert len(made.extraction.strategies) > 1
    assert len({mark["data-part"] for mark in made.soup.select("article mark")}) > 1
    assert list(faults(made)) == []


def test_words_that_go_on_in_the_next_paragraph_are_marked_there_for_the_same_statement():
    made = marked(
        p("Seat the learner where", num=(1, 0)),
        p("they can see the board", props='<w:ind w:left="720"/>'),
    )
    (one,) = made.extraction.strategies
    assert solid(made.marked[one.locator, 0]) == solid(one.source_text)
    places = [str(mark.find_parent(id=True)["id"]) for mark in made.soup.select("article mark")]
    assert places == ["body/p[2]", "body/p[3]"]


def test_nothing_but_statements_is_marked():
    made = marked(p("Finds it hard to listen"), p("Offer a choice", num=(1, 0)))
    assert [mark.get_text() for mark in made.soup.select("article mark")] == ["Offer a choice"]


def test_two_marks_of_the_same_words_are_found_one_after_the_other():
    marks = [Mark("Say it", "a", 1), Mark("Say  it", "a", 2), Mark("never said", "a", 3)]
    found = [(one.start, one.end) for one in find_stretches("Say it.\nSay\tit.", marks)]
    assert found == [(0, 6), (8, 14)]
