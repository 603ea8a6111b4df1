"""Final status, words, labels and reasons of items, from structure and from what people said."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold, settle
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.naming import digest_of
from fingerpost.reviewing.asking.doubts import Background, why
from fingerpost.suggestions import Evidence, Reason
from fingerpost.taxonomy import Facet

from tests.classifying.rulebooks import taxonomy
from tests.curating.lines import MONDAY, TEXT, TUESDAY, added, answer, log_of
from tests.curating.statements import statement

NEW = "Ask one thing at a time."
DOUBTS = (Reason.NO_LABEL, Reason.INFERRED_HEADING)


def settled(classified, *answers, suspects=lambda _: ()):
    (item,) = settle((classified,), fold(log_of(*answers)), suspects)
    return item


def keira(text):
    """Stand in for the search for personal data."""
    return (Evidence("personal-data", "Keira", "name"),) if "Keira" in text else ()


def test_without_a_doubt_structure_settles_it():
    item = settled(statement())
    assert (item.status, item.reasons, item.verdict) == (Status.ACCEPTED, (), None)
    assert item.labels == ((Facet.AREA, ("semh",)),)


def test_any_doubt_sends_it_to_a_person():
    item = settled(statement(reasons=DOUBTS))
    assert (item.status, item.reasons) == (Status.REVIEW, DOUBTS)


def test_an_approval_of_these_words_settles_every_doubt():
    item = settled(statement(reasons=DOUBTS), answer("s-1"))
    assert (item.status, item.reasons, item.text) == (Status.APPROVED, (), TEXT)


def test_a_persons_wording_and_labels_replace_the_products():
    approved = answer(
        "s-1", wording="Say one thing.", labels={Facet.AREA: ("cognition-and-learning", "semh")}
    )
    item = settled(
        statement(labels=((Facet.AREA, ("semh",)), (Facet.NEED, ("cl-memory",)))), approved
    )
    assert item.text == "Say one thing."
    assert item.concepts(Facet.AREA) == ("cognition-and-learning", "semh")
    assert item.concepts(Facet.NEED) == ("cl-memory",)


@pytest.mark.parametrize("wording", ["Let Keira rest.", "Let pupils rest.\nLet Keira rest."])
def test_personal_data_that_a_reviewer_typed_is_raised_again(wording):
    item = settled(statement(), answer("s-1", wording=wording), suspects=keira)
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.PERSONAL_DATA,))
    assert item.text == TEXT
    assert [one.quote for _, one in item.classified.field_evidence] == ["Keira"]
    assert why(item, Background(taxonomy(), {})) == (
        f"The wording that was typed, “{' / '.join(wording.splitlines())}”, may hold personal details "
        "(“Keira”); word it without."
    )


@pytest.mark.parametrize("field", ["child_voice", "child_voice_by"])
def test_a_childs_words_and_who_wrote_them_are_looked_through_as_well(field):
    standing = fold(log_of(answer("s-1")))
    verdict = replace(standing.verdicts["s-1"], **{field: "Keira, Year 4"})
    (item,) = settle((statement(),), replace(standing, verdicts={"s-1": verdict}), keira)
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.PERSONAL_DATA,))


def with_keira():
    seen = (("personal data", Evidence("personal-data", "Keira", "name")),)
    return statement(reasons=(Reason.PERSONAL_DATA,), field_evidence=seen)


@pytest.mark.parametrize("wording", [None, "Let Keira rest."])
def test_a_name_that_was_kept_in_passing_is_not_published(wording):
    item = settled(with_keira(), answer("s-1", wording=wording), suspects=keira)
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.PERSONAL_DATA,))
    assert item.text == TEXT
    assert "say so in the Note" in why(item, Background(taxonomy(), {})) or wording


@pytest.mark.parametrize("more", [{"note": "Out of a story"}, {"wording": "Let the pupil rest."}])
def test_a_name_that_somebody_vouched_for_or_took_out_is_settled(more):
    kept = answer("s-1", **{"wording": "Let Keira rest.", **more})
    item = settled(with_keira(), kept, suspects=keira)
    assert (item.status, item.reasons) == (Status.APPROVED, ())


def test_a_person_may_take_a_label_away():
    item = settled(statement(), answer("s-1", labels={Facet.AREA: ()}))
    assert item.labels == ()


def test_a_rejection_of_these_words_stands():
    item = settled(statement(reasons=DOUBTS), answer("s-1", Action.REJECTED))
    assert (item.status, item.reasons, item.live) == (Status.REJECTED, (), False)


@pytest.mark.parametrize("action", [Action.APPROVED, Action.REJECTED])
def test_new_words_in_word_bring_a_decided_item_back(action):
    decided = answer("s-1", action, wording="Say one thing.", labels={Facet.AREA: ("universal",)})
    item = settled(statement(text="Give two.", digest="d2", reasons=DOUBTS), decided)
    assert item.status is Status.REVIEW
    assert item.reasons == (Reason.REWORDED, *DOUBTS)
    assert item.text == "Give two."
    assert item.concepts(Facet.AREA) == ("universal",)
    assert item.verdict is not None
    assert item.verdict.wording == "Say one thing."


def test_a_reason_is_given_once():
    item = settled(statement(digest="d2", reasons=(Reason.REWORDED,)), answer("s-1"))
    assert item.reasons == (Reason.REWORDED,)


def test_not_sure_waits_for_somebody_else():
    item = settled(statement(), answer("s-1", Action.NOT_SURE))
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.NOT_SURE,))


def test_people_who_differ_send_it_back():
    item = settled(statement(), answer("s-1"), answer("s-1", Action.REJECTED, by="Bob", at=TUESDAY))
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.REVIEWERS_DISAGREE,))
    assert item.text == TEXT


def test_the_order_of_statements_is_kept():
    items = settle((statement("s-2"), statement("s-1")), fold(()))
    assert [item.id for item in items] == ["s-2", "s-1"]


# Statements that people added -----------------------------------------------------------------


def of_nowhere(lines, *reasons):
    """Return what a classifier makes of an added statement: no heading settles it."""
    return statement(
        lines[0].resource_id,
        NEW,
        digest=digest_of(NEW),
        labels=(),
        reasons=(*reasons, Reason.NO_LABEL, Reason.HEADING_NOT_SETTLED),
        heads=(),
        source="",
        locator="",
    )


def test_what_somebody_added_is_approved_under_the_labels_they_gave():
    lines = added(NEW, labels={Facet.AREA: ("semh",)})
    item = settled(of_nowhere(lines), lines)
    assert (item.status, item.reasons, item.text) == (Status.APPROVED, (), NEW)
    assert item.labels == ((Facet.AREA, ("semh",)),)


@pytest.mark.parametrize("doubt", [Reason.PERSONAL_DATA, Reason.NEAR_DUPLICATE])
def test_what_nobody_was_shown_of_an_addition_is_asked_once(doubt):
    lines = added(NEW)
    item = lines[0].resource_id
    classified = of_nowhere(lines, doubt)
    looked = answer(item, by="Bob", at=TUESDAY, saw=MONDAY, digest=digest_of(NEW))
    waits = settled(classified, lines)
    assert (waits.status, waits.reasons) == (Status.REVIEW, (doubt,))
    assert settled(classified, lines, looked).status is Status.APPROVED


def test_an_addition_that_was_withdrawn_is_rejected_whatever_is_doubted():
    lines = added(NEW)
    gone = answer(
        lines[0].resource_id, Action.REJECTED, at=TUESDAY, saw=MONDAY, digest=digest_of(NEW)
    )
    item = settled(of_nowhere(lines, Reason.PERSONAL_DATA), lines, gone)
    assert (item.status, item.reasons) == (Status.REJECTED, ())


def test_personal_data_typed_into_its_later_wording_is_raised_as_in_any_wording():
    lines = added(NEW)
    worded = answer(
        lines[0].resource_id,
        at=TUESDAY,
        saw=MONDAY,
        digest=digest_of(NEW),
        wording="Ask Keira first.",
    )
    item = settled(of_nowhere(lines), lines, worded, suspects=keira)
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.PERSONAL_DATA,))
