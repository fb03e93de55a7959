"""Any single value of a sheet in the words of a language: the one place that decides how a value reads."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from factsheet.model import Json, Object
from factsheet.wording.amounts import word_amount
from factsheet.wording.catalogs import translate
from factsheet.wording.cldr import find_locale, group_number, name_language
from factsheet.wording.dates import word_date
from factsheet.wording.labels import label_word

Label = Callable[[str, str], str]

_CLOSE = frozenset({"%", "‰", "°", "′", "″"})
"""Units that no space parts from the number."""


def choose_text(text: Mapping[str, Json], language: str, default: str = "en") -> tuple[str, str]:
    """Return the text in `language`, else in `default`, else the first, with the tag it is in."""
    for tag in (language, language.partition("-")[0], default):
        if tag in text:
            return str(text[tag]), tag
    tag = next(iter(text))
    return str(text[tag]), tag


def wording(value: Json, schema: Object, language: str, *, default: str = "en", label: Label | None = None) -> str:
    """Return `value`, a leaf in normal form, as a reader of `language` sees it.

    `label(id, language)` words a reference; without it the id stands. Text is returned as it is, Markdown too.
    """
    if isinstance(value, dict):
        return _word_map(value, language, default, label)
    if isinstance(value, bool):
        return translate("yes" if value else "no", language)
    if isinstance(value, int | float):
        return word_quantity(value, schema["x-unit"], language) if "x-unit" in schema else word_number(value)
    if isinstance(value, str):
        return _word_string(value, schema, language, default)
    return ""


def word_number(value: float) -> str:
    """Return a plain number without grouping: coordinates and counts are read digit by digit."""
    return str(int(value)) if float(value).is_integer() else str(value)


def word_quantity(value: float, unit: Json, language: str) -> str:
    """Return a number with its unit, grouped as the language does it; per cent and degrees stand close to it."""
    number = group_number(Decimal(word_number(value)), find_locale(language))
    shown = choose_text(unit, language)[0] if isinstance(unit, dict) and unit else str(unit)
    return number + shown if shown in _CLOSE else f"{number}\N{NO-BREAK SPACE}{shown}"


def _word_map(value: Object, language: str, default: str, label: Label | None) -> str:
    if "missing" in value:
        return label_word("missing", str(value["missing"]), language)
    if "ref" in value:
        return _word_reference(value, language, default, label)
    if "edtf" in value:
        return word_date(str(value["edtf"]), language)
    if "low" in value or "high" in value:
        return word_amount(value, language)
    return choose_text(value, language, default)[0]


def _word_reference(value: Object, language: str, default: str, label: Label | None) -> str:
    """Word a record by the name it bore at the time spoken of, today's in brackets."""
    now = label(str(value["ref"]), language) if label else str(value["ref"])
    then = value.get("name_then")
    if isinstance(then, dict) and then:
        return f"{choose_text(then, language, default)[0]} ({now})"
    if value.get("later_name"):
        return translate("{name} (later name)", language).format(name=now)
    return now


def _word_string(value: str, schema: Object, language: str, default: str) -> str:
    labels = schema.get("x-labels")
    if isinstance(labels, dict) and isinstance(labels.get(value), dict):
        return choose_text(labels[value], language, default)[0]  # type: ignore[arg-type]  # checked just above
    if schema.get("format") == "lang-tag":
        return name_language(value, find_locale(language))
    name = schema.get("x-list")
    return label_word(str(name), value, language) if name else value
