"""Pages of the rules that are checked while files are read: bytes and YAML."""

from inspect import cleandoc
from typing import Final

from factsheet.rules.rule import Rule

_PAGES: Final = {
    "unreadable-file": """
        Each file under content/ is a plain file inside the publication that can be read.

        Links that lead out of the folder, or nowhere, are refused: a publication is whole by itself.
    """,
    "too-large": """
        A file has no more bytes than the limit, 4 MiB unless `limits` in site.yaml says otherwise.

        Good:

            # site.yaml
            limits: {file_bytes: 2048}

        Bad:

            # site.yaml
            limits: {file_bytes: 1024}
            # groups/red-hill.yaml
            body: |
              (1,100 characters)
    """,
    "not-utf8": """
        A file is UTF-8. Save it so in the editor.

        Good:

            # groups/red-hill.yaml
            name: Caf<U+00E9>

        Bad: the last letter is saved as Latin-1.

            # groups/red-hill.yaml
            name: Caf<0xE9>
    """,
    "byte-order-mark": """
        A file has no byte order mark. Save it as UTF-8, not as UTF-8 with BOM.

        Good:

            # groups/red-hill.yaml
            name: Red Hill

        Bad:

            # groups/red-hill.yaml
            <U+FEFF>name: Red Hill
    """,
    "control-character": """
        A file has no control characters. They come with text copied from terminals and old files; nobody sees them.

        Good:

            # groups/red-hill.yaml
            name: Red Hill

        Bad:

            # groups/red-hill.yaml
            name: Red<U+0007> Hill
    """,
    "line-break-character": """
        A file has no line breaks but the plain ones.

        U+0085, U+2028 and U+2029 end a line for some programs and not for others, so two readers see two files.

        Good:

            # groups/red-hill.yaml
            name: Red Hill

        Bad:

            # groups/red-hill.yaml
            name: Red Hill  # a comment<U+2028>short: RH
    """,
    "yaml-syntax": """
        A file is YAML. The message says what stopped the reader, and where.

        Most often a text needs quotes: one that holds a colon and a space, or begins with a bracket or quotation mark.

        Good:

            # groups/red-hill.yaml
            name: "Red Hill: the group"

        Bad:

            # groups/red-hill.yaml
            name: Red Hill: the group
    """,
    "yaml-indentation": """
        Lines that belong together begin in the same column, and are indented with spaces.

        Good:

            # groups/red-hill.yaml
            people:
              - person: anna-hill
                role: leader

        Bad:

            # groups/red-hill.yaml
            people:
              - person: anna-hill
               role: leader
    """,
    "yaml-key": """
        A key is text before a colon: no number, not true or false, no list, and never marked with a question mark.

        Good:

            # groups/red-hill.yaml
            identifiers: {"7": hill}

        Bad:

            # groups/red-hill.yaml
            identifiers: {7: hill}
    """,
    "yaml-comment": """
        A comment has a space before its `#`; else some programs read it as part of the value.

        Good:

            # groups/red-hill.yaml
            name: "Red Hill" # seen in print

        Bad:

            # groups/red-hill.yaml
            name: "Red Hill"# seen in print
    """,
    "yaml-alias": """
        Values are written out: no anchors, aliases or merge keys. A reader of the file sees what stands there.

        Good:

            # groups/red-hill.yaml
            founded: {value: 2011, note: "*about"}

        Bad:

            # groups/red-hill.yaml
            founded: {value: 2011, note: *about}
    """,
    "yaml-tag": """
        Values have no YAML tags. Quote text that begins with an exclamation mark.

        Good:

            # groups/red-hill.yaml
            name: "!Red Hill"

        Bad:

            # groups/red-hill.yaml
            name: !Red Hill
    """,
    "yaml-directive": """
        A file has no directives such as `%YAML 1.1`: all is read as YAML 1.2.

        Good:

            # groups/red-hill.yaml
            name: Red Hill

        Bad:

            # groups/red-hill.yaml (whole)
            %YAML 1.1
            ---
            name: Red Hill
    """,
    "yaml-number": """
        A number is one that every program reads alike: no leading zero, not too large, no infinity.

        Good:

            # groups/red-hill.yaml
            identifiers: {register: "012"}

        Bad:

            # groups/red-hill.yaml
            identifiers: {register: 012}
    """,
    "duplicate-key": """
        A key stands once in a map. Of two values a reader can't know which one holds.

        Good:

            # groups/red-hill.yaml
            founded: [2011, 2012]

        Bad:

            # groups/red-hill.yaml
            founded: 2011
            founded: 2012
    """,
    "too-deep": """
        Lists and maps lie no deeper in each other than the limit. Most often a bracket was never closed.

        Good:

            # groups/red-hill.yaml
            see_also: [old-league]

        Bad:

            # site.yaml
            limits: {depth: 8}
            # groups/red-hill.yaml
            see_also: [[[[[[[[[old-league]]]]]]]]]
    """,
    "too-many-nodes": """
        A file holds no more values than the limit, 100,000 unless `limits` in site.yaml says otherwise.

        Good:

            # groups/red-hill.yaml
            former_ids: [one, two]

        Bad:

            # site.yaml
            limits: {nodes: 100}
            # groups/red-hill.yaml
            former_ids: [(200 entries)]
    """,
}

_STALE_SCHEMA: Final = """
    The schemas in .editor/, by which editors complete and check, are those of the publication's kinds as they are now.

    `factsheet schema --write` writes them again; commit what it writes. Only `factsheet check` looks at them.
"""

OF_FILES: Final = (
    *(Rule(name, "error", cleandoc(text), is_firm=True, stage="reading") for name, text in _PAGES.items()),
    Rule("stale-editor-schema", "advice", cleandoc(_STALE_SCHEMA), is_firm=True, stage="reading"),
)
"""The rules of this stage, without checks: the reader reports them."""
