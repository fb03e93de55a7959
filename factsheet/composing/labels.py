"""What a record is called: its name or title, and for a claim a line made from who said what, and when."""

from collections.abc import Callable, Sequence
from typing import Final

from factsheet.model import Json, Object
from factsheet.wording import label_word, word_amount, word_date

FindLabel = Callable[[str], Object]

_LINES: Final[dict[str, tuple[str, str]]] = {
    "en": ("{claimant}: {what}", "{claimant}: {what}, said {day}"),
    "ar": ("{claimant}: {what}", "{claimant}: {what}، تاريخ التصريح: {day}"),
    "ru": ("{claimant}: {what}", "{claimant}: {what}, дата заявления: {day}"),
    "tr": ("{claimant}: {what}", "{claimant}: {what}, açıklama tarihi: {day}"),
}
_UNIT_FIRST: Final = frozenset({"ar", "ru"})
"""Languages in which a noun beside a number would need its own form for each number."""
_LONGEST = 120


def label_record(data: Object, field: str = "") -> Object:
    """Return the name of a record in each language: its `field`, else its name, title or description."""
    for name in (field, "name", "title", "description"):
        found = data.get(name)
        if isinstance(found, dict) and found and "missing" not in found:
            return found
    return {}


def label_claim(data: Object, languages: Sequence[str], find_label: FindLabel) -> Object:
    """Return a claim's label in each of `languages`: claimant, first figure (or statement) and day."""
    return {language: _label_in(data, language, languages[0], find_label) for language in languages}


def text_in(text: Object, language: str, default: str) -> str:
    """Return a text in a language, else in the default one, else in any."""
    return str(text.get(language) or text.get(default) or next(iter(text.values()), ""))


def _label_in(data: Object, language: str, default: str, find_label: FindLabel) -> str:
    said = data.get("said")
    day = word_date(str(said["edtf"]), language) if isinstance(said, dict) and "edtf" in said else ""
    line = _LINES.get(language, _LINES["en"])[bool(day)]
    claimant = _word_claimant(data.get("claimant"), language, default, find_label)
    return line.format(claimant=claimant, what=_word_what(data, language, default), day=day)


def _word_claimant(claimant: Json, language: str, default: str, find_label: FindLabel) -> str:
    if not isinstance(claimant, dict):
        return ""
    if "missing" in claimant:
        word = label_word("missing", str(claimant["missing"]), language)
        return word[:1].upper() + word[1:]
    target = str(claimant.get("ref", ""))
    return text_in(find_label(target), language, default) or target


def _word_what(data: Object, language: str, default: str) -> str:
    figures = data.get("figures")
    if isinstance(figures, list) and figures and isinstance(figures[0], dict):
        return _word_figure(figures[0], language, default)
    statement = data.get("statement")
    text = text_in(statement, language, default) if isinstance(statement, dict) else ""
    text = text.strip().removesuffix(".")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _word_figure(figure: Object, language: str, default: str) -> str:
    value, unit, counted = figure.get("value"), str(figure.get("unit", "")), figure.get("of")
    number = word_amount(value, language) if isinstance(value, dict) else ""
    is_named = unit == "other" and isinstance(counted, dict)
    what = text_in(counted, language, default) if is_named and isinstance(counted, dict) else ""
    what = what or label_word("figure.unit", unit, language)
    return (f"{what} — {number}" if language in _UNIT_FIRST else f"{number} {what}").strip()
