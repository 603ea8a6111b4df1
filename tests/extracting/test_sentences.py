import pytest
from fingerpost.extracting.sentences import sentence_pieces, sentences
from fingerpost.extracting.wording import one_line
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "Use aids, e.g. Numicon or beads.",
        "Use aids (e.g. A4 mats. Or beads.) in lessons.",
        "Ask Dr. Ali or Mrs. Bell for advice.",
        "Read approx. 20 pages a week.",
        "Work with J. Smith on targets.",
        "Meet at 3.30 each day.",
        "Use symbols, signs etc. in every room.",
        "See para. 4 of the plan",
        "Wait... then ask again.",
    ],
)
def test_what_looks_like_an_end_and_is_none(text):
    assert sentences(text) == (text,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Wait. Look.", ("Wait.", "Look.")),
        ("Use symbols, signs etc. Then wait.", ("Use symbols, signs etc.", "Then wait.")),
        ("Ask why! “Tell me more.” Wait.", ("Ask why!", "“Tell me more.”", "Wait.")),
        ("Works in KS2. Use it daily.", ("Works in KS2.", "Use it daily.")),
        (
            "Offer a break (two minutes). Then return.",
            ("Offer a break (two minutes).", "Then return."),
        ),
        ("Teach (not test. Wait.", ("Teach (not test. Wait.",)),
        ("", ()),
    ],
)
def test_sentences_end_at_a_stop_before_a_capital(text, parts):
    assert sentences(text) == parts


@given(st.text(alphabet="ab .!?()\"'AB1e.g", max_size=80))
def test_the_sentences_give_the_words_back(text):
    assert one_line(" ".join(sentences(text))) == one_line(text)


@pytest.mark.parametrize(
    "text", ["Say “Stop. Look.” now.", 'Say "Stop. Look." now.', "Say ‘It’s time. Look.’ now."]
)
def test_a_quotation_is_not_divided(text):
    assert sentences(text) == (text,)


def test_the_pieces_of_a_text_give_it_back_with_its_blanks():
    text = "Wait.  Look.\nAsk."
    assert sentence_pieces(text) == ("Wait.  ", "Look.\n", "Ask.")
