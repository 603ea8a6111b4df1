"""How many pictures and letters a document holds in; what to say where its words are pictures out."""

from typing import Final

_LETTERS_A_PICTURE: Final = 60
"""With fewer letters than this to each picture, a page was hardly written in Word."""

_EMPTY: Final = (
    "The document holds no words. Look at it in Word; if it is the wrong file, put the right "
    "one here."
)
_SCANNED: Final = (
    "words in pictures cannot be read. Ask for the document it was made from, or turn its pages "
    "into text (Word does so when it opens a scan that was saved as PDF), and put that here."
)


def told_of_pictures(pictures: int, letters: int) -> str:
    """A sentence for a document that is empty or seems to be scanned; nothing for any other."""
    if not pictures:
        return "" if letters else _EMPTY
    if letters >= _LETTERS_A_PICTURE * pictures:
        return ""
    words = "no words" if not letters else "hardly any words"
    shown = "a picture" if pictures == 1 else f"{pictures:,} pictures"
    return f"The document holds {words}, but {shown}, and seems to be scanned: {_SCANNED}"
