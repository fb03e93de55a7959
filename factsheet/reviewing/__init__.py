"""From a draft to records: accepted, edited, merged or rejected, item by item, and remembered.

`Session` opens a draft; `Session.plan` works out what decisions do, `Session.carry_out` writes it.
"""

from factsheet.editing.files import Change
from factsheet.reviewing.candidates import list_candidates, list_subjects
from factsheet.reviewing.drafting import find_problems, list_missing
from factsheet.reviewing.editing import change_item, read_item, set_field, write_item
from factsheet.reviewing.merging import Step, list_steps, word_value
from factsheet.reviewing.planning import Outcome, Plan, Wishes, plan_review
from factsheet.reviewing.releasing import list_held, plan_release
from factsheet.reviewing.sessions import Session, list_draft_changes
from factsheet.reviewing.verdicts import NEEDED, Verdict

__all__ = [
    "NEEDED",
    "Change",
    "Outcome",
    "Plan",
    "Session",
    "Step",
    "Verdict",
    "Wishes",
    "change_item",
    "find_problems",
    "list_candidates",
    "list_draft_changes",
    "list_held",
    "list_missing",
    "list_steps",
    "list_subjects",
    "plan_release",
    "plan_review",
    "read_item",
    "set_field",
    "word_value",
    "write_item",
]
