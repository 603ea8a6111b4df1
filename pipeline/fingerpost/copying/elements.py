"""The elements of HTML that a copy of a document is made of."""

HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
"""How a copy shows the headings of a document; its title is the page's own."""

BLOCKS = HEADINGS | {"p"}
"""What holds one paragraph of a document each."""

LETTERS = frozenset(["mark", "del", "ins", "s", "strong", "em", "u", "sup", "sub", "span"])
"""What shows how words look, and which of them are marked."""

FRAMES = frozenset(["div", "ul", "ol", "li", "table", "tbody", "tr", "td"])
"""What holds paragraphs together."""

OF_A_PAGE = BLOCKS | LETTERS | FRAMES | {"a", "section"}
"""All that a copy may hold."""

OF_A_PASSAGE = LETTERS | FRAMES | {"p"}
"""What a passage cut from a copy keeps; headings become paragraphs, links and sections only words."""
