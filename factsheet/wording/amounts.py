"""Amounts in words, with numbers as CLDR writes them."""

from collections.abc import Mapping
from decimal import Decimal

from factsheet.amounts import VAGUE, Amount, parse
from factsheet.model import Json
from factsheet.wording.cldr import find_locale, group_number
from factsheet.wording.tongues import Tongue, get_tongue


def word_amount(amount: Amount | Mapping[str, Json] | str | float, language: str) -> str:
    """Return an amount, its normal form or its text in the words of a language; raise `AmountError` if it is none."""
    read = _read(amount)
    tongue = get_tongue(language)
    locale = find_locale(language)
    if read.qualifier in VAGUE:
        return tongue.amounts[read.qualifier]
    return _word_range(read, tongue, locale) if _is_range(read) else _word_one(read, tongue, locale)


def _read(amount: Amount | Mapping[str, Json] | str | float) -> Amount:
    if isinstance(amount, Amount):
        return amount
    return parse(str(amount["text"])) if isinstance(amount, Mapping) else parse(amount)


def _is_range(amount: Amount) -> bool:
    return " to " in amount.text


def _word_range(amount: Amount, tongue: Tongue, locale: str) -> str:
    pattern = tongue.amounts["about range" if amount.qualifier else "range"]
    phrase = pattern.format(_show(amount.low, locale), _show(amount.high, locale))
    return phrase if amount.best is None else tongue.amounts["best"].format(phrase, _show(amount.best, locale))


def _word_one(amount: Amount, tongue: Tongue, locale: str) -> str:
    number = next(value for value in (amount.low, amount.high, amount.best) if value is not None)
    shown = _show(number, locale)
    if amount.qualifier == "more than":
        return tongue.more_than(_write(number), shown)
    if amount.qualifier == "fewer than":
        return tongue.fewer_than(_write(number), shown)
    return tongue.amounts[amount.qualifier].format(shown) if amount.qualifier else shown


def _write(number: float) -> str:
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _show(number: float | None, locale: str) -> str:
    return "" if number is None else group_number(Decimal(_write(number)), locale)
