"""Pages of the rules by which a file becomes records: of which kind, under which id."""

from inspect import cleandoc
from typing import Final

from factsheet.rules.rule import Rule

_PAGES: Final = {
    "empty-document": """
        A file holds at least one record, and so does each part of it between lines of `---`.

        Good:

            # groups/red-hill.yaml
            name: Red Hill

        Bad:

            # groups/red-hill.yaml (whole)
            # nothing yet
    """,
    "several-documents": """
        site.yaml is one document: the settings have no second part after a line of `---`.

        Good:

            # site.yaml
            title: The hills

        Bad:

            # site.yaml (whole)
            title: The hills
            publisher: Hill Desk
            ---
            title: The valleys
            publisher: Hill Desk
    """,
    "unknown-folder": """
        A record lies in the folder of its kind, or says its `kind`.

        Good:

            # groups/red-hill.yaml
            name: Red Hill

        Bad:

            # group/blue-hill.yaml (whole)
            name: Blue Hill
    """,
    "unknown-kind": """
        A record is of a kind that there is: one of the eight, or one of the publication's own.

        Good:

            # archive/blue-hill.yaml (whole)
            kind: person
            name: Blue Hill
            cite: gazette

        Bad:

            # archive/blue-hill.yaml (whole)
            kind: persn
            name: Blue Hill
            cite: gazette
    """,
    "missing-id": """
        Each record in a file of several says its `id`; one alone has the name of its file.

        Good:

            # groups/hills.yaml
            id: blue-hill
            ---
            id: green-hill

        Bad:

            # groups/hills.yaml
            id: blue-hill
            ---
            short: GH
    """,
    "invalid-id": """
        The name of a file is an id: small letters a to z, digits and single hyphens. Else the record says its `id`.

        Good:

            # groups/blue-hill.yaml
            name: Blue Hill

        Bad:

            # groups/Blue_Hill.yaml
            name: Blue Hill
    """,
    "duplicate-id": """
        An id is used once, in all kinds together, and a former id never again.

        One word names one record, so that a reference is one word. An address that once led to a record must not lead
        to another one.

        Good:

            # groups/red-hill.yaml
            former_ids: hill-guard

        Bad:

            # groups/red-hill.yaml
            # places/red-hill.yaml
    """,
}

_STALE: Final = """
    The schemas for editors in `.editor/` are those of this version and of the publication's own kinds.

    An editor that completes and checks by an older one flags what is right and lets pass what is wrong.
    `factsheet schema --write` writes them again.
"""

OF_RECORDS: Final = (
    *(Rule(name, "error", cleandoc(text), is_firm=True, stage="reading") for name, text in _PAGES.items()),
    Rule("stale-editor-schema", "advice", cleandoc(_STALE), is_firm=True, stage="reading"),
)
"""The rules of this stage, without checks: the reader reports them."""
