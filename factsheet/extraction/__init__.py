"""From an article to a draft: stages that each are a plain function, and drafts that carry their evidence.

`read_text` (markup), `find` (all stages), `merge` (what a provider adds), `annotate` (for scoring), `draft`,
`write_draft`, `read_draft`.
"""

from factsheet.extraction.annotations import annotate
from factsheet.extraction.drafting import draft, fingerprint
from factsheet.extraction.drafts import Draft, Evidence, Item, read_draft, verify_draft, write_draft
from factsheet.extraction.findings import Findings, find
from factsheet.extraction.gazetteer import Gazetteer
from factsheet.extraction.loading_provider import load_function
from factsheet.extraction.markup import Form, guess_form, read_text
from factsheet.extraction.merging import merge
from factsheet.extraction.provided import Candidate, Provider, Replay

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
