"""A kind of site is a rules file: what is wrong in it is named, and a council may add its own."""

import csv
import io

import pytest
from fingerpost.errors import RulesError
from fingerpost.exporting import Site, everything
from fingerpost.rulebook import read_profile

from tests.exporting.releases import ONE, released
from tests.support.program import ROOT

RULES = ROOT / "rules"


def read(file, delimiter=","):
    text = file.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_a_kind_of_site_that_the_rules_do_not_know_is_refused(tmp_path):
    with pytest.raises(RulesError) as refused:
        read_profile(RULES, "wordpres")
    assert str(refused.value) == (
        "rules/sites: no kind of site is called 'wordpres'; did you mean 'wordpress'?"
    )


GOOD = """\
title: Ours
formulas: kept
tables:
  - name: statements
    of: statements
    external_id: ref
    columns:
      - {heading: ref, holds: id}
      - {heading: words, holds: text}
"""


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        (("holds: text", "holds: txt"), "line 9: no field is called 'txt'; did you mean 'text'?"),
        (("holds: text", "holds: source_text"), "line 9: no field is called 'source_text'"),
        (
            ("holds: text", "show: ids"),
            "line 9: the column 'words' needs either 'holds' or 'constant'.",
        ),
        (
            ("holds: text", "holds: text, show: ids"),
            "line 9: 'text' cannot be shown as ids; take 'show' away.",
        ),
        (
            ("holds: text", "holds: need, show: urls"),
            "line 9: 'need' cannot be shown as urls; show can be labels, ids, paths.",
        ),
        (
            ("external_id: ref", "external_id: words"),
            "line 6: 'words' must be the heading of a column that holds id.",
        ),
        (
            ("heading: words", "heading: ref"),
            "line 7: 'ref' stands here 2 times; give each another name.",
        ),
        (
            ("external_id: ref", "external_id: ref\n    changes: {heading: did}"),
            "line 7: say what stands in the column for add, update and retire.",
        ),
        (
            ("external_id: ref", "external_id: ref\n    changes: {add: new}"),
            "line 7: name the column with 'heading', or take the other settings away.",
        ),
        (
            (
                "tables:\n",
                "separators: {values: ';'}\ntables:\n",
                "holds: text",
                "holds: need, markup: html",
            ),
            "line 10: 'words': HTML writes ';' or '>' otherwise; take 'plain'.",
        ),
        (("of: statements", "of: people"), "line 5: 'of' is 'people', but must be one of"),
    ],
)
def test_what_is_wrong_with_a_profile_is_named_with_its_line(tmp_path, spoilt, message):
    folder = tmp_path / "rules"
    (folder / "sites").mkdir(parents=True)
    text = GOOD
    for old, new in zip(spoilt[::2], spoilt[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "sites" / "ours.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError) as refused:
        read_profile(folder, "ours")
    assert str(refused.value).startswith(f"rules/sites/ours.yaml {message}")


def test_a_council_may_add_a_kind_of_site(tmp_path):
    folder = tmp_path / "rules"
    (folder / "sites").mkdir(parents=True)
    constant = "      - {heading: type, constant: advice}\n"
    (folder / "sites" / "ours.yaml").write_text(GOOD + constant, encoding="utf-8")
    (file,) = everything(Site(released(ONE)), read_profile(folder, "ours"))
    assert file.data.decode() == (
        '"ref","words","type"\n"s-1","Give one instruction at a time.","advice"\n'
    )


@pytest.mark.parametrize(("name", "sign"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
def test_a_kind_of_site_says_what_stands_between_columns(tmp_path, name, sign):
    folder = tmp_path / "rules"
    (folder / "sites").mkdir(parents=True)
    text = f"delimiter: {name}\n{GOOD}"
    (folder / "sites" / "ours.yaml").write_text(text, encoding="utf-8")
    (file,) = everything(Site(released(ONE)), read_profile(folder, "ours"))
    assert read(file, sign) == [{"ref": "s-1", "words": ONE.text}]


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("urls", "https://guide.example/a|https://posters.example/b"),
        ("titles", "Guide to talk|https://posters.example/b"),
        ("text", "Guide to talk (https://guide.example/a)|https://posters.example/b"),
        ("ids", "r-guide|r-poster"),
    ],
)
def test_resources_are_named_as_the_site_wants_them(tmp_path, show, expected):
    folder = tmp_path / "rules"
    (folder / "sites").mkdir(parents=True)
    text = f"{GOOD}      - {{heading: links, holds: resources, show: {show}}}\n"
    (folder / "sites" / "ours.yaml").write_text(text, encoding="utf-8")
    (file,) = everything(Site(released(ONE)), read_profile(folder, "ours"))
    assert read(file)[0]["links"] == expected
