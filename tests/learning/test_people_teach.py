"""What people decide teaches from the next run on; what they take back is unlearned."""

import hashlib
import random
from dataclasses import replace

from fingerpost.classifying import classify
from fingerpost.curating import fold, undo_item
from fingerpost.decisions import Action, Decision, Resource
from fingerpost.learned import Judgement
from fingerpost.logbook import chain
from fingerpost.lots import is_on_trial
from fingerpost.meanings import Meanings
from fingerpost.rulebook import with_accepted
from fingerpost.running.rules.learner import Learner, taught_by
from fingerpost.running.rules.teaching import proposed_rules
from fingerpost.strategies import Strategy
from fingerpost.taxonomy import Facet

from tests.classifying.rulebooks import rulebook
from tests.learning.exemplars import CI, SP, some

BOOK = replace(rulebook(cues=()), exemplars=some(), encoder="none")
THINGS = ("sandal", "satchel", "trolley", "lantern", "ribbon", "bucket", "marble", "candle")
MONDAY, TUESDAY, WEDNESDAY = (f"2026-05-0{day}T09:00:00+00:00" for day in (4, 5, 6))


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def texts(count=10):
    """Texts about one new thing that all may teach: none is in the half that tests."""
    found = (f"Offer the blue {one} trestle, {n}" for n in range(9) for one in THINGS)
    return [text for text in found if not is_on_trial(digest(text))][:count]


def answer(text, action=Action.APPROVED, area=SP, shown=CI, at=MONDAY):
    def line(kind, field, before, after):
        return Decision(
            seq=0,
            resource_id=f"s-{digest(text)[:12]}",
            resource_type=Resource.STRATEGY,
            last_action_date=at,
            last_action_type=kind,
            field_name=field,
            previous_value=before,
            replacement_value=after,
            updated_by="Ann",
            source_digest=digest(text),
            pack=f"{at}.xlsx#1",
        )

    yield line(Action.SEEN, "text", "a.docx", text)
    yield line(Action.RELABELLED, Facet.AREA, shown, area)
    yield line(Action.GIVEN, "given", "", at)
    yield line(action, "status", "review", action)


def log_of(*answers):
    return chain((), [line for one in answers for line in one])


def learned(log, folder):
    taught = taught_by(log, BOOK.taxonomy)
    return Learner(folder / "rules", folder / "state").learned(BOOK, taught)


def judged(log, folder, text):
    judgement = Judgement(learned(log, folder))
    strategy = Strategy(
        text=text, source_text=text, digest=digest(text), source="b.docx", locator="body/p[1]"
    )
    (found,) = classify([strategy], BOOK, Meanings(BOOK.headings), judgement)
    return found


def areas(log, folder, text):
    found = judged(log, folder, text)
    ranked = next(one.ranked for one in found.assignments if one.facet is Facet.AREA)
    return {one.concept: one.probability for one in ranked}


def test_ten_answers_change_what_is_proposed_for_similar_statements(tmp_path):
    waiting = "Offer the blue harness trestle at noon"
    for area in (SP, CI):
        log = log_of(*(answer(text, area=area) for text in texts()))
        before, after = (areas(lines, tmp_path, waiting) for lines in ((), log))
        assert max(after, key=after.get) == area
        assert after[area] > before.get(area, 0.0)


def test_the_same_answers_in_any_order_teach_the_same_bytes(tmp_path):
    answers = [tuple(answer(text)) for text in texts()]
    shuffled = random.Random(5).sample(answers, len(answers))
    first, other = (
        learned(log_of(*some), tmp_path / str(n)) for n, some in enumerate((answers, shuffled))
    )
    assert first.digest == other.digest
    files = [next((tmp_path / name / "state" / "learned").iterdir()) for name in "01"]
    assert files[0].name == files[1].name
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_rejected_statement_teaches_only_that_it_is_no_advice(tmp_path):
    ci, sp = (
        log_of(*(answer(text, Action.REJECTED, area) for text in texts())) for area in (CI, SP)
    )
    waiting = "Offer the blue harness trestle at noon"
    assert learned(ci, tmp_path).digest == learned(sp, tmp_path).digest
    before, after = (judged(log, tmp_path, waiting).strategy_probability for log in ((), ci))
    assert after < before


def test_what_is_taken_back_is_unlearned(tmp_path):
    log = log_of(*(answer(text) for text in texts(1)))
    undone = (*log, *chain(log, undo_item(log, log[0].resource_id, by="Bob", at=MONDAY)))
    assert learned(log, tmp_path).digest != learned((), tmp_path).digest
    assert learned(undone, tmp_path).digest == learned((), tmp_path).digest


def test_a_few_edits_count_for_themselves_at_once_and_for_others_once_there_are_more(tmp_path):
    *ten, new, newer = texts(12)
    log = log_of(*map(answer, ten))
    edits = (answer(ten[0], area=CI, at=TUESDAY), answer(new, at=TUESDAY))
    edited = (*log, *chain(log, [line for one in edits for line in one]))
    assert fold(edited).verdicts[log[0].resource_id].labels == {Facet.AREA: (CI,)}
    assert learned(edited, tmp_path).digest == learned(log, tmp_path).digest
    longer = (*edited, *chain(edited, answer(newer, at=WEDNESDAY)))
    assert {new, newer} <= {one.text for one in learned(longer, tmp_path).examples}


def test_a_rule_comes_from_the_log_and_goes_with_it():
    log = log_of(*(answer(text) for text in texts(8)))
    (one, *_) = proposed_rules(BOOK, fold(log))
    assert one.rule.value == SP
    accepted = Decision(
        seq=0,
        resource_id=one.rule.key,
        resource_type=Resource.RULE,
        last_action_date=MONDAY,
        last_action_type=Action.ACCEPTED_RULE,
        field_name="rule",
        replacement_value=f"{one.rule.value}|{one.rule.phrase}",
        updated_by="Ann",
    )
    longer = (*log, *chain(log, [accepted]))
    rules = with_accepted(BOOK, fold(longer).rules.values())
    assert [cue.phrases for cue in rules.cues] == [(one.rule.phrase,)]
    assert proposed_rules(rules, fold(longer)) == ()
    undone = (*longer, *chain(longer, undo_item(longer, one.rule.key, by="Bob", at=MONDAY)))
    assert with_accepted(BOOK, fold(undone).rules.values()) is BOOK
    assert one in proposed_rules(BOOK, fold(undone))
