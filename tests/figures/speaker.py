"""A page as figures see it, made of a sheet."""

from dataclasses import dataclass, field

from factsheet.model import Json, Object, Sheet
from factsheet.wording.catalogs import translate


@dataclass
class Speaker:
    sheet: Sheet
    language: str = "en"
    default: str = field(default="en")

    def translate(self, message: str, **values: object) -> str:
        return translate(message, self.language).format(**values)


def make_sheet(data: Object, *, backlinks: Object | None = None, derived: Object | None = None) -> Sheet:
    labels = {"a": "Group A", "b": "Group B", "c": "Group C", "own": "Own group"}
    records: Object = {name: {"label": {"en": label, "ar": "جماعة"}} for name, label in labels.items()}
    sheet: Sheet = {"id": "own", "kind": "group", "path": "groups/own", "label": {"en": "Own group", "ar": "الجماعة"}}
    return sheet | {"data": data, "records": records, "backlinks": backlinks or {}, "derived": derived or {}}


def day(edtf: str, earliest: str | None = None, latest: str | None = None) -> Object:
    """Return a normalised date; bounds are the text itself where none are given."""
    value: Object = {"edtf": edtf, "earliest": earliest or edtf, "latest": latest or edtf}
    return value


def ref(identifier: str) -> Json:
    return {"ref": identifier}
