"""From records to the corpus: ids, references from both ends, and which records are published."""

from factsheet.resolution.corpus import resolve
from factsheet.resolution.mentions import is_reference, list_references
from factsheet.resolution.moments import choose_moment, read_moment
from factsheet.resolution.places import find_typed_pointer, locate, locate_link
from factsheet.resolution.shapes import Shape

__all__ = [
    "Shape",
    "choose_moment",
    "find_typed_pointer",
    "is_reference",
    "list_references",
    "locate",
    "locate_link",
    "read_moment",
    "resolve",
]
