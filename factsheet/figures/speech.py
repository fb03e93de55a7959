"""What figures ask of the page that they stand on, and how they read its sheet."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from factsheet.dates import Date, DateError, DateSet, Interval, parse
from factsheet.figures.rows import Words
from factsheet.figures.scales import count_days
from factsheet.locales import get_comma
from factsheet.model import Json, Object, Sheet
from factsheet.wording.dates import word_date
from factsheet.wording.values import choose_text


class Speaker(Protocol):
    """A page: its sheet, its language, and the phrases of the interface in it."""

    sheet: Sheet
    language: str

    @property
    def default(self) -> str:
        """Return the site's first language."""
        ...

    def translate(self, message: str, **values: object) -> str:
        """Return a phrase of the interface in the page's language."""
        ...


def pick_words(speaker: Speaker, text: Json) -> Words:
    """Return a text in the page's language, or in another with its tag."""
    if not isinstance(text, dict) or not text:
        return Words(str(text or ""))
    words, tag = choose_text(text, speaker.language, speaker.default)
    return Words(words, "" if tag == speaker.language else tag)


def name_record(speaker: Speaker, reference: Json) -> Words:
    """Return the name of a record that a reference names: that of the time spoken of, else its label."""
    if not isinstance(reference, dict) or "ref" not in reference:
        return Words("")
    then = reference.get("name_then")
    return pick_words(speaker, then) if isinstance(then, dict) and then else name_label(speaker, str(reference["ref"]))


def name_label(speaker: Speaker, identifier: str) -> Words:
    """Return the label of a record that the sheet mentions, or of the sheet itself."""
    records = speaker.sheet.get("records")
    record = records.get(identifier) if isinstance(records, dict) else None
    if identifier == speaker.sheet["id"]:
        record = speaker.sheet
    return pick_words(speaker, record.get("label") if isinstance(record, dict) else identifier)


def maps(value: Json) -> Iterator[Object]:
    """Yield the maps of a list that say something: no gaps, nothing rejected."""
    for each in value if isinstance(value, list) else []:
        if isinstance(each, dict) and "missing" not in each and "rejected" not in each:
            yield each


def backlinks(speaker: Speaker, name: str) -> Iterator[tuple[str, Object]]:
    """Yield who names this record in a relation, each with the statement that does."""
    relations = speaker.sheet.get("backlinks")
    for entry in maps(relations.get(name) if isinstance(relations, dict) else None):
        statement = entry.get("statement")
        if isinstance(statement, dict) and "rejected" not in statement:
            yield str(entry["ref"]), statement


def data_of(speaker: Speaker) -> Object:
    """Return the record's own data."""
    data = speaker.sheet.get("data")
    return data if isinstance(data, dict) else {}


def date_of(value: Json) -> Object:
    """Return the date in a date or a list of statements: the first that isn't rejected."""
    if isinstance(value, list):
        return next((found for each in maps(value) if (found := date_of(each))), {})
    if not isinstance(value, dict):
        return {}
    return value if "edtf" in value else date_of(value.get("value"))


def bounds(value: Json) -> tuple[int | None, int | None]:
    """Return the first and the last day that a date can mean, by number; one of them where the other is open."""
    found = date_of(value)
    first, last = count_days(found.get("earliest")), count_days(found.get("latest"))
    return (first if first is not None else last), (last if last is not None else first)


def is_unsure(value: Json) -> bool:
    """Tell whether a date says itself that it may be wrong: approximate, uncertain, one of several, masked."""
    text = str(date_of(value).get("edtf") or "")
    return any(sign in text for sign in "~?%X[")


def word_from_to(speaker: Speaker, start: Json, end: Json) -> str:
    """Return a span in words, as one date where both ends are plain."""
    first, last = (str(date_of(value).get("edtf") or "") for value in (start, end))
    if not first and not last:
        return ""
    is_unknown = isinstance(end, dict) and "missing" in end
    text = f"{first}/{last or ('' if is_unknown else '..')}"
    try:
        is_plain = all(isinstance(parse(part).value, Date) for part in (first, last) if part)
        return (
            word_date(text if first else f"../{last}", speaker.language)
            if is_plain
            else _word_ends(speaker, first, last)
        )
    except DateError:
        return _word_ends(speaker, first, last)


def _word_ends(speaker: Speaker, first: str, last: str) -> str:
    return " – ".join(word_date(part, speaker.language) if part else "…" for part in (first, last))


def join_notes(speaker: Speaker, notes: Iterable[str]) -> str:
    """Return notes one after another, apart as the script of the page parts them."""
    return ("؛ " if get_comma(speaker.language).startswith("،") else "; ").join(note for note in notes if note)


def lasts(value: Json) -> tuple[bool, bool, bool]:
    """Tell of a date whether it is an interval, whether its start is open, and whether its end is."""
    try:
        found = parse(str(date_of(value).get("edtf") or "")).value
    except DateError:
        return False, False, False
    if isinstance(found, Interval):
        return True, found.start == "open", found.end == "open"
    if isinstance(found, DateSet) and not isinstance(found.members[-1], Date):
        return False, found.members[0] is None, getattr(found.members[-1], "end", 0) is None
    return False, False, False
