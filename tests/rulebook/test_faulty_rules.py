"""Each way in which cues, headings, names and settings can be broken, with the whole message a person reads."""

import json

import pytest

from tests.rulebook.small_rules import FILES, message, small_rules, spoilt

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
    "an_abbreviation_both_explained_and_known": (
        "glossary.yaml",
        "known: [TA, UK]",
        "known: [TA, Ep]",
        (
            "rules/glossary.yaml line 2: 'EP' stands under 'known' as well; keep it in one of the "
            "two."
        ),
    ),
    "an_abbreviation_of_nothing": (
        "glossary.yaml",
        "EP: educational psychologist",
        "EP: ''",
        "rules/glossary.yaml line 2: 'EP' is empty; fill it in or take the line away.",
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


def test_all_faults_of_one_kind_of_file_are_told_at_once(tmp_path):
    cues = FILES["cues/needs.yaml"].replace("sp-hearing", "xx").replace("sp-vision", "yy")
    told = message(small_rules(tmp_path, {"cues/needs.yaml": cues}))
    assert [line.split(":")[0] for line in told.split("\n")] == [
        "rules/cues/needs.yaml line 3",
        "rules/cues/needs.yaml line 8",
    ]


def test_a_first_day_of_term_that_no_year_has_is_named(tmp_path):
    site = 'terms:\n  - "02-29"\n  - "15-04"\n'
    assert message(small_rules(tmp_path, {"councils/north/site.yaml": site})) == (
        "rules/councils/north/site.yaml line 3: '15-04' is no day of a year; write the month "
        'before the day, such as "04-15" for 15 April.'
    )


@pytest.mark.parametrize(
    ("setting", "given", "told"),
    [
        ("address", "send.example.org", "is no address of a site; write it whole"),
        ("address", "javascript:alert(1)", "is no address of a site"),
        ("address", "https://me:secret@send.example.org", "and without a name, such as https://"),
        ("report_to", "javascript:alert(1)", "is neither an e-mail address nor"),
        ("report_to", "https://form.example.org", "in which {id} stands for the statement's"),
        ("terms", ["4-15"], "'4-15' is no day of a year"),
        ("safeguarding_link", "javascript:alert(1)", "is no address of a page; write it whole"),
    ],
)
def test_how_a_site_cannot_be_shown_is_named_in_its_own_words(tmp_path, setting, given, told):
    site = json.dumps({setting: given})
    said = message(small_rules(tmp_path, {"councils/north/site.yaml": site}))

    assert said.startswith("rules/councils/north/site.yaml line 1: '")
    assert told in said
