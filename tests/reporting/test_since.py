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
