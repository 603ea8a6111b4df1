"""Nothing in, a release out whose every text is meant to do harm where it is shown."""

from dataclasses import replace

from fingerpost.released import Category, Gone, LinkedResource, Released, SourceDocument, Statement
from fingerpost.taxonomy import Facet

from tests.publishing.browser.sites import released_of

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script></script>"
TEXTS = (
    MARKUP,
    "\"><svg onload=alert(3)>' onmouseover='alert(4)",
    "{{ 7 * 7 }} ${alert(5)} `${alert(6)}` {% raw %}",
    '=HYPERLINK("https://evil.example";"click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u202eevil\u202c txt.exe right to left \u2066override",
    "שלום עולם مرحبا بالعالم read right to left",
    "W" * 3000,
    "'; alert(7); // \\u0027 \\' </textarea><!-- ]]> --> \u2028\u2029",
    "__proto__ constructor toString hasOwnProperty valueOf",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﬁne ①②③ 👩‍👩‍👧‍👦 e\u0301\u0301\u0301\u0301",
    "]]>&lt;b&gt;&amp;&#x3C;script&#x3E;alert(8)",
)
"""What documents may hold, by mistake or not."""

CATEGORIES = (
    Category(id="semh", facet=Facet.AREA, label=MARKUP, alternates=(MARKUP,), definition=MARKUP),
    Category(id="ts-5", facet=Facet.STANDARD, label="=1+1", definition="\u202eback"),
)
RESOURCES = (
    LinkedResource(
        id="r-1", url="javascript:alert(9)", title=MARKUP, publisher=MARKUP, trusted_because=MARKUP
    ),
    LinkedResource(id="r-2", url='https://evil.example/"><script>alert(10)</script>', title="=2+2"),
    LinkedResource(id="r-3", url="data:text/html,<script>alert(11)</script>", title="Data"),
)


def _statement(place: int, text: str) -> Statement:
    return Statement(
        id=f"s-{place:012d}",
        text=text,
        lead_in=text,
        labels={Facet.AREA: ("semh",), Facet.STANDARD: ("ts-5",)},
        tier=text[:20] if place % 2 else "specialist",
        phases=(text[:20],),
        voice="imperative",
        purpose=text,
        source="evil.docx",
        heading_path=f"{text} > {text}",
        place=place,
        resources=("r-1", "r-2", "r-3"),
        reviewed_by=text,
        reviewed_on=text[:40],
        owner=text,
        child_voice=text,
        child_voice_by=text,
    )


def _made() -> Released:
    release = released_of(
        tuple(_statement(place, text) for place, text in enumerate(TEXTS, start=1)),
        categories=CATEGORIES,
        resources=RESOURCES,
        documents=(SourceDocument(source="evil.docx", title=MARKUP, edition=MARKUP),),
        gone=(Gone(id="s-gone", kind="strategy", text=MARKUP, replaced_by=("__proto__",)),),
    )
    return replace(release, release=replace(release.release, signed_off_by=MARKUP))


HOSTILE = _made()
