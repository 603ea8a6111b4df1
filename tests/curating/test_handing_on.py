"""What people say of a statement that was parted holds for its parts, and of pieces for the whole."""

from fingerpost.curating import handed_on
from fingerpost.decisions import Standing
from fingerpost.directory import Replaced
from fingerpost.upkeep import Upkeep

from tests.support.outcomes import statement

WHOLE = statement("Give time, and a seat", one="s-both")


def test_the_parts_of_a_statement_have_its_owner_and_its_resources():
    said = Standing(
        upkeep={"s-both": Upkeep(owner="Ada")},
        attached={"s-both": ("r-one",)},
        detached={"s-both": ("r-two",)},
    )
    found = handed_on(said, [Replaced(item=WHOLE, by=("s-first", "s-second"))])
    assert found.upkeep["s-first"] == found.upkeep["s-second"] == Upkeep(owner="Ada")
    assert found.attached["s-second"] == ("r-one",)
    assert found.detached["s-first"] == ("r-two",)


def joined(said, *pieces):
    items = (statement("A seat", one=piece) for piece in pieces)
    return handed_on(said, [Replaced(item=item, by=("s-whole",)) for item in items])


def test_a_whole_has_the_resources_and_the_owner_of_the_pieces_it_takes_in():
    said = Standing(
        upkeep={"s-two": Upkeep(owner="Ada")},
        attached={"s-one": ("r-one",), "s-two": ("r-two", "r-one"), "s-whole": ("r-own",)},
    )
    found = joined(said, "s-one", "s-two")
    assert found.attached["s-whole"] == ("r-own", "r-one", "r-two")
    assert found.upkeep["s-whole"] == Upkeep(owner="Ada")


def test_a_link_that_was_taken_away_from_a_piece_does_not_come_back_with_the_whole():
    assert joined(Standing(detached={"s-one": ("r-dead",)}), "s-one").detached["s-whole"] == (
        "r-dead",
    )


def test_what_is_said_of_a_whole_itself_outweighs_what_is_said_of_its_pieces():
    said = Standing(
        upkeep={"s-one": Upkeep(owner="Ada"), "s-whole": Upkeep(owner="Ben")},
        attached={"s-one": ("r-gone",), "s-whole": ("r-back",)},
        detached={"s-one": ("r-back",), "s-whole": ("r-gone",)},
    )
    found = joined(said, "s-one")
    assert found.upkeep["s-whole"] == Upkeep(owner="Ben")
    assert found.attached["s-whole"] == ("r-back",)
    assert found.detached["s-whole"] == ("r-gone",)


def test_where_nothing_was_parted_or_joined_nothing_is_handed_on():
    said = Standing(upkeep={"s-both": Upkeep(owner="Ada")}, attached={"s-both": ("r-one",)})
    assert handed_on(said, []) == said
