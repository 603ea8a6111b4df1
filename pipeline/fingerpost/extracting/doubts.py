"""The reasons for doubt that the layout itself raises, by the codes that people's files use."""

from typing import Final

MAY_BE_INDICATOR: Final = "may-be-indicator"
MAY_NOT_BE_STRATEGY: Final = "may-not-be-strategy"
NOT_WHOLE: Final = "not-whole-alone"
TRACKED_CHANGE: Final = "tracked-change"
HARD_TO_SEE: Final = "hard-to-see"
STRUCK_OUT: Final = "struck-out"
UNSAFE_LINK: Final = "unsafe-link"
