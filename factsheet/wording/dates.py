"""EDTF dates in words: never more exact than the date itself says."""

from functools import lru_cache

from factsheet.dates import DateSet, Interval, parse
from factsheet.wording.singles import word_single
from factsheet.wording.spans import word_interval, word_set
from factsheet.wording.tongues import get_tongue


@lru_cache(maxsize=16384)
def word_date(text: str, language: str) -> str:
    """Return an EDTF text in the words of a language; raise `DateError` if it isn't EDTF.

    English, Arabic, Russian and Turkish have their own words; any other language is given English.
    """
    value = parse(text).value
    tongue = get_tongue(language)
    if isinstance(value, Interval):
        phrase = word_interval(value, tongue)
    elif isinstance(value, DateSet):
        phrase = word_set(value, tongue)
    else:
        phrase = word_single(value, tongue)
    return tongue.polish(phrase)
