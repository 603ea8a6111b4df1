"""The directory as tables that other sites import: what stands in them, and what changes in them."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fingerpost.cells import CUT, LONGEST, utf16_length
from fingerpost.exporting import Site, changes, everything
from fingerpost.neutral import restore
from fingerpost.released import Statement
from fingerpost.rulebook import profile_names, read_profile
from fingerpost.site_profiles import FIELDS, Subject
from fingerpost.taxonomy import Facet
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exporting.releases import AREA, CATEGORIES, GUIDE, ONE, POSTER, released
from tests.support.chance import times
from tests.support.program import ROOT

RULES = ROOT / "rules"
PROFILES = {name: read_profile(RULES, name) for name in profile_names(RULES)}
HOSTILE = '<img src=x onerror=alert(1)> [gallery ids="1"] {entry:1:title} & "more"'


def read(file, delimiter=","):
    text = file.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def tables(site, profile):
    return {file.name: read(file) for file in everything(site, PROFILES[profile])}


def test_wordpress_gets_labels_by_name_and_a_need_below_its_area():
    (row,) = tables(Site(released(ONE)), "wordpress")["statements.csv"]
    assert row["fingerpost_id"] == "s-1"
    assert row["area_of_need"].split("|") == ["Feelings", "Learning"]
    assert [path.split(" > ") for path in row["need"].split("|")] == [
        ["Learning", "Memory"],
        ["Feelings", "Worry"],
    ]
    assert (row["phases"], row["post_status"]) == ("Key Stage 1|Key Stage 2", "publish")
    assert row["resources"] == ("Guide to talk (https://guide.example/a)|https://posters.example/b")
    assert row["resource_links"] == "https://guide.example/a|https://posters.example/b"
    assert (row["source_document"], row["source_heading"]) == (
        "Supporting pupils",
        "Classroom > Talk",
    )


def test_wordpress_gets_resources_as_links_that_can_stand_in_a_text():
    hostile = replace(GUIDE, url='https://a.example/"><b>', title="<i>Talk</i> [gallery]")
    site = Site(replace(released(ONE), resources=(hostile, POSTER)))
    (row,) = tables(site, "wordpress")["statements.csv"]
    seen = Tags(row["resource_list"])
    assert (seen.tags, seen.words) == (
        ["ul", "li", "a", "li", "a"],
        "<i>Talk</i> [gallery]https://posters.example/b",
    )
    (row,) = tables(Site(released(replace(ONE, resources=()))), "wordpress")["statements.csv"]
    assert row["resource_list"] == ""


def test_craft_gets_labels_by_id_apart_as_its_import_takes_them_apart():
    (row,) = tables(Site(released(ONE)), "craft")["statements.csv"]
    assert row["areaOfNeed"].split("-|-") == ["semh", "cognition-and-learning"]
    assert row["need"].split("-|-") == ["cl-memory", "semh-worry"]
    assert (row["enabled"], row["statement"]) == ("true", ONE.text)


def test_craft_takes_no_statement_apart_at_a_sign_that_stands_in_it():
    one = replace(ONE, text="Use signs -|- such as > and |.")
    (row,) = tables(Site(released(one)), "craft")["statements.csv"]
    assert row["statement"] == "Use signs - | - such as > and |."
    (row,) = tables(Site(released(one)), "wordpress")["statements.csv"]
    assert row["post_content"] == "Use signs -|- such as &gt; and |."


def test_craft_can_have_a_field_of_every_name_in_its_files():
    names = {column.heading for table in PROFILES["craft"].tables for column in table.columns}
    assert not names & {"author", "id", "level", "link", "name", "owner", "uri", "url", "username"}


def test_categories_are_those_people_see_a_parent_before_its_children():
    rows = tables(Site(released()), "wordpress")["categories.csv"]
    assert [(row["slug"], row["name"], row["parent"]) for row in rows] == [
        ("semh", "Feelings", ""),
        ("cognition-and-learning", "Learning", ""),
        ("cl-memory", "Memory", "cognition-and-learning"),
        ("semh-worry", "Worry", "semh"),
        ("ts-5", "Adapt teaching", ""),
    ]


def test_a_resource_names_the_statements_that_use_it():
    rows = tables(Site(released(ONE, replace(ONE, id="s-2"))), "csv")["resources.csv"]
    assert [(row["Address"], row["Statements"]) for row in rows] == [
        ("https://guide.example/a", "s-1|s-2"),
        ("https://posters.example/b", "s-1|s-2"),
    ]


def test_a_page_has_its_address_where_the_council_says_where_its_site_is():
    assert tables(Site(released(ONE)), "csv")["statements.csv"][0]["Page"] == ""
    there = Site(released(ONE), "https://send.example/provision")
    rows = tables(there, "csv")
    assert rows["statements.csv"][0]["Page"] == "https://send.example/provision/statements/s-1.html"
    assert (
        rows["categories.csv"][0]["Page"] == "https://send.example/provision/categories/semh.html"
    )


def test_a_sign_between_values_never_stands_inside_one():
    labels = (replace(CATEGORIES[0], label="Calm | quiet > loud"), *CATEGORIES[1:])
    rows = tables(Site(released(ONE, categories=labels)), "wordpress")
    assert rows["statements.csv"][0]["area_of_need"].split("|") == [
        "Calm / quiet › loud",
        "Learning",
    ]
    assert rows["statements.csv"][0]["need"].split("|")[1].split(" > ") == [
        "Calm / quiet › loud",
        "Worry",
    ]
    assert rows["categories.csv"][0]["name"] == "Calm / quiet › loud"


def test_a_title_that_is_too_long_is_cut_between_words():
    long = replace(ONE, text="word " * 60 + "end")
    (row,) = tables(Site(released(long)), "craft")["statements.csv"]
    assert len(row["title"]) <= 255
    assert row["title"].endswith("word…")
    assert row["statement"] == long.text
    (row,) = tables(Site(released(replace(ONE, text="w" * 300))), "craft")["statements.csv"]
    assert row["title"] == "w" * 254 + "…"


class Tags(HTMLParser):
    """What a browser would see."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


def test_hostile_text_is_inert_where_a_site_takes_html_and_plain_elsewhere():
    one = replace(ONE, text=HOSTILE, lead_in=HOSTILE, purpose=HOSTILE)
    (row,) = tables(Site(released(one)), "wordpress")["statements.csv"]
    for column in ("post_title", "post_content", "post_excerpt"):
        seen = Tags(row[column])
        assert (seen.tags, seen.words) == ([], HOSTILE)
        assert not set("<[{") & set(row[column])
    assert row["purpose"] == HOSTILE
    (row,) = tables(Site(released(one)), "craft")["statements.csv"]
    assert row["statement"] == HOSTILE


def test_signs_that_an_import_swallows_are_spelt_out_where_a_site_takes_html():
    one = replace(ONE, text='Say "well done" \\ 😀 שלום.')
    (row,) = tables(Site(released(one)), "wordpress")["statements.csv"]
    assert not [sign for sign in row["post_content"] if sign == "\\" or sign > "\uffff"]
    assert Tags(row["post_content"]).words == one.text
    (row,) = tables(Site(released(one)), "craft")["statements.csv"]
    assert row["statement"] == one.text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ttab", "'=x", '"; DROP', "\u202eabc"])
def test_a_formula_is_text_for_excel_and_untouched_for_programs(text):
    site = Site(released(replace(ONE, text=text)))
    (row,) = tables(site, "csv")["statements.csv"]
    assert not row["Statement"].startswith(("=", "+", "-", "@", "\t"))
    assert restore(row["Statement"]) == text
    (row,) = tables(site, "craft")["statements.csv"]
    assert row["statement"] == text


@pytest.mark.parametrize(("name", "heading"), [("csv", "'=1+1"), ("craft", "=1+1")])
def test_a_heading_that_looks_like_a_formula_is_text_for_excel_too(name, heading):
    profile = PROFILES[name]
    first, *others = profile.tables[0].columns
    columns = (replace(first, heading="=1+1"), *others)
    file, *_ = everything(
        Site(released(ONE)), replace(profile, tables=(replace(profile.tables[0], columns=columns),))
    )

    assert next(iter(read(file)[0])) == heading


def test_nothing_is_so_long_that_excel_would_spill_it_into_the_next_cell():
    spilling = "😀" * 16_383 + "x=HYPERLINK(1)"
    site = Site(released(replace(ONE, text=spilling)))
    (row,) = tables(site, "csv")["statements.csv"]
    assert utf16_length(row["Statement"]) <= LONGEST
    assert row["Statement"].endswith(CUT)
    (row,) = tables(site, "craft")["statements.csv"]
    assert row["statement"] == spilling


def test_excel_gets_a_byte_order_mark_and_its_line_ends_programs_do_not():
    site = Site(released(ONE))
    for_excel = everything(site, PROFILES["csv"])[0].data
    for_craft = everything(site, PROFILES["craft"])[0].data
    assert for_excel.startswith(b'\xef\xbb\xbf"id"')
    assert for_excel.count(b"\r\n") == for_excel.count(b"\n") == 2
    assert for_craft.startswith(b'"fingerpostId"')
    assert b"\r" not in for_craft


@pytest.mark.parametrize("subject", Subject)
def test_every_field_that_a_profile_may_name_has_something_to_say(subject):
    rows = Site(released(ONE)).rows(subject)
    assert rows
    assert all(tuple(sorted(held)) == tuple(sorted(FIELDS[subject])) for _, held in rows)


def changed(before, after, profile):
    return {file.name: read(file) for file in changes(Site(before), Site(after), profile)}


def test_files_of_changes_hold_only_what_changed():
    before = released(ONE, replace(ONE, id="s-2"), replace(ONE, id="s-3"), number=2)
    reworded = replace(ONE, id="s-2", text="New words.")
    after = released(ONE, reworded, replace(ONE, id="s-4"), number=5)
    found = changed(before, after, PROFILES["csv"])
    statements = {name: rows for name, rows in found.items() if name.startswith("statements")}
    assert list(statements) == [
        "statements-2-to-5-add.csv",
        "statements-2-to-5-update.csv",
        "statements-2-to-5-retire.csv",
    ]
    add, update, retire = statements.values()
    assert [row["id"] for row in add] == ["s-4"]
    assert [(row["id"], row["Statement"]) for row in update] == [("s-2", "New words.")]
    assert retire == [{"id": "s-3"}]
    assert not any(name.startswith("categories") for name in found)


def test_in_one_file_a_column_says_what_became_of_each_row():
    before = released(ONE, replace(ONE, id="s-2"), number=2)
    after = released(replace(ONE, tier="targeted"), replace(ONE, id="s-4"), number=3)
    told, *_ = changes(Site(before), Site(after), PROFILES["wordpress"])
    assert told.what == "statements, 1 added, 1 changed, 1 retired"
    assert [(row["fingerpost_id"], row["post_status"], row["tier"]) for row in read(told)] == [
        ("s-4", "publish", ""),
        ("s-1", "publish", "Targeted"),
        ("s-2", "draft", ""),
    ]


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_what_was_withdrawn_is_told_by_its_id_and_in_no_words_of_its_own(name):
    harmful = replace(
        ONE, id="s-2", text="Withdrawn.", source_text="Withdrawn.", lead_in="Gone:", owner="Quill"
    )
    files = changes(
        Site(released(ONE, harmful, number=2)), Site(released(ONE, number=3)), PROFILES[name]
    )

    told = b"".join(file.data for file in files)

    assert b'"s-2"' in told
    assert not any(word in told for word in (b"Withdrawn", b"Gone:", b"Quill"))


def test_a_renamed_category_changes_the_statements_that_show_its_name():
    labels = (replace(CATEGORIES[0], label="Wellbeing"), *CATEGORIES[1:])
    before, after = released(ONE, number=1), released(ONE, number=2, categories=labels)
    assert "statements-1-to-2.csv" in changed(before, after, PROFILES["wordpress"])
    assert "statements-1-to-2.csv" not in changed(before, after, PROFILES["craft"])


def test_between_two_releases_alike_there_is_nothing_to_import():
    for profile in PROFILES.values():
        assert changed(released(ONE, number=1), released(ONE, number=2), profile) == {}


TEXTS = st.text(st.sampled_from("ab |>=<[/-"), max_size=6)
STATEMENTS = st.builds(
    Statement,
    id=st.sampled_from([f"s-{number}" for number in range(5)]),
    text=TEXTS,
    owner=TEXTS,
    labels=st.fixed_dictionaries(
        {AREA: st.lists(st.sampled_from(["semh", "old-area"]), max_size=2).map(tuple)}
    ),
    resources=st.lists(st.sampled_from(["r-guide", "r-poster"]), max_size=2).map(tuple),
)
RELEASES = st.builds(
    lambda statements, label: released(
        *statements, categories=(replace(CATEGORIES[0], label=label or "x"), *CATEGORIES[1:])
    ),
    st.lists(STATEMENTS, max_size=5, unique_by=lambda one: one.id),
    TEXTS,
)


def replayed(rows, found, table):
    """Carry out the files of changes as an import would, on the rows of an earlier export."""
    known = {row[table.external_id]: row for row in rows}
    told = table.changes
    for name, changed_rows in found.items():
        if not name.startswith(f"{table.name}-"):
            continue
        for row in changed_rows:
            key = row[table.external_id]
            if name.endswith("-retire.csv") or row.get(told.heading) == told.retire:
                del known[key]
            elif name.endswith("-add.csv") or row.get(told.heading) == told.add != told.update:
                assert key not in known
                known[key] = row
            else:
                known[key] = row
    return known


@settings(max_examples=times(40))
@given(before=RELEASES, after=RELEASES, name=st.sampled_from(sorted(PROFILES)))
def test_everything_of_one_release_and_what_changed_since_make_everything_of_the_next(
    before, after, name
):
    profile = PROFILES[name]
    old, new = tables(Site(before), name), tables(Site(after), name)
    found = changed(before, after, profile)
    for table in profile.tables:
        file = f"{table.name}.csv"
        expected = {row[table.external_id]: row for row in new[file]}
        assert replayed(old[file], found, table) == expected


def test_labels_of_every_kind_can_be_exported():
    one = replace(ONE, labels={**ONE.labels, Facet.STANDARD: ("ts-5",)})
    (row,) = tables(Site(released(one)), "csv")["statements.csv"]
    assert row["Standard"] == "Adapt teaching"
