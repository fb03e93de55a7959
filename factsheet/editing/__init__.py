"""Changing what people write: records to YAML in the canonical layout."""

from factsheet.editing.scalars import write_scalar
from factsheet.editing.writing import arrange, write_field, write_record, write_records

__all__ = ["arrange", "write_field", "write_record", "write_records", "write_scalar"]
