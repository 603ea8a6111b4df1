"""Names of documents and places in, addresses that a browser finds out."""

from urllib.parse import unquote, urlsplit

import pytest
from fingerpost.pages import copy_link, copy_path, way_back


@pytest.mark.parametrize(
    "source", ["a.docx", "a/b c.docx", "what? #1 50%.docx", "Prüfung/Ω's & co.docx", "a:b.docx"]
)
def test_an_address_leads_back_to_the_path_it_was_made_of(source):
    address = urlsplit(copy_link(source, "body/tbl[1]/p[2]"))
    assert (address.scheme, address.netloc, address.query) == ("", "", "")
    assert unquote(address.path) == copy_path(source) == f"copies/{source}.html"
    assert unquote(address.fragment) == "body/tbl[1]/p[2]"


def test_a_name_as_long_as_a_disk_allows_is_shortened_and_stays_its_own():
    one, other = (copy_path("é" * 122 + end + ".docx") for end in "ab")
    assert one != other
    assert max(len(path.encode()) for path in (one, other)) < 255 + len("copies/")


def test_the_way_back_has_a_step_for_every_folder():
    assert [way_back(one) for one in ("a.docx", "b/a.docx", "c/b/a.docx")] == [
        "../",
        "../../",
        "../../../",
    ]
