"""The success criteria of WCAG 2.2, A and AA, and by which checks of the site each is shown.

Numbers, names and levels are those of tests/support/criteria.py. A check is named by how its evidence
begins; "axe:wcag143" stands for the rules of axe that test 1.4.3. Where no check is named a criterion
does not apply, or no test shows it, which is then said.
"""

from dataclasses import replace

from tests.support.criteria import CRITERIA, Criterion

NOT_TRIED = [
    "Nobody who relies on a screen reader, a magnifier, speech input or a switch has tried these pages yet.",
    "The tests ran in Chromium; no other browser was tried.",
    "The tests looked at invented directories and at one made of sample documents. The words of this council's own documents may be harder to read.",
    "The workbook and the Word document of the school audit, and lists saved for Word, were not tested with assistive technology.",
]
"""What the site's accessibility page says that nobody has tried."""

ABSENT = {
    "1.2.1": "There is no sound and no video.",
    "1.2.2": "There is no sound and no video.",
    "1.2.3": "There is no sound and no video.",
    "1.2.4": "There is no sound and no video.",
    "1.2.5": "There is no sound and no video.",
    "1.1.1": "There are no pictures.",
    "1.3.5": "Nothing is asked about the person who uses the site.",
    "1.4.2": "There is no sound.",
    "1.4.5": "There are no pictures.",
    "1.4.13": "Nothing appears on hover.",
    "2.1.4": "No single key does anything of ours.",
    "2.2.1": "Nothing is timed.",
    "2.2.2": "Nothing moves by itself.",
    "2.3.1": "Nothing flashes.",
    "2.5.1": "One tap is enough for everything.",
    "2.5.4": "No motion of a device is used.",
    "3.3.4": "Nothing is agreed, bought or sent.",
    "3.3.7": "Nothing is asked for twice.",
    "3.3.8": "Nobody signs in.",
}
"""How each criterion is met that has nothing on the site to apply to."""

KEYBOARD = "the keyboard alone"
FOCUS = "focus that is seen and not covered"
SAID = "what is said"
SAME = "the same head and foot"

SHOWN = {
    "1.3.1": ("Headings, lists, labels and tables are those of HTML.", "axe:wcag131", "headings"),
    "1.3.2": ("What is seen first stands first in the page.", "order"),
    "1.3.4": ("The pages are used upright and sideways.", "reflow"),
    "1.4.1": ("Links are underlined, and every state is said in words.", "links are underlined"),
    "1.4.3": ("Text has 7 to 1 or more.", "axe:wcag143"),
    "1.4.4": ("Text of twice the size is cut nowhere.", "text at"),
    "1.4.10": ("At 320 pixels nothing scrolls sideways but wide tables.", "reflow"),
    "1.4.11": ("Borders of fields and buttons have 3 to 1 or more.", "borders"),
    "1.4.12": ("Wider spacing of text cuts nothing.", "text spacing"),
    "2.1.1": ("All of it works by keyboard.", KEYBOARD),
    "2.1.2": ("Tab leaves everything.", KEYBOARD),
    "2.4.1": ("A link leads past the head.", "axe:wcag241"),
    "2.4.2": ("Every page has a title of its own.", "axe:wcag242", "titles"),
    "2.4.3": ("The focus follows the order of the page.", "order"),
    "2.4.4": ("Links say where they lead.", "axe:wcag244"),
    "2.4.5": ("A statement is reached by categories, by search and by lists.", "ways"),
    "2.4.6": ("They say what stands below.", "headings"),
    "2.4.7": ("A frame of 3 pixels is round it.", FOCUS),
    "2.4.11": ("Nothing lies over it.", FOCUS),
    "2.5.2": ("What happens on a click can be undone.", SAID),
    "2.5.3": ("Names begin with what is seen.", "names begin"),
    "2.5.7": ("Buttons move what can be dragged.", SAID),
    "2.5.8": ("24 pixels or more.", "targets of 24"),
    "3.1.1": ("The pages say that they are English.", "axe:wcag311"),
    "3.2.1": ("Focus alone changes nothing.", KEYBOARD),
    "3.2.2": ("A choice narrows the list and leaves the focus where it is.", "choices"),
    "3.2.3": ("Every page has the same head.", SAME),
    "3.2.4": ("The same is called the same.", SAME),
    "3.2.6": ("Help stands at the same place on every page.", SAME),
    "3.3.1": ("A search that finds nothing says so.", "a search that finds nothing"),
    "3.3.2": ("Every field has a label.", "axe:wcag412"),
    "3.3.3": ("It is said what to do instead.", "a search that finds nothing"),
    "4.1.2": ("Controls are those of HTML.", "axe:wcag412"),
    "4.1.3": ("What was found, added, moved or removed is said.", SAID),
}
"""How each criterion is met, and the checks that show it."""

UNSHOWN = {
    "1.3.3": "Nothing is named by shape or place.",
    "3.1.2": "Words of a document in another language are not marked as such.",
}
"""What is meant to be met, or is not, and no check shows."""


def _of_the_site(one: Criterion) -> Criterion:
    if one.number in SHOWN:
        how, *checks = SHOWN[one.number]
        return replace(one, how=how, shown_by=tuple(checks), absent=False)
    how = ABSENT.get(one.number) or UNSHOWN[one.number]
    return replace(one, how=how, shown_by=(), absent=one.number in ABSENT)


SITE_CRITERIA = tuple(map(_of_the_site, CRITERIA))
