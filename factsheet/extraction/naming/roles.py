"""Stage 4: which words are roles of persons, and whether the words beside a name speak of one."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.cues import SAY
from factsheet.extraction.naming.joining import FUNCTION

_IN_WAITING: Final = re.compile(r"-(?:designate|elect|in-exile|in-waiting)$")


def is_role(word: str) -> bool:
    """Tell whether a word is a role noun in the singular, with or without `ex-`."""
    plain = word.casefold().removeprefix("ex-").removeprefix("then-")
    plain = _IN_WAITING.sub("", plain)
    return plain in lexicon.words("roles") or plain.endswith("-general")


def is_ruled(before: list[str]) -> bool:
    """Tell whether a role and what it is of stand before a comma: deputy envoy to the United Nations, ..."""
    for number in range(len(before) - 2):
        if is_role(before[number]) and before[number + 1] in {"of", "for", "to"}:
            return "," not in before[number:-1] and all(
                word[0].isupper() or word in {"the", "of", "and"} for word in before[number + 2 : -1]
            )
    return False


def has_role(words: list[str]) -> bool:
    """Tell whether an apposition speaks of a role before it ends."""
    for number, word in enumerate(words):
        if word in {",", ".", ";", ")", "who", "which"} or word in SAY or (not number and word.endswith("ing")):
            return False
        if is_role(word) and (word == word.casefold() or number < 2):  # noqa: PLR2004 - a small count, told by its line
            following = words[number + 1] if number + 1 < len(words) else ","
            return following not in {
                "group",
                "groups",
                "movement",
                "force",
                "forces",
                "faction",
                "alliance",
                "stronghold",
                "army",
            } and not (
                word in {"rebel", "guerrilla", "militant", "general", "chief"}
                and following.isalpha()
                and following not in FUNCTION
                and not is_role(following)
            )
    return False
