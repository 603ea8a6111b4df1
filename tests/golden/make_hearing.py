"""Writes the small document whose every intermediate form is kept beside it.

Run: python tests/golden/make_hearing.py (only to change the document; its bytes are the truth).
"""

from pathlib import Path

import docx

INTO = Path(__file__).parent / "hearing" / "Supporting hearing 2026.docx"

SIGNS = ("Turns one ear to whoever speaks.", "May miss the start of what is said.")
ADVICE = (
    "Face the learner when you talk, and keep the light on your face.",
    "Repeat what others say in discussion.",
)
ROWS = (
    ("Radio aid", "Pass the microphone to whoever speaks. Switch it off between lessons."),
    ("Group work", "Seat the group in a horseshoe."),
)


def write() -> None:
    """Write the document with python-docx's own template."""
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.title = "Supporting hearing"
    document.add_heading("Hearing", 1)
    document.add_paragraph("Learners hear best when the room is quiet.")
    document.add_heading("What you may notice", 2)
    for text in SIGNS:
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("What you can do", 2)
    document.add_paragraph("Staff will:")
    for text in ADVICE:
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Need", "Strategies"
    for need, advice in ROWS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = need, advice
    document.save(INTO)


if __name__ == "__main__":
    write()
