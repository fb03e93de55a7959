"""Lists in running text."""

from collections.abc import Sequence

from factsheet.wording.cldr import find_locale, join_list


def word_list(items: Sequence[str], language: str) -> str:
    """Return items joined as a language joins them: "a, b and c"."""
    return join_list(items, "standard", find_locale(language)) if items else ""
