"""Bodies made by chance in: product and oracle agree on every word, its story and its fate."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.corpus.balance import differences, ledger_of, strays
from tests.corpus.differential import NUMBERING, STYLES, bodies, footnotes
from tests.oracle.parcel import Parcel, Part
from tests.oracle.words import read

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def faults(body: str, notes: Part) -> list[str]:
    data = Parcel(body, (STYLES, NUMBERING, notes)).zipped()
    ledger = ledger_of("chance.docx", data)
    return [*differences(ledger, read(data)), *strays(ledger, data)]


@settings(patient, max_examples=50)
@given(bodies, footnotes)
def test_the_words_of_a_document_made_by_chance_balance(body: str, notes: Part) -> None:
    assert faults(body, notes) == []


@pytest.mark.slow
@settings(patient, max_examples=500)
@given(bodies, footnotes)
def test_the_words_of_five_hundred_documents_made_by_chance_balance(body: str, notes: Part) -> None:
    assert faults(body, notes) == []
