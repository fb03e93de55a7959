"""PA-X (CSV): an agreement a row, with stage, level and manner of signing in our words, provisions from the codes.

PA-X names the parties in running text, so they become groups only by hand; the text stands in a note.
"""

import re
from typing import Final

from factsheet.importing import actors
from factsheet.importing.agreements import make_provisions
from factsheet.importing.dating import Unclear, check_date, read_date
from factsheet.importing.intake import DATASET, Intake, as_number
from factsheet.importing.texts import Row, clean, read_table
from factsheet.importing.vocabulary import read_codes
from factsheet.model import Json, Object

SCHEME: Final = "pax"
_NOTHING: Final = frozenset(("", "na", "n/a", "0", "0.0"))
_USED: Final = frozenset(
    (
        "AgtId",
        "Agt",
        "Dat",
        "Date",
        "Day",
        "Month",
        "Year",
        "Status",
        "Agtp",
        "Stage",
        "Part",
        "ThrdPart",
        "PAID_UCDP",
        "UcdpAgr",
        "Version",
    )
)
_SIGNING: Final = (("multiparty", "multiparty"), ("unilateral", "unilateral"), ("subsequent", "later-assent"),
                   ("unclear", "unclear"))  # fmt: skip
_DISPLAYED: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def read_pax(data: bytes, intake: Intake) -> None:
    """Take in the rows of a PA-X table."""
    columns, rows = read_table(data, intake.options.encoding, intake)
    actors.require(columns, ("AgtId", "Agt", "Dat"), "PA-X table")
    versions = sorted({version for row in rows if (version := row.get("Version"))})
    version = f", version {', '.join(versions)}" if versions else ""
    intake.facts = {
        "description": f"PA-X Peace Agreements Database{version}",
        "publisher": "PA-X",
        "class": "research",
        "type": "dataset",
    }
    codes = read_codes("pa-x", "provision.topic")
    for row in rows:
        meaning = {name: "" if cell.strip().lower() in _NOTHING else cell for name, cell in row.cells.items()}
        intake.pass_over(meaning, _USED | codes.keys())
        name, number = clean(row.get("Agt")), row.get("AgtId")
        if not name or not number.isdigit():
            intake.skip(row.at, f'AgtId "{number}" and Agt "{name}" don\'t make an agreement')
            continue
        intake.take("agreement", SCHEME, number, _make_agreement(row, name, intake), at=row.at)


def _make_agreement(row: Row, name: str, intake: Intake) -> Object:
    agreement: Object = {"name": name}
    stage = _translate("Stage", "agreement.stage", row, intake)
    if stage in {"ceasefire", "comprehensive"}:
        agreement["type"] = stage
    signing = next((word for sign, word in _SIGNING if sign in row.get("Status").lower()), "")
    if row.get("Status") and not signing:
        intake.refuse(row.at, "Status", row.get("Status"), "this code is not known here")
    values = {"stage": stage, "level": _translate("Agtp", "agreement.level", row, intake), "signing": signing}
    agreement.update({field: word for field, word in values.items() if word})
    signed = _read_signed(row, intake)
    if signed:
        agreement["signed"] = signed
    agreement["parties"] = _describe_parties(row)
    provisions = make_provisions(row, read_codes("pa-x", "provision.topic"), "PA-X")
    if provisions:
        agreement["provisions"] = provisions
    ucdp = next((value for name in ("UcdpAgr", "PAID_UCDP") if (value := row.get(name)).lower() not in _NOTHING), "")
    if ucdp.isdigit():
        agreement["identifiers"] = {"ucdp-pa": as_number(ucdp)}
    elif ucdp:
        intake.refuse(row.at, "PAID_UCDP", ucdp, "a spreadsheet has spoiled this number, or it is none")
    return {**agreement, "cite": {"source": DATASET, "at": f"AgtId {row.get('AgtId')}"}}


def _translate(column: str, name: str, row: Row, intake: Intake) -> str:
    code = row.get(column)
    word = read_codes("pa-x", name).get(code, "")
    if code.lower() not in _NOTHING and not word:
        intake.refuse(row.at, column, code, "this code is not known here")
    return word


def _describe_parties(row: Row) -> Json:
    text, third = (_read_text(row.get(name)) for name in ("Part", "ThrdPart"))
    notes = [f"PA-X names the parties so: {text}" if text else "", f"Third parties: {third}" if third else ""]
    note = ". ".join(part for part in notes if part)
    return {"missing": "unknown", "note": f"{note}."} if note else "unknown"


def _read_text(cell: str) -> str:
    """Return the parties as they are written, a semicolon for each line break; nothing where there are none."""
    lines = [line.strip().rstrip(";.") for line in cell.splitlines()]
    text = "; ".join(line for line in lines if line)
    return "" if text.lower() in _NOTHING else clean(text, 1500)


def _read_signed(row: Row, intake: Intake) -> Json:
    """Return the day from its own three columns where they agree with the printed one, else from the printed one."""
    printed = row.get("Dat")
    try:
        parts = [row.get(name) for name in ("Year", "Month", "Day")]
        if not all(part.isdigit() for part in parts) or intake.options.date_format:
            return read_date(printed, intake.options.date_format) if printed else None
        year, month, day = (int(part) for part in parts)
        date = check_date(f"{year:04d}-{month:02d}-{day:02d}")
        _compare(printed, (year, month, day))
    except Unclear as reason:
        intake.refuse(row.at, "Dat", printed, str(reason))
        return None
    return date


def _compare(printed: str, day: tuple[int, int, int]) -> None:
    """Refuse a day whose printed form says something else, in whatever order; raises Unclear."""
    shown = _DISPLAYED.fullmatch(printed)
    if shown and (int(shown[3]), *sorted((int(shown[1]), int(shown[2])))) != (day[0], *sorted(day[1:])):
        raise Unclear(f'"{printed}" does not agree with the columns Day, Month and Year')
