"""Wikidata entities (the JSON of `wbgetentities` or Special:EntityData): one record an entity.

Names come in the languages of the site. Statements of deprecated rank are kept as `rejected`; references with an
address become sources. What an entity is follows from `instance of`, as far as the class is known here, or is told
by the user.
"""

from typing import Final

from factsheet.importing.intake import DATASET, Intake
from factsheet.importing.texts import ImportProblem, as_text, clean, objects, read_json
from factsheet.importing.wikidata_facts import Facts
from factsheet.importing.wikidata_values import get_item
from factsheet.model import Json, Object

SCHEME: Final = "wikidata"
CLASSES: Final = {
    "Q5": ("person", ""),  # human
    "Q43229": ("group", "other"),  # organization
    "Q3624078": ("group", "state"),  # sovereign state
    "Q6256": ("group", "state"),  # country
    "Q7278": ("group", "party"),  # political party
    "Q4830453": ("group", "company"),  # business
    "Q327333": ("group", "state-body"),  # government agency
    "Q484652": ("group", "international-body"),  # international organization
    "Q79913": ("group", "ngo"),  # non-governmental organization
    "Q17149090": ("group", ""),  # armed organization: an army of a state is one too
    "Q772547": ("group", "state-force"),  # armed forces
    "Q515": ("place", "city"),  # city
    "Q3957": ("place", "settlement"),  # town
    "Q532": ("place", "settlement"),  # village
    "Q486972": ("place", "settlement"),  # human settlement
    "Q178561": ("event", "clash"),  # battle
    "Q188055": ("event", "siege"),  # siege
    "Q131569": ("agreement", "other"),  # treaty
    "Q625298": ("agreement", "other"),  # peace treaty
}
"""Classes whose instances are records, and the type this gives, if it gives one.

Each number was looked up in other people's code that names the class beside it. What is an instance of another class
is no record until the user says of what kind.
"""


def read_wikidata(data: bytes, intake: Intake) -> None:
    """Take in the entities of one answer."""
    value = read_json(data, intake.options.encoding)
    entities = value.get("entities") if isinstance(value, dict) else None
    if isinstance(entities, list):
        found = objects(entities)
    elif isinstance(entities, dict):
        found = objects(list(entities.values()))
    elif isinstance(value, dict) and "labels" in value:
        found = [value]
    else:
        raise ImportProblem('this holds no Wikidata entities: there is no key "entities"')
    intake.facts = {"description": "Wikidata entities", "publisher": "Wikidata", "class": "reference",
                    "type": "dataset"}  # fmt: skip
    days = [as_text(entity.get("modified"))[:10] for entity in found if "missing" not in entity]
    intake.as_of = min(days) if days and all(days) else None
    for entity in found:
        intake.read += 1
        _take(entity, intake)


def _take(entity: Object, intake: Intake) -> None:
    number = as_text(entity.get("id"))
    if "missing" in entity or not number.startswith("Q"):
        intake.skip(number or "entity", "there is no such item")
        return
    kind, word = _find_kind(entity, intake)
    names = read_labels(entity, intake)
    if not kind:
        classes = ", ".join(_classes(entity)) or "nothing"
        intake.skip(number, f"it is an instance of {classes}, which is no kind of record here; say which with --kind")
    elif not names:
        intake.skip(number, "it has no label in a language of the site")
    else:
        intake.take(kind, SCHEME, number, _make(entity, (kind, word, names), intake), at=number)


def _make(entity: Object, found: tuple[str, str, Object], intake: Intake) -> Object:
    kind, word, names = found
    facts = Facts(as_text(entity.get("id")), entity, intake)
    first = next(iter(names))
    record: Object = {"name": names[first] if list(names) == [intake.options.language] else names}
    others = [*_read_aliases(entity, names, intake), *facts.read_names(names)]
    if others:
        record["names"] = others
    if word:
        record["type"] = word
    record.update(facts.read(kind))
    identifiers = facts.read_identifiers()
    if identifiers:
        record["identifiers"] = identifiers
    revision = as_text(entity.get("lastrevid"))
    at = f"{as_text(entity.get('id'))}{f', revision {revision}' if revision else ''}"
    return {**record, "cite": {"source": DATASET, "at": at}}


def read_labels(entity: Object, intake: Intake) -> Object:
    """Return the labels in the languages of the site, its first one at the head; others are counted."""
    labels = entity.get("labels")
    known = labels if isinstance(labels, dict) else {}
    found: Object = {}
    for language in intake.options.languages:
        label = known.get(language)
        text = clean(as_text(label.get("value"))) if isinstance(label, dict) else ""
        if text:
            found[language] = text
    intake.unused.update(["labels in other languages"] * (len(known) - len(found)))
    if not found and isinstance(label := known.get("mul"), dict) and (text := clean(as_text(label.get("value")))):
        return {intake.options.language: text}
    return found


def _read_aliases(entity: Object, names: Object, intake: Intake) -> list[Json]:
    aliases = entity.get("aliases")
    known = aliases if isinstance(aliases, dict) else {}
    seen = {(language, text) for language, text in names.items()}
    found: list[Json] = []
    for language in intake.options.languages:
        for alias in objects(known.get(language)):
            text = clean(as_text(alias.get("value")))
            if text and (language, text) not in seen:
                seen.add((language, text))
                name: Json = text if language == intake.options.language else {language: text}
                found.append({"name": name, "type": "alias"})
    return found


def _find_kind(entity: Object, intake: Intake) -> tuple[str, str]:
    for number in _classes(entity):
        if number in CLASSES:
            kind, word = CLASSES[number]
            if intake.options.kind in {"", kind}:
                return kind, word
    return intake.options.kind, ""


def _classes(entity: Object) -> list[str]:
    claims = entity.get("claims")
    statements = objects(claims.get("P31")) if isinstance(claims, dict) else []
    current = [each for each in statements if each.get("rank") != "deprecated"]
    current.sort(key=lambda each: each.get("rank") != "preferred")
    return [number for each in current if (number := get_item(each.get("mainsnak")))]
