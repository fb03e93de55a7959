"""The sheet itself as a file: what every other form is made from."""

from factsheet.encoding import encode
from factsheet.formats.context import Context
from factsheet.model import Sheet


def render_json(sheet: Sheet, _language: str, _context: Context) -> bytes:
    """Return the sheet as indented JSON, its keys in their own order; the same for all languages."""
    return encode(sheet, indent=True) + b"\n"
