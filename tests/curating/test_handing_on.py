"""What people say of a statement that was parted holds for its parts."""

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


def test_a_whole_has_nothing_of_what_was_said_of_its_pieces():
    said = Standing(upkeep={"s-both": Upkeep(owner="Ada")})
    assert handed_on(said, [Replaced(item=WHOLE, by=("s-whole",))]) == said
