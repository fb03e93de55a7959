"""What CLDR knows: month names, numbers and lists. The only home of Babel's locale data, imported when first asked."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

MonthForm = Literal["format", "stand-alone"]
ListStyle = Literal["standard", "or"]


@cache
def find_locale(language: str) -> str:
    """Return the name of the CLDR locale for a BCP 47 tag: British English for English and where CLDR has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - `factsheet --help` must not load Babel

    base = language.partition("-")[0]
    if base == "en":
        return "en_GB"
    for tag in (language, base):
        try:
            return str(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return "en_GB"


@cache
def get_months(locale: str, form: MonthForm) -> Mapping[int, str]:
    """Return the wide names of the months by number: `format` beside a day, `stand-alone` without one."""
    from babel import Locale  # noqa: PLC0415 - as above

    return {number: str(name) for number, name in Locale.parse(locale).months[form]["wide"].items()}


def name_language(tag: str, locale: str) -> str:
    """Return the name of a language in a locale, or its tag where CLDR has no name for it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    try:
        return Locale.parse(tag, sep="-").get_display_name(locale) or tag
    except (UnknownLocaleError, ValueError, TypeError):
        return tag


def group_number(number: int | Decimal, locale: str) -> str:
    """Return a number with the digits, grouping and decimal sign of a locale, all decimals kept."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - as above

    return str(format_decimal(number, locale=locale, decimal_quantization=False))


def join_list(items: Sequence[str], style: ListStyle, locale: str) -> str:
    """Return items as a list in running text, joined by "and" (`standard`) or "or"."""
    from babel.lists import format_list  # noqa: PLC0415 - as above

    return str(format_list(list(items), style=style, locale=locale))
