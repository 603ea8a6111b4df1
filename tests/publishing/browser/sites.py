"""A few words in, sites in folders out: small ones whose every result is known, and hostile ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.publishing import KnownWords, Site, build
from fingerpost.released import (
    Category,
    Gone,
    LinkedResource,
    Released,
    SourceDocument,
    Statement,
)
from fingerpost.site_settings import SiteSettings
from fingerpost.taxonomy import Facet

from tests.support.outcomes import LEEDS
from tests.support.released import released

HEARING, LITERACY, ANXIETY = "sp-hearing", "cl-literacy", "semh-anxiety"
SENSORY, LEARNING, SEMH = "sensory-and-physical", "cognition-and-learning", "semh"
TEACHING, CULTURE = "wsu-teaching", "wsu-leadership"
_AREAS = {HEARING: SENSORY, LITERACY: LEARNING, ANXIETY: SEMH}

CATEGORIES = tuple(
    Category(id=one, facet=facet, label=label, core_label=label, order=place, **more)
    for place, (one, facet, label, more) in enumerate(
        (
            (TEACHING, Facet.UNIVERSAL, "Teaching for all", {}),
            (CULTURE, Facet.UNIVERSAL, "Culture", {}),
            (LEARNING, Facet.AREA, "Learning", {"alternates": ("Cognition and learning", "C&L")}),
            (SEMH, Facet.AREA, "Feelings", {"alternates": ("SEMH",)}),
            (SENSORY, Facet.AREA, "Senses and body", {}),
            (LITERACY, Facet.NEED, "Literacy", {"parent": LEARNING, "alternates": ("dyslexia",)}),
            (ANXIETY, Facet.NEED, "Worry and mood", {"parent": SEMH, "alternates": ("anxiety",)}),
            (
                HEARING,
                Facet.NEED,
                "Hearing",
                {
                    "parent": SENSORY,
                    "alternates": ("deafness",),
                    "definition": "Hearing less than others: batteries, noise and distance.",
                },
            ),
            ("ts-5", Facet.STANDARD, "TS5: Adapt teaching", {}),
        )
    )
)

GUIDE = LinkedResource(
    id="r-guide",
    url="https://guide.example.org/radio?kind=aid&age=7",
    title="A guide to radio aids",
    publisher="The Example Trust",
    trusted_because="It is written with deaf young people.",
    checked_on="2026-02-03",
)
DOCUMENT = SourceDocument(
    source="senses.docx", title="Provision for the senses", edition="2025-09-01T09:00:00Z"
)


def statement(place: int, text: str, *needs: str, **more: object) -> Statement:
    """Make a statement that stands under needs and their areas."""
    labels = {Facet.NEED: needs, Facet.AREA: tuple(_AREAS[one] for one in needs)} if needs else {}
    return Statement(
        id=id_of(place),
        text=text,
        labels=labels | more.pop("labels", {}),  # type: ignore[operator]
        place=place,
        first_release=1,
        **more,  # type: ignore[arg-type]
    )


def id_of(place: int) -> str:
    return f"s-{place:012d}"


KNOWN = (
    statement(
        1,
        "Face the pupil when you speak and keep your mouth in view.",
        HEARING,
        source="senses.docx",
        heading_path="Hearing > In the classroom",
        reviewed_on="2026-03-04",
        resources=("r-guide",),
        tier="universal",
        phases=("ks1", "ks2"),
    ),
    statement(
        2,
        "Check that the radio aid is switched on and worn.",
        HEARING,
        lead_in="Staff will make sure that equipment works:",
        source="senses.docx",
        heading_path="Hearing > Equipment",
        tier="specialist",
        phases=("ks2",),
        labels={Facet.UNIVERSAL: (TEACHING,)},
    ),
    statement(3, "Read aloud what is on the board.", LITERACY, tier="universal", phases=("ks1",)),
    statement(4, "Leading questions are put one at a time.", ANXIETY, tier="targeted"),
    statement(5, "Offer a reading ruler and paper off white.", LITERACY, tier="targeted"),
    statement(
        6,
        "Let the pupil leave the room with a card that needs no words.",
        ANXIETY,
        child_voice="I can go to a quiet place when it is too much.",
        labels={Facet.STANDARD: ("ts-5",)},
    ),
    statement(7, "Governors hear about inclusion each term.", labels={Facet.UNIVERSAL: (CULTURE,)}),
    statement(8, "Read instructions twice, and let a partner say them back.", LITERACY, HEARING),
)
"""Eight statements, of which each test knows what must find them."""

FILLERS = tuple(
    statement(
        place,
        f"Plan cooperative games number {place} for the playground.",
        ANXIETY if place % 2 else LITERACY,
        source="games.docx",
        reviewed_on="2026-01-05",
    )
    for place in range(100, 220)
)

GONE = (
    Gone(id=id_of(900), kind="strategy", text="Old words", replaced_by=(id_of(1),), since=2),
    Gone(id=id_of(901), kind="strategy", text="A", replaced_by=(id_of(900), id_of(3)), since=2),
    Gone(id=id_of(902), kind="strategy", text="Retired words", since=2),
)

LAY_WORDS = (
    KnownWords(typed=("cochlear", "won't hear"), under=(HEARING,)),
    KnownWords(typed=("calm corner",), says=("quiet place",)),
    KnownWords(typed=("tinnitus",), under=(HEARING,), hint=True),
    KnownWords(typed=("in peril", "peril", "partner"), danger=True),
    KnownWords(typed=("peril", "partner"), under=(ANXIETY,), hint=True),
)


@dataclass(frozen=True)
class Place:
    """A site in a folder, as somebody opens it."""

    folder: Path
    base: str

    def __call__(self, name: str) -> str:
        return f"{self.base}/{name}"

    @property
    def pages(self) -> list[str]:
        return sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )


def released_of(statements: Sequence[Statement], **more: object) -> Released:
    given = {
        "categories": CATEGORIES,
        "resources": (GUIDE,),
        "documents": (DOCUMENT, SourceDocument(source="games.docx", title="Games")),
        "gone": GONE,
        "number": 3,
        "created_at": "2026-10-05T09:00:00Z",
        "signed_off_by": "Ada Example",
        "added": 1,
    }
    return released(statements, **(given | more))  # type: ignore[arg-type]


def site_of(released: Released, **settings: str) -> Site:
    told = SiteSettings(**settings)
    return Site(released=released, council=LEEDS, settings=told, known=LAY_WORDS)


def written(files: Iterable[tuple[str, bytes]], folder: Path) -> Place:
    """Write a site's files into a folder and say where it is on the disk."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Place(folder, folder.as_uri())


def built(folder: Path, *statements: Statement, **settings: str) -> Place:
    return written(build(site_of(released_of(statements), **settings)), folder)
