"""Each way in which categories can be broken, with the whole message a person reads."""

import pytest

from tests.rulebook.small_rules import FILES, message, small_rules, spoilt

SPOILT = {
    "a_concept_id_used_twice": (
        "taxonomy/needs.yaml",
        "id: sp-vision",
        "id: sp-hearing",
        (
            "rules/taxonomy/needs.yaml line 8: 'sp-hearing' is already an id "
            "(rules/taxonomy/needs.yaml line 3); choose another."
        ),
    ),
    "an_id_with_a_capital": (
        "taxonomy/needs.yaml",
        "id: sp-vision",
        "id: SP vision",
        (
            "rules/taxonomy/needs.yaml line 8: 'SP vision' cannot be an id; "
            "use small letters, digits and hyphens."
        ),
    ),
    "a_need_without_an_area": (
        "taxonomy/needs.yaml",
        "    parent: sensory-and-physical\n    label: Vision",
        "    label: Vision",
        (
            "rules/taxonomy/needs.yaml line 8: 'sp-vision' is a need without an area; add "
            "'parent:' with one of sensory-and-physical, semh."
        ),
    ),
    "a_need_in_an_area_nobody_knows": (
        "taxonomy/needs.yaml",
        "parent: sensory-and-physical\n    label: Vision",
        "parent: sensory-physical\n    label: Vision",
        (
            "rules/taxonomy/needs.yaml line 8: no area of need is called 'sensory-physical'; "
            "did you mean 'sensory-and-physical'?"
        ),
    ),
    "an_area_with_a_parent": (
        "taxonomy/areas.yaml",
        "  - id: semh\n",
        "  - id: semh\n    parent: sensory-and-physical\n",
        (
            "rules/taxonomy/areas.yaml line 6: 'semh' is no need, so it cannot have a parent; "
            "take 'parent:' away."
        ),
    ),
    "a_facet_nobody_knows": (
        "taxonomy/needs.yaml",
        "facet: need",
        "facet: wants",
        (
            "rules/taxonomy/needs.yaml line 1: 'facet' is 'wants', but must be one of "
            "'area_of_need', 'need', 'universal', 'teachers_standards' or 'graduated_approach'."
        ),
    ),
    "two_needs_with_one_label": (
        "councils/north/labels.yaml",
        "{label: Ears}",
        "{label: vision}",
        (
            "rules/taxonomy/needs.yaml line 8: 'Vision' is also the label of 'sp-hearing'; "
            "people could not tell them apart, so change one."
        ),
    ),
    "a_label_for_no_concept": (
        "councils/north/labels.yaml",
        "sp-hearing:",
        "sp-earing:",
        (
            "rules/councils/north/labels.yaml line 2: no concept is called 'sp-earing'; "
            "did you mean 'sp-hearing'?"
        ),
    ),
    "a_hidden_concept_that_folds_nowhere": (
        "councils/north/labels.yaml",
        "{label: Ears}",
        "{hidden: true}",
        (
            "rules/councils/north/labels.yaml line 2: 'sp-hearing' is hidden; say with "
            "'folds_into:' what it is shown as."
        ),
    ),
    "a_fold_into_nothing": (
        "councils/north/labels.yaml",
        "{label: Ears}",
        "{hidden: true, folds_into: sp-visoin}",
        (
            "rules/councils/north/labels.yaml line 2: no concept is called 'sp-visoin'; "
            "did you mean 'sp-vision'?"
        ),
    ),
    "a_fold_into_another_kind": (
        "councils/north/labels.yaml",
        "{label: Ears}",
        "{hidden: true, folds_into: semh}",
        (
            "rules/councils/north/labels.yaml line 2: 'sp-hearing' cannot fold into 'semh', "
            "which is of another kind; choose one of its own kind."
        ),
    ),
    "a_replacement_of_a_category_in_use": (
        "taxonomy/needs.yaml",
        "    definition: Loss of sight.\n",
        "    definition: Loss of sight.\n    replaced_by: sp-hearing\n",
        (
            "rules/taxonomy/needs.yaml line 8: 'sp-vision' is replaced but not retired; add "
            "'retired: true', or take 'replaced_by:' away."
        ),
    ),
    "a_replacement_nobody_knows": (
        "taxonomy/needs.yaml",
        "    definition: Loss of sight.\n",
        "    definition: Loss of sight.\n    retired: true\n    replaced_by: sp-haering\n",
        (
            "rules/taxonomy/needs.yaml line 8: no concept is called 'sp-haering'; "
            "did you mean 'sp-hearing'?"
        ),
    ),
    "a_replacement_of_another_kind": (
        "taxonomy/needs.yaml",
        "    definition: Loss of sight.\n",
        "    definition: Loss of sight.\n    retired: true\n    replaced_by: semh\n",
        (
            "rules/taxonomy/needs.yaml line 8: 'sp-vision' cannot be replaced by 'semh', which is "
            "of another kind; choose one of its own kind."
        ),
    ),
    "a_replacement_by_itself": (
        "taxonomy/needs.yaml",
        "    definition: Loss of sight.\n",
        "    definition: Loss of sight.\n    retired: true\n    replaced_by: sp-vision\n",
        (
            "rules/taxonomy/needs.yaml line 8: 'sp-vision' is replaced by 'sp-vision', which leads "
            "back to it; end the circle with a category that is in use."
        ),
    ),
    "a_need_that_is_its_own_area": (
        "taxonomy/needs.yaml",
        "parent: sensory-and-physical\n    label: Vision",
        "parent: sp-vision\n    label: Vision",
        (
            "rules/taxonomy/needs.yaml line 8: no area of need is called 'sp-vision'; "
            "there are: sensory-and-physical, semh"
        ),
    ),
    "an_area_retired_with_nothing_in_its_place": (
        "taxonomy/areas.yaml",
        "    definition: Senses and body.\n",
        "    definition: Senses and body.\n    retired: true\n",
        (
            "rules/taxonomy/needs.yaml line 3: 'sensory-and-physical', the area of 'sp-hearing', "
            "is retired with nothing in its place; give it another 'parent:'.\n"
            "rules/taxonomy/needs.yaml line 8: 'sensory-and-physical', the area of 'sp-vision', "
            "is retired with nothing in its place; give it another 'parent:'."
        ),
    ),
    "an_own_category_with_an_id_of_a_shared_one": (
        "councils/north/labels.yaml",
        "labels:\n",
        "own:\n  - {id: semh, facet: area_of_need, label: Us, definition: We., maps_to: semh}\nlabels:\n",
        (
            "rules/councils/north/labels.yaml line 2: 'semh' is already an id "
            "(rules/taxonomy/areas.yaml line 6); choose another."
        ),
    ),
    "an_own_category_that_maps_to_nothing_we_know": (
        "councils/north/labels.yaml",
        "labels:\n",
        "own:\n  - {id: us, facet: area_of_need, label: Us, definition: We., maps_to: smeh}\nlabels:\n",
        (
            "rules/councils/north/labels.yaml line 2: no shared category of this kind is called "
            "'smeh'; did you mean 'semh'?"
        ),
    ),
    "an_own_category_that_does_not_say_what_it_maps_to": (
        "councils/north/labels.yaml",
        "labels:\n",
        "own:\n  - {id: us, facet: area_of_need, label: Us, definition: We.}\nlabels:\n",
        "rules/councils/north/labels.yaml line 2: 'maps_to' is missing; add it.",
    ),
    "words_of_the_council_for_its_own_category": (
        "councils/north/labels.yaml",
        "labels:\n",
        "own:\n  - {id: us, facet: area_of_need, label: Us, definition: We., maps_to: semh}\n"
        "labels:\n  us: {label: We}\n",
        (
            "rules/councils/north/labels.yaml line 4: 'us' is the council's own; write its settings "
            "below 'own:'."
        ),
    ),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_fault_of_a_category_is_told_with_file_line_and_remedy(case, tmp_path):
    name, old, new, expected = SPOILT[case]
    assert message(spoilt(tmp_path, name, old, new)) == expected


def test_folds_that_lead_in_a_circle_are_told_for_each_concept(tmp_path):
    labels = (
        "labels:\n"
        "  sp-hearing: {hidden: true, folds_into: sp-vision}\n"
        "  sp-vision: {hidden: true, folds_into: sp-hearing}\n"
    )
    assert message(small_rules(tmp_path, {"councils/north/labels.yaml": labels})) == (
        "rules/councils/north/labels.yaml line 2: 'sp-hearing' folds into 'sp-vision', which leads "
        "back to it; end the circle with a category that is not hidden.\n"
        "rules/councils/north/labels.yaml line 3: 'sp-vision' folds into 'sp-hearing', which leads "
        "back to it; end the circle with a category that is not hidden."
    )


def test_a_hidden_category_never_folds_into_one_that_is_gone(tmp_path):
    changes = {
        "councils/north/labels.yaml": "labels:\n  sp-hearing: {hidden: true, folds_into: sp-vision}\n",
        "taxonomy/needs.yaml": FILES["taxonomy/needs.yaml"] + "    retired: true\n",
    }
    assert message(small_rules(tmp_path, changes)) == (
        "rules/councils/north/labels.yaml line 2: 'sp-hearing' folds into 'sp-vision', which is "
        "retired with nothing in its place; choose another."
    )


def test_replacements_that_lead_in_a_circle_are_told_for_each_concept(tmp_path):
    needs = (
        FILES["taxonomy/needs.yaml"].replace(
            "    definition: Loss of hearing.\n",
            "    definition: Loss of hearing.\n    retired: true\n    replaced_by: sp-vision\n",
        )
        + "    retired: true\n    replaced_by: sp-hearing\n"
    )
    assert message(small_rules(tmp_path, {"taxonomy/needs.yaml": needs})).split("\n") == [
        "rules/taxonomy/needs.yaml line 3: 'sp-hearing' is replaced by 'sp-vision', which leads "
        "back to it; end the circle with a category that is in use.",
        "rules/taxonomy/needs.yaml line 10: 'sp-vision' is replaced by 'sp-hearing', which leads "
        "back to it; end the circle with a category that is in use.",
    ]
