"""Each way in which rules can be broken, with the whole message a person reads."""

import pytest
from fingerpost.errors import RulesError
from fingerpost.rulebook import load_rulebook

from tests.rulebook.small_rules import FILES, small_rules, spoilt


def message(rules, council=None):
    with pytest.raises(RulesError) as caught:
        load_rulebook(rules, council)
    return str(caught.value)


SPOILT = {
    "an_unknown_concept": (
        "cues/needs.yaml",
        "for: sp-hearing",
        "for: sp-hearng",
        "rules/cues/needs.yaml line 3: no concept is called 'sp-hearng'; did you mean 'sp-hearing'?",
    ),
    "a_concept_like_no_other": (
        "cues/needs.yaml",
        "for: sp-hearing",
        "for: xyz",
        (
            "rules/cues/needs.yaml line 3: no concept is called 'xyz'; there are: "
            "sensory-and-physical, semh, sp-hearing, sp-vision"
        ),
    ),
    "an_unknown_setting": (
        "cues/needs.yaml",
        "phrases: [radio aid, hearing aid]",
        "phrasess: [radio aid, hearing aid]",
        "rules/cues/needs.yaml line 5: no setting is called 'phrasess'; did you mean 'phrases'?",
    ),
    "a_cue_without_words": (
        "cues/needs.yaml",
        "    phrases: [large print]\n",
        "",
        "rules/cues/needs.yaml line 8: 'vision' has no words; add 'phrases:' with at least one.",
    ),
    "a_name_of_two_words": (
        "names/first_names.yaml",
        "- olivia",
        "- olivia rose",
        (
            "rules/names/first_names.yaml line 4: 'olivia rose' is more than one word; give each "
            "word an entry of its own."
        ),
    ),
    "a_name_that_stands_there_twice": (
        "names/first_names.yaml",
        "- olivia",
        "- Aisha",
        (
            "rules/names/first_names.yaml line 4: 'aisha' stands there before "
            "(rules/names/first_names.yaml line 3); keep one of them."
        ),
    ),
    "an_unknown_kind_of_names": (
        "names/first_names.yaml",
        "kind: first-names",
        "kind: pets",
        (
            "rules/names/first_names.yaml line 1: 'kind' is 'pets', but must be one of 'no-names', "
            "'titles', 'first-names', 'surnames' or 'names-that-are-words'."
        ),
    ),
    "a_companion_that_is_no_concept": (
        "companions.yaml",
        "{semh: 0.3}",
        "{semhh: 0.3}",
        "rules/companions.yaml line 2: no concept is called 'semhh'; did you mean 'semh'?",
    ),
    "a_companion_of_the_same_kind": (
        "companions.yaml",
        "{semh: 0.3}",
        "{sp-vision: 0.3}",
        (
            "rules/companions.yaml line 2: 'sp-vision' is of the same kind as 'sp-hearing', so it "
            "is no companion of it; take it away."
        ),
    ),
    "a_companion_surer_than_sure": (
        "companions.yaml",
        "{semh: 0.3}",
        "{semh: 1.3}",
        ("rules/companions.yaml line 2: 'semh' is '1.3': Input should be less than or equal to 1."),
    ),
    "an_empty_phrase": (
        "cues/needs.yaml",
        "phrases: [large print]",
        "phrases: ['']",
        ("rules/cues/needs.yaml line 10: 'phrases' is empty; fill it in or take the line away."),
    ),
    "a_cue_without_examples": (
        "cues/needs.yaml",
        "    matches: [Use large print.]\n",
        "",
        "rules/cues/needs.yaml line 8: 'matches' is missing; add it.",
    ),
    "a_phrase_with_an_open_bracket": (
        "cues/needs.yaml",
        "phrases: [large print]",
        "phrases: ['large (bold print']",
        (
            "rules/cues/needs.yaml line 8: the round brackets of 'large (bold print' do not pair "
            "up; close each one."
        ),
    ),
    "an_entry_out_of_line": (
        "cues/needs.yaml",
        "phrases: [large print]",
        "phrases:\n      - large print\n          - magnifier",
        (
            "rules/cues/needs.yaml line 8: 'large print - magnifier' looks like two entries run "
            "together; begin each on a line of its own, indented like the others."
        ),
    ),
    "a_gap_with_nothing_after_it": (
        "cues/needs.yaml",
        "phrases: [large print]",
        "phrases: ['large ... (print)']",
        (
            "rules/cues/needs.yaml line 8: 'large ... (print)' has a gap; put a word that must "
            "stand there on either side."
        ),
    ),
    "a_cue_id_used_twice": (
        "cues/needs.yaml",
        "id: vision",
        "id: hearing",
        (
            "rules/cues/needs.yaml line 8: 'hearing' is already an id "
            "(rules/cues/needs.yaml line 3); choose another."
        ),
    ),
    "a_weight_above_one": (
        "cues/needs.yaml",
        "for: sp-vision\n",
        "for: sp-vision\n    weight: 3\n",
        (
            "rules/cues/needs.yaml line 10: 'weight' is '3': "
            "Input should be less than or equal to 1."
        ),
    ),
    "a_cue_about_nothing_we_know": (
        "cues/needs.yaml",
        "about: concept",
        "about: weather",
        (
            "rules/cues/needs.yaml line 1: 'about' is 'weather', but must be one of "
            "'concept', 'gate', 'tier', 'phase' or 'actor'."
        ),
    ),
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
    "a_facet_rule_about_a_category_nobody_knows": (
        "facets.yaml",
        "area: [universal]",
        "area: [semhh]",
        "rules/facets.yaml line 2: no value of area is called 'semhh'; did you mean 'semh'?",
    ),
    "a_facet_rule_that_asks_for_what_is_not_there": (
        "facets.yaml",
        "heading_tier:",
        "heading_teir:",
        (
            "rules/facets.yaml line 3: 'heading_teir' is 'heading_teir', but must be one of 'area', "
            "'need', 'universal', 'teachers_standards', 'heading_standard', 'heading_tier', "
            "'words_tier', 'need_elsewhere', 'beside_universal', 'phase_elsewhere', 'hidden', "
            "'actor', 'voice' or 'section'."
        ),
    ),
    "a_contact_that_is_none": (
        "councils/north/council.yaml",
        "name: North\n",
        "name: North\ncontacts:\n  - north.example.org\n  - the office\n",
        (
            "rules/councils/north/council.yaml line 4: 'contacts' is 'the office': write an e-mail "
            "address or domain, a telephone number or a postcode."
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
    "a_heading_rule_for_no_concept": (
        "headings/roles.yaml",
        "{role: strategy}",
        "{concepts: [sp-visoin]}",
        (
            "rules/headings/roles.yaml line 2: no concept is called 'sp-visoin'; "
            "did you mean 'sp-vision'?"
        ),
    ),
    "a_role_nobody_knows": (
        "headings/roles.yaml",
        "{role: strategy}",
        "{rolle: strategy}",
        "rules/headings/roles.yaml line 3: no setting is called 'rolle'; did you mean 'role'?",
    ),
    "a_heading_rule_without_words": (
        "headings/roles.yaml",
        "    within: [what to do]\n",
        "",
        (
            "rules/headings/roles.yaml line 2: 'role-strategies' has no words; add 'words:' or "
            "'within:' with at least one."
        ),
    ),
    "a_pattern_that_is_none": (
        "headings/roles.yaml",
        "within: [what to do]",
        "pattern: 'what ('",
        (
            "rules/headings/roles.yaml line 2: 'what (' is no regular expression (missing ), "
            "unterminated subpattern at position 5); mend it or use 'words:'."
        ),
    ),
    "words_that_are_no_list": (
        "headings/roles.yaml",
        "within: [what to do]",
        "within: what to do",
        (
            "rules/headings/roles.yaml line 4: 'within' must be a list; put each entry on a line "
            "of its own after '- '."
        ),
    ),
    "a_setting_given_twice": (
        "councils/north/council.yaml",
        "assumed_tier: universal",
        "name: South",
        (
            "rules/councils/north/council.yaml line 2: 'name' stands here a second time (first on "
            "line 1); keep one of them."
        ),
    ),
    "a_tier_nobody_knows": (
        "councils/north/council.yaml",
        "universal",
        "uniersal",
        (
            "rules/councils/north/council.yaml line 2: 'assumed_tier' is 'uniersal', but must be "
            "one of 'universal', 'targeted' or 'specialist'."
        ),
    ),
    "broken_yaml": (
        "councils/north/council.yaml",
        "assumed_tier: universal",
        "assumed_tier: [universal",
        (
            "rules/councils/north/council.yaml line 3: this is not valid YAML (did not find "
            "expected ',' or ']'); check the indents, colons and quotation marks on this line and "
            "the one before it."
        ),
    ),
    "a_list_where_settings_belong": (
        "workspace.yaml",
        "council: north",
        "- north",
        "rules/workspace.yaml line 1: the file must hold settings such as 'council:'.",
    ),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_fault_is_told_with_file_line_and_remedy(case, tmp_path):
    name, old, new, expected = SPOILT[case]
    assert message(spoilt(tmp_path, name, old, new)) == expected


def test_a_missing_file_is_named(tmp_path):
    rules = small_rules(tmp_path, {"workspace.yaml": None})
    assert message(rules) == (
        "rules/workspace.yaml is missing; put it back, or copy it from a new workspace made with "
        "`fingerpost init`."
    )


def test_an_empty_file_is_named(tmp_path):
    rules = small_rules(tmp_path, {"workspace.yaml": "# nothing yet\n"})
    assert message(rules) == ("rules/workspace.yaml is empty; fill it in or put the original back.")


def test_a_file_in_another_encoding_is_named(tmp_path):
    rules = small_rules(tmp_path)
    (rules / "workspace.yaml").write_bytes("council: Ynys Môn\n".encode("latin-1"))
    assert message(rules) == (
        "rules/workspace.yaml: the character at byte 15 is not UTF-8; save the file as UTF-8."
    )


def test_a_folder_without_files_is_named(tmp_path):
    assert message(small_rules(tmp_path, {"cues/needs.yaml": None})) == (
        "rules/cues has no .yaml file; put the files back, or copy them from a new workspace made "
        "with `fingerpost init`."
    )


def test_a_missing_folder_is_named(tmp_path):
    assert message(tmp_path / "rules") == (
        f"There is no folder of rules at {tmp_path / 'rules'}; name the workspace that has one."
    )


def test_an_unknown_council_is_told_what_councils_there_are(tmp_path):
    assert message(small_rules(tmp_path), "west") == (
        "rules/councils: no council is called 'west'; there are: north"
    )


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


def test_all_faults_of_one_kind_of_file_are_told_at_once(tmp_path):
    cues = FILES["cues/needs.yaml"].replace("sp-hearing", "xx").replace("sp-vision", "yy")
    told = message(small_rules(tmp_path, {"cues/needs.yaml": cues}))
    assert [line.split(":")[0] for line in told.split("\n")] == [
        "rules/cues/needs.yaml line 3",
        "rules/cues/needs.yaml line 8",
    ]
