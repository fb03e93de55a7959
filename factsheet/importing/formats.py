"""The formats that can be imported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factsheet.importing.actors import read_actors
from factsheet.importing.agreements import read_agreements
from factsheet.importing.ftm import read_ftm
from factsheet.importing.intake import Intake
from factsheet.importing.pax import read_pax
from factsheet.importing.popolo import read_popolo
from factsheet.importing.tables import read_csv, read_xlsx
from factsheet.importing.wikidata import read_wikidata


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """A foreign format: what reads it, and what it is in a few words."""

    read: Callable[[bytes, Intake], None]
    description: str
    has_mapping: bool = False


IMPORTERS: Final[Mapping[str, ImportFormat]] = MappingProxyType(
    {
        "ucdp-actors": ImportFormat(read_actors, "UCDP Actor Dataset, CSV"),
        "ucdp-agreements": ImportFormat(read_agreements, "UCDP Peace Agreement Dataset, CSV"),
        "pa-x": ImportFormat(read_pax, "PA-X Peace Agreements Database, CSV"),
        "wikidata": ImportFormat(read_wikidata, "Wikidata entities, JSON"),
        "popolo": ImportFormat(read_popolo, "Popolo, JSON"),
        "ftm": ImportFormat(read_ftm, "FollowTheMoney entities, one JSON object a line"),
        "csv": ImportFormat(read_csv, "any CSV table, with a mapping", has_mapping=True),
        "xlsx": ImportFormat(read_xlsx, "any XLSX workbook, with a mapping", has_mapping=True),
    }
)
