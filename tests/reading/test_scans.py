"""Documents whose words are pictures, or that have none: read, and told as what they are."""

import pytest
from fingerpost.reading import read

from tests.support.scans import PICTURE, scanned
from tests.support.word import docx, p


def warning(data: bytes) -> str:
    return " ".join(read("a.docx", data).warnings)


def test_a_document_of_pictures_alone_seems_to_be_scanned():
    assert warning(scanned(p(PICTURE))) == (
        "The document holds no words, but a picture, and seems to be scanned: words in pictures "
        "cannot be read. Ask for the document it was made from, or turn its pages into text (Word "
        "does so when it opens a scan that was saved as PDF), and put that here."
    )


def test_a_title_above_many_pictures_makes_no_document_of_words():
    assert "hardly any words, but 12 pictures" in warning(scanned(p("Our guide"), pictures=12))


@pytest.mark.parametrize("words", ["A sentence of ordinary length. " * 3])
def test_a_picture_beside_ordinary_words_is_no_scan(words):
    assert warning(scanned(p(words, PICTURE))) == ""


def test_an_empty_document_is_not_called_scanned():
    assert warning(docx(p())).startswith("The document holds no words. Look at it in Word;")
