from dataclasses import replace

import pytest
from fingerpost.extracting.identity import identify
from fingerpost.reporting import read_items, write_tables
from fingerpost.reporting.since import since
from fingerpost.strategies import Known

from tests.support.outcomes import outcome, statement


def known(one, text, path="Hearing > Strategies", source="areas/Hearing 2025.docx"):
    return Known(id=one, source=source, text=text, heading_path=path)


def test_the_first_time_there_is_nothing_to_compare():
    assert since(outcome(statement("Face the pupil"))).first


def test_what_is_new_reworded_moved_and_gone_is_told_apart():
    items = [
        statement("Face the pupil", one="s-same"),
        statement("Brand new", one="s-new"),
        statement("Sit at the front", one="s-words"),
        statement("Ring home", "Elsewhere", one="s-moved"),
        statement("Agreed words", word="In Word", one="s-agreed"),
    ]
    previous = (
        known("s-same", "Face the pupil"),
        known("s-words", "Sit near the front"),
        known("s-moved", "Ring home"),
        known("s-agreed", "In Word"),
        known("s-gone", "Shout"),
    )
    found = since(outcome(*items, previous=previous))
    assert [(name, [c.text for c in changes]) for name, changes in found.groups] == [
        ("New", ["Brand new"]),
        ("Reworded in Word", ["Sit at the front"]),
        ("Moved", ["Ring home"]),
        ("Gone", ["Shout"]),
    ]
    assert found.reworded[0].before == "Sit near the front"
    assert found.moved[0].after == "areas/Hearing 2025.docx, under “Elsewhere”"


def twice(folder, first, second):
    """Return what changed between two outcomes, the first remembered from its table."""
    write_tables(first, folder)
    return since(replace(second, previous=read_items(folder / "items.csv")))


@pytest.mark.parametrize("mark", ["", "• ", "→ ", "\uf0b7\t", "o\t", "- ", "a) ", "(2) "])
def test_what_a_person_reworded_is_not_reworded_in_word(tmp_path, mark):
    word = "Allow extra time for diagrams."
    made = outcome(
        statement("Allow 25% extra time for diagrams.", word=word, typed=mark + word, one="s-1")
    )
    found = twice(tmp_path, made, made)
    assert not found.first
    assert found.groups == ()


def test_what_a_person_shortened_is_not_reworded_in_word(tmp_path):
    made = outcome(statement("Allow time", word="Allow time for diagrams", one="s-1"))
    assert not twice(tmp_path, made, made).reworded


def test_marks_spaces_and_punctuation_are_no_rewording(tmp_path):
    before = outcome(statement("Allow time, for diagrams", typed="• Allow time, for  diagrams"))
    after = outcome(
        statement("Allow time for diagrams.", typed="- Allow time for diagrams.", one="s-1")
    )
    write_tables(before, tmp_path)
    previous = tuple(replace(k, id="s-1") for k in read_items(tmp_path / "items.csv"))
    assert not since(replace(after, previous=previous)).reworded


def test_a_rewording_in_word_shows_though_a_person_reworded_it_too(tmp_path):
    before = outcome(statement("Better", word="Sit near the front", one="s-1"))
    after = outcome(statement("Better", word="Sit at the front", one="s-1"))
    (change,) = twice(tmp_path, before, after).reworded
    assert (change.before, change.after) == ("Sit near the front", "Sit at the front")


def test_an_item_that_a_person_reworded_keeps_its_identity(tmp_path):
    word = "Allow extra time for diagrams."
    item = statement("Give everyone longer", word=word, typed=f"→ {word}", one="s-1")
    made = outcome(item)
    write_tables(made, tmp_path)
    unnamed = tuple(replace(e, ledger=()) for e in made.extractions)
    found = identify(unnamed, read_items(tmp_path / "items.csv"), {})
    assert [s.id for e in found.extractions for s in e.strategies] == ["s-1"]


def test_what_people_added_is_new_once_and_never_reworded_in_word(tmp_path):
    item = statement("Ask once", "", one="s-added", source="", word="Ask one thing", typed="")
    item = replace(
        item,
        classified=replace(
            item.classified, strategy=replace(item.classified.strategy, source_text="")
        ),
    )
    first = since(outcome(item, previous=(known("s-gone", "Shout"),)))
    assert [(c.text, c.after) for c in first.new] == [("Ask once", "Added in the directory")]
    made = outcome(item)
    write_tables(made, tmp_path)
    assert since(replace(made, previous=read_items(tmp_path / "items.csv"))).groups == ()
    (gone,) = since(replace(outcome(), previous=read_items(tmp_path / "items.csv"))).gone
    assert (gone.text, gone.before) == ("Ask once", "Added in the directory")
