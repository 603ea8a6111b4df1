"""Small releases of a directory made by hand, for tests of what is made from them."""

from fingerpost.released import (
    Category,
    LinkedResource,
    Released,
    SourceDocument,
    Statement,
)
from fingerpost.taxonomy import Facet

from tests.support.released import released as release_of

AREA, NEED = Facet.AREA, Facet.NEED

CATEGORIES = (
    Category(id="semh", facet=AREA, label="Feelings", definition="How pupils <feel>."),
    Category(id="cognition-and-learning", facet=AREA, label="Learning", order=1),
    Category(id="old-area", facet=AREA, label="Old", hidden=True, folds_into="semh", order=2),
    Category(id="cl-memory", facet=NEED, label="Memory", parent="cognition-and-learning", order=1),
    Category(id="semh-worry", facet=NEED, label="Worry", parent="old-area", order=2),
    Category(id="ts-5", facet=Facet.STANDARD, label="Adapt teaching"),
)
GUIDE = LinkedResource(
    id="r-guide", url="https://guide.example/a", title="Guide to talk", phases=("ks1",)
)
POSTER = LinkedResource(id="r-poster", url="https://posters.example/b")

ONE = Statement(
    id="s-1",
    text="Give one instruction at a time.",
    lead_in="In class:",
    labels={AREA: ("old-area", "cognition-and-learning"), NEED: ("cl-memory", "semh-worry")},
    phases=("ks1", "ks2"),
    source="areas/one.docx",
    heading_path="Classroom > Talk",
    resources=("r-guide", "r-poster"),
)


def released(*statements: Statement, number: int = 1, categories=CATEGORIES) -> Released:
    """Return a release with these statements."""
    return release_of(
        statements,
        number=number,
        signed_off_by="Ann",
        categories=categories,
        resources=(GUIDE, POSTER),
        documents=(SourceDocument(source="areas/one.docx", title="Supporting pupils"),),
    )
