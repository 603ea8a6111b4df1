import csv
import io
import unicodedata

from fingerpost.directory import Refusal
from fingerpost.neutral import neutralise, restore
from fingerpost.reporting import read_items, tables, write_tables
from fingerpost.reporting.tables import from_csv, to_csv
from fingerpost.strategies import Link
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import outcome, statement

STARTS = ("=", "+", "-", "@", "\t", "\r")
texts = st.one_of(st.text(), st.text(alphabet="'=+-@\t\r ab", max_size=6))


def rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def some():
    return outcome(
        statement(
            "=SUM(A1) is a formula", reasons=[Reason.NO_LABEL, Reason.TRACKED_CHANGE], area=()
        ),
        statement(
            "Say “now”, then wait",
            area=("semh", "universal"),
            lead_in="Staff will:",
            links=(Link("https://example.org/a|b", "A"), Link("mailto:a@example.org", "Write")),
        ),
        refusals=[
            Refusal(source="old.doc", code="old", reason="It is old.", remedy="Save it anew.")
        ],
    )


@given(texts)
def test_a_neutralised_text_comes_back_unchanged(text):
    assert restore(neutralise(text)) == text


@given(texts)
def test_no_neutralised_text_begins_like_a_formula(text):
    assert not neutralise(text).startswith(STARTS)


@given(texts.filter(lambda text: not text.lstrip("'").startswith(STARTS)))
def test_harmless_text_is_left_alone(text):
    assert neutralise(text) == text


def test_an_apostrophe_of_the_texts_own_is_kept_apart_from_ours():
    assert neutralise("'=x") == "''=x"
    assert restore("'quoted' words") == "'quoted' words"


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_a_table_comes_back_as_it_was_written(cells):
    written = [
        tuple(unicodedata.normalize("NFC", c.encode("utf-8", "replace").decode()) for c in row)
        for row in cells
    ]
    found = from_csv(to_csv(("a", "b"), written))
    assert [(row["a"], row["b"]) for row in found] == written


def test_the_columns_are_the_contracts():
    headers = {name: ",".join(rows(data)[0]) for name, data in tables(some()).items()}
    assert headers == {
        "items.csv": "id,status,text,source_text,lead_in,area_of_need,need,universal,"
        "teachers_standards,tier,phase,actor,voice,purpose,confidence,reasons,source,heading_path,"
        "locator,resources",
        "ledger.csv": "source,locator,kind,role,item,reason,text",
        "documents.csv": "source,sha256,title,edition,statements,accepted,waiting,tracked_changes,"
        "words,seconds",
        "errors.csv": "source,code,reason,remedy",
    }


def test_tables_are_for_excel_with_a_byte_order_mark_and_plain_line_ends():
    for data in tables(some()).values():
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\n")
        assert b"\r" not in data


def test_every_item_stands_in_its_row_with_the_primary_label_first():
    header, first, second = rows(tables(some())["items.csv"])
    formula = dict(zip(header, first, strict=True))
    now = dict(zip(header, second, strict=True))
    assert (formula["status"], formula["text"]) == ("review", "'=SUM(A1) is a formula")
    assert (formula["reasons"], formula["area_of_need"]) == ("no-label|tracked-change", "")
    assert (now["status"], now["area_of_need"]) == ("accepted", "semh|universal")
    assert now["resources"] == "https://example.org/a%7Cb|mailto:a@example.org"
    assert (now["lead_in"], now["confidence"]) == ("Staff will:", "")
    assert now["heading_path"] == "Hearing > Strategies"


def test_refused_documents_are_listed_with_a_remedy():
    assert rows(tables(some())["errors.csv"])[1] == [
        "old.doc",
        "old",
        "It is old.",
        "Save it anew.",
    ]


def test_what_was_written_is_remembered_the_next_time(tmp_path):
    made = some()
    write_tables(made, tmp_path)
    known = read_items(tmp_path / "items.csv")
    assert [(k.id, k.text, k.order) for k in known] == [
        (item.id, item.text, n) for n, item in enumerate(made.items)
    ]
    assert {k.heading_path for k in known} == {"Hearing > Strategies"}


def test_of_a_reworded_item_the_words_in_word_are_remembered(tmp_path):
    write_tables(outcome(statement("Better words", word="Words in  Word")), tmp_path)
    (known,) = read_items(tmp_path / "items.csv")
    assert known.text == "Words in Word"


def test_a_missing_or_damaged_table_remembers_nothing(tmp_path):
    path = tmp_path / "items.csv"
    assert read_items(path) == ()
    for damage in (b"", b"\xff\xfe", b'id,text\n"a', b"id\n1\n", b"id,text\na\n"):
        path.write_bytes(damage)
        assert read_items(path) == ()
