"""Taxonomies to carry about: a made-up council's, and any that chance draws."""

from pathlib import Path

from fingerpost.catalogue import Entry
from fingerpost.taxonomy import Facet
from hypothesis import strategies as st

from tests.support.shipped import shipped_rules

RULES = Path(__file__).parents[2] / "rules"

AREA = Entry(
    id="communication-and-interaction",
    facet=Facet.AREA,
    label="Communication and interaction",
    definition="Talking and listening.",
    council_hidden=True,
    council_folds_into="siarad",
)
FEELINGS = Entry(id="semh", facet=Facet.AREA, label="Feelings", definition="How children feel.")
GWYNT = (
    AREA,
    FEELINGS,
    Entry(
        id="ci-speech",
        facet=Facet.NEED,
        label="Speech sounds",
        council_label="Lleferydd clir – ŵ, ŷ, â",
        definition="Saying sounds so that others understand.",
        parent="communication-and-interaction",
        council_parent="siarad",
        alternates=("speech", "zebra | stripe", "back\\slash", "articulation"),
        council_alternates=("seiniau llafar", "naïve café"),
        examples=("Say it back.", "=SUM(A1)", "@home, “quoted”"),
        exclusion="-1 is no speech sound.",
        order=2,
    ),
    Entry(
        id="ci-old",
        facet=Facet.NEED,
        label="Old words for talk",
        definition="What talk was called once.",
        parent="communication-and-interaction",
        retired=True,
        replaced_by="ci-speech",
        change_note="Merged at Easter; see the minutes: p. 4.",
    ),
    Entry(
        id="ci-gone",
        facet=Facet.NEED,
        label="Gone",
        definition="Nothing stands for it.",
        parent="semh",
        retired=True,
        hidden=True,
        folds_into="ci-speech",
    ),
    Entry(
        id="siarad",
        facet=Facet.AREA,
        own=True,
        label="Siarad a gwrando",
        definition="Maes y cyngor ei hun: iaith, lleferydd a chyfathrebu, o'r blynyddoedd cynnar ymlaen.",
        alternates=("SLCN", "iaith"),
        maps_to="communication-and-interaction",
        order=1,
    ),
    Entry(
        id="cymdeithasol",
        facet=Facet.AREA,
        own=True,
        label="Cyfathrebu cymdeithasol",
        definition="Dod ymlaen â phobl.",
        maps_to="communication-and-interaction",
        order=2,
    ),
)
"""A council with Welsh words, areas of its own, and categories that it gave up."""


def three():
    """Return the three taxonomies by the name of their council."""
    return {
        "leeds": shipped_rules().entries,
        "calderdale": shipped_rules("calderdale").entries,
        "gwynt": GWYNT,
    }


_LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufffe\uffff"
)


def _tidy(text: str) -> str:
    from fingerpost.cataloguing.columns import tidy

    return tidy(text)


def texts(least: int = 0):
    """Any words, with the characters that formats quarrel over among them."""
    words = st.text(st.one_of(_LETTERS, st.sampled_from("|\\,\"'=+-@:#\n&<>%_x")), max_size=30)
    return words.map(_tidy).filter(lambda text: len(text) >= least)


_MANY = st.lists(texts(1), max_size=3).map(tuple)


@st.composite
def entries(draw):
    """Some entries that no rule forbids to be written down, right or wrong."""
    ids = draw(
        st.lists(
            st.from_regex(r"[a-z]{2,6}(-[a-z0-9]{1,4})?", fullmatch=True),
            min_size=1,
            max_size=6,
            unique=True,
        )
    )
    known = st.sampled_from(["", *ids])
    return tuple(
        Entry(
            id=one,
            facet=draw(st.sampled_from(list(Facet))),
            own=draw(st.booleans()),
            label=draw(texts(1)),
            council_label=draw(texts()),
            definition=draw(texts(1)),
            parent=draw(known),
            council_parent=draw(known),
            alternates=draw(_MANY),
            council_alternates=draw(_MANY),
            examples=draw(_MANY),
            exclusion=draw(texts()),
            hidden=draw(st.booleans()),
            council_hidden=draw(st.sampled_from([None, True, False])),
            folds_into=draw(known),
            council_folds_into=draw(known),
            framework=draw(texts()),
            order=draw(st.none() | st.integers(1, 99)),
            maps_to=draw(known),
            retired=draw(st.booleans()),
            replaced_by=draw(known),
            change_note=draw(texts()),
        )
        for one in ids
    )
