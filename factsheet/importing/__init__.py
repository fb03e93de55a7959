"""Foreign data to records: one module a format; what they share is read in the order of an import.

`texts` and `dating` (bytes to values), the formats, `linking` and `preparing` (records that name each other and pass
their schemas), `merging` and `remembering` (a second import keeps hand edits), `running` (the whole).
"""

from factsheet.editing.files import Change
from factsheet.importing.formats import IMPORTERS, ImportFormat
from factsheet.importing.intake import Options
from factsheet.importing.mapping import load_mapping
from factsheet.importing.preparing import Wishes
from factsheet.importing.reporting import Report, as_object
from factsheet.importing.running import Plan, plan_import, write_plan
from factsheet.importing.texts import ImportProblem

__all__ = [
    "IMPORTERS",
    "Change",
    "ImportFormat",
    "ImportProblem",
    "Options",
    "Plan",
    "Report",
    "Wishes",
    "as_object",
    "load_mapping",
    "plan_import",
    "write_plan",
]
