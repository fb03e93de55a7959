"""A sheet as lines of text: every field under its title, worded, with owners and sources."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import click

from factsheet.cli.showing import harmless
from factsheet.formats.exports.values import is_leaf, is_missing
from factsheet.formats.shapes import STATEMENT_KEYS, describe_entry, describe_property
from factsheet.model import Json, Object, Sheet
from factsheet.schemas import Schemas
from factsheet.wording import label_word, word_date, word_list
from factsheet.wording.catalogs import translate
from factsheet.wording.values import choose_text, wording

_OWNERS: Final = {"according_to": "according to {names}", "disputed_by": "disputed by {names}"}
_SPANS: Final = {"from": "from {date}", "until": "until {date}"}
_TAIL: Final = ("confidence", "rejected", "note")
_BARE: Final = frozenset({"value", "text", "name", "role", "type", "unit", "title", "consent", "aspect"})
_INDENT: Final = "  "
_OPENING: Final = re.compile(r"[#*>|-]|[0-9]+\.")
"""How a line of Markdown begins that is no more of the paragraph before."""

_APART: Final = frozenset({"claims"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet, the language it is read in, how many cells a line has, and the folders of the catalogs."""

    sheet: Sheet
    schemas: Schemas
    language: str
    default: str
    columns: int
    folders: tuple[str, ...]

    def say(self, message: str, **parts: str) -> str:
        """Return a phrase of the interface, its `{names}` filled in."""
        text = translate(message, self.language, self.folders)
        return text.format(**parts) if parts else text

    def text(self, text: Json) -> str:
        """Return a text in the language read, or the nearest there is."""
        return choose_text(text, self.language, self.default)[0] if isinstance(text, dict) and text else ""

    def label(self, target: str, language: str = "") -> str:
        """Return the label of a record, and its id where that is another word."""
        records = self.sheet.get("records")
        entry = records.get(target) if isinstance(records, dict) else None
        label = entry.get("label") if isinstance(entry, dict) else None
        return choose_text(label, language or self.language, self.default)[0] if isinstance(label, dict) else target

    def word(self, value: Json, schema: Object) -> str:
        """Return a single value in words."""
        return wording(value, schema, self.language, default=self.default, label=self.label)

    def title(self, schema: Object, name: str) -> str:
        """Return the printed title of a field."""
        own = schema.get("x-titles")
        if isinstance(own, dict) and self.language in own:
            return str(own[self.language])
        return self.say(str(schema.get("title") or name.replace("_", " ").capitalize()))


def write_sheet(reading: Reading, *, state: str, file: str, on: Object | None, is_coloured: bool) -> Iterator[str]:
    """Yield the lines of a sheet: what it is, its fields, that day, the claims, who refers to it, its sources."""
    for heading, lines in _list_parts(reading, state, file, on):
        words = harmless(heading)
        yield click.style(words, bold=True) if is_coloured else words
        yield from wrap(lines, reading.columns)
        yield ""


def _list_parts(reading: Reading, state: str, file: str, on: Object | None) -> Iterator[tuple[str, list[str]]]:
    sheet = reading.sheet
    kind = reading.schemas.kinds[str(sheet["kind"])]
    label = sheet["label"]
    others = dict.fromkeys(str(words) for words in label.values()) if isinstance(label, dict) else {}
    head = [" · ".join(words for words in others if words != reading.text(label))]
    head.append(f"{reading.title(kind.schema, kind.name)} · {sheet['id']} · {file}")
    if state in {"draft", "embargoed"}:
        head.append(f"{state.upper()}: not published.")
    head += _write_fields(reading, {name: sheet[name] for name in _HEAD if name in sheet}, kind.schema)
    yield reading.text(label), head
    if on:
        yield word_date(str(on["day"]), reading.language), _write_day(reading, on)
    data = sheet["data"]
    unsaid = {name: value for name, value in data.items() if value != label} if isinstance(data, dict) else {}
    fields = _write_fields(reading, unsaid, kind.schema)
    if fields:
        yield reading.say("Facts"), fields
    if derived := _write_derived(reading):
        yield "Follows from it", derived
    yield from _list_references(reading)
    if sources := list(_list_sources(reading)):
        yield reading.say("Sources"), sources


_HEAD: Final = ("as_of", "reviewed", "review_due", "withdrawn", "changes")


def _write_fields(reading: Reading, data: Object, schema: Object) -> list[str]:
    lines: list[str] = []
    for name, value in data.items():
        known = describe_property(reading.schemas, schema, name, value)
        if known is not None or name == "review_due":
            lines += _write_field(reading, reading.title(known or {}, name), value, known or {})
    if cites := _write_cites(data):
        lines.append(f"{reading.say('Sources where no other is named:')}{cites}")
    return lines


def _write_field(reading: Reading, title: str, value: Json, schema: Object) -> list[str]:
    if isinstance(value, list):
        entries = [_write_entry(reading, entry, describe_entry(reading.schemas, schema, entry)) for entry in value]
        if all(not isinstance(entry, dict) or "ref" in entry for entry in value):
            return [f"{title}: {word_list(entries, reading.language)}"]
        return [f"{title}: {entries[0]}"] if len(entries) == 1 else [f"{title}:", *(f"- {each}" for each in entries)]
    words = _write_entry(reading, value, schema)
    return [f"{title}:", *_fold(words)] if "\n" in words.strip() else [f"{title}: {words}"]


def _fold(words: str) -> list[str]:
    """Return a text with each paragraph as one line."""
    lines: list[str] = []
    previous = ""
    for line in words.splitlines():
        if previous and line and not previous.startswith("#") and not _OPENING.match(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        previous = line
    return lines


def _write_entry(reading: Reading, value: Json, schema: Object) -> str:
    """Return a value in one line: a statement as its parts, then whose it is and its sources."""
    if not isinstance(value, dict):
        return reading.word(value, schema)
    if is_missing(value):
        return _add_tail(reading, reading.word(value, schema), value)
    if is_leaf(value, schema) or "ref" in value or "edtf" in value:
        return reading.word(value, schema)
    parts = []
    for index, name in enumerate(each for each in value if each not in STATEMENT_KEYS):
        part = value[name]
        known = describe_property(reading.schemas, schema, name, part) or {}
        parts.append(_write_part(reading, name, part, known, is_first=index == 0))
    return _add_tail(reading, ", ".join(parts), value)


def _write_part(reading: Reading, name: str, value: Json, schema: Object, *, is_first: bool) -> str:
    if isinstance(value, list):
        entries = [_write_entry(reading, entry, describe_entry(reading.schemas, schema, entry)) for entry in value]
        joined = "; ".join(entries)
        words = f"({joined})" if any(isinstance(each, dict) and "ref" not in each for each in value) else joined
    else:
        words = _write_entry(reading, value, schema)
    if name in _SPANS and not is_missing(value):
        return reading.say(_SPANS[name], date=words)
    return words if is_first or name in _BARE else f"{reading.title(schema, name)}: {words}"


def _add_tail(reading: Reading, words: str, statement: Object) -> str:
    parts = [words + _write_cites(statement)]
    for name, phrase in _OWNERS.items():
        people = statement.get(name)
        if isinstance(people, list):
            names = word_list([reading.word(each, {}) for each in people], reading.language)
            parts.append(reading.say(phrase, names=names))
    for name in _TAIL:
        value = statement.get(name)
        if isinstance(value, dict):
            title = f"{reading.say('Rejected because')}: " if name == "rejected" else ""
            parts.append(title + reading.text(value))
        elif isinstance(value, str):
            parts.append(label_word("confidence", value, reading.language))
    return " · ".join(parts)


def _write_cites(statement: Object) -> str:
    cites = statement.get("cites")
    is_own = isinstance(cites, list) and cites and "cites_from" not in statement
    return f" [{', '.join(map(str, cites))}]" if is_own and isinstance(cites, list) else ""


def _write_day(reading: Reading, on: Object) -> list[str]:
    """Return what a record was called on a day, and which of its listings were in force."""
    lines = []
    if name := reading.text(on.get("name")):
        lines.append(reading.say("{name} (later name)", name=name) if on.get("is_later") else f"Called: {name}")
    data, states = reading.sheet["data"], on.get("listings")
    listings = data.get("designations") if isinstance(data, dict) else None
    if isinstance(listings, list) and isinstance(states, list):
        for listing, state in zip(listings, states, strict=True):
            if isinstance(listing, dict) and not is_missing(listing):
                names = [reading.word(listing[key], {}) for key in ("authority", "list") if key in listing]
                if "listed" in listing:
                    names.append(f"{reading.say('Listed')} {reading.word(listing['listed'], {})}")
                lines.append(f"- {', '.join(names)}: {label_word('designation.status', str(state), reading.language)}")
    return lines


def _write_derived(reading: Reading) -> list[str]:
    """Return the derived values that a line can hold; the others repeat what stands elsewhere."""
    derived = reading.sheet["derived"]
    lines = []
    for name, value in derived.items() if isinstance(derived, dict) else ():
        title = name.replace("_", " ").capitalize()
        if isinstance(value, str):
            lines.append(f"{title}: {value}")
        elif name == "ended" and isinstance(value, dict):
            lines.append(f"{title}: {', '.join(reading.word(part, {}) for part in value.values())}")
        elif isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            lines.append(f"{title}: {', '.join(map(str, value))}")
    return lines


def _list_references(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """Yield each relation that leads here, the claims with all they say."""
    backlinks = reading.sheet["backlinks"]
    for inverse, entries in backlinks.items() if isinstance(backlinks, dict) else ():
        lines = [
            f"- {_write_reference(reading, entry, has_digest=inverse in _APART)}"
            for entry in (entries if isinstance(entries, list) else [])
            if isinstance(entry, dict)
        ]
        title = label_word("inverse", inverse, reading.language)
        yield f"{title} ({len(lines)})", lines


def _write_reference(reading: Reading, entry: Object, *, has_digest: bool) -> str:
    target = str(entry["ref"])
    words = f"{reading.label(target)} ({target})"
    records = reading.sheet["records"]
    found = records.get(target) if isinstance(records, dict) else None
    kind = reading.schemas.kinds.get(str(found.get("kind"))) if isinstance(found, dict) else None
    statement, digest = entry.get("statement"), entry.get("digest")
    if isinstance(statement, dict) and kind:
        field = describe_property(reading.schemas, kind.schema, str(entry.get("field")), [])
        schema = describe_entry(reading.schemas, field or {}, statement)
        told = _write_entry(reading, _without(statement, str(reading.sheet["id"])), schema)
        return f"{words}: {told}" if told else words
    if has_digest and isinstance(digest, dict) and kind:
        told = _write_entry(reading, _without(digest, str(reading.sheet["id"])), kind.schema)
        derived = entry.get("derived")
        assessed = derived.get("assessment") if isinstance(derived, dict) else None
        shown = f" · {label_word('claim.assessment', str(assessed), reading.language)}" if assessed else ""
        return f"{told}{_write_cites(entry)}{shown} ({target})"
    return words


def _without(statement: Object, target: str) -> Object:
    """Return a statement without what only says that it is about `target`."""
    return {name: value for name, value in statement.items() if not _points_at(value, target)}


def _points_at(value: Json, target: str) -> bool:
    if isinstance(value, list):
        return len(value) == 1 and _points_at(value[0], target)
    return isinstance(value, dict) and value.get("ref") == target


def _list_sources(reading: Reading) -> Iterator[str]:
    citations, sources = reading.sheet["citations"], reading.sheet["sources"]
    for citation in citations if isinstance(citations, list) else ():
        if not isinstance(citation, dict) or not isinstance(sources, dict):
            continue
        source = sources.get(str(citation["source"]))
        known = source if isinstance(source, dict) else {}
        parts = [reading.text(known.get("label")) or str(citation["source"]), reading.text(known.get("publisher"))]
        published, url = known.get("published"), known.get("url")
        if isinstance(published, dict) and "edtf" in published:
            parts.append(word_date(str(published["edtf"]), reading.language))
        parts += [str(citation[name]) for name in ("at",) if name in citation]
        parts += [f'"{citation["quote"]}"'] if "quote" in citation else []
        parts += [url] if isinstance(url, str) else []
        yield f"[{citation['n']}] {', '.join(part for part in parts if part)}"


def wrap(lines: list[str], columns: int) -> Iterator[str]:
    """Yield lines no longer than a terminal has cells, indented, what follows on the next line further in."""
    for line in lines:
        for part in line.splitlines():
            deeper = _INDENT * 2 if part.startswith(("- ", "[")) else _INDENT + _INDENT
            yield from textwrap.wrap(
                harmless(part),
                columns,
                initial_indent=_INDENT,
                subsequent_indent=deeper,
                break_long_words=False,
                break_on_hyphens=False,
            )
