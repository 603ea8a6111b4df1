"""Chance in, Word documents with everything that moves, hides or shapes words out."""

from hypothesis import strategies as st

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
    style,
    styles,
    t,
)

_HIDE, _SHOW = "<w:vanish/>", '<w:vanish w:val="0"/>'
STYLES = styles(
    style("Plain", "").replace("w:type", 'w:default="1" w:type'),
    style("Hidden", f"<w:rPr>{_HIDE}</w:rPr>"),
    style("Child", "", based_on="Hidden"),
    style("Shown", f"<w:rPr>{_SHOW}</w:rPr>", based_on="Child"),
    style("Faint", f"<w:rPr>{_HIDE}</w:rPr>", kind="character"),
    style("Clear", f"<w:rPr>{_SHOW}</w:rPr>", kind="character", based_on="Faint"),
    style("Top", '<w:name w:val="heading 2"/>'),
    style("Flat", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="Top"),
    style("Points", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
    style("Deep", "", based_on="Points"),
    style("Ticks", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering"),
)
_PARAGRAPH_STYLES = (
    *[""] * 15, "Hidden", "Child", "Shown", "Unknown", "Top", "Flat", "Points", "Deep",
)  # fmt: skip
_RUN_STYLES = (*[""] * 9, "Faint", "Clear", "Unknown")
_DIRECT = (*[""] * 9, "<w:b/>", _HIDE, _SHOW, "<w:webHidden/>")
_SIGNS = (
    "<w:tab/>",
    "<w:br/>",
    "<w:cr/>",
    "<w:noBreakHyphen/>",
    "<w:softHyphen/>",
    '<w:sym w:font="Calibri" w:char="00E9"/>',
    '<w:sym w:font="Wingdings" w:char="F0FC"/>',
    '<w:footnoteReference w:id="1"/>',
    '<w:commentReference w:id="1"/>',
    "<w:lastRenderedPageBreak/>",
)
_WRAPPERS = (
    "<w:ins>{}</w:ins>",
    "<w:del>{}</w:del>",
    "<w:moveFrom>{}</w:moveFrom>",
    "<w:moveTo>{}</w:moveTo>",
    "<w:smartTag>{}</w:smartTag>",
    '<w:hyperlink r:id="a1" w:anchor="place">{}</w:hyperlink>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
)
LINKS = {"a1": "https://example.org/a"}
_BLOCK_WRAPPERS = (
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
    "<w:ins>{}</w:ins>",
)
_TEXTS = (
    "a",
    "b ",
    " c",
    "d-e",
    " ",
    "f\u00adg",
    "h\u200bi",
    "\uf0b7",
    "1",
    "\u2022 item ",
    "- dash ",
    "a) ",
    "1.2 ",
    "Classroom: ",
    "Strategies include:",
    "Offer a choice. Then wait, e.g. briefly; ask Mr. B. ",
    "see www.example.org/x or who@example.org",
    "Page 1 of 2",
    "\ufb01\u00bd\u2460 e\u0301",
)
_LOOKS = (
    "",
    "",
    "",
    "",
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="2"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>',
    '<w:numPr><w:numId w:val="0"/></w:numPr>',
    '<w:outlineLvl w:val="0"/>',
    '<w:outlineLvl w:val="3"/>',
    '<w:ind w:left="720" w:hanging="360"/>',
)
NUMBERING = Part(
    "numbering",
    "w:numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="none"/>'
    '<w:pStyle w:val="Deep"/><w:lvlText w:val="Note:"/></w:lvl><w:lvl w:ilvl="2">'
    '<w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Ticks"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:lvlOverride></w:num>',
)

texts = st.sampled_from(_TEXTS)


@st.composite
def run_properties(draw: st.DrawFn) -> str:
    named = draw(st.sampled_from(_RUN_STYLES))
    chosen = f'<w:rStyle w:val="{named}"/>' if named else ""
    return chosen + draw(st.sampled_from(_DIRECT))


_EQUATION = (
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>x</m:t></m:r></m:den>"
    "</m:f></m:oMath>"
)
_SUM = (
    '<m:oMath><m:nary><m:naryPr><m:chr m:val="\u2211"/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r>'
    "</m:sub><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath>"
)
_TICK = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar>'
_CHOICE = (
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
    '<w:listEntry w:val="a"/><w:listEntry w:val="often"/></w:ddList></w:ffData></w:fldChar>'
)
_FORMS = tuple(r(mark) + code("FORM") + field_mark("end") for mark in (_TICK, _CHOICE))
_RUBY = f"<w:ruby><w:rt>{t('small')}</w:rt><w:rubyBase>{t('base')}</w:rubyBase></w:ruby>"


def runs(boxes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    plain = st.builds(t, texts, run_properties())
    signs = st.builds(r, st.sampled_from(_SIGNS), run_properties())
    simple = plain.map('<w:fldSimple w:instr="DATE">{}</w:fldSimple>'.format)
    rare = st.sampled_from((_EQUATION, _SUM, r(_RUBY), *_FORMS))
    return (
        plain
        | plain
        | plain
        | signs
        | simple
        | rare
        | marks()
        | st.builds(r, boxes, run_properties())
    )


def marks() -> st.SearchStrategy[str]:
    kinds = st.sampled_from(("begin", "separate", "end"))
    return st.builds(field_mark, kinds) | st.just(code("PAGE"))


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(inner, max_size=3).map("".join)
    return st.builds(str.format, st.sampled_from(_WRAPPERS), inside) | fields(inside)


def fields(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    begin, divide, end = map(field_mark, ("begin", "separate", "end"))
    with_result = st.builds(f"{begin}{{}}{divide}{{}}{end}".format, inside, inside)
    return with_result | inside.map(lambda text: f"{begin}{text}{end}")


def paragraphs(boxes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return paragraphs_of(st.recursive(runs(boxes), wrapped, max_leaves=4))


@st.composite
def paragraphs_of(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    named = draw(st.sampled_from(_PARAGRAPH_STYLES))
    mark = draw(st.sampled_from(("", "", "<w:rPr><w:del/></w:rPr>", f"<w:rPr>{_HIDE}</w:rPr>")))
    chosen = f'<w:pStyle w:val="{named}"/>' if named else ""
    look = draw(st.sampled_from(_LOOKS))
    return p(*draw(st.lists(inner, max_size=4)), properties=chosen + look + mark)


def boxed(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(blocks, min_size=1, max_size=2).map("".join)
    requires = st.sampled_from(("wps", "ma"))
    twice = st.builds(
        lambda needs, new, old: alternates(needs, box(new), old_box(old)), requires, inside, inside
    )
    return twice | inside.map(old_box) | inside.map(box)


_CELLS = (
    *[""] * 6,
    '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
    '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
    "<w:tcPr><w:vMerge/></w:tcPr>",
    "<w:tcPr><w:cellDel/></w:tcPr>",
)
_ROWS = (*[""] * 6, "<w:del/>", "<w:ins/>", "<w:tblHeader/>", '<w:gridBefore w:val="1"/>')
_ROUND = (
    *["{}"] * 4,
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
)


def tables(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    around = st.sampled_from(_ROUND)
    cells = st.builds(
        lambda wrapper, look, block: wrapper.format(f"<w:tc>{look}{block}{p()}</w:tc>"),
        around,
        st.sampled_from(_CELLS),
        blocks,
    )
    rows = st.builds(
        lambda wrapper, look, inside: wrapper.format(
            f"<w:tr><w:trPr>{look}</w:trPr>{''.join(inside)}</w:tr>"
        ),
        around,
        st.sampled_from(_ROWS),
        st.lists(cells, min_size=1, max_size=3),
    )
    return st.lists(rows, min_size=1, max_size=3).map(
        lambda each: f"<w:tbl>{''.join(each)}</w:tbl>"
    )


def blocks() -> st.SearchStrategy[str]:
    plain = paragraphs(st.just(""))
    leaves = plain | paragraphs(boxed(plain))
    return st.recursive(leaves, _nested, max_leaves=5)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    wrappers = st.sampled_from(_BLOCK_WRAPPERS)
    return tables(inner) | st.builds(str.format, wrappers, inner) | paragraphs(boxed(inner))


def _document(body: str, note: str, comment: str, header: str) -> Parcel:
    section = '<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>'
    commented = f'<w:comment w:id="1">{comment}</w:comment>'
    parts = (
        STYLES,
        NUMBERING,
        notes(note, note),
        Part("comments", "w:comments", commented),
        Part("header", "w:hdr", header, id="h1"),
    )
    return Parcel(body + section, parts, links=LINKS)


_some = blocks()
documents = st.builds(
    _document, st.lists(_some, max_size=4).map("".join), _some, _some, paragraphs(st.just(""))
)
