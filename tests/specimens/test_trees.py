"""Forty papers made at random in, each with its tree; every bullet in order, below the right heading, out."""

import random
from dataclasses import dataclass, field

from tests.support.guards import childless, guards, returns, same
from tests.support.guidance import guidance
from tests.support.word import bold, bullets, control, decimals, docx, level, lists, p, style

PAPERS = 40
NEAR_ALL = 0.99
VERBS = ("Offer", "Use", "Give", "Show", "Plan", "Teach", "Read", "Make")
THINGS = (
    "a timer",
    "a quiet place",
    "large print",
    "a word bank",
    "a talk partner",
    "short breaks",
)
NAMES = ("Hearing", "Vision", "Calm", "Memory", "Attention", "Play", "Reading", "Friends", "Sleep")
PROSE = "Plain words that are long enough to say what the running text of this paper looks like."
OUTLINE = '<w:outlineLvl w:val="{}"/>'
STYLES = (
    "".join(style(f"H{n}", f"heading {n}") for n in (1, 2, 3))
    + "".join(style(f"Own{n}", f"Blue {n}", para=OUTLINE.format(n - 1)) for n in (1, 2, 3))
    + "".join(style(f"Kind{n}", f"Bar {n}", based_on=f"Own{n}") for n in (1, 2, 3))
    + style("Dots", para='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
)
NUMBERED = "".join(level(n, "%1.%2"[: 2 + 3 * n]) for n in range(3))
LISTS = lists(bullets(), decimals(), NUMBERED, bullets(), decimals())


@dataclass
class Paper:
    """A paper while it is made: its blocks, and the bullets with the headings above them."""

    chance: random.Random
    blocks: list[str] = field(default_factory=list)
    expected: list[tuple[str, str]] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    count: int = 0

    def text(self) -> str:
        self.count += 1
        chance = self.chance
        return f"{chance.choice(VERBS)} {chance.choice(THINGS)} for group {self.count}."

    def head(self, depth: int, way: str) -> None:
        self.count += 1
        name = f"{self.chance.choice(NAMES)} {self.count}"
        self.path = [*self.path[: depth - 1], name]
        ways = {
            "built-in": p(name, style=f"H{depth}"),
            "own style": p(name, style=f"Own{depth}"),
            "style of a style": p(name, style=f"Kind{depth}"),
            "outline": p(name, outline=depth - 1),
            "numbered": p(name, outline=depth - 1, num=(3, depth - 1)),
            "in a control": control(p(name, style=f"H{depth}")),
        }
        self.blocks.append(ways[way])

    def items(self) -> None:
        series = self.chance.choice((1, 2, 4, 5))
        depth = 0
        for _ in range(self.chance.randint(1, 5)):
            text = self.text()
            self.expected.append((" > ".join(self.path), text))
            self.blocks.append(self.item(text, series, depth))
            depth = max(0, min(2, depth + self.chance.choice((-1, 0, 0, 1))))
            if self.chance.random() < 0.1:
                self.blocks.append(p(""))

    def item(self, text: str, series: int, depth: int) -> str:
        way = self.chance.random()
        if way < 0.1:
            return control(p(text, num=(series, depth)))
        if way < 0.2:
            return p(text, style="Dots")
        if way < 0.3:
            return p(f"•\t{text}")
        return p(text, num=(series, depth))


WAYS = ("built-in", "own style", "style of a style", "outline", "numbered", "in a control")


def made(seed: int) -> Paper:
    paper = Paper(random.Random(seed))
    ways = paper.chance.sample(WAYS, k=2)
    for _ in range(paper.chance.randint(3, 6)):
        paper.head(1, paper.chance.choice(ways))
        paper.items()
        for _ in range(paper.chance.randint(0, 3)):
            depth = paper.chance.randint(2, min(3, len(paper.path) + 1))
            paper.head(depth, paper.chance.choice(ways))
            if paper.chance.random() < 0.3:
                paper.blocks.append(p(PROSE))
            paper.items()
    return paper


@guards("fingerpost.reading.styles._outline", returns(None))
@guards("fingerpost.reading.styles.Styles._over", childless)
@guards("fingerpost.reading.quirks.find_typed_items", same)
@guards("fingerpost.extracting.scope.Scope.under", lambda _: lambda scope, _step: scope)
def test_of_forty_papers_every_bullet_is_found_in_order_below_the_right_heading():
    right = total = 0
    for seed in range(PAPERS):
        paper = made(seed)
        found = guidance(docx(*paper.blocks, styles=STYLES, numbering=LISTS))
        told = [(s.heading_path, s.text) for s in found.extraction.strategies]
        assert [text for _, text in told] == [text for _, text in paper.expected], seed
        right += sum(one == other for one, other in zip(told, paper.expected, strict=True))
        total += len(told)
    assert total >= 10 * PAPERS
    assert right >= NEAR_ALL * total, f"{right} of {total}"


BOLD_SENTENCES = (
    "Please read this page before the start of each term.",
    "Every learner is different, and so is every classroom.",
    "Staff must not share these pages outside the school;",
    "We are grateful to all who gave their time to this guide.",
    "Ask the family first. Then ask the learner.",
    "This page was last read through by all of us in the spring, and again in the summer",
    "Is it safe? Ask before you begin",
    "These ideas help many learners, though not all of them,",
    "and they can be used by anybody in the room",
    "Remember to look after yourself as well as the learners in your care …",
)


@guards("fingerpost.reading.quirks.look_alike_headings._is_short", returns(True))
def test_ten_plain_bold_sentences_are_no_headings():
    for sentence in BOLD_SENTENCES:
        found = guidance(docx(p(PROSE), p(bold(sentence)), p("Use a timer.", num=(1, 0)), p(PROSE), numbering=LISTS))  # fmt: skip
        assert [head.text for head in found.extraction.heads] == [], sentence
    assert len(BOLD_SENTENCES) == 10
