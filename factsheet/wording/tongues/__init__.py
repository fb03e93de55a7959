"""The languages that dates and amounts can be worded in."""

from dataclasses import replace
from functools import cache
from typing import Final

from factsheet.wording.cldr import find_locale
from factsheet.wording.tongues.arabic import ARABIC
from factsheet.wording.tongues.english import ENGLISH
from factsheet.wording.tongues.russian import RUSSIAN
from factsheet.wording.tongues.tongue import Case, Tongue
from factsheet.wording.tongues.turkish import TURKISH

__all__ = ["TONGUES", "Case", "Tongue", "get_tongue"]

TONGUES: Final[dict[str, Tongue]] = {"en": ENGLISH, "ar": ARABIC, "ru": RUSSIAN, "tr": TURKISH}


@cache
def get_tongue(language: str) -> Tongue:
    """Return the tongue of a BCP 47 tag, with its region's month names; English where we have none."""
    tongue = TONGUES.get(language.partition("-")[0], ENGLISH)
    if tongue is ENGLISH or language in TONGUES:
        return tongue
    return replace(tongue, locale=find_locale(language))
