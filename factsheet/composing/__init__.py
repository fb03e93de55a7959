"""From the corpus to sheets: one for each record, and those of the whole."""

from factsheet.composing.designations import Status, designation_status
from factsheet.composing.desk import Desk
from factsheet.composing.indexes import (
    compose_changes,
    compose_home,
    compose_index,
    compose_sources,
    compose_timeline,
    compose_view,
)
from factsheet.composing.names import NameThen, name_on
from factsheet.composing.sheets import compose, compose_all, compose_record

__all__ = [
    "Desk",
    "NameThen",
    "Status",
    "compose",
    "compose_all",
    "compose_changes",
    "compose_home",
    "compose_index",
    "compose_record",
    "compose_sources",
    "compose_timeline",
    "compose_view",
    "designation_status",
    "name_on",
]
