"""What a site tells has changed, and since when, without anybody saying so."""

from tests.curating.statements import statement
from tests.loading.databases import by_hand

DAYS = ("2026-07-01", "2026-08-15", "2026-10-05")


def test_a_site_is_compared_with_what_was_shown_when_the_term_began(council, rules):
    for number, day in enumerate(DAYS, start=1):
        council.loaded(*(statement(f"s-{n}", f"Words {n}.") for n in range(number)))
        by_hand(
            council.url,
            f"UPDATE releases SET created_at = '{day}T09:00:00+00:00' WHERE number = {number}",
        )

    def told(**wanted):
        site = council.made(**wanted).site
        return site.before and site.before.release.number, site.since

    assert "09-01" in rules.site.terms
    assert told() == (2, "since the term began on 1 September 2026")
    assert told(since=1) == (1, "since 1 July 2026")
    assert told(number=1)[0] is None
