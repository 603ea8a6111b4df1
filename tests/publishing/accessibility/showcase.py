"""Nothing in, two invented directories that between them show every template in every state out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fingerpost.publishing import Site, build
from fingerpost.publishing.vocabularies import Vocabulary
from fingerpost.released import (
    Category,
    Gone,
    LinkedResource,
    Released,
    SourceDocument,
    Statement,
)
from fingerpost.rulebook import Council
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.taxonomy import Facet

from tests.support.released import labels_of
from tests.support.released import released as release_of

COUNCIL = Council(id="exton", name="Exton")
GUIDE = "guides/the calm classroom.docx"
LONG = "Counterrevolutionarydisestablishmentarianisticallyspokenwordswithoutanyspace"

CATEGORIES = (
    Category(
        id="wsu-calm", facet=Facet.UNIVERSAL, label="Calm places", definition="Rooms to rest."
    ),
    Category(id="wsu-voice", facet=Facet.UNIVERSAL, label="Working with children and families"),
    Category(
        id="wsu-empty", facet=Facet.UNIVERSAL, label="Trips", definition="Days out of school."
    ),
    Category(id="universal", facet=Facet.AREA, label="For everybody", order=1),
    Category(
        id="semh",
        facet=Facet.AREA,
        label="Feelings and mental health",
        core_label="Social, emotional and mental health",
        alternates=("SEMH",),
        definition="How children feel, and what that does to learning.",
        order=2,
    ),
    Category(id="semh-worry", facet=Facet.NEED, label="Worry", parent="semh"),
    Category(id="semh-anger", facet=Facet.NEED, label="Anger", parent="semh"),
    Category(id="sp-hearing", facet=Facet.NEED, label="Hearing"),
    Category(id="ts-5", facet=Facet.STANDARD, label="TS5: Adapt teaching"),
    Category(id="stage-plan", facet=Facet.STAGE, label="Plan"),
    Category(
        id="semh-fear",
        facet=Facet.NEED,
        label="Fear",
        parent="semh",
        hidden=True,
        folds_into="semh-worry",
    ),
)

RESOURCES = (
    LinkedResource(
        id="r-guide",
        url="https://guide.example.org/quiet/places?kind=corner&age=7",
        title="A guide to quiet corners",
        host="guide.example.org",
        publisher="The Example Trust",
        trusted_because="Families and teachers wrote it together, and a university tried it.",
        phases=("ks1", "ks2"),
        checked_on="2026-02-03",
        owner="Ada Example",
    ),
    LinkedResource(id="r-bare", url=f"https://www.example.com/{LONG.lower()}/{LONG.lower()}.pdf"),
)
DOCUMENTS = (
    SourceDocument(source=GUIDE, title="The calm classroom", edition="2026-03-05", sha256="0" * 64),
    SourceDocument(source="guides/unused.docx", title="Read, but nothing was taken from it"),
)


def _statement(identity: str, text: str, *ids: str, **more: object) -> Statement:
    given = {
        "labels": labels_of(CATEGORIES, ids),
        "tier": "universal",
        "source": GUIDE,
        "heading_path": "Calm > What staff do",
        "reviewed_by": "Ada Example",
        "reviewed_on": "2026-09-30",
        "first_release": 1,
    }
    return Statement(id=identity, text=text, **(given | more))  # type: ignore[arg-type]


STATEMENTS = (
    _statement(
        "s-corner",
        "Offer a quiet corner that a child may go to without asking, with soft light and no display.",
        *("wsu-calm", "universal", "semh-worry", "ts-5", "stage-plan"),
        lead_in="Every classroom has a place to rest, and staff will:",
        purpose="so that I can calm down before it is too much.",
        phases=("early-years", "ks1", "ks2", "ks3", "ks4", "post-16"),
        child_voice="I know where I can go when it is too loud.",
        child_voice_by="pupils of a school council",
        resources=("r-guide", "r-bare"),
        next_review="2027-09-30",
        owner="The SEND team",
    ),
    _statement(
        "s-breath",
        "I can breathe slowly with a grown-up when I am cross.",
        *("semh", "semh-anger"),
        tier="targeted",
        voice="child",
    ),
    _statement(
        "s-plan",
        "Write a plan for each change of room, with the family and the specialist teacher.",
        *("semh-worry", "stage-plan"),
        tier="specialist",
        source="",
        heading_path="",
        phases=("ks2",),
        reviewed_by="",
    ),
    _statement("s-long", f"Say {LONG} slowly, and {LONG.lower()} again.", "sp-hearing"),
    _statement("s-alone", "Keep a spare pencil.", reviewed_on="", reviewed_by=""),
    *(
        _statement(
            f"s-many{number:03d}",
            f"Greet child number {number} at the door, and name one thing that went well the day before.",
            *("wsu-voice", "universal", "semh"),
        )
        for number in range(1, 61)
    ),
)

GONE = (
    Gone(id="s-old", kind="strategy", text="Old.", replaced_by=("s-corner", "s-breath"), since=2),
    Gone(id="s-lost", kind="strategy", text="Lost.", since=2),
    Gone(id="old-calm", kind="concept", text="Old", replaced_by=("wsu-calm",), since=2),
)

OTHERS = Vocabulary(
    id="west",
    name="Westshire",
    site="https://send.west.example.org",
    categories=(
        Category(id="wsu-calm", facet=Facet.UNIVERSAL, label="Places to rest"),
        Category(id="semh", facet=Facet.AREA, label="Wellbeing"),
        Category(id="w-own", facet=Facet.NEED, label="Sleep"),
    ),
    are_examples=True,
)

SETTINGS = SiteSettings(
    address="https://send.exton.example/help",
    report_to="send@exton.example",
    contact="The SEND desk, 01632 960 000",
    audit=AuditSettings(
        levels=("Secure", "Growing", "Not yet"), headings={"wsu-calm": "1. Environment"}
    ),
)


def _released(
    statements: tuple[Statement, ...], number: int, on: str, signed_off_by: str = "Grace Example"
) -> Released:
    return release_of(
        statements,
        number=number,
        created_at=f"{on}T09:00:00+00:00",
        signed_off_by=signed_off_by,
        categories=CATEGORIES,
        resources=RESOURCES,
        documents=DOCUMENTS,
        gone=GONE if number > 1 else (),
    )


def _before() -> Released:
    """Return last term's release, from which today's differs in every way that is told."""
    by_id = {one.id: one for one in STATEMENTS}
    before = (
        replace(by_id["s-corner"], text="Offer a corner that a child may go to.", labels={}),
        replace(by_id["s-breath"], tier="universal"),
        by_id["s-long"],
        *(one for one in STATEMENTS if one.id.startswith("s-many")),
        _statement("s-old", "Have a corner.", "wsu-calm"),
        _statement("s-lost", "Lose nothing.", "semh"),
    )
    renamed = (replace(one, label="Rage") if one.id == "semh-anger" else one for one in CATEGORIES)
    return replace(_released(before, 1, "2026-07-01"), categories=tuple(renamed))


def _many() -> Iterator[Statement]:
    """Yield more statements for the whole school than one page of the audit asks."""
    for number in range(130):
        yield _statement(
            f"s-whole{number:03d}",
            f"Look at routine number {number} with staff and families each term.",
            *("wsu-calm" if number % 13 else "wsu-voice", "universal"),
        )


SITES: Mapping[str, Site] = {
    "whole": Site(
        released=_released(STATEMENTS, 2, "2026-11-20"),
        council=COUNCIL,
        settings=SETTINGS,
        before=_before(),
        since="since 1 September 2026",
        beside=OTHERS,
    ),
    "draft": Site(
        released=_released(tuple(_many()), 1, "2026-11-20", signed_off_by=""),
        council=replace(COUNCIL, labels_are_examples=True),
    ),
}


@dataclass(frozen=True)
class View:
    """One page as somebody meets it: of which site, where, laid out by which template.

    `then` is a script that brings it about once the page is there.
    """

    site: str
    path: str
    template: str
    then: str = ""


VIEWS: Mapping[str, View] = {
    "the home page": View("whole", "index.html", "home.html"),
    "the home page of a draft": View("draft", "index.html", "home.html"),
    "a category": View("whole", "categories/semh.html", "category.html"),
    "a category's second page": View("whole", "categories/semh-2.html", "category.html"),
    "a category with nothing in it": View("whole", "categories/wsu-empty.html", "category.html"),
    "what is in no category": View("whole", "categories/unfiled.html", "category.html"),
    "a statement": View("whole", "statements/s-corner.html", "statement.html"),
    "a statement in a child's words": View("whole", "statements/s-breath.html", "statement.html"),
    "a statement for a few": View("whole", "statements/s-plan.html", "statement.html"),
    "a statement of long words": View("whole", "statements/s-long.html", "statement.html"),
    "what was replaced": View("whole", "statements/s-old.html", "gone.html"),
    "what was retired": View("whole", "statements/s-lost.html", "gone.html"),
    "a category of another name": View("whole", "categories/semh-fear.html", "gone.html"),
    "search and filters": View("whole", "find.html", "find.html"),
    "results of a search": View("whole", "find.html?q=quiet+corner&need=semh-worry", "find.html"),
    "an empty list": View("whole", "list.html", "list.html"),
    "one's own list": View(
        "whole", "list.html", "list.html", "mylist.set(['s-corner', 's-plan', 's-many001'])"
    ),
    "a shared list": View(
        "whole", "list.html?list=s-corner,s-plan,s-breath,s-old,s-lost", "list.html"
    ),
    "what changed": View("whole", "changed.html", "changed.html"),
    "nothing to compare with": View("draft", "changed.html", "changed.html"),
    "a short audit": View("whole", "audit.html", "audit.html"),
    "a long audit": View("draft", "audit.html", "audit.html"),
    "a focus area of a long audit": View("draft", "audit/wsu-calm.html", "audit_area.html"),
    "about": View("whole", "about.html", "about.html"),
    "accessibility": View("whole", "accessibility.html", "accessibility.html"),
    "two councils' words": View("whole", "words.html", "words.html"),
    "a wrong address": View("draft", "404.html", "404.html"),
}
"""Every template of the site at least once, by what people call what they see."""

EACH_TEMPLATE: Mapping[str, str] = {
    view.template: name for name, view in reversed(list(VIEWS.items()))
}
"""One view of each template: the first, which shows most."""


def files(site: str) -> Mapping[str, bytes]:
    """Return every file of one of the sites."""
    return dict(build(SITES[site]))
