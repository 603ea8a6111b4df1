"""What the file says of programs that do not know all of it."""

import pytest
from fingerpost.documents import count_letters, paragraphs
from fingerpost.reading import read
from fingerpost.reading.compatibility import UNDERSTOOD

from tests.support.word import DECLARED, choice, docx, level, lists, p, r

FOREIGN = 'xmlns:x="urn:nobody-knows"'


def told(*body: str, **options) -> list[str]:
    document = read("a.docx", docx(*body, **options))
    lines = [line for story in document.stories for line in paragraphs(story.blocks)]
    letters = sum(count_letters(span.text) for line in lines for span in line.spans)
    assert letters == document.letters
    return [line.text for line in lines]


def ruled(rules: str, inner: str) -> str:
    return f"<w:p {FOREIGN} {rules}>{r('a')}{inner}{r('z')}</w:p>"


def test_a_foreign_element_that_may_be_ignored_goes_with_what_it_holds():
    assert told(ruled('mc:Ignorable="x"', f"<x:note>{r('b')}</x:note>")) == ["az"]


def test_a_foreign_element_that_may_not_be_ignored_keeps_its_words():
    assert told(ruled("", f"<x:note>{r('b')}</x:note>")) == ["abz"]


@pytest.mark.parametrize("name", ["x:note", "x:*"])
def test_a_foreign_element_may_leave_what_it_holds(name):
    inner = f"<x:note>{r('b')}</x:note>"
    assert told(ruled(f'mc:Ignorable="x" mc:ProcessContent="{name}"', inner)) == ["abz"]


def test_only_the_elements_that_are_named_leave_what_they_hold():
    inner = f"<x:note>{r('b')}</x:note><x:other>{r('c')}</x:other>"
    assert told(ruled('mc:Ignorable="x" mc:ProcessContent="x:note"', inner)) == ["abz"]


def test_a_foreign_element_inside_one_that_leaves_its_content_is_still_ignored():
    inner = f"<x:note>{r('b')}<x:other>{r('c')}</x:other></x:note>"
    assert told(ruled('mc:Ignorable="x" mc:ProcessContent="x:note"', inner)) == ["abz"]


def test_leave_to_ignore_reaches_no_further_than_the_element_that_gives_it():
    outside = f"<w:p {FOREIGN}>{r('a')}<x:note>{r('b')}</x:note></w:p>"
    assert told(ruled('mc:Ignorable="x"', ""), outside) == ["az", "ab"]


def test_an_element_may_say_of_itself_that_it_may_be_ignored():
    inner = f'<x:note mc:Ignorable="x">{r("b")}</x:note>'
    assert told(ruled("", inner)) == ["az"]


@pytest.mark.parametrize("name", ["x:a", "mc:AlternateContent"])
def test_a_part_that_is_foreign_from_its_root_on_is_left_as_it_is(name):
    content = f'<{name} {DECLARED} {FOREIGN} mc:Ignorable="x"><x:b/></{name}>'
    assert told(p("a"), styles="<w:x/>", more={"word/styles.xml": content}) == ["a"]


def test_leave_to_ignore_counts_on_the_root_too():
    body = p(r("a"), f"<x:note {FOREIGN}>{r('b')}</x:note>")
    content = (
        f'<w:document {DECLARED} {FOREIGN} mc:Ignorable="x"><w:body>{body}</w:body></w:document>'
    )
    assert told(more={"word/document.xml": content}) == ["a"]


def test_what_word_understands_is_read_though_it_may_be_ignored():
    assert told(f'<w:p mc:Ignorable="w14">{r("a")}<w14:new>{r("b")}</w14:new></w:p>') == ["ab"]


def test_a_part_that_insists_on_a_foreign_name_is_read_with_a_warning():
    document = read("a.docx", docx(ruled('mc:MustUnderstand="x"', "")))
    assert document.stories[0].blocks[0].text == "az"
    assert document.warnings == (
        "The part word/document.xml says it can only be understood by a program that knows "
        "urn:nobody-knows. Its words were read all the same; compare them with the document in "
        "Word.",
    )


def test_a_part_that_insists_on_what_word_knows_is_no_matter():
    assert read("a.docx", docx(ruled('mc:MustUnderstand="w14"', ""))).warnings == ()


def test_the_old_drawing_language_is_understood():
    assert told(p(choice(r("new"), r("old"), requires="v"))) == ["new"]


@pytest.mark.parametrize(
    "uri",
    [
        "http://schemas.microsoft.com/office/word/2099/wordml",
        "http://schemas.microsoft.com/office/mac/drawingml/2008/main",
        "urn:schemas-microsoft-com:mac:vml",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ],
)
def test_a_name_of_microsofts_is_not_understood_for_its_maker_alone(uri):
    assert uri not in UNDERSTOOD
    body = p(choice(r("new"), r("old"), requires="x")).replace("<w:p>", f'<w:p xmlns:x="{uri}">')
    assert told(body) == ["old"]


def test_a_choice_inside_the_chosen_branch_is_settled_too():
    inner = choice(r("b"), r("c"), requires="nope")
    assert told(p(choice(inner, r("d")))) == ["c"]


def test_a_choice_that_asks_for_nothing_is_no_choice():
    assert told(p(choice(r("new"), r("old"), requires=""))) == ["old"]


def test_a_choice_inside_a_definition_is_settled_as_if_it_had_never_been():
    levels = level(0, "%1)").replace(
        '<w:numFmt w:val="decimal"/>',
        choice('<w:numFmt w:val="custom"/>', '<w:numFmt w:val="upperLetter"/>', requires="nope"),
    )
    document = read("a.docx", docx(p("x", num=(1, 0)), numbering=lists(levels)))
    assert document.stories[0].blocks[0].label == "A)"
