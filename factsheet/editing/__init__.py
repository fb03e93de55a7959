"""Changing what people write: records to YAML in the canonical layout, and fields of records in their files."""

from factsheet.editing.patching import get_field_text, patch_fields
from factsheet.editing.scalars import write_scalar
from factsheet.editing.writing import arrange, write_field, write_record, write_records

__all__ = [
    "arrange",
    "get_field_text",
    "patch_fields",
    "write_field",
    "write_record",
    "write_records",
    "write_scalar",
]
