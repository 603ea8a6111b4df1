import json
import re
from dataclasses import replace

from fingerpost.decisions import Action, Verdict
from fingerpost.packs import PackKind, PackSent
from fingerpost.reviewing import Beside, review_page, triage
from fingerpost.reviewing.asking.precedents import Precedent
from fingerpost.suggestions import Reason

from tests.support.html import assert_sound, parsed, words
from tests.support.outcomes import LEEDS, NEED, TAXONOMY, outcome, statement, vote

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028<!--"


def some():
    return outcome(
        statement("Face the pupil"),
        statement("Sit <near> the front", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement(
            "Ring home", "Radio", reasons=[Reason.PERSONAL_DATA, Reason.NO_LABEL], before="Ask"
        ),
        statement(
            "Ring twice",
            "Radio",
            reasons=[Reason.PERSONAL_DATA],
            source="b.docx",
            suggestions=[vote(NEED, "sp-hearing", "Ring")],
        ),
    )


def page(made=None, **more):
    return review_page(triage(made or some()), TAXONOMY, LEEDS, **more)


def data(text):
    return json.loads(parsed(text).select_one("script#data").string)


def pack(kind):
    return PackSent(id="k-1", person="Amira", kind=kind, sent_on="2026-01-01", rows=())


def test_the_page_is_sound_and_speaks_plainly():
    assert_sound(page())


def test_without_a_script_everything_that_waits_can_be_read():
    plain = parsed(page()).select_one("noscript").get_text(" ")

    for expected in ("Ring home", "Ring twice", "Sit <near> the front", "Mystery", "workbook"):
        assert expected in plain


def test_questions_and_statements_come_in_the_order_of_the_workbook():
    made = some()
    review = triage(made)
    found = data(page(made))

    assert [one["ref"] for one in found["headings"]] == [str(q.ref) for q in review.headings]
    assert [one["ref"] for one in found["statements"]] == [str(row.ref) for row in review.queue]


def test_a_card_has_the_labels_that_are_proposed_and_may_be_right_with_what_speaks_for_them():
    found = data(page())
    card = found["statements"][1]
    kinds = [kind["name"] for kind in found["kinds"]]
    told = [
        (kinds[kind], found["words"][label], because) for kind, label, because in card["choices"]
    ]

    assert told == [
        ("Area", "Sensory and physical", ""),
        ("Need", "Hearing", "the words “Ring”"),
        ("Standard", "TS5 Adapt teaching", ""),
    ]
    assert [[found["words"][n] for n in labels] for labels in card["labels"]] == [
        ["Sensory and physical"],
        [],
        [],
        ["TS5 Adapt teaching"],
    ]


def test_a_heading_may_mean_what_the_workbooks_list_offers():
    found = data(page())

    assert [group["name"] for group in found["meanings"]] == [
        "What it says",
        "Area",
        "Need",
        "Whole school",
        "Standard",
    ]
    assert found["meanings"][0]["labels"] == [
        "Advice",
        "Signs of need",
        "Not advice",
        "Not a heading",
    ]
    assert found["headings"][0]["proposed"] == "Every area of need"


def test_what_a_document_says_cannot_end_the_data_nor_act():
    made = outcome(statement(HOSTILE, "Radio", reasons=[Reason.NO_LABEL]))
    text = page(made, beside=Beside(passages={made.items[0].id: f"<p>{HOSTILE}</p>"}))
    held = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)

    assert not re.search("[<>&\u2028\u2029]", held[1])
    assert json.loads(held[1])["sent"]["Wording"].count(HOSTILE) == 1
    assert_sound(text)


def test_the_script_uses_no_module_and_the_policy_forbids_the_network():
    soup = parsed(page())
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    code = soup.find_all("script")[-1]

    assert policy.startswith("default-src 'none'")
    assert "connect-src" not in policy
    assert not code.get("type")
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import|innerHTML|eval)\b", code.string)


def test_a_packs_page_carries_whose_it_is_and_leads_to_no_other_report():
    text = page(pack=pack(PackKind.SHARE))
    found = data(text)

    assert (found["pack"], found["person"], found["blind"]) == ("k-1", "Amira", False)
    assert parsed(text).h1.text == "Amira's share"
    assert not parsed(text).select("a[href$='.html'], a[href$='.xlsx']")
    assert data(page(pack=pack(PackKind.SECOND)))["blind"]


def test_a_page_for_nobody_by_name_is_nobodys():
    nobody = replace(pack(PackKind.SHARE), person="")
    assert parsed(page(pack=nobody)).h1.text == "A share of the review"


def test_what_changed_in_word_stands_word_by_word_on_the_card():
    verdict = Verdict(
        action=Action.APPROVED,
        reviewer="Ben",
        decided_on="2026-01-05T10:00:00+00:00",
        text_seen="Show the small clock",
        digest="",
    )
    made = outcome(statement("Show the large clock", reasons=[Reason.REWORDED], verdict=verdict))

    assert data(page(made))["statements"][0]["changes"] == [
        ["kept", "Show the"],
        ["taken out", " small"],
        ["added", " large"],
        ["kept", " clock"],
    ]


def test_a_page_for_comments_asks_for_no_decision():
    text = page(pack=pack(PackKind.COMMENTS))

    assert data(text)["comments"]
    assert "Ring home" in text
    assert "personal details" not in text
    assert_sound(text)


def test_decisions_about_others_like_it_stand_beside_a_statement():
    made = some()
    ring = next(item for item in made.items if item.text == "Ring home")
    past = Precedent(
        item="s-2", text="Ring them", decision="Kept", person="Ben", labels=("Hearing", "TS5")
    )
    found = data(page(made, beside=Beside(precedents={ring.id: (past,)})))

    assert found["statements"][0]["past"] == [["Ring them", "Kept", "Ben", "Hearing; TS5"]]
    assert found["statements"][1]["past"] == []


def test_where_nothing_waits_the_page_says_so():
    empty = page(outcome(statement("Face the pupil")))
    assert_sound(empty)
    assert "Nothing waits." in words(empty)
