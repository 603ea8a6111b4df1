"""Documents made by chance in: product and oracle agree on every word, its fate, place and shape."""

import pytest
from fingerpost.reading import read
from hypothesis import HealthCheck, given, settings

from tests.corpus.balance import account_of, differences, strays
from tests.corpus.differential import documents
from tests.corpus.shape import misshapen
from tests.oracle.parcel import Parcel
from tests.oracle.words import read as read_by_oracle
from tests.support.chance import times

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def faults(parcel: Parcel) -> list[str]:
    data = parcel.zipped()
    document, ledger = account_of("chance.docx", data)
    reading = read_by_oracle(data)
    again = [] if read("chance.docx", data) == document else ["read twice, it differs"]
    return [
        *differences(ledger, reading),
        *strays(ledger, data),
        *misshapen(document, reading),
        *again,
    ]


@settings(patient, max_examples=times(15))
@given(documents)
def test_a_document_made_by_chance_is_read_alike_by_product_and_oracle(parcel: Parcel) -> None:
    assert faults(parcel) == []


@pytest.mark.slow
@settings(patient, max_examples=times(600))
@given(documents)
def test_six_hundred_documents_made_by_chance_are_read_alike(parcel: Parcel) -> None:
    assert faults(parcel) == []
