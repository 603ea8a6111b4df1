"""What may identify a person waits for one, whatever headings, answers and the model say."""

from dataclasses import replace

from fingerpost.calibrating import apply
from fingerpost.calibration import Calibration, Promise
from fingerpost.classifying.classifier import classifier_for
from fingerpost.classifying.identifiers import identifiers
from fingerpost.curating import settle
from fingerpost.decisions import Standing
from fingerpost.directory import Status
from fingerpost.meanings import answered_meaning
from fingerpost.suggestions import Ranked, Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.classifying.rulebooks import NAMES, meanings, rulebook, strategy, taxonomy
from tests.classifying.test_personal_fixture import KINDS, ROWS

CLASSIFIER = classifier_for(rulebook())
PATH = "Universal strategies > Hearing"
HIDDEN = [
    row["value"]
    for row in ROWS
    if row["kind"] in KINDS and any(identifiers(f"({row['value']})", NAMES))
]
PROMISE = Calibration(promise=Promise(risk=0.2, assurance=0.5, threshold=0.0))


def outcomes(item, answers):
    """Return the item as structure settles it, and as the model does besides."""
    found = CLASSIFIER.classify((item,), meanings(**answers))
    believed = tuple(
        replace(
            one,
            strategy_probability=1.0,
            assignments=tuple(
                replace(a, ranked=tuple(Ranked(c, 1.0) for c in a.concepts))
                for a in one.assignments
            ),
        )
        for one in found
    )
    settled = settle(believed, Standing())
    return (*settled, *apply(settled, PROMISE))


def test_nearly_all_identifiers_are_found_without_words_around_them():
    assert len(HIDDEN) > 90


def test_without_personal_data_structure_settles_it():
    assert outcomes(strategy("Check the hearing aid.", PATH), {})[0].status is Status.ACCEPTED


def test_without_personal_data_the_model_settles_it():
    first, second = outcomes(strategy("Check the hearing aid.", "Corner > Hearing"), {})
    assert (first.status, second.status) == (Status.REVIEW, Status.ACCEPTED)


@given(
    hidden=st.sampled_from(HIDDEN),
    before=st.sampled_from(("Check the hearing aid", "Give a radio aid", "Use a pencil grip")),
    path=st.sampled_from((PATH, "Universal strategies > SEMH", "Corner > Hearing", "Corner", "")),
    answered=st.sampled_from(("", "advice", "sp-hearing")),
    place=st.sampled_from(("text", "lead_in", "heads")),
)
def test_personal_data_is_never_accepted_without_a_person(hidden, before, path, answered, place):
    texts = {"text": f"{before} ({hidden}).", "lead_in": "", "path": path}
    if place == "lead_in":
        texts |= {"text": f"{before}.", "lead_in": f"With {hidden}:"}
    elif place == "heads":
        texts |= {"text": f"{before}.", "path": f"{path} > {hidden}".removeprefix(" > ")}
    item = strategy(texts["text"], texts["path"], lead_in=texts["lead_in"])
    answers = {"corner": answered_meaning(answered, "Ann", taxonomy())} if answered else {}
    for outcome in outcomes(item, answers):
        assert outcome.status is Status.REVIEW
        assert Reason.PERSONAL_DATA in outcome.reasons
