"""Nothing in, random pieces of WordprocessingML out: runs, paragraphs and blocks, one in the other."""

from hypothesis import strategies as st

from tests.support.word import (
    bold,
    box,
    choice,
    control,
    deleted,
    field,
    hidden,
    inserted,
    old_box,
    p,
    tbl,
    tc,
    tr,
)

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=8
).filter(lambda text: not text.startswith("<"))
RUNS = st.recursive(
    st.one_of(
        WORDS.map(bold),
        WORDS.map(hidden),
        WORDS.map(deleted),
        WORDS.map(lambda text: field("REF x", text)),
        WORDS.map(lambda text: p(text)[5:-6]),
    ),
    lambda inner: st.one_of(
        inner.map(inserted),
        inner.map(control),
        inner.map(lambda xml: f"<w:smartTag>{xml}</w:smartTag>"),
        inner.map(lambda xml: f"<w:moveFrom>{xml}</w:moveFrom>"),
        inner.map(lambda xml: field("HYPERLINK x", xml)),
        st.tuples(inner, inner).map(lambda pair: choice(*pair)),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=4,
)
PARAGRAPHS = st.one_of(
    st.lists(RUNS, max_size=3).map(lambda runs: p(*runs)),
    st.tuples(RUNS, st.integers(0, 3), st.integers(-1, 10)).map(
        lambda made: p(made[0], num=(made[1], made[2]))
    ),
    st.tuples(RUNS, st.integers(0, 9)).map(lambda made: p(made[0], outline=made[1])),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda blocks: tbl(tr(tc(*blocks), "x"))),
        st.lists(inner, min_size=1, max_size=2).map(
            lambda blocks: tbl(control(tr(control(tc(*blocks)))))
        ),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: control(*blocks)),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: inserted(*blocks)),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: p("a", box(*blocks))),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: p(old_box(*blocks), "b")),
        st.lists(inner, min_size=1, max_size=2).map(
            lambda blocks: tbl(tr(tc(*blocks), props="<w:del/>"), p("astray"))
        ),
        st.tuples(inner, inner).map(lambda pair: choice(*pair)),
    ),
    max_leaves=6,
)
