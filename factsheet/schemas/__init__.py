"""Schemas: read, compiled, applied, explained; and what their annotations make of a value.

Read top to bottom: `reading` and `vetting` (files), `catalog` (kinds and engines), `checking` and `explaining`
(diagnostics), `normalising` (short forms to long ones), `walking` (leaves and references), `output` (what comes out).
"""

from factsheet.schemas.catalog import Kind, Schemas
from factsheet.schemas.checking import check
from factsheet.schemas.normalising import is_missing, normalise, normalise_record
from factsheet.schemas.output import output_schema, sheet_schema
from factsheet.schemas.walking import Leaf, Mention, describe, find_references, walk

__all__ = [
    "Kind",
    "Leaf",
    "Mention",
    "Schemas",
    "check",
    "describe",
    "find_references",
    "is_missing",
    "normalise",
    "normalise_record",
    "output_schema",
    "sheet_schema",
    "walk",
]
