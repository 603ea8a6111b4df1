"""What people type in the website's search who do not know the directory's words is a rule like others."""

import pytest
from fingerpost.errors import RulesError
from fingerpost.rulebook import LayWords, load_rulebook

from tests.rulebook.small_rules import small_rules
from tests.support.shipped import shipped_rules

OWN = "councils/north/lay_words.yaml"
SHARED = """\
lay_words:
  - {typed: [ear muffs, Telly], says: [ear defenders], under: [sp-hearing]}
"""


def lay_words(folder, shared=SHARED, own=None):
    rules = small_rules(folder, {"lay_words.yaml": shared, OWN: own})
    return load_rulebook(rules).lay_words


def test_a_councils_own_list_adds_to_the_shared_one_and_outweighs_it(tmp_path):
    own = "lay_words:\n  - {typed: [telly, den], says: [screen]}\n"

    assert lay_words(tmp_path, own=own) == (
        LayWords(("ear muffs",), ("ear defenders",), ("sp-hearing",)),
        LayWords(("telly",), ("screen",)),
        LayWords(("den",), ("screen",)),
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{typed: [den]}", "line 3: 'den' leads nowhere; fill in 'says' or 'under', or 'danger"),
        ("{typed: [den], danger: true, says: [a]}", "line 3: 'den' is a word of danger, which"),
        ("{typed: [den], alone: true, says: [a]}", "line 3: 'alone' is only for words of danger"),
        ("{typed: [den], under: [sp-hearng]}", "line 3: no concept is called 'sp-hearng'"),
        ("{typed: [TELLY], says: [screen]}", "line 3: 'TELLY' stands in another entry too"),
    ],
)
def test_what_leads_nowhere_or_stands_twice_is_named_with_its_place(tmp_path, entry, told):
    with pytest.raises(RulesError, match=r"lay_words\.yaml") as refused:
        lay_words(tmp_path, f"{SHARED}  - {entry}\n")
    assert told in str(refused.value)


def test_lay_words_touch_nothing_that_is_curated(tmp_path):
    without = load_rulebook(small_rules(tmp_path / "a", {}))
    with_some = load_rulebook(small_rules(tmp_path / "b", {"lay_words.yaml": SHARED}))

    assert with_some.digest == without.digest
    assert len(shipped_rules().lay_words) > 300
