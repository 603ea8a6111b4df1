"""Figures of an evaluation, against figures worked out by hand."""

import math

import numpy as np
import pytest
from fingerpost.classifying.evaluating import GoldRow, Prediction, metrics, score
from fingerpost.classifying.evaluating.intervals import Share, auc, macro_f1
from fingerpost.classifying.evaluating.rows import belief
from fingerpost.strategies import Role, Strategy
from fingerpost.suggestions import Assignment, Classified, Ranked, Reason
from fingerpost.taxonomy import Facet
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score

AREA = Facet.AREA
LABELS = st.sampled_from("abc")


def predicted(wanted, *ranked, labels=None, **more):
    """Make a prediction of one facet: pairs of label and belief, the first one given as label."""
    strategy = Strategy(text="x", source_text="x", digest="", source="", locator="")
    given_labels = (ranked[0][0],) if ranked and ranked[0][0] else ()
    assignment = Assignment(
        AREA,
        given_labels if labels is None else labels,
        ranked=tuple(Ranked(*one) for one in ranked),
    )
    probability = more.pop("probability", 0.5)
    reasons = more.pop("reasons", ())
    classified = Classified(
        strategy=strategy,
        assignments=(assignment,),
        suggestions=(),
        strategy_probability=probability,
        reasons=reasons,
    )
    row = GoldRow(text="x", labels={} if wanted is None else {AREA: tuple(wanted)}, **more)
    return Prediction(row, classified)


def area(*predictions):
    return score(predictions).facets[0]


def test_an_interval_of_a_share_is_wilsons():
    low, high = Share(8, 10).interval
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


def test_of_nothing_everything_is_possible():
    assert (Share(0, 0).value, Share(0, 0).interval) == (0.0, (0.0, 1.0))


def test_all_right_of_a_few_promises_less_than_all():
    assert Share(10, 10).interval[0] == pytest.approx(0.7225, abs=1e-4)


def test_a_mean_f1_counts_each_label_the_same():
    # a: precision 1/2, recall 1, F1 2/3; b: precision 1, recall 1/2, F1 2/3; c: neither, 0.
    found = macro_f1(["a", "b", "b", "c"], ["a", "b", "a", "d"])
    assert found.value == pytest.approx((2 / 3 + 2 / 3 + 0 + 0) / 4)
    assert found.low <= found.value <= found.high


@given(st.lists(st.tuples(LABELS, LABELS), min_size=1, max_size=30))
def test_a_mean_f1_is_the_usual_one_and_the_same_at_every_run(pairs):
    wanted, given_labels = zip(*pairs, strict=True)
    found = macro_f1(wanted, given_labels)
    usual = f1_score(wanted, given_labels, average="macro", zero_division=0.0)
    assert found.value == pytest.approx(usual)
    assert found == macro_f1(wanted, given_labels)


def test_an_area_under_the_curve_counts_pairs_and_halves_ties():
    # Pairs: 3>1, 3>2, 2>1 are won, 2=2 is half won: 3.5 of 4.
    # Each good one wins 1 and .75 on average, so does each other: variance .03125 / 2 + .03125 / 2.
    found = auc([3.0, 2.0], [1.0, 2.0])
    spread = 1.959964 * math.sqrt(0.03125) / (0.875 * 0.125)
    low = 1 / (1 + math.exp(-(math.log(7) - spread)))
    high = 1 / (1 + math.exp(-(math.log(7) + spread)))
    assert (found.value, found.low, found.high) == pytest.approx((0.875, low, high))


def test_without_overlap_the_interval_is_not_empty():
    found = auc([0.9, 0.8, 0.7], [0.1, 0.2, 0.3, 0.4])
    assert (found.value, round(found.low, 4), found.high) == (1.0, 0.4385, 1.0)


def test_an_interval_of_the_area_covers_what_is_so_nineteen_times_in_twenty():
    truth = 0.5 * (1 + math.erf(1.5 / 2))
    numbers = np.random.default_rng(7)
    covered = 0
    for _ in range(300):
        found = auc(numbers.normal(1.5, 1, 60).tolist(), numbers.normal(0, 1, 40).tolist())
        covered += found.low <= truth <= found.high
    assert 0.92 <= covered / 300 <= 0.98


def test_each_label_has_its_precision_and_recall_and_what_is_acceptable():
    found = area(
        predicted(["semh"], ("semh", 0.9)),
        predicted(["universal", "semh"], ("semh", 0.8)),
        predicted(["universal"], ("universal", 0.7)),
        predicted(["universal"], ("", 0.6)),
    )
    semh, universal = (
        next(c for c in found.concepts if c.concept == x) for x in ("semh", "universal")
    )
    assert (semh.precision, semh.recall, semh.accepted) == (Share(1, 2), Share(1, 1), Share(2, 2))
    assert (universal.precision, universal.recall) == (Share(1, 1), Share(1, 3))
    assert (round(semh.f1, 4), universal.f1) == (0.6667, 0.5)
    assert found.mistakes == ((("universal", "none"), 1),)
    assert dict(found.confusion)["universal", "semh"] == 1


def test_a_shortlist_holds_the_two_likeliest_whichever_was_given():
    found = area(
        predicted(["semh"], ("universal", 0.5), ("semh", 0.4), ("", 0.1)),
        predicted(["semh"], ("universal", 0.5), ("", 0.4), ("semh", 0.1)),
        predicted([], ("universal", 0.5), ("", 0.4)),
        predicted(["semh"], labels=("semh",)),
    )
    assert found.shortlist == Share(3, 4)


def test_a_belief_is_that_of_the_label_given_and_calibrated_where_it_can_be():
    ranked = (Ranked("semh", 0.6), Ranked("universal", 0.3))
    assert belief(Assignment(AREA, ("universal",), ranked=ranked)) == 0.3
    assert belief(Assignment(AREA, ("universal",), confidence=0.8, ranked=ranked)) == 0.8
    assert belief(Assignment(AREA, ("other",), ranked=ranked)) is None


def test_beliefs_are_held_against_what_was_right_band_by_band():
    right = [predicted(["a"], ("a", 0.95)) for _ in range(3)]
    wrong = [predicted(["b"], ("a", 0.91)), predicted(["b"], ("a", 0.35))]
    bands = area(*right, *wrong).trust.bands
    assert [(b.least, b.most, b.held) for b in bands] == [
        (0.3, 0.4, Share(0, 1)),
        (0.9, 1.0, Share(3, 4)),
    ]
    assert bands[1].sure == pytest.approx((3 * 0.95 + 0.91) / 4)
    assert area(*right, *wrong).trust.error == pytest.approx((0.35 + 4 * (0.94 - 0.75)) / 5)


def test_a_certain_belief_belongs_to_the_surest_band():
    (band,) = area(predicted(["a"], ("a", 1.0))).trust.bands
    assert (band.least, band.most) == (0.9, 1.0)


def test_the_surest_are_kept_until_too_many_are_wrong():
    rights = [predicted(["a"], ("a", 0.9 - n / 100)) for n in range(19)]
    found = area(*rights, predicted(["b"], ("a", 0.5)), predicted(["b"], ("a", 0.4))).trust
    assert found.kept(0.02) == pytest.approx(19 / 21)
    assert found.kept(0.05) == pytest.approx(20 / 21)
    assert found.kept(0.10) == pytest.approx(1.0)


def test_equally_sure_labels_are_kept_together_or_not_at_all():
    found = area(predicted(["a"], ("a", 0.9)), predicted(["b"], ("a", 0.9))).trust
    assert (len(found.curve), found.kept(0.05)) == (1, 0.0)


def test_other_text_is_told_apart_kind_by_kind():
    found = score(
        [
            predicted(None, strategy=True, probability=0.9),
            predicted(None, strategy=True, probability=0.6, reasons=(Reason.MAY_BE_INDICATOR,)),
            predicted(
                None,
                strategy=False,
                role=Role.INDICATOR,
                probability=0.1,
                reasons=(Reason.MAY_BE_INDICATOR,),
            ),
            predicted(None, strategy=False, role=Role.CONTACT, probability=0.7),
        ]
    ).gate
    assert (found.strategies, found.others, found.flagged, found.held, found.accepted) == (
        *(2, 2),
        *(1, 1, 1),
    )
    assert found.auc == 0.75
    assert [(one.role, one.texts, one.accepted, one.area.value) for one in found.roles] == [
        ("contact", 1, 1, 0.5),
        ("indicator", 1, 0, 1.0),
    ]


def test_rows_are_told_apart_by_any_column():
    rows = [
        predicted(["a"], ("a", 0.9), columns={"council": "north"}),
        predicted(["b"], ("a", 0.9), columns={"council": "north"}),
        predicted(["a"], ("a", 0.9), columns={"council": "dale"}),
        predicted(["a"], ("a", 0.9)),
    ]
    groups = score(rows, by=["council"]).groups
    assert [(g.value, g.rows, dict(g.facets)[AREA]) for g in groups] == [
        ("", 1, Share(1, 1)),
        ("dale", 1, Share(1, 1)),
        ("north", 2, Share(1, 2)),
    ]


def test_programs_get_the_same_figures_as_plain_numbers():
    found = metrics(score([predicted(["a"], ("a", 0.9)), predicted(["b"], ("a", 0.9))]))
    first = found["facets"][0]
    assert (first["scored"], first["right"], first["accuracy"]) == (2, 1, 0.5)
    assert first["accuracy_interval"] == [0.0945, 0.9055]
    assert first["kept"] == {"0.02": 0.0, "0.05": 0.0, "0.1": 0.0}
    assert found["gate"]["auc"] is None
