"""From an article to a draft: stages that each are a plain function, and drafts that carry their evidence.

`read_text` (markup), `find` (all stages), `merge` (what a provider adds), `annotate` (for scoring), `draft`,
`write_draft`, `read_draft`.

The stages lie in packages in their order: `reading` a text, `dating`, `naming` groups, persons and places, `counting`,
`speaking` (who says it), `agreeing`, and `drafting` records; `assisting` is for a language model. `lexicon` has lists
of words.
"""

from factsheet.extraction.annotations import annotate
from factsheet.extraction.assisting.loading_provider import load_function
from factsheet.extraction.assisting.merging import merge
from factsheet.extraction.assisting.provided import Candidate, Provider, Replay
from factsheet.extraction.drafting.drafts import Draft, Evidence, Item, read_draft, verify_draft, write_draft
from factsheet.extraction.drafting.proposing import draft, fingerprint
from factsheet.extraction.findings import Findings, find
from factsheet.extraction.naming.gazetteer import Gazetteer
from factsheet.extraction.reading.markup import Form, guess_form, read_text

__all__ = [
    "Candidate",
    "Draft",
    "Evidence",
    "Findings",
    "Form",
    "Gazetteer",
    "Item",
    "Provider",
    "Replay",
    "annotate",
    "draft",
    "find",
    "fingerprint",
    "guess_form",
    "load_function",
    "merge",
    "read_draft",
    "read_text",
    "verify_draft",
    "write_draft",
]
