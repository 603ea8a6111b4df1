from fingerpost.curating import looked_through
from fingerpost.decisions import Comment, Standing
from fingerpost.suggestions import Evidence


def found(text):
    return tuple(Evidence("personal-data", name, "name") for name in ("Tom", "Ann") if name in text)


def test_what_may_identify_somebody_is_noted_in_each_comment_line_by_line():
    said = Comment(text="Ann and Tom\nTom again", person="a parent", given_on="2026-02-01")
    plain = Comment(text="Lovely", person="", given_on="2026-02-02")
    told = looked_through(Standing(comments={"s-1": (said, plain)}), found).comments["s-1"]
    assert [one.personal for one in told] == [("Tom", "Ann"), ()]
    assert [one.text for one in told] == [said.text, plain.text]
