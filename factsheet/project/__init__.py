"""A publication on disk: find it, then read its settings and every record."""

from factsheet.project.finding import find
from factsheet.project.reading import Project, read_project

__all__ = ["Project", "find", "read_project"]
