from fingerpost.copying import passages

ARTICLE = """<html><body><article class="copy">
<h2 id="body/p[1]">Hearing</h2>
<p id="body/p[2]">Far away.</p><p id="body/p[3]">One.</p><p id="body/p[4]">Two.</p>
<ul class="list"><li><p id="body/p[5]" data-label="•"><mark data-place="body/p[5]">Face the
<strong>pupil</strong>.</mark></p></li>
<li><p id="body/p[6]" data-label="•"><mark data-place="body/p[6]">Sit near.</mark></p></li></ul>
<p id="body/p[7]"><mark data-place="body/p[7]" data-part="1">Ask.</mark>
<mark data-place="body/p[7]" data-part="2">Wait <a href="https://example.org">here</a>.</mark></p>
<h3 id="body/p[8]">Sight</h3><p id="body/p[9]">After.</p>
<div id="body/tbl[1]" class="wide" tabindex="0" role="region" aria-label="Table 1"><table><tbody>
<tr><td><p>Need</p></td><td><p>Do</p></td></tr>
<tr><td><p>Far</p></td><td><p>Nothing.</p></td></tr>
<tr><td><p>Near</p></td><td><p id="c"><mark data-place="c">Hold.</mark></p></td></tr>
</tbody></table></div></article></body></html>"""


def passage(locator, part=0):
    return passages(ARTICLE, [(locator, part)]).get((locator, part), "")


def test_only_the_words_of_the_one_statement_are_marked():
    assert passage("body/p[5]").count("<mark>") == 1
    assert "<mark>Face the\n<strong>pupil</strong>.</mark>" in passage("body/p[5]")
    assert "<mark>Ask.</mark>\nWait here." in passage("body/p[7]", 1)
    assert "Ask.\n<mark>Wait here.</mark>" in passage("body/p[7]", 2)


def test_the_blocks_round_it_and_the_heading_above_are_shown_as_they_stand_in_word():
    shown = passage("body/p[6]")

    assert shown.startswith('<p class="head">Hearing</p><p class="cut">…</p><p>One.</p>')
    assert '<ul class="list"><li><p data-label="•">' in shown
    assert "Far away." not in shown
    assert "Table" not in shown


def test_of_a_table_its_first_row_and_the_row_are_shown():
    assert passage("c").endswith(
        "<div><table><tbody><tr><td><p>Need</p></td><td><p>Do</p></td></tr>"
        "<tr><td><p>Near</p></td><td><p><mark>Hold.</mark></p></td></tr></tbody></table></div>"
    )


def test_nothing_in_it_has_an_id_a_link_or_a_heading_of_its_own():
    for place in (("body/p[5]", 0), ("body/p[7]", 2), ("c", 0)):
        shown = passage(*place)
        for forbidden in (" id=", "<a", "<h", "role=", "tabindex", "data-place"):
            assert forbidden not in shown


def test_a_place_that_is_not_in_the_copy_has_no_passage():
    assert passages(ARTICLE, [("body/p[99]", 0)]) == {}
