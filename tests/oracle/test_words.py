"""Small packages in, one for each rule of what a word is."""

from itertools import pairwise
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.inspection import lost, reading, seen
from tests.oracle.parcel import (
    Parcel,
    Part,
    alternates,
    box,
    code,
    field_mark,
    notes,
    old_box,
    p,
    r,
    t,
    table,
)
from tests.oracle.words import count_words, read, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One, TWO; three_four", ["one", "two", "three", "four"]),
        ("Key Stage 2", ["key", "stage", "2"]),
        ("the \ufb01rst", ["the", "first"]),
        ("Stra\u00dfe", ["strasse"]),
        ("de\u00adlay zero\u200bwidth \ufeffmark", ["delay", "zerowidth", "mark"]),
        ("cafe\u0301", ["caf\u00e9"]),
        ("\uf0b7 item", ["item"]),
        ("non-stop", ["non", "stop"]),
        ("", []),
    ],
)
def test_words_are_folded_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.lists(st.text(max_size=20), max_size=5))
def test_texts_that_do_not_touch_count_as_if_apart(texts: list[str]) -> None:
    assert count_words(texts) == count_words([" \n ".join(texts)])


@given(st.text(max_size=40))
def test_splitting_again_changes_nothing(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


def test_a_word_split_over_runs_is_one_word() -> None:
    assert seen(p(t("sup"), t("port"), t("ive"))) == ["supportive"]


PRINTABLE = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=30)


@given(PRINTABLE, st.lists(st.integers(0, 30), max_size=4))
def test_where_runs_begin_and_end_changes_no_words(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(text)]
    runs = (t(escape(text[a:b])) for a, b in pairwise(edges))
    assert reading(p(*runs)).words() == count_words([text])


def test_paragraphs_and_cells_part_words() -> None:
    assert seen(p(t("one")) + p(t("two")) + table(p(t("a")), p(t("b")))) == [
        "a",
        "b",
        "one",
        "two",
    ]


@pytest.mark.parametrize("sign", ["tab", "br", "cr", "ptab"])
def test_a_tab_or_break_parts_words(sign: str) -> None:
    assert seen(p(t("one"), r(f"<w:{sign}/>"), t("two"))) == ["one", "two"]


def test_tab_stops_are_no_tabs() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert seen(p(t("one"), properties=stops)) == ["one"]


def test_a_soft_hyphen_joins_and_a_hard_one_parts() -> None:
    assert seen(p(r("<w:t>de</w:t><w:softHyphen/><w:t>lay</w:t>"))) == ["delay"]
    assert seen(p(r("<w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t>"))) == ["non", "stop"]


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ('<w:sym w:font="Calibri" w:char="00E9"/>', ["caf\u00e9"]),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', ["caf"]),
        ('<w:sym w:font="Wingdings" w:char="004A"/>', ["caf"]),
        ('<w:sym w:font="Calibri" w:char="nonsense"/>', ["caf"]),
        ('<w:sym w:font="Calibri"/>', ["caf"]),
    ],
)
def test_a_symbol_counts_where_it_is_a_letter(sign: str, expected: list[str]) -> None:
    assert seen(p(t("caf"), r(sign))) == expected


def test_both_readings_of_ruby_are_seen_apart() -> None:
    ruby = f"<w:ruby><w:rt>{t('toukyou')}</w:rt><w:rubyBase>{t('Tokyo')}</w:rubyBase></w:ruby>"
    assert seen(p(r(ruby))) == ["tokyo", "toukyou"]


def test_an_equation_is_read_with_its_fraction_apart() -> None:
    power = (
        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    )
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    assert seen(p(f"<m:oMath>{power}</m:oMath>")) == ["x2"]
    assert seen(p(f"<m:oMath>{half}</m:oMath>")) == ["1", "2"]


@pytest.mark.parametrize(
    "wrapper",
    [
        "w:ins",
        "w:moveTo",
        "w:hyperlink",
        "w:smartTag",
        "w:customXml",
        "w:fldSimple",
        "w:dir",
        "w:bdo",
    ],
)
def test_a_wrapper_round_runs_is_looked_through(wrapper: str) -> None:
    assert seen(p(t("in"), f"<{wrapper}>{t('side')}</{wrapper}>")) == ["inside"]


def test_content_controls_are_looked_through_at_every_level() -> None:
    def control(inside: str) -> str:
        properties = '<w:sdtPr><w:alias w:val="Alias"/><w:text/></w:sdtPr>'
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    cell = control(f"<w:tc>{p(t('cell'))}</w:tc>")
    row = control(f"<w:tr>{cell}</w:tr>")
    body = control(p(control(t("inline")))) + f"<w:tbl>{row}</w:tbl>"
    assert seen(body) == ["cell", "inline"]


def test_a_nested_table_is_read_once() -> None:
    assert seen(table(table(p(t("inner"))) + p(t("outer")))) == ["inner", "outer"]


def test_a_text_box_is_read_once_and_does_not_part_the_word_it_hangs_on() -> None:
    twice = alternates("wps", box(p(t("boxed"))), old_box(p(t("boxed"))))
    assert seen(p(t("an"), r(twice), t("chor"))) == ["anchor", "boxed"]


@pytest.mark.parametrize(
    ("requires", "expected"),
    [("wps", "new"), ("w14 wps", "new"), ("ma", "old"), ("wps ma", "old"), ("unknown", "old")],
)
def test_the_branch_that_word_2010_understands_is_taken(requires: str, expected: str) -> None:
    assert seen(p(r(alternates(requires, box(p(t("new"))), old_box(p(t("old"))))))) == [expected]


def test_of_two_good_choices_the_first_is_taken() -> None:
    first, second = (f'<mc:Choice Requires="wps">{t(x)}</mc:Choice>' for x in ("a", "b"))
    assert seen(p(f"<mc:AlternateContent>{first}{second}</mc:AlternateContent>")) == ["a"]


def test_what_may_be_ignored_is_and_what_must_be_kept_is_not() -> None:
    body = p(f"<x:note>{t('not ')}</x:note>", t("kept"))
    assert read(Parcel(body, ignorable="x").zipped()).words() == {"kept": 1}
    assert read(Parcel(body).zipped()).words() == {"kept": 1, "not": 1}


def test_a_text_box_in_a_header_belongs_to_the_header() -> None:
    header = Part("header", "w:hdr", p(r(old_box(p(t("boxed"))))), id="h1")
    body = p(t("body")) + '<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>'
    assert reading(body, header).words("visible", "header") == {"boxed": 1}


def test_of_a_field_the_result_is_read_and_not_the_code() -> None:
    whole = (field_mark("begin"), code("PAGE"), field_mark("separate"), t("7"), field_mark("end"))
    assert seen(p(t("page "), *whole, t(" end"))) == ["7", "end", "page"]


def test_the_result_of_a_field_in_the_code_of_another_is_hidden() -> None:
    inner = (field_mark("begin"), code("REF a"), field_mark("separate"), t("no"), field_mark("end"))
    outer = (field_mark("begin"), code("IF"), *inner, t("nor"), field_mark("separate"))
    body = p(*outer, t("yes"), field_mark("end"))
    assert (seen(body), lost(body, "hidden")) == (["yes"], ["nonor"])


def test_a_field_may_end_in_another_paragraph() -> None:
    first = p(field_mark("begin"), code("TOC"), field_mark("separate"), t("one"))
    assert seen(first + p(t("two"), field_mark("end")) + p(t("three"))) == ["one", "three", "two"]


def test_a_field_without_a_result_has_no_words() -> None:
    assert seen(p(t("a"), field_mark("begin"), code("b"), field_mark("end"), t("c"))) == ["ac"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert seen(p(field_mark("begin"), code("PAGE")) + p(t("kept"))) == ["kept"]
    assert seen(p(field_mark("end"), field_mark("separate"), t("kept"))) == ["kept"]


def test_the_field_of_one_note_does_not_reach_into_the_next() -> None:
    each = (p(field_mark("begin")), p(t("kept")), p(field_mark("end")))
    assert seen(p(t("body")), notes(*each)) == ["body", "kept"]


def test_what_is_to_be_ignored_is_so_as_far_as_the_element_that_says_it() -> None:
    foreign = f"<x:note>{t('word ')}</x:note>"
    ruled = f'<w:sdt mc:Ignorable="x"><w:sdtContent>{foreign}</w:sdtContent></w:sdt>'
    assert reading(p(ruled, foreign)).words() == {"word": 1}
    kept = ruled.replace("x:note", "x:kept").replace('"x"', '"x" mc:ProcessContent="x:kept"')
    every = ruled.replace('"x"', '"x" mc:ProcessContent="x:*"')
    assert reading(p(kept, every)).words() == {"word": 2}


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "new"),
        ("http://schemas.microsoft.com/office/drawing/2016/5/12/chartex", "new"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "new"),
        ("http://purl.oclc.org/ooxml/drawingml/main", "new"),
        ("urn:schemas-microsoft-com:office:office", "new"),
        ("http://schemas.microsoft.com/office/word/2008/6/28/wordprocessingShape", "old"),
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/3/main", "old"),
        ("http://schemas.microsoft.com/anything", "old"),
    ],
)
def test_a_name_is_understood_if_a_released_word_has_it(uri: str, expected: str) -> None:
    choice = alternates("q", t("new"), t("old"))
    assert seen(p(f'<w:sdt xmlns:q="{uri}">{choice}</w:sdt>')) == [expected]


def test_a_choice_that_asks_for_nothing_is_not_taken() -> None:
    assert seen(p(alternates("", t("new"), t("old")))) == ["old"]


def test_the_box_of_an_early_strict_file_is_a_box() -> None:
    old_name = "http://schemas.microsoft.com/office/word/2006/wordml"
    boxed = f'<n:txbxContent xmlns:n="{old_name}">{p(t("boxed"))}</n:txbxContent>'
    assert seen(p(t("an"), r(f"<w:drawing>{boxed}</w:drawing>"), t("chor"))) == ["anchor", "boxed"]


def test_runs_among_the_properties_are_words() -> None:
    assert seen(p(t("stays"), properties=t("lost "))) == ["lost", "stays"]


def test_the_sign_of_a_sum_parts_words_where_it_is_no_letter() -> None:
    def total(settings: str) -> str:
        inner = "<m:e><m:r><m:t>x</m:t></m:r></m:e>"
        return f"<m:oMath><m:nary><m:naryPr>{settings}</m:naryPr>{inner}</m:nary></m:oMath>"

    assert seen(p(t("a"), total('<m:chr m:val="\u2211"/>'))) == ["a", "x"]
    assert seen(p(t("a"), total(""))) == ["a", "x"]
    assert seen(p(t("a"), total('<m:chr m:val=""/>'))) == ["ax"]
    assert seen(p(t("a"), total('<m:chr m:val="S"/>'))) == ["ax"]


def form_field(settings: str, *result: str) -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{settings}</w:ffData></w:fldChar>'
    inside = field_mark("separate") + "".join(result) if result else ""
    return r(begin) + code("FORM") + inside + field_mark("end")


CHOICE = (
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="often"/></w:ddList>'
)


def test_a_box_to_tick_parts_words() -> None:
    assert seen(p(t("a"), form_field("<w:checkBox/>"), t("b"))) == ["a", "b"]
    assert seen(p(t("a"), form_field("<w:textInput/>"), t("b"))) == ["ab"]
    unmatched = form_field("<w:checkBox/>").replace('"end"', '"none"')
    assert seen(p(t("a"), unmatched, t("b"))) == ["ab"]
    control = "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert seen(p(t("a"), control.format(""), t("b"))) == ["a", "b"]
    assert seen(p(t("a"), control.format(t("x")), t("b"))) == ["axb"]
    assert seen(p(t("a"), control.format("").replace("w14:checkbox", "w:text"), t("b"))) == ["ab"]


def test_a_choice_that_no_run_says_leaves_a_gap() -> None:
    assert seen(p(t("a"), form_field(CHOICE), t("b"))) == ["a", "b"]
    assert seen(p(t("a"), form_field(CHOICE, ""), t("b"))) == ["a", "b"]
    assert seen(p(t("a"), form_field(CHOICE, t("often")), t("b"))) == ["aoftenb"]
    nothing = CHOICE.replace('"1"', '"9"')
    assert seen(p(t("a"), form_field(nothing), t("b"))) == ["ab"]


def test_words_astray_in_a_drawing_stand_apart() -> None:
    stray = r("<w:drawing><w:t>stray</w:t></w:drawing>")
    assert seen(p(t("an"), stray, t("chor"))) == ["anchor", "stray"]
