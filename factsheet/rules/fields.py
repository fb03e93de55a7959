"""Pages of the rules that the schema of a kind, or of site.yaml, makes: which fields there are, and what they hold."""

from inspect import cleandoc
from typing import Final

from factsheet.rules.rule import Rule

_PAGES: Final = {
    "unknown-field": """
        A field is one that the kind has. A misspelt field would be left out of the page, and nobody would know.

        Good:

            # groups/red-hill.yaml
            founded: 2011

        Bad:

            # groups/red-hill.yaml
            fuonded: 2011
    """,
    "missing-field": """
        The fields that a kind needs are there. In a draft it is a warning.

        Good:

            # groups/red-hill.yaml (whole)
            name: Red Hill
            type: armed-group
            as_of: 2020-05-01
            cite: gazette

        Bad:

            # groups/red-hill.yaml (whole)
            name: Red Hill
            as_of: 2020-05-01
            cite: gazette
    """,
    "empty-value": """
        A key has a value. What isn't known is `unknown`, what there isn't is `none`, and a field may be left out.

        In braces it is most often a comma: it ends the text before it, and the rest becomes a key without a value. Put
        quotes around the text, or give it a line of its own.

        Good:

            # groups/red-hill.yaml
            founded: {value: 2011, note: "Three men, it is said, met there."}

        Bad:

            # groups/red-hill.yaml
            founded: {value: 2011, note: Three men, it is said, met there.}
    """,
    "wrong-type": """
        A value is of the kind that its field takes: a text, a number, a list, a map.

        YAML reads 1.10 as a number and yes as a text; quotes keep a text as typed. A set of dates begins with a bracket
        and needs them.

        Good:

            # groups/red-hill.yaml
            dissolved: "[2013-01-01..]"

        Bad:

            # groups/red-hill.yaml
            dissolved: [[2013-01-01]]
    """,
    "unknown-word": """
        Where a field takes one of a closed list of words, it is one of them.

        Good:

            # groups/red-hill.yaml
            type: armed-group

        Bad:

            # groups/red-hill.yaml
            type: militia
    """,
    "wrong-pattern": """
        A value is written as its field wants it: an id in small letters, a name on one line, a Wikidata number with Q.

        Good:

            # groups/red-hill.yaml
            identifiers: {wikidata: Q858}

        Bad:

            # groups/red-hill.yaml
            identifiers: {wikidata: "858"}
    """,
    "not-allowed": """
        A value is one that its field can have. `draft` is true or left out; of `records` and `sections` there is one.

        Good:

            # groups/red-hill.yaml
            draft: true

        Bad:

            # groups/red-hill.yaml
            draft: false
    """,
    "reserved-word": """
        The words unknown, none and withheld say that something is missing, so they are no ids and no names.

        Good:

            # groups/red-hill.yaml
            founded: unknown

        Bad:

            # groups/red-hill.yaml
            part_of: {group: unknown}
    """,
    "duplicate-item": """
        Nothing stands twice in a list.

        Good:

            # groups/red-hill.yaml
            cite: [gazette, wire-report]

        Bad:

            # groups/red-hill.yaml
            cite: [gazette, gazette]
    """,
    "out-of-range": """
        A number lies within the limits of its field.

        Good:

            # places/hill-town.yaml
            latitude: 36.2
            longitude: 37.1

        Bad:

            # places/hill-town.yaml
            latitude: 362
            longitude: 37.1
    """,
    "too-long": """
        A text, list or map is no longer than its field allows.

        Good:

            # groups/red-hill.yaml
            short: RH

        Bad:

            # groups/red-hill.yaml
            short: The group of the men who met on the red hill above the river in March
    """,
    "too-short": """
        A text is as long as its field wants. A summary has 40 characters at least: it says what the thing is.

        Good:

            # groups/red-hill.yaml
            summary: A group of villagers in the hills of the north, formed in March 2011.

        Bad:

            # groups/red-hill.yaml
            summary: A group.
    """,
    "invalid-date": """
        A date is EDTF: 2017-01-28, 2017-01, 2017, 2017-01~ (about), 2017-01-28/2017-02-03, "[2017-01-28..]".

        There is no 29 February 1900, and an interval doesn't end before it begins. `factsheet date` explains a date.

        Good:

            # groups/red-hill.yaml
            founded: 2011-03-04

        Bad:

            # groups/red-hill.yaml
            founded: 4 March 2011
    """,
    "invalid-amount": """
        An amount is a number, or a phrase: about 300, at least 300, 200 to 300 best 250, dozens. No thousands mark.

        Good:

            # groups/red-hill.yaml
            strength: {value: about 1200, according_to: watch}

        Bad:

            # groups/red-hill.yaml
            strength: {value: "1,200", according_to: watch}
    """,
    "invalid-language-tag": """
        The key of a text is a language tag: en, ar, ar-Latn, zh-Hans.

        Good:

            # groups/red-hill.yaml
            name: {en: Red Hill, ar-Latn: al-Tall al-Ahmar}

        Bad:

            # groups/red-hill.yaml
            name: {english: Red Hill}
    """,
    "invalid-moment": """
        A moment is a day, a time and a time zone: 2026-12-01T06:00:00+03:00.

        Good:

            # groups/red-hill.yaml
            embargo: 2026-12-01T06:00:00+03:00

        Bad:

            # groups/red-hill.yaml
            embargo: 2026-12-01 06:00
    """,
    "invalid-address": """
        A web address is whole and begins with https:// or http://. Where none is known, write unknown.

        Good:

            # sources/gazette.yaml
            url: https://gazette.example.org/12

        Bad:

            # sources/gazette.yaml
            url: gazette.example.org/12
    """,
}

OF_FIELDS: Final = tuple(
    Rule(name, "error", cleandoc(text), is_firm=True, stage="fields") for name, text in _PAGES.items()
)
"""The rules of this stage, without checks: the schemas report them."""
