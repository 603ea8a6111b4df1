"""What users of other converters report of lists, by the number in our list of their threads."""

import re
from dataclasses import replace

from fingerpost.documents import Heading, ListItem, Paragraph, paragraphs

from tests.support.guards import childless, guards, holds, returns, same
from tests.support.guidance import guidance
from tests.support.word import (
    bold,
    box,
    bullets,
    decimals,
    docx,
    footnote,
    inserted,
    level,
    lists,
    note_mark,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

LISTS = lists(bullets(), decimals(), bullets(left=1440))


def heading(text, depth=1, **more):
    return p(text, outline=depth - 1, **more)


def page(*blocks, numbering=LISTS, **parts):
    return guidance(docx(*blocks, numbering=numbering, **parts))


def shown(found):
    """Return each list item of the body with its mark and level as a reader sees them."""
    items = (line for line in paragraphs(found.body) if isinstance(line, ListItem))
    return [f"{'  ' * item.level}{item.label} {item.text}" for item in items]


def _from_one(_old):
    def step(_counters, _id, _series, depth, counts):
        counts[depth] = (counts[depth] or 0) + 1

    return step


def _without_source(old):
    def cleaned(*given):
        strategy = old(*given)
        return replace(strategy, source_text=strategy.text)

    return cleaned


def _blind_to_empty(old):
    return lambda line, direct, spans: old(line, direct, spans) if spans else None


@guards("fingerpost.reading.numbering._expand", lambda _: lambda level, _s, counts: f"{counts[1]}")
def test_peers_1_a_label_shows_the_counters_of_all_levels_above():
    found = page(
        *(p(text, num=(2, depth)) for text, depth in [("a", 0), ("b", 0), ("c", 0), ("d", 1), ("e", 1)])
    )  # fmt: skip
    assert shown(found) == ["1. a", "2. b", "3. c", "  3.1. d", "  3.2. e"]


@guards(
    "fingerpost.reading.paragraphs._list_item", lambda _: lambda paragraph, _numbered: paragraph
)
def test_peers_2_a_list_straight_after_a_heading_is_below_it():
    found = page(heading("Hearing"), heading("Strategies", 2), p("Face the class.", num=(1, 0)))
    assert found.told == ["Hearing > Strategies: Face the class."]
    assert found.kinds["Face the class."] == "list-item"


@guards("fingerpost.extracting.thread.Thread.branch", lambda _: lambda thread, scope, **_k: thread)
def test_peers_3_bullets_of_one_list_in_several_cells_stay_in_their_cells():
    found = page(
        heading("SEMH"),
        tbl(
            tr(*(tc(p(bold(name))) for name in ("SKILL", "WHAT TO DO", "ASKING FOR HELP"))),
            tr(
                "Calm",
                tc(p("Offer a calm place. For example:", num=(1, 0)), p("a den", num=(1, 1))),
                tc(p("a small group", num=(1, 0)), p("a mentor", num=(1, 0))),
            ),
        ),
    )
    columns = {s.text: (s.heads[-1].text, s.lead_in != "") for s in found.extraction.strategies}
    assert columns == {
        "a den": ("WHAT TO DO", True),
        "a small group": ("ASKING FOR HELP", False),
        "a mentor": ("ASKING FOR HELP", False),
    }


@guards("fingerpost.reading.paragraphs._outline", returns(None))
def test_peers_4_a_numbered_heading_is_a_heading_and_no_item():
    found = page(heading("Hearing", num=(2, 0)), p("Face the class.", num=(1, 0)))
    first = found.body[0]
    assert isinstance(first, Heading)
    assert (first.label, first.level, found.texts) == ("1.", 1, ["Face the class."])


@guards("fingerpost.extracting.headings.Head", lambda old: lambda *given: old(*given[:4]))
def test_peers_5_and_16_the_numbers_of_headings_are_kept_in_the_path():
    found = page(
        heading("Hearing", num=(2, 0)),
        heading("Strategies", 2, num=(2, 1)),
        p("Face the class.", num=(1, 0)),
    )
    heads = found.extraction.strategies[0].heads
    assert [(head.label, head.text) for head in heads] == [
        ("1.", "Hearing"),
        ("1.1.", "Strategies"),
    ]


@guards("fingerpost.reading.quirks.level_by_indent", same)
def test_peers_6_a_sub_list_set_apart_by_indent_alone_keeps_both_levels():
    found = page(
        p("Set a routine", num=(1, 0)),
        p("Show the steps", num=(3, 0)),
        p("Tick them off", num=(3, 0)),
        p("Say well done", num=(1, 0)),
    )
    assert shown(found) == ["• Set a routine", "  • Show the steps", "  • Tick them off", "• Say well done"]  # fmt: skip
    assert [item.stored for item in found.body if isinstance(item, ListItem)] == [None, 0, 0, None]


@guards("fingerpost.reading.numerals._FORMATS", holds({}))
def test_peers_7_each_level_has_its_own_kind_of_number():
    kinds = ("decimal", "lowerLetter", "lowerRoman", "upperLetter")
    levels = "".join(level(n, f"%{n + 1})", kind) for n, kind in enumerate(kinds))
    deep = "".join(level(n, ".".join(f"%{k + 1}" for k in range(n + 1))) for n in range(4))
    found = page(
        *(p("x", num=(1, n)) for n in range(4)),
        *(p("y", num=(2, n)) for n in range(4)),
        numbering=lists(levels, deep),
    )
    labels = [item.label for item in found.body]
    assert labels == ["1)", "a)", "i)", "A)", "1", "1.1", "1.1.1", "1.1.1.1"]
    assert all(item.ordered for item in found.body)


@guards("fingerpost.reading.stories.Counters", lambda old: lambda n: _Forgetful(old(n)))
def test_peers_8_numbers_go_on_after_a_table_and_after_a_heading():
    found = page(
        p("one", num=(2, 0)),
        tbl(tr("A table between")),
        p("two", num=(2, 0)),
        heading("A heading between"),
        p("three", num=(2, 0)),
    )
    assert shown(found) == ["1. one", "2. two", "3. three"]


class _Forgetful:
    """Counters that begin again with each paragraph."""

    def __init__(self, counters):
        self.counters = counters

    def label(self, series, depth):
        self.counters._counts.clear()
        return self.counters.label(series, depth)

    def __getattr__(self, name):
        return getattr(self.counters, name)


IN_LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'


@guards("fingerpost.reading.numbering.Series.level_of", returns(None))
@guards("fingerpost.reading.styles.Styles._over", childless)
def test_peers_9_a_list_made_by_styles_is_a_list_at_the_level_that_names_the_style():
    levels = level(0, "•", "bullet", more='<w:pStyle w:val="Dots"/>') + level(
        1, "–", "bullet", more='<w:pStyle w:val="Dashes"/>'
    )
    found = page(
        p("Greet each learner.", style="Child"),
        p("by name", style="Dashes"),
        numbering=lists(levels),
        styles=style("Dots", para=IN_LIST)
        + style("Child", based_on="Dots")
        + style("Dashes", para=IN_LIST),
    )
    assert shown(found) == ["• Greet each learner.", "  – by name"]


@guards("fingerpost.reading.numbering.Counters._step", _from_one)
def test_peers_10_a_list_that_starts_later_or_anew_does():
    overrides = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    found = page(
        p("five", num=(1, 0)),
        p("six", num=(1, 0)),
        p("seven", num=(2, 0)),
        p("eight", num=(2, 0)),
        numbering=lists(level(0, "%1.", start=5), nums={1: (1, ""), 2: (1, overrides)}),
    )
    assert shown(found) == ["5. five", "6. six", "7. seven", "8. eight"]


@guards(
    "fingerpost.reading.paragraphs._heading",
    lambda old: lambda one, deep, _label: old(one, deep, ""),
)
def test_peers_11_a_heading_that_is_a_list_item_by_its_style_keeps_its_number():
    levels = level(0, "Part %1", more='<w:pStyle w:val="Heading1"/>')
    found = page(
        p("Hearing", style="Heading1"),
        p("Vision", style="Heading1"),
        numbering=lists(levels),
        styles=style("Heading1", "heading 1", para=IN_LIST),
    )
    assert [(one.label, one.text) for one in found.body] == [("Part 1", "Hearing"), ("Part 2", "Vision")]  # fmt: skip


@guards("fingerpost.extracting.passages._goes_on", returns(False))
@guards("fingerpost.extracting.thread._is_above", returns(False))
@guards("fingerpost.extracting.passages._item_it_stands_below", returns(None))
def test_peers_12_paragraphs_that_go_on_from_an_item_are_attached_to_it_and_say_so():
    found = page(
        heading("Hearing"),
        heading("Strategies", 2),
        p("Use a timer.", num=(1, 0)),
        p("Start with five minutes.", style="ListContinue"),
        p("Use a chart.", num=(1, 0)),
        p("Let the learner colour it.", props='<w:ind w:left="720"/>'),
        p("Use a lamp.", num=(1, 0)),
        p("Dim it at noon.", props='<w:ind w:left="1080"/>'),
        p("Ring a bell", num=(1, 0)),
        p("at the end of play."),
        p("Make a den", num=(1, 0)),
        p("with a lamp", num=(1, 1)),
        p("Let the learner choose where.", props='<w:ind w:left="720"/>'),
        styles=style("ListContinue", "List Continue"),
    )
    assert found.texts == [
        "Use a timer. Start with five minutes.",
        "Use a chart. Let the learner colour it.",
        "Use a lamp. Dim it at noon.",
        "Ring a bell at the end of play.",
        "Make a den Let the learner choose where.",
        "with a lamp",
    ]
    row = found.rows("Start with five")[0]
    assert (row.item, row.reason) == ("0", "goes on from the item above")


@guards("fingerpost.reading.quirks.find_typed_items", same)
def test_peers_13_typed_letters_and_numbers_are_items_with_their_mark_and_say_that_it_is_typed():
    typed = ("a) Use a timer.", "b) Use a chart.")
    roman = ("i) Clap.", "ii) Sing.")
    capital = ("A.\tDraw.", "B.\tPaint.")
    prose = p("Words that stand between two lists and end the one above them.")
    found = page(
        heading("Strategies"), *map(p, typed), prose, *map(p, roman), prose, *map(p, capital)
    )
    items = [line for line in found.body if isinstance(line, ListItem)]
    assert [item.label for item in items] == ["a)", "b)", "i)", "ii)", "A.", "B."]
    assert all(item.typed for item in items)
    assert found.texts[:2] == ["Use a timer.", "Use a chart."]
    assert found.texts[-2:] == ["Draw.", "Paint."]


@guards("fingerpost.reading.numbering.Numbering._owner", lambda _: lambda lists, num: num)
def test_peers_14_a_list_whose_levels_stand_in_a_numbering_style_is_found():
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Ticks"/></w:abstractNum>'
    owner = f'<w:abstractNum w:abstractNumId="2">{level(0, "%1)", "upperLetter")}</w:abstractNum>'
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    found = page(
        p("one", num=(1, 0)),
        p("two", num=(1, 0)),
        numbering=linked + owner + nums,
        styles=style("Ticks", kind="numbering", para='<w:numPr><w:numId w:val="2"/></w:numPr>'),
    )
    assert shown(found) == ["A) one", "B) two"]


@guards("fingerpost.reading.numbering._restarts", returns(False))
def test_peers_15_lower_levels_begin_again_unless_the_list_says_no():
    going_on = level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    depths = (0, 1, 1, 0, 1)
    found = page(
        *(p("x", num=(1, depth)) for depth in depths),
        *(p("y", num=(2, depth)) for depth in depths),
        numbering=lists(decimals(), going_on),
    )
    labels = [item.label for item in found.body]
    assert labels[:5] == ["1.", "1.1.", "1.2.", "2.", "2.1."]
    assert labels[5:] == ["1.", "1)", "2)", "2.", "3)"]


@guards("fingerpost.reading.paragraphs._read_box", returns([]))
def test_peers_17_items_in_a_text_box_are_items_and_count_by_themselves():
    found = page(
        heading("Strategies"),
        p("one", num=(2, 0)),
        p("Anchor words.", box(p("Offer a den.", num=(2, 0)), p("Dim the lights.", num=(2, 0)))),
        p("two", num=(2, 0)),
    )
    assert shown(found) == ["1. one", "1. Offer a den.", "2. Dim the lights.", "2. two"]
    assert found.lines.count("Anchor words.") == 1
    assert found.strategy("Offer").locator == "body/p[3]/txbx[1]/p[1]"


@guards("fingerpost.extracting.account.Account._strategy", _without_source)
def test_peers_18_the_text_as_it_stands_is_kept_beside_the_cleaned_one():
    found = page(heading("Strategies"), p("➢  Use pic\u00adtures\u200b ;"), p("➢ Wait."))
    strategy = found.extraction.strategies[0]
    assert strategy.text == "Use pictures ;"
    assert strategy.source_text == "➢  Use pic\u00adtures\u200b ;"


@guards("fingerpost.reading.paragraphs._list_item", lambda old: lambda one, n: _plain(old(one, n)))
def test_peers_19_an_item_tells_label_level_kind_and_list():
    found = page(p("a", num=(2, 0)), p("b", num=(2, 1)), p("c", num=(1, 0)))
    told = [(one.label, one.level, one.ordered, one.series) for one in found.body]
    assert told == [("1.", 0, True, "2"), ("1.1.", 1, True, "2"), ("•", 0, False, "1")]


def _plain(item):
    return ListItem(locator=item.locator, spans=item.spans, level=0)


@guards("fingerpost.reading.stories._notes", returns(()))
def test_peers_20_numbers_bullets_and_notes_are_all_there():
    found = page(
        p("Face the class.", note_mark(1), num=(1, 0)),
        p("Then wait.", num=(2, 0)),
        footnotes=footnote(1, p("Ten seconds.", num=(2, 0))),
    )
    assert shown(found) == ["• Face the class.", "1. Then wait."]
    assert found.kinds["Ten seconds."] == "footnote"


@guards("fingerpost.reading.paragraphs._number", _blind_to_empty)
def test_peers_21_items_that_hold_no_words_count_and_deleted_ones_do_not():
    lettered = lists(level(0, "%1)", "upperLetter"))
    gone = '<w:del w:id="3"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    found = page(
        p("", num=(1, 0)),
        p("second", num=(1, 0)),
        p(gone, num=(1, 0)),
        p(inserted("third"), num=(1, 0)),
        numbering=lettered,
    )
    assert shown(found) == ["B) second", "C) third"]


@guards("fingerpost.reading.paragraphs._depth", returns(0))
def test_peers_22_nested_items_keep_their_levels():
    found = page(*(p("x", num=(1, depth)) for depth in (0, 1, 2, 1, 0)))
    assert [item.level for item in found.body] == [0, 1, 2, 1, 0]


@guards("fingerpost.extracting.wording._PRIVATE", lambda _: re.compile("[&*_<]"))
def test_peers_23_no_character_is_dropped_or_escaped():
    told = "Tea & cake: 5 < 6 > 4, *stars*, under_scores, [brackets], #1 and 100 % café"
    found = page(
        heading("Strategies"),
        p(told, num=(1, 0)),
        tbl(tr(tc(p(bold("Use "), r("it & more", "<w:i/>"), num=(1, 0))))),
    )
    assert found.texts == [told, "Use it & more"]


@guards(
    "fingerpost.reading.tables._read_cell",
    lambda old: lambda *given: old(*given[:-1], lambda *_: []),
)
def test_peers_24_lists_by_style_in_cells_are_lists():
    found = page(
        heading("Strategies"),
        tbl(tr(tc(p("Use a timer.", style="Dots"), p("Use a chart.", num=(2, 0))))),
        styles=style("Dots", para=IN_LIST),
    )
    assert shown(found) == ["• Use a timer.", "1. Use a chart."]
    assert all(not isinstance(block, Paragraph) for block in found.body[1:])
