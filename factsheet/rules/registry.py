"""Every rule by its name, and the check of the content by all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from inspect import cleandoc
from typing import Final, Literal

from factsheet.diagnostics import Diagnostic, Severity, sort_diagnostics
from factsheet.rules import (
    agreements,
    characters,
    claims,
    coverage,
    cycles,
    days,
    duplicates,
    groups,
    languages,
    pictures,
    quotations,
    references,
    silencing,
    sources,
    terms,
)
from factsheet.rules.content import Content
from factsheet.rules.fields import OF_FIELDS
from factsheet.rules.files import OF_FILES
from factsheet.rules.identities import OF_RECORDS
from factsheet.rules.rule import Rule, make_rule

_UNUSED: Final = "unused-silence"
_GRAVITY: Final[Mapping[Severity, int]] = {"advice": 0, "warning": 1, "error": 2}
_OFF: Final = "off"

Level = Severity | Literal["off"]
_LEVELS: Final[tuple[Level, ...]] = ("off", "advice", "warning", "error")

_OF_CONTENT: Final = (
    make_rule(references.check_dangling_reference, "error", is_firm=True),
    make_rule(references.check_reference_to_unpublished, "error", is_firm=True),
    make_rule(pictures.check_missing_image, "error", is_firm=True),
    make_rule(sources.check_statement_without_source, "error"),
    make_rule(sources.check_source_without_locator, "warning"),
    make_rule(sources.check_dead_without_archive, "warning"),
    make_rule(sources.check_single_origin, "advice"),
    make_rule(sources.check_unused_source, "advice"),
    make_rule(sources.check_broad_citation, "advice"),
    make_rule(quotations.check_quote_not_in_capture, "error"),
    make_rule(quotations.check_copied_wording, "warning"),
    make_rule(days.check_reversed_dates, "error"),
    make_rule(days.check_date_after_as_of, "error"),
    make_rule(days.check_overlapping_names, "warning"),
    make_rule(days.check_covers_after_said, "error"),
    make_rule(days.check_review_overdue, "warning"),
    make_rule(cycles.check_reference_cycle, "error"),
    make_rule(groups.check_merged_before_founded, "error"),
    make_rule(groups.check_active_outside_lifetime, "warning"),
    make_rule(agreements.check_party_as_third_party, "warning"),
    make_rule(agreements.check_signed_for_stranger, "error"),
    make_rule(agreements.check_earlier_names_later, "error"),
    make_rule(agreements.check_judgement_without_owner, "error"),
    make_rule(agreements.check_unjudged_provision, "advice"),
    make_rule(claims.check_weak_corroboration, "error"),
    make_rule(claims.check_one_sided_figures, "warning"),
    make_rule(claims.check_unlinked_revision, "warning"),
    make_rule(claims.check_thin_evidence_on_person, "warning"),
    make_rule(terms.check_charged_term, "warning"),
    make_rule(languages.check_unknown_language, "error"),
    make_rule(languages.check_script_mismatch, "error"),
    make_rule(languages.check_missing_translation, "advice"),
    make_rule(characters.check_mixed_script_name, "error"),
    make_rule(characters.check_bidi_control, "error"),
    make_rule(characters.check_hidden_character, "warning"),
    make_rule(characters.check_presentation_form, "warning"),
    make_rule(characters.check_decomposed_letter, "warning"),
    make_rule(characters.check_no_glyph, "error"),
    make_rule(duplicates.check_possible_duplicate, "warning"),
    make_rule(coverage.check_unexpected_count, "error"),
    Rule(_UNUSED, "warning", cleandoc(silencing.find_unused.__doc__ or "")),
    Rule("unknown-rule", "error", cleandoc(silencing.find_unknown.__doc__ or ""), is_firm=True),
    Rule("firm-rule", "error", cleandoc(silencing.find_firm.__doc__ or ""), is_firm=True),
)

RULES: Final[Mapping[str, Rule]] = {rule.name: rule for rule in (*OF_FILES, *OF_RECORDS, *OF_FIELDS, *_OF_CONTENT)}


def check_content(content: Content) -> tuple[Diagnostic, ...]:
    """Return what every rule has against the content, by place; without what is switched off or silenced."""
    levels = _read_levels(content)
    found = [each for rule in RULES.values() for each in _run(rule, content, levels.get(rule.name, rule.severity))]
    left, unused = silencing.apply_silences(content, found, RULES)
    left += silencing.find_unknown(content, RULES)
    left += silencing.find_firm(content, RULES)
    level = levels.get(_UNUSED, RULES[_UNUSED].severity)
    in_use = [silence for silence in unused if levels.get(silence.rule) != _OFF]
    if level != _OFF and not content.broken:
        left += [_grade(each, level) for each in silencing.find_unused(in_use)]
    return sort_diagnostics(left)


def _run(rule: Rule, content: Content, level: Level) -> Iterator[Diagnostic]:
    if rule.check and level != _OFF:
        for found in rule.check(content):
            yield _grade(found, level)


def _grade(found: Diagnostic, level: Severity) -> Diagnostic:
    """Return a finding as grave as its rule, or as mild as the check found it."""
    return (
        found
        if found.severity == level
        else replace(found, severity=min(found.severity, level, key=_GRAVITY.__getitem__))
    )


def _read_levels(content: Content) -> dict[str, Level]:
    typed = content.site.get("rules")
    levels: dict[str, Level] = {}
    for name, word in typed.items() if isinstance(typed, dict) else ():
        level = next((each for each in _LEVELS if each == word), None)
        if level and name in RULES and not RULES[name].is_firm:
            levels[name] = level
    return levels
