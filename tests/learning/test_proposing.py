"""What people corrected becomes few rules, in words, right wherever people decided."""

import hashlib
import random
from dataclasses import replace

import pytest
from fingerpost.classifying import classify
from fingerpost.classifying.hearing import hearing
from fingerpost.decisions import Action, RuleAnswer, Standing, Verdict
from fingerpost.exemplars import Exemplar
from fingerpost.learning import propose
from fingerpost.lots import is_on_trial
from fingerpost.meanings import Meanings
from fingerpost.rulebook import with_accepted
from fingerpost.strategies import Role, Strategy
from fingerpost.taught import NO_ADVICE
from fingerpost.taxonomy import Facet
from sklearn.metrics import f1_score

from tests.classifying.rulebooks import cue, rulebook
from tests.support.shipped import shipped_rules

SP, HEARING, CI = "sensory-and-physical", "sp-hearing", "communication-and-interaction"
RIGHT = {Facet.AREA: (SP,), Facet.NEED: (HEARING,)}
WRONG = {Facet.AREA: (CI,), Facet.NEED: ("ci-receptive",)}
PLACES = ("hall", "gym", "library", "office", "corridor", "kitchen", "garden", "studio")
SHOWN = [f"Bring the streamer to the {place}" for place in PLACES]
BOOK = rulebook(cues=())


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def verdict(text, proposed=RIGHT, labels=RIGHT, action=Action.APPROVED, **more):
    usual = {"reviewer": "Ann", "decided_on": "2026-05-01T10:00:00+00:00", "digest": "d"}
    return Verdict(
        action=action, text_seen=text, labels=labels, proposed=proposed, **{**usual, **more}
    )


def standing(wrong=2, texts=SHOWN, **more):
    found = {f"s-{n}": verdict(text, WRONG if n < wrong else RIGHT) for n, text in enumerate(texts)}
    return Standing(verdicts=found, **more)


def proposed(said, exemplars=(), book=BOOK):
    return propose(said, exemplars, book.taxonomy, lambda: hearing(book))


def only(said, **more):
    (one,) = proposed(said, **more)
    return one


def test_a_phrase_that_is_right_wherever_people_decided_and_mends_two_is_proposed():
    one = only(standing())
    assert (one.rule.phrase, one.rule.value) == ("bring the streamer", HEARING)
    assert (one.right, one.of, one.mends) == (8, 8, 2)
    assert set(one.examples[:2]) == set(SHOWN[:2]), "what it mends is shown first"
    assert len(one.examples) == 3


@pytest.mark.parametrize(
    "said",
    [standing(wrong=0), standing(wrong=1), standing(texts=SHOWN[:4])],
    ids=["nothing was corrected", "it mends one", "four hold it"],
)
def test_too_little_proposes_nothing(said):
    assert proposed(said) == ()


def test_a_phrase_that_is_often_wrong_is_not_proposed():
    others = {f"s-w{n}": verdict(f"Bring the streamer {n}", labels=WRONG) for n in range(4)}
    said = standing()
    mixed = replace(said, verdicts={**said.verdicts, **others})
    assert not [one for one in proposed(mixed) if one.rule.phrase == "bring the streamer"]


def test_what_misleads_in_the_exemplars_is_not_proposed():
    against = [Exemplar(text=f"Bring the streamer at {n}.", labels=WRONG) for n in range(3)]
    assert proposed(standing(), exemplars=against) == ()


def test_what_a_cue_says_already_is_not_proposed():
    assert proposed(standing(), book=rulebook(cues=(cue(HEARING, "streamer"),))) == ()


def test_what_was_accepted_or_declined_is_not_proposed_again():
    one = only(standing())
    for accepted in (True, False):
        said = RuleAnswer(rule=one.rule, accepted=accepted, reviewer="Ann", decided_on="2026")
        found = proposed(standing(rules={one.rule.key: said}))
        assert one.rule.key not in {other.rule.key for other in found}


def test_where_people_rejected_a_rule_says_that_it_is_no_advice():
    texts = [f"Return this form to the {place}" for place in PLACES]
    said = Standing(
        verdicts={f"s-{n}": verdict(t, {}, {}, Action.REJECTED) for n, t in enumerate(texts)}
    )
    one = only(said)
    assert (one.rule.value, one.right, one.mends) == (NO_ADVICE, 8, 8)
    assert proposed(said, [Exemplar(text="Return this form.", role=Role.STRATEGY)] * 2) == ()


def test_the_half_that_tests_the_program_proposes_nothing():
    drawn = next(str(n) for n in range(99) if is_on_trial(str(n)))
    said = standing()
    tests = {item: replace(one, digest=drawn) for item, one in said.verdicts.items()}
    assert proposed(replace(said, verdicts=tests)) == ()


def test_the_same_decisions_in_any_order_propose_the_same():
    said = standing()
    items = list(said.verdicts.items())
    random.Random(4).shuffle(items)
    assert proposed(replace(said, verdicts=dict(items))) == proposed(said)


def test_no_more_than_twenty_are_proposed_the_most_mended_first():
    letters = "abcdefghijklmnopqrstuvwxy"
    texts = [f"Glim{a}ox zint{b}up" for a in letters for b in "abcdef"]
    found = proposed(standing(wrong=len(texts), texts=texts))
    assert len(found) <= 20
    assert [one.mends for one in found] == sorted((one.mends for one in found), reverse=True)


def test_nothing_changes_before_a_rule_is_accepted_and_then_it_is_a_cue():
    one = only(standing())
    declined = RuleAnswer(rule=one.rule, accepted=False, reviewer="Ann", decided_on="2026")
    assert with_accepted(BOOK, [declined]) is BOOK
    book = with_accepted(BOOK, [replace(declined, accepted=True)])
    assert book.digest != BOOK.digest
    (found,) = classify([statement("Bring the streamer to the pool")], book, Meanings(()))
    assert found.concepts(Facet.NEED) == (HEARING,)
    rules = [vote.evidence.rule for vote in found.suggestions if vote.concept == HEARING]
    assert f"{one.rule.key} accepted by Ann" in rules


def test_a_rule_about_a_category_that_is_gone_says_nothing():
    one = only(standing())
    gone = replace(one.rule, value="no-such")
    said = RuleAnswer(rule=gone, accepted=True, reviewer="Ann", decided_on="2026")
    assert with_accepted(BOOK, [said]) is BOOK


def statement(text):
    return Strategy(
        text=text, source_text=text, digest=digest(text), source="a.docx", locator="body/p[1]"
    )


@pytest.mark.slow
def test_after_200_corrections_a_proposed_rule_makes_other_statements_more_right():
    needs = {HEARING, "sp-vision", "cl-literacy", "semh-anxiety"}
    shipped = shipped_rules()
    unknown = tuple(one for one in shipped.cues if one.value not in needs)
    book = replace(shipped, cues=unknown, encoder="none", digest="without these needs")
    about = [e for e in book.exemplars if needs & set(e.labels.get(Facet.NEED, ())[:1])]
    random.Random(1).shuffle(about)
    pool = [e for e in about if not is_on_trial(digest(e.text))]
    elsewhere = [e for e in book.exemplars if e.labels.get(Facet.NEED) and e not in about]
    kept_back = [e for e in about if is_on_trial(digest(e.text))] + elsewhere[::15]
    corrections = _corrections(pool, book)
    assert len(corrections.verdicts) == 200
    texts = {one.text for one in kept_back}
    others = [one for one in book.exemplars if one.text not in texts]
    found = proposed(corrections, others, book)
    before = _macro_f1(kept_back, book)
    after = [_macro_f1(kept_back, with_accepted(book, [_accepted(one)])) for one in found]
    print(f"{len(found)} proposed; macro-F1 {before:.4f}, then {[round(one, 4) for one in after]}")
    assert max(after) > before
    assert min(after) >= before


def _accepted(one):
    return RuleAnswer(rule=one.rule, accepted=True, reviewer="Ann", decided_on="2026")


def _corrections(pool, book):
    classified = classify([statement(e.text) for e in pool], book, Meanings(book.headings))
    wrong = [
        (e, {facet: c.concepts(facet) for facet in Facet})
        for e, c in zip(pool, classified, strict=True)
        if c.concepts(Facet.NEED)[:1] != e.labels[Facet.NEED][:1]
    ]
    verdicts = {
        f"s-{n}": verdict(e.text, shown, e.labels, digest=digest(e.text))
        for n, (e, shown) in enumerate(wrong[:200])
    }
    return Standing(verdicts=verdicts)


def _macro_f1(rows, book):
    classified = classify([statement(e.text) for e in rows], book, Meanings(book.headings))
    right = [e.labels[Facet.NEED][0] for e in rows]
    given = [(c.concepts(Facet.NEED) or ("",))[0] for c in classified]
    return f1_score(right, given, average="macro", zero_division=0)
