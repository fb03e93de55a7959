"""Stage 4: what stands directly before or behind a name, as votes for person, group and place."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.naming.cues import (
    ATTACKS,
    BODIES,
    BODIES_MANY,
    CALLED,
    ENDEAVOURS,
    FALLING,
    FOLLOWERS_OF,
    GROUP_DEEDS,
    GROUP_NOUNS,
    HUMAN,
    IN_PLACE,
    LED,
    OF_GROUP,
    OF_PLACE,
    OF_TOWN,
    OUTLAWED,
    PLACE_NOUNS,
    SAY,
    SENT,
    SITES,
    STATE_NOUNS,
    STATES_OF,
    TRAGEDIES,
    TREATIES,
)
from factsheet.extraction.naming.roles import has_role, is_role, is_ruled

Votes = Counter[str]

_HYPHENED: Final = re.compile(r"[a-z][-‐‑][A-Z]")


def weigh_before(votes: Votes, before: list[str], words: list[str]) -> None:
    """Add what the words before a name say of it."""
    earlier = before[-2].casefold() if len(before) > 1 else ""
    _weigh_prepositions(votes, before, words, earlier)
    _weigh_deeds_before(votes, before, words, earlier)


def _weigh_prepositions(votes: Votes, before: list[str], words: list[str], earlier: str) -> None:  # noqa: C901 - a ladder of cues, one a line
    last = before[-1] if before else ""
    low = last.casefold()
    if low == "the":
        votes["person"] -= 4
        votes["group"] += 2
        votes["place"] -= 0 if len(words) > 1 else 1
    if is_role(low) and low not in {"general", "count", "chief"}:
        votes["person"] += 4
    if last in {",", "—", "–"} and (is_role(earlier) or is_ruled(before)):
        votes["person"] += 3
    if (
        low in {"and", ","}
        and any(word in IN_PLACE or word in OF_TOWN for word in before[-6:-1])
        and not any(word in SAY for word in before[-6:])
    ):
        votes["place"] += 2
    if low in IN_PLACE:
        votes["place"] += 3
    elif low == "to" and earlier == "according":
        votes.update({"group": 1, "person": 1})
    elif low in OF_PLACE:
        votes["place"] += 1 + (2 if earlier in OF_TOWN else 0)
    if low == "the" and earlier in IN_PLACE:
        votes["place"] += 1
    is_given = len(words) > 1 and words[0] in lexicon.words("first_names")
    if low == "of" and is_given:
        votes["person"] += 2
    elif low == "of" and earlier == "government" and len(words) > 1:
        votes["person"] += 3
    elif low == "of" and (earlier in STATES_OF or earlier == "government"):
        votes["place"] += 5


def _weigh_deeds_before(votes: Votes, before: list[str], words: list[str], earlier: str) -> None:  # noqa: C901, PLR0912 - a ladder of cues, one a line
    last = before[-1] if before else ""
    low = last.casefold()
    if low in {"of", "for", "in"} and earlier in OF_GROUP:
        votes["group"] += 2
    if low in {"named", "called", "dubbed", "codenamed"} and earlier in ENDEAVOURS:
        votes.update({"group": -4, "person": -4, "place": -4})
    elif low in {"named", "called"} and (is_role(earlier.removesuffix("s")) or earlier in {"man", "woman", "boy"}):
        votes["person"] += 4
    elif low in CALLED:
        votes["group"] += 3
    if low == "ethnic":
        votes.update({"group": -4, "person": -4, "place": -4})
    if low == "by" and earlier in {"led", "headed", "commanded", "chaired", "founded", "represented", "succeeded"}:
        votes["person"] += 3
    if before[-3:] == ["its", "successor", ","] or low in OUTLAWED:
        votes.update({"group": 4, "person": -3})
    if last in {",", "—", "–"} and earlier in {"wing", "arm", "branch"}:
        votes["group"] += 3
    if low in {"as", "including", "them", "like", "namely"} and any(word in BODIES_MANY for word in before[-5:]):
        votes["group"] += 3
    if low == "from" and earlier not in SENT:
        votes["place"] += 1
    if low == "on" and earlier in FALLING:
        votes["place"] += 3
    if low in {"on", "against"} and earlier in ATTACKS:
        votes["place"] += 1
    if low == "itself" and earlier in {"calling", "calls", "called"}:
        votes["group"] += 3
    if low in SAY or (low == "by" and len(words) > 1) or low in {"mr", "mrs", "ms", "dr"}:
        votes["person"] += 1
    if low in {"village", "town", "city"}:
        votes["place"] += 3


def _skip_bracket(after: list[str]) -> list[str]:
    """Return what follows a bracket that explains a name: Attika ("warrior"), the movement's branch."""
    if after[:2] == ["(", '"'] or after[:2] == ["(", "“"]:
        end = after.index(")") if ")" in after else 0
        return after[end + 1 :] if end else after
    return after


def _initials(words: list[str]) -> set[str]:
    return {part[0].upper() for word in words for part in re.split(r"[-‐‑]", word) if part}


def weigh_after(votes: Votes, after: list[str], words: list[str], before: list[str]) -> None:
    """Add what the words behind a name say of it."""
    after = _skip_bracket(after)
    _weigh_nouns_behind(votes, after, words, before)
    _weigh_deeds_behind(votes, after, words, before)


def _weigh_nouns_behind(votes: Votes, after: list[str], words: list[str], before: list[str]) -> None:
    first, second = [*after[:2], "", ""][:2]
    if first.casefold() in PLACE_NOUNS:
        votes["place"] += 3
        votes["group"] -= 2
    if len(words) == 1 and _HYPHENED.search(words[0]) and first.islower() and first.isalpha():
        votes["group"] -= 2
    if first.casefold() in GROUP_NOUNS or (
        first in {"'s", "’s"} and second in {"fighters", "militants", "spokesman", "gunmen", "leadership"}
    ):
        votes["group"] += 3
    if first == "," and any(word in BODIES_MANY for word in after[1:4]):
        votes["group"] += 3
    if (
        first in {"franchise", "branch", "affiliate", "offshoot", "chapter"}
        and len(words) == 1
        and before[-1:] == ["the"]
    ):
        votes["group"] -= 4
    if first.islower() and second in SITES:
        votes["place"] += 3
    winged = {wing for word, wing in pairwise(after[:9]) if word in {"political", "armed", "military"}}
    if first == "," and winged & {"wing", "arm", "branch"} and not any(is_role(word) for word in after[:8]):
        votes.update({"group": 4, "person": -2})


def _weigh_deeds_behind(votes: Votes, after: list[str], words: list[str], before: list[str]) -> None:  # noqa: C901, PLR0912 - a ladder of cues, one a line
    first, second, third = [*after[:3], "", "", ""][:3]
    if first == "level":
        votes.update({"place": -4, "group": -4, "person": -4})
    if first in TRAGEDIES:
        votes["place"] += 3
    if first in TREATIES:
        votes["place"] += 3
    if first in SAY:
        votes["person"] += 2
        votes["group"] += 1
    if re.fullmatch(r"[a-z]{3,}ed", first) and not {"from", "in", "at", "near"} & set(before[-1:]):
        votes["person"] += 1
    if first in HUMAN or (first == "," and second in HUMAN):
        votes["person"] += 2
    if first == "(" and second.isupper() and len(second) > 1 and (len(words) == 1 or second[0] in _initials(words)):
        votes["group"] += 3
    if first in {"ethnic", "tribe", "tribesmen", "clansmen"}:
        votes.update({"group": -3, "person": -3, "place": -4})
    if (first == "," and second in LED and third in LED) or (first in {"led", "headed"} and second == "by"):
        votes["group"] += 2
    if first in {"'s", "’s"} and "branch" in after[1:5]:
        votes["group"] += 2
    if first in {"'s", "’s"} and second in FOLLOWERS_OF and len(words) > 1:
        votes["person"] += 3
    if first == "," and second.isdigit() and len(after) > 2 and after[2] in {",", "."} and len(second) == 2:  # noqa: PLR2004 - a small count, told by its line
        votes["person"] += 4
    is_given = len(words) > 1 and words[0] in lexicon.words("first_names")
    if first == ")" and second in {"-", "—", "–"} and before[-1:] == ["("]:
        votes.update({"group": 4, "person": -4})
    if first == "," and second == "which" and after[2:3] and after[2] in GROUP_DEEDS and not is_given:
        votes["group"] += 3
    if first == "," and second in lexicon.places():
        votes["place"] += 3
    if first == "," and second == "in":
        votes["place"] += 2
    if first in {"'s", "’s"} and second in STATE_NOUNS:
        votes["place"] += 3
    if first == "," and has_role(after[1:]):
        votes["person"] += 3
    if (
        first == ","
        and (second in {"a", "an", "the"})
        and any((word in GROUP_NOUNS or word in BODIES) and not is_role(word) for word in after[2:6])
        and not has_role(after[1:])
    ):
        votes["group"] += 2
    if first == "," and second in {"a", "an", "the"} and any(word in PLACE_NOUNS for word in after[2:5]):
        votes["place"] += 2
