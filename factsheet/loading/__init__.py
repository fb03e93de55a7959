"""YAML text to documents: a strict subset of YAML 1.2, with the place of every key and value.

What is read and what is refused is told in `scalars` (values), `text` (characters), `builder` (structure) and
`layout` (what the parser takes against YAML 1.2). Nothing here knows a schema.
"""

from factsheet.loading.reading import Limits, Reading, load

__all__ = ["Limits", "Reading", "load"]
