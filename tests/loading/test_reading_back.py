"""What was loaded is read back through the views people use, at once and whenever somebody asks."""

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import load, releases, rollback, verify_directory
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.loading.databases import by_hand, rows

GUIDE = Link("https://example.org/guide", "Guide")
TEXT = "Give one instruction at a time."
SPOILT = {
    "a word of a statement": (
        "UPDATE strategies SET text = 'Sp0ilt.' WHERE id = 's-1'",
        f"The statement “{TEXT}”, the words: loaded “{TEXT}”, there stands “Sp0ilt.” "
        "[table strategies: s-1, text].",
    ),
    "a place in Word": (
        "UPDATE strategies SET place = 9 WHERE id = 's-2'",
        f"The statement “{TEXT}”, place: loaded “2”, there stands “9” "
        "[table strategies: s-2, place].",
    ),
    "what was empty": (
        "UPDATE strategies SET confidence = 0.5 WHERE id = 's-2'",
        f"The statement “{TEXT}”, how sure: loaded “”, there stands “right about 50 times in 100” "
        "[table strategies: s-2, confidence].",
    ),
    "a label": (
        "UPDATE strategy_concepts SET concept_id = 'cognition-and-learning' "
        "WHERE strategy_id = 's-1'",
        f"The label “Feelings” (Area of need) of the statement “{TEXT}”: was loaded, and is not "
        "there [table strategy_concepts: s-1, area_of_need, semh].",
    ),
    "what a label rests on": (
        "UPDATE strategy_concepts SET evidence = 'nothing' WHERE strategy_id = 's-2'",
        f"The label “Feelings” (Area of need) of the statement “{TEXT}”, what its labels rest on: "
        "loaded “because of its heading “Talk””, there stands “nothing” "
        "[table strategy_concepts: s-2, area_of_need, semh, evidence].",
    ),
    "an address": (
        "UPDATE resources SET url = 'https://example.org/other'",
        "The resource “Guide”, address: loaded “https://example.org/guide”, there stands "
        "“https://example.org/other” [table resources: ",
    ),
    "the name of a category": (
        "UPDATE concepts SET label = 'Fellings' WHERE id = 'semh'",
        "The category “Feelings”, label: loaded “Feelings”, there stands “Fellings” "
        "[table concepts: semh, label].",
    ),
    "a statement taken away": (
        "DELETE FROM strategies WHERE id = 's-3'",
        f"The statement “{TEXT}”: was loaded, and is not there [table strategies: s-3].",
    ),
    "a statement hidden": (
        "UPDATE strategies SET state = 'retired' WHERE id = 's-4'",
        f"The statement “{TEXT}”, whether people can find it: loaded “can be found”, there stands "
        "“retired” [table strategies: s-4, state].",
    ),
    "a document put in": (
        "INSERT INTO documents (source, from_release) VALUES ('new.docx', 1)",
        "The document “new.docx”: was not loaded, and is there [table documents: new.docx].",
    ),
    "a retired statement brought back": (
        "UPDATE strategies SET state = 'live' WHERE id = 's-9' AND to_release IS NULL",
        f"The statement “{TEXT}”, whether people can find it: loaded “retired”, there stands "
        "“can be found” [table strategies: s-9, state].",
    ),
}


@pytest.fixture
def loaded(curated, target):
    same = [statement(f"s-{number}") for number in (2, 3, 4)]
    load(curated(statement("s-1"), *same, statement("s-9")), target)
    folder = curated(statement("s-1", links=(GUIDE,)), *same, decisions=answer("s-2"))
    load(folder, target)
    return target


def test_a_row_corrupted_by_hand_is_named_with_what_was_loaded_and_what_stands_there(loaded):
    assert verify_directory(loaded).differences == ()

    by_hand(loaded, *(spoil for spoil, _ in SPOILT.values()))

    found = [str(one) for one in verify_directory(loaded).differences]
    missing = {
        what: told for what, (_, told) in SPOILT.items() if not any(told in line for line in found)
    }
    assert missing == {}, found
    assert len(found) == len(SPOILT) + 1  # a label put in the place of another is two rows


def test_every_row_that_people_can_read_is_read(loaded):
    def held():
        tables = ("documents", "concepts", "strategies", "strategy_concepts", "resources")
        return sum(
            rows(loaded, f"SELECT count(*) FROM {table} WHERE to_release IS NULL")[0][0]
            for table in (*tables, "strategy_resources", "replacements")
        )

    assert verify_directory(loaded).rows == held()
    assert rollback(loaded, 1).rows_read == held()
    before = held()
    by_hand(loaded, "DELETE FROM strategies WHERE id = 's-3'")
    assert verify_directory(loaded).rows == before


@pytest.mark.parametrize(
    ("table", "field"),
    [("strategies", "text"), ("concepts", "label"), ("strategy_concepts", "evidence")],
)
def test_a_database_that_does_not_hold_what_was_written_takes_the_whole_load_back(
    curated, target, table, field
):
    load(curated(statement("s-1")), target)
    before = rows(target, "SELECT id, text, to_release FROM strategies")
    _spoil_what_comes_in(target, table, field)
    folder = curated(statement("s-1"), statement("s-2", labels=((Facet.AREA, ("semh",)),)))
    if table == "concepts":
        by_hand(target, "UPDATE concepts SET label = 'By hand' WHERE id = 'semh'")

    with pytest.raises(TargetError, match="does not hold what was written") as refused:
        load(folder, target, "Sam Example")

    assert f", {field}]" in str(refused.value)
    assert "there stands “spoilt”" in str(refused.value)
    assert rows(target, "SELECT id, text, to_release FROM strategies") == before
    assert len(releases(target)) == 1


def _spoil_what_comes_in(target, table, field):
    """Let the database itself change every row of a table that is written from now on."""
    if target.startswith("sqlite"):
        by_hand(
            target,
            f"CREATE TRIGGER spoil AFTER INSERT ON {table} BEGIN UPDATE {table} "
            f"SET {field} = 'spoilt' WHERE rowid = new.rowid; END",
        )
        return
    by_hand(
        target,
        "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN NEW.{field} := 'spoilt'; RETURN NEW; END $$",
        f"CREATE TRIGGER spoil BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION spoil()",
    )
