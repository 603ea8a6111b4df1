"""The success criteria of WCAG 2.2, A and AA, and by which checks of the review page each is shown.

Numbers, names and levels are those of the W3C Recommendation of 12 December 2024; 4.1.1 is obsolete
there. A check is named by how its evidence begins; "axe:wcag143" stands for the rules of axe that
test 1.4.3. What no check can show is said in words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Criterion:
    """One criterion; `absent` says that the page has nothing it could apply to."""

    number: str
    name: str
    level: str
    how: str
    shown_by: tuple[str, ...] = ()
    absent: bool = False


KEYBOARD = "the keyboard alone"
FOCUS = "focus that is seen and not covered"
TOLD = "what is said, and where the focus goes"

CRITERIA = (
    Criterion("1.1.1", "Non-text Content", "A", "There are no pictures.", ("axe:wcag111",), True),
    *(
        Criterion(number, name, level, "There is no sound and no video.", (), True)
        for number, name, level in (
            ("1.2.1", "Audio-only and Video-only (Prerecorded)", "A"),
            ("1.2.2", "Captions (Prerecorded)", "A"),
            ("1.2.3", "Audio Description or Media Alternative (Prerecorded)", "A"),
            ("1.2.4", "Captions (Live)", "AA"),
            ("1.2.5", "Audio Description (Prerecorded)", "AA"),
        )
    ),
    Criterion(
        "1.3.1",
        "Info and Relationships",
        "A",
        "Headings, lists, labels and groups are those of HTML.",
        ("axe:wcag131",),
    ),
    Criterion(
        "1.3.2",
        "Meaningful Sequence",
        "A",
        "What is seen first stands first in the page.",
        (KEYBOARD,),
    ),
    Criterion("1.3.3", "Sensory Characteristics", "A", "Nothing is named by shape or place."),
    Criterion("1.3.4", "Orientation", "AA", "The page is used upright and sideways.", ("reflow",)),
    Criterion(
        "1.3.5", "Identify Input Purpose", "AA", "The field for a name says so.", ("axe:wcag135",)
    ),
    Criterion(
        "1.4.1",
        "Use of Color",
        "A",
        "What is chosen has a tick, and every doubt is said in words.",
        ("what is chosen",),
    ),
    Criterion("1.4.2", "Audio Control", "A", "There is no sound.", (), True),
    Criterion("1.4.3", "Contrast (Minimum)", "AA", "Text has 7 to 1 or more.", ("axe:wcag143",)),
    Criterion("1.4.4", "Resize Text", "AA", "Text of twice the size is cut nowhere.", ("text at",)),
    Criterion("1.4.5", "Images of Text", "AA", "There are no pictures.", (), True),
    Criterion("1.4.10", "Reflow", "AA", "At 320 pixels nothing scrolls sideways.", ("reflow",)),
    Criterion(
        "1.4.11",
        "Non-text Contrast",
        "AA",
        "Borders of fields and buttons, and the focus, have 3 to 1 or more.",
        ("borders",),
    ),
    Criterion(
        "1.4.12", "Text Spacing", "AA", "Wider spacing of text cuts nothing.", ("text spacing",)
    ),
    Criterion("1.4.13", "Content on Hover or Focus", "AA", "Nothing appears on hover.", (), True),
    Criterion("2.1.1", "Keyboard", "A", "All of it works by keyboard.", (KEYBOARD,)),
    Criterion("2.1.2", "No Keyboard Trap", "A", "Tab leaves everything.", (KEYBOARD,)),
    Criterion(
        "2.1.4",
        "Character Key Shortcuts",
        "A",
        "Single keys are listed, can be switched off, and do nothing while somebody types.",
        ("single keys",),
    ),
    Criterion("2.2.1", "Timing Adjustable", "A", "Nothing is timed.", (), True),
    Criterion("2.2.2", "Pause, Stop, Hide", "A", "Nothing moves by itself.", ("reduced motion",)),
    Criterion("2.3.1", "Three Flashes or Below Threshold", "A", "Nothing flashes.", (), True),
    Criterion("2.4.1", "Bypass Blocks", "A", "A link leads to the content.", ("axe:wcag241",)),
    Criterion("2.4.2", "Page Titled", "A", "The page has a title.", ("axe:wcag242",)),
    Criterion("2.4.3", "Focus Order", "A", "The focus follows the order of work.", (TOLD,)),
    Criterion(
        "2.4.4", "Link Purpose (In Context)", "A", "Links say where they lead.", ("axe:wcag244",)
    ),
    Criterion(
        "2.4.5",
        "Multiple Ways",
        "AA",
        "A card is reached by search, filters, groups, a list and one after the other.",
        (KEYBOARD,),
    ),
    Criterion(
        "2.4.6", "Headings and Labels", "AA", "They say what stands below.", ("axe:wcag131",)
    ),
    Criterion("2.4.7", "Focus Visible", "AA", "A frame of 3 pixels is round it.", (FOCUS,)),
    Criterion("2.4.11", "Focus Not Obscured (Minimum)", "AA", "Nothing lies over it.", (FOCUS,)),
    Criterion("2.5.1", "Pointer Gestures", "A", "One tap is enough for everything.", (), True),
    Criterion(
        "2.5.2", "Pointer Cancellation", "A", "What happens on a click can be undone.", (TOLD,)
    ),
    Criterion("2.5.3", "Label in Name", "A", "Names begin with what is seen.", ("axe:wcag253",)),
    Criterion("2.5.4", "Motion Actuation", "A", "No motion is used.", (), True),
    Criterion("2.5.7", "Dragging Movements", "AA", "Nothing is dragged.", (), True),
    Criterion("2.5.8", "Target Size (Minimum)", "AA", "24 pixels or more.", ("targets of 24",)),
    Criterion(
        "3.1.1", "Language of Page", "A", "The page says that it is English.", ("axe:wcag311",)
    ),
    Criterion(
        "3.1.2",
        "Language of Parts",
        "AA",
        "Words of a document in another language are not marked as such.",
    ),
    Criterion("3.2.1", "On Focus", "A", "Focus alone changes nothing.", (KEYBOARD,)),
    Criterion(
        "3.2.2", "On Input", "A", "A choice in a list decides nothing; a button does.", (TOLD,)
    ),
    Criterion(
        "3.2.3", "Consistent Navigation", "AA", "Every view has the same parts.", (KEYBOARD,)
    ),
    Criterion("3.2.4", "Consistent Identification", "AA", "The same is called the same."),
    Criterion("3.2.6", "Consistent Help", "A", "Help stands at the same place.", (KEYBOARD,)),
    Criterion(
        "3.3.1",
        "Error Identification",
        "A",
        "What is missing is said in words.",
        ("what is missing",),
    ),
    Criterion("3.3.2", "Labels or Instructions", "A", "Every field has a label.", ("axe:wcag412",)),
    Criterion("3.3.3", "Error Suggestion", "AA", "It is said what to do.", ("what is missing",)),
    Criterion(
        "3.3.4",
        "Error Prevention (Legal, Financial, Data)",
        "AA",
        "Every decision can be undone.",
        ("undo",),
    ),
    Criterion("3.3.7", "Redundant Entry", "A", "A name is asked for once.", ("a name",)),
    Criterion("3.3.8", "Accessible Authentication (Minimum)", "AA", "Nobody signs in.", (), True),
    Criterion("4.1.2", "Name, Role, Value", "A", "Controls are those of HTML.", ("axe:wcag412",)),
    Criterion(
        "4.1.3", "Status Messages", "AA", "What was decided and what is next is said.", (TOLD,)
    ),
)
