"""Two thousand reviews with fixed seeds: what people are told when they stop is true."""

from benchmarks.review.stopping import REVIEWS, SHARES, SIZES, fates, ours, reviews, share_of


def test_what_is_said_holds_in_at_least_93_of_100_reviews_however_often_one_looks():
    found = fates(ours)
    assert len(found) == REVIEWS == 2000
    assert {(one.size, one.share) for one in found} == {(n, s) for n in SIZES for s in SHARES}
    assert share_of([one.held for one in found]) >= 0.93
    assert share_of([one.always for one in found]) >= 0.93
    for size in SIZES:
        assert share_of([one.always for one in found if one.size == size]) >= 0.93
    for share in SHARES:
        assert share_of([one.always for one in found if one.share == share]) >= 0.93


def test_people_read_a_part_where_few_are_wrong():
    read = {}
    for one in fates(ours, 40):
        read.setdefault((one.size, one.share), one.read)
    assert read[600, 0.0] < 80
    assert read[300, 0.0] < 80
    assert read[600, 0.2] > 400


def test_the_same_seed_makes_the_same_reviews():
    first, second = (list(reviews(30)) for _ in range(2))
    assert all((a[2] == b[2]).all() for a, b in zip(first, second, strict=True))
