"""UCDP Peace Agreement Dataset (CSV): an agreement a row, the parties as groups, provisions from the coded flags."""

from typing import Final

from factsheet.importing import actors
from factsheet.importing.dating import Unclear, read_date
from factsheet.importing.intake import DATASET, Intake, Link
from factsheet.importing.texts import Row, clean, read_table
from factsheet.importing.vocabulary import read_codes, read_labels
from factsheet.model import Json, Object

SCHEME: Final = "ucdp-pa"
_USED: Final = frozenset(
    (
        "paid",
        "pa_name",
        "pa_date",
        "year",
        "pa_type",
        "actor_id",
        "actor_name",
        "dyad_name",
        "pa_3rd",
        "version",
        "linktofulltextagreement",
        "dateintervalend_meta",
        "dateintervalstart_meta",
    )
)


def read_agreements(data: bytes, intake: Intake) -> None:
    """Take in the rows of the UCDP Peace Agreement Dataset."""
    columns, rows = read_table(data, intake.options.encoding, intake)
    actors.require(columns, ("paid", "pa_name", "pa_date"), "UCDP Peace Agreement Dataset")
    versions = sorted({version for row in rows if (version := row.get("version"))})
    intake.facts = actors.describe("UCDP Peace Agreement Dataset", versions)
    ends = {row.get("dateintervalend_meta") for row in rows} - {""}
    intake.as_of = _read(ends.pop(), "dateintervalend_meta", "line 2", intake) if len(ends) == 1 else None
    flags = read_codes("ucdp", "provision.topic")
    for row in rows:
        intake.pass_over({name: _value(cell) for name, cell in row.cells.items()}, _USED | flags.keys())
        name, number = clean(row.get("pa_name")), row.get("paid")
        if not name or not number.isdigit():
            intake.skip(row.at, f'paid "{number}" and pa_name "{name}" don\'t make an agreement')
            continue
        intake.take("agreement", SCHEME, number, _make_agreement(row, name, intake), at=row.at)


def _value(cell: str) -> str:
    """Return a cell, empty for a flag that is not set."""
    return "" if cell.strip() == "0" else cell.strip()


def _make_agreement(row: Row, name: str, intake: Intake) -> Object:
    agreement: Object = {"name": name}
    stage = read_codes("ucdp", "agreement.stage").get(f"pa_type {row.get('pa_type')}")
    if stage:
        agreement["stage"] = stage
    if stage == "comprehensive":
        agreement["type"] = "comprehensive"
    if row.get("pa_date"):
        signed = _read(row.get("pa_date"), "pa_date", row.at, intake)
        if signed:
            agreement["signed"] = signed
    agreement["parties"] = _make_parties(row, intake)
    provisions = make_provisions(row, read_codes("ucdp", "provision.topic"), "UCDP")
    if provisions:
        agreement["provisions"] = provisions
    cite: Object = {"source": DATASET, "at": f"paid {row.get('paid')}"}
    text = _mention_text(row, intake)
    return {**agreement, "cite": [cite, text] if text else cite}


def make_provisions(row: Row, flags: dict[str, str] | object, dataset: str) -> list[Json]:
    """Return a provision for each topic that the data set codes as present; the wording is ours and says so."""
    labels = read_labels("provision.topic")
    found: list[Json] = []
    for code, topic in flags.items() if isinstance(flags, dict) else ():
        level = row.get(code)
        if level.isdigit() and level != "0":
            text = f"{dataset} codes this provision: {labels[topic]}."
            found.append({"text": text, "topic": topic, "note": f"Coded {code} = {level}."})
    return found


def _make_parties(row: Row, intake: Intake) -> Json:
    """Return the actors that the dyads name; what the others were to the agreement is not coded."""
    pairs = actors.pair_up(row.get("actor_name"), row.get("actor_id"))
    dyads = row.get("dyad_name")
    parties: list[Json] = []
    others: list[str] = []
    for name, number in pairs:
        if name and any(f"{name} -" in dyad or f"- {name}" in dyad for dyad in _dyads(dyads)):
            parties.append(_mention_party(name, number, row, intake))
        else:
            others.append(name or number)
    if others:
        text = "; ".join(others)
        intake.refuse(row.at, "actor_name", text, "not in the dyad: what they were to the agreement is not coded")
    if parties:
        return parties
    if not row.get("actor_name"):
        return {"missing": "unknown", "note": "UCDP names no actors."}
    note = clean(f"UCDP names the actors, but the dyad does not tell the parties among them: {'; '.join(others)}", 3000)
    return {"missing": "unknown", "note": note or "UCDP names the actors, but not the parties among them."}


def _dyads(text: str) -> list[str]:
    return [text, *actors.split_list(text)]


def _mention_party(name: str, number: str, row: Row, intake: Intake) -> Link:
    kind: Object = {"type": "state"} if name.startswith("Government of ") else {}
    cite: Object = {"source": DATASET, "at": f"paid {row.get('paid')}"}
    return intake.mention("group", actors.SCHEME, number, {"name": name, **kind, "cite": cite}, at=row.at)


def _mention_text(row: Row, intake: Intake) -> Link | None:
    url = row.get("linktofulltextagreement")
    if not url:
        return None
    if not url.startswith(("http://", "https://")) or any(sign in url for sign in ' <>"\n'):
        intake.refuse(row.at, "linktofulltextagreement", url, "this is no address")
        return None
    source: Object = {
        "description": clean(f"Text of the agreement {row.get('pa_name')}, as UCDP keeps it")[:490],
        "publisher": "Uppsala Conflict Data Program",
        "class": "primary",
        "published": "unknown",
        "type": "treaty",
        "url": url,
    }
    if not source["description"]:
        source["description"] = f"Text of the agreement that UCDP numbers {row.get('paid')}"
    return intake.mention("source", SCHEME, row.get("paid"), source, at=row.at)


def _read(text: str, column: str, at: str, intake: Intake) -> Json:
    try:
        return read_date(text, intake.options.date_format)
    except Unclear as reason:
        intake.refuse(at, column, text, str(reason))
        return None
