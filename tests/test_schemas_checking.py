"""What an editor is told about a document that its schema refuses."""

import time

import pytest

from factsheet import defaults
from factsheet.diagnostics import Diagnostic
from factsheet.loading import load
from factsheet.schemas import Schemas, check

SCHEMAS = Schemas.read([defaults.SCHEMAS])
GROUP = "name: Liwa\ntype: armed-group\nas_of: 2026-03-01\n"
CLAIM = "about: x\nclaimant: sohr\nsaid: 2024-11-30\nstatement: It was so.\n"
SOURCE = "title: Report\npublisher: RT\nclass: media\npublished: 2024-11-30\n"


def problems(text: str, kind: str = "group") -> list[Diagnostic]:
    reading = load(text.encode(), "f.yaml")
    assert reading.diagnostics == ()
    return [found for document in reading.documents for found in check(document, kind, SCHEMAS)]


def one(text: str, kind: str = "group") -> Diagnostic:
    found = problems(text, kind)
    assert len(found) == 1, [problem.message for problem in found]
    return found[0]


def told(text: str, kind: str = "group") -> tuple[str, str, str]:
    found = one(text, kind)
    return found.rule, found.message, found.hint


def place(found: Diagnostic) -> tuple[int, int, int, int]:
    at = found.at
    return at.line, at.column, at.end_line, at.end_column


@pytest.mark.parametrize(("text", "kind"), [(GROUP, "group"), (CLAIM, "claim"), (SOURCE, "source")])
def test_a_valid_record_has_no_problem(text: str, kind: str) -> None:
    assert problems(text, kind) == []


def test_a_field_misspelt_for_a_missing_one_is_one_problem_at_the_key() -> None:
    found = one("nmae: Liwa\ntype: armed-group\nas_of: 2026-03-01\n")
    assert (found.rule, found.message, found.hint) == ("unknown-field", 'unknown field "nmae"', 'did you mean "name"?')
    assert place(found) == (1, 1, 1, 5)
    assert found.fix is not None
    assert found.fix.text == "name"


def test_a_field_that_is_far_from_any_is_shown_the_fields_and_not_changed() -> None:
    found = one(GROUP + "colour: red\n")
    assert found.message == 'unknown field "colour"'
    assert found.hint.startswith("the fields here are kind, id, former_ids, short, names")
    assert found.fix is None


def test_a_field_misspelt_in_a_way_that_may_mean_another_is_not_changed() -> None:
    assert one(GROUP + "removed: 3\n").fix is None


def test_the_word_of_another_tool_for_a_field_is_known() -> None:
    assert told(GROUP + "sources: x\n") == ("unknown-field", 'unknown field "sources"', 'did you mean "cite"?')


def test_a_field_of_the_record_typed_too_deep_is_sent_to_the_margin() -> None:
    found = one(GROUP + "founded:\n  - value: 2012\n    countries: SY\n")
    assert found.hint == '"countries" is a field of the record itself: it begins at the left margin'


def test_missing_fields_are_one_problem_at_the_start_of_the_record() -> None:
    found = one("# a comment\nname: Liwa\n")
    assert (found.rule, found.message) == ("missing-field", '"as_of" and "type" are missing')
    assert place(found) == (2, 1, 2, 5)


def test_a_field_missing_in_an_entry_is_told_with_the_entry() -> None:
    found = one(GROUP + "people:\n  - {person: a}\n")
    assert (found.rule, found.message) == ("missing-field", '"role" is missing in entry 1 of "people"')
    assert place(found) == (5, 5, 5, 16)


def test_missing_fields_of_a_draft_are_warnings_and_other_problems_are_not() -> None:
    found = problems("draft: true\nname: Liwa\ntype: bad\n")
    assert [(problem.rule, problem.severity) for problem in found] == [
        ("missing-field", "warning"),
        ("unknown-word", "error"),
    ]


def test_what_must_stand_beside_something_is_missing() -> None:
    found = told("about: x\nclaimant: sohr\nsaid: 2024\nfigures: {value: 3, unit: killed}\n", "claim")
    assert found[:2] == ("missing-field", '"figures" needs "covers" beside it')


def test_one_of_two_fields_is_missing() -> None:
    found = told("publisher: RT\nclass: media\npublished: 2024\n", "source")
    assert found[:2] == ("missing-field", '"title" or "description" is missing')


def test_a_misspelling_of_one_of_two_fields_is_said_once() -> None:
    assert told(SOURCE.replace("title", "titel"), "source")[1:] == ('unknown field "titel"', 'did you mean "title"?')


def test_two_fields_that_exclude_each_other_are_told_at_the_second() -> None:
    found = one("title: x\nrecords: a\nsections: {title: a, records: b}\n", "dossier")
    assert (found.rule, found.message) == ("not-allowed", 'there can be "records" or "sections", but only one of them')
    assert found.at.line == 3


def test_a_correction_without_what_was_there_before_is_incomplete() -> None:
    found = told(GROUP + "changes: {date: 2026, type: correction, text: Day mended.}\n")
    assert found[:2] == ("missing-field", '"was" is missing in "changes"')


def test_a_key_without_a_value_is_told_at_the_key() -> None:
    found = one(GROUP + "founded:\n")
    assert (found.rule, found.message) == ("empty-value", '"founded" has no value')
    assert found.hint == "write a value, or take the line out; if nobody knows it, write unknown"
    assert place(found) == (4, 1, 4, 8)


def test_a_comma_that_ends_a_text_in_braces_is_named() -> None:
    found = one(GROUP + "described_as: {label: It stops, flights included., according_to: sohr}\n")
    assert (found.rule, found.message) == ("empty-value", '"flights included." is a key without a value')
    assert found.hint.startswith("in {...} a comma ends the text before it")


def test_a_comma_in_a_text_of_several_languages_is_named() -> None:
    found = one(GROUP + "note: {en: Fighters, among them civilians}\n")
    assert (found.rule, found.message) == ("empty-value", '"among them civilians" is a key without a value')


def test_an_empty_entry_of_a_list_is_told() -> None:
    assert told(GROUP + "cite:\n  - a\n  -\n")[:2] == ("empty-value", 'entry 2 of "cite" is empty')


@pytest.mark.parametrize("field", ["note: ''", "note: '  '", "see_also: []", "note: {}"])
def test_what_holds_nothing_is_empty(field: str) -> None:
    assert told(GROUP + field)[0] == "empty-value"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the record is empty"),
        ("[a]", "a group is a map of fields; [a] is read as a list"),
        ("Liwa", 'a group is a map of fields; "Liwa" is read as text'),
    ],
)
def test_a_record_that_is_no_map_is_told_what_it_was_read_as(text: str, message: str) -> None:
    assert one(f"--- {text}\n").message == message


def test_a_number_where_text_belongs_can_be_quoted() -> None:
    found = one(GROUP + "short: 12\n")
    assert found.rule == "wrong-type"
    assert found.message == '"short" must be text, or one text for each language; 12 is read as a number'
    assert found.hint == 'put quotes around it if text is meant: "12"'
    assert found.fix is not None
    assert found.fix.text == '"12"'


def test_a_number_whose_zero_is_lost_is_not_guessed() -> None:
    found = one(GROUP + "identifiers: {pax: 1.10}\n")
    assert found.message == '"pax" must be text, or a list; 1.1 is read as a number with a point'
    assert found.hint == "put quotes around it to keep it as typed"
    assert found.fix is None


def test_a_whole_number_with_a_point_is_no_integer() -> None:
    found = one(GROUP + "identifiers: {pax: 2.0}\n")
    assert (found.rule, found.message[-24:]) == ("wrong-type", "as a number with a point")


def test_a_whole_number_with_a_point_may_be_a_coordinate() -> None:
    assert problems("name: x\ntype: city\nlatitude: 36.0\nlongitude: 37.0\n", "place") == []


def test_true_where_text_belongs_is_told_as_read() -> None:
    found = told(GROUP + "short: true\n")
    assert found[1].endswith("true is read as a yes or no")
    assert found[2] == 'put quotes around it if text is meant: "true"'


def test_the_country_code_no_is_text() -> None:
    assert problems(GROUP + "countries: NO\n") == []


def test_fields_where_a_text_belongs_are_one_problem() -> None:
    found = told(GROUP + "note: {value: x, cite: y}\n")
    assert found[:2] == (
        "wrong-type",
        '"note" must be text, or one text for each language; it has no fields of its own',
    )


def test_a_bare_id_where_only_a_map_will_do_is_shown_the_map() -> None:
    assert told(GROUP + "people: abu-jabir\n")[:2] == (
        "wrong-type",
        (
            '"people" must be a map such as {person: ..., role: ...}, or a list, or unknown, none or withheld; '
            '"abu-jabir" is read as text'
        ),
    )


def test_a_word_near_one_of_the_list_is_offered() -> None:
    found = one(GROUP.replace("armed-group", "Armed group"))
    assert (found.rule, found.message) == ("unknown-word", '"Armed group" is not one of the words for "type"')
    assert found.hint.startswith('did you mean "armed-group"? The words are armed-group, coalition,')
    assert found.hint.endswith("media, research and 2 more")
    assert found.fix is not None
    assert found.fix.text == "armed-group"


def test_a_word_that_is_in_no_list_is_shown_the_words_of_the_branch_that_was_meant() -> None:
    found = told(GROUP + "lineage: {type: rename, groups: hts}\n")
    assert found == (
        "unknown-word",
        '"rename" is not one of the words for "type"',
        "the words are merger, split, offshoot, successor or absorption",
    )


def test_a_reserved_word_is_no_id() -> None:
    found = told(GROUP + "see_also: none\n")
    assert found[:2] == ("reserved-word", '"none" is a reserved word and can\'t be "see_also"')


def test_an_id_with_capitals_and_blanks_is_offered_in_small_letters() -> None:
    found = one(GROUP + "see_also: Liwa al-Haqq\n")
    assert found.rule == "wrong-pattern"
    assert found.message == '"Liwa al-Haqq" is not an id: small letters a to z, digits and single hyphens'
    assert found.hint == 'did you mean "liwa-al-haqq"?'


def test_draft_false_is_told_what_to_do() -> None:
    assert told(GROUP + "draft: false\n")[:2] == ("not-allowed", '"draft" can only be true, not false')


def test_a_date_in_words_is_offered_as_edtf() -> None:
    found = one(CLAIM.replace("2024-11-30", "30 November 2024"), "claim")
    assert (found.rule, found.hint) == ("invalid-date", 'did you mean "2024-11-30"?')
    assert found.fix is not None
    assert found.fix.text == "2024-11-30"


@pytest.mark.parametrize(("typed", "column"), [("2017-02-30", 18), ('"2017-02-30"', 19)])
def test_a_wrong_date_is_marked_at_the_part_that_is_wrong(typed: str, column: int) -> None:
    found = one(f"{GROUP}founded: {typed}\n")
    assert found.rule == "invalid-date"
    assert (found.at.line, found.at.column) == (4, column)


def test_yesterday_is_no_date() -> None:
    found = told(GROUP + "founded: yesterday\n")
    assert (found[0], found[1][:26]) == ("invalid-date", '"yesterday" in "founded": ')


def test_a_year_of_two_digits_is_no_date() -> None:
    assert told(GROUP.replace("2026-03-01", "26"))[:2] == (
        "invalid-date",
        '26 in "as_of" is not a year from 1000 to 9999',
    )


def test_a_set_of_dates_without_quotes_is_recognised() -> None:
    text = GROUP + "designations: {authority: uk, listed: 2017, removed: [2025-10-21..]}\n"
    assert told(text)[::2] == ("wrong-type", 'a set of dates needs quotes: "[2025-10-21..]"')


def test_a_set_of_dates_without_quotes_is_recognised_where_a_list_may_stand() -> None:
    assert told(GROUP + "founded: [2012-01-23..]\n")[::2] == (
        "invalid-date",
        'a set of dates needs quotes: "[2012-01-23..]"',
    )


def test_a_misspelt_word_for_what_is_missing_is_no_date() -> None:
    found = one(GROUP + "founded: unknow\n")
    assert (found.rule, found.hint) == ("invalid-date", 'did you mean "unknown"?')
    assert found.fix is not None
    assert found.fix.text == "unknown"


def test_an_amount_that_runs_backwards_is_told() -> None:
    found = told(GROUP + "strength: 500 to 300\n")
    assert found == (
        "invalid-amount",
        '"500 to 300" in "strength": the range 500 to 300 runs backwards',
        'did you mean "300 to 500"?',
    )


def test_an_amount_is_not_negative() -> None:
    assert told(GROUP + "strength: -5\n")[:2] == ("invalid-amount", '"strength" must be at least 0, not -5')


@pytest.mark.parametrize(
    ("tag", "hint"),
    [("english", "such as en, ar or ar-Latn"), ("AR", 'did you mean "ar"?'), ("ar_latn", 'did you mean "ar-Latn"?')],
)
def test_a_key_that_is_no_language_tag_is_told_at_the_key(tag: str, hint: str) -> None:
    found = one(f"name: {{{tag}: Liwa}}\ntype: other\nas_of: 2026\n")
    assert (found.rule, found.message, found.hint) == (
        "invalid-language-tag",
        f'"{tag}" is not a language tag',
        hint,
    )
    assert place(found) == (1, 8, 1, 8 + len(tag))


@pytest.mark.parametrize(
    "moment", ["2026-02-30T06:00:00Z", "2026-02-20T25:00:00Z", "2026-02-20T06:00:00", "2026-02-20"]
)
def test_a_moment_has_a_day_a_time_and_a_zone(moment: str) -> None:
    assert told(f"{GROUP}embargo: {moment}\n")[0] == "invalid-moment"


@pytest.mark.parametrize("address", ["www.example.org", "https://", "https:///x", "'https://a b'", "ftp://example.org"])
def test_an_address_has_a_scheme_and_a_host(address: str) -> None:
    assert told(f"{SOURCE}url: {address}\n", "source")[0] in {"invalid-address", "wrong-pattern"}


def test_a_source_cited_twice_is_told_at_the_second_place() -> None:
    found = one(GROUP + "cite: [a, b, a]\n")
    assert (found.rule, found.message) == ("duplicate-item", 'entry 3 of "cite" repeats entry 1: "a"')
    assert place(found) == (4, 14, 4, 15)
    assert [place_of.column for place_of in found.related] == [8]


def test_a_summary_that_is_too_short_is_told_with_its_language() -> None:
    found = told(GROUP + "summary: {en: Short.}\n")
    assert found[:2] == ("too-short", '"summary" in en has 6 characters; at least 40')


def test_a_summary_that_is_too_long_is_told_its_length() -> None:
    assert told(f"{GROUP}summary: {'x' * 401}\n")[:2] == ("too-long", '"summary" has 401 characters; at most 400')


def test_a_name_on_two_lines_is_told_to_be_folded() -> None:
    assert told("name: |\n  Liwa\n  al-Haqq\ntype: other\nas_of: 2026\n")[:2] == (
        "wrong-pattern",
        '"name" must be one line',
    )


def test_a_latitude_beyond_the_pole_is_out_of_range() -> None:
    found = told("name: x\ntype: city\nlatitude: 91\nlongitude: 3\n", "place")
    assert found[:2] == ("out-of-range", '"latitude" must be at most 90, not 91')


def test_the_same_problem_in_several_places_is_counted() -> None:
    entries = "".join(f"  - {{person: p{n}, role: boss}}\n" for n in range(4))
    found = one(GROUP + "people:\n" + entries)
    assert found.message == '"boss" is not one of the words for "role", here and in 3 other places'
    assert [at.line for at in found.related] == [6, 7, 8]


def test_every_problem_of_a_record_is_told_in_one_run_in_order() -> None:
    text = "nmae: x\ntype: bad\nas_of: 2026-13-01\nfounded:\ncite: [a, a]\n"
    assert [(found.at.line, found.rule) for found in problems(text)] == [
        (1, "unknown-field"),
        (2, "unknown-word"),
        (3, "invalid-date"),
        (4, "empty-value"),
        (5, "duplicate-item"),
    ]


def test_a_long_value_is_shortened() -> None:
    message = one(f"{GROUP}see_also: {'A' * 90}\n").message
    assert len(message) < 140
    assert '..."' in message


def test_site_yaml_is_checked_too() -> None:
    assert told("title: x\npublisher: {nme: x}\n", "site")[1:] == ('unknown field "nme"', 'did you mean "name"?')


def test_no_message_has_a_word_of_json_schema_in_it() -> None:
    text = "nmae: 3\ntype: 4\nas_of: [x]\nfounded: {valu: 3}\ncite: {}\nshort: [a]\ncountries: UK\nstrength: true\n"
    said = " ".join(f"{found.message} {found.hint}" for found in problems(text))
    for word in ("schema", "anyOf", "enum", "propert", "pattern", "object", "array", "null", "regex", "instance"):
        assert word not in said


def test_a_thousand_valid_records_of_four_kilobytes_take_a_fifth_of_a_second() -> None:
    entries = "".join(f"  - {{value: 20{n:02}-01-28, aspect: announced, cite: [a{n}, b{n}]}}\n" for n in range(60))
    text = f"{GROUP}founded:\n{entries}"
    document = load(text.encode(), "f.yaml").documents[0]
    assert 3500 < len(text) < 4500
    assert check(document, "group", SCHEMAS) == ()
    start = time.process_time()
    for _ in range(1000):
        check(document, "group", SCHEMAS)
    assert time.process_time() - start < 0.6, "three times what it takes on a busy machine"
