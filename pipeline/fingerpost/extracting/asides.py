"""Words beside the text in; why they are listed and not taken for strategies out."""

from typing import Final

from fingerpost.documents import AltKind, AltText, Fate

_REASONS: Final = {
    AltKind.DESCRIPTION: "describes a picture or table",
    AltKind.DIAGRAM: "stands in a diagram (SmartArt)",
    AltKind.CHART: "stands in a chart",
    AltKind.WORD_ART: "stands in WordArt",
    AltKind.DRAWING: "stands in a drawing",
    AltKind.CHOICE: "what a form field shows, kept apart from the text",
    AltKind.INSERTED_FILE: "stands in a file inserted without being merged",
    AltKind.EMBEDDED: "stands in an embedded document, of which a picture is shown",
}


def reason_of(alt: AltText) -> str:
    """Say what the words are, and where they stand if not with the text."""
    reason = _REASONS[alt.kind]
    if alt.origin:
        reason += f", in {alt.origin}"
    return reason if alt.fate is Fate.VISIBLE else f"{reason}; {alt.fate} in Word"
