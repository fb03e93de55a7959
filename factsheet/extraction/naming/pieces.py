"""Stage 4: what the words of a run without a title say it is: groups, places, events, or several names."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.chunks import Run
from factsheet.extraction.naming.growing import FOREIGN, FOREIGN_HEADS
from factsheet.extraction.naming.joining import ABSTRACT, FOLLOWERS
from factsheet.extraction.naming.shapes import COMPASS, OPENINGS, is_place_shape, join
from factsheet.extraction.naming.singles import Piece, Sort, is_pair, piece_of, single_word

AGREEMENT_HEADS: Final = listed(
    "Agreement Agreements Accord Accords Pact Treaty Truce Ceasefire Cease-fire Armistice Memorandum Protocol "
    "Protocols Settlement Compact Understanding Cessation Declaration Communiqué Communique Deal Framework "
    "Document"
)
EVENT_HEADS: Final = listed(
    "War Wars Revolution Uprising Intifada Battle Siege Massacre Genocide Day Night Process Plan Talks Dialogue "
    "Spring Operation Crisis Conflict Rebellion Coup Referendum Prize Act Law Resolution Constitution Games Cup "
    "Festival Report Index Road-map Roadmap Doctrine Era Age Campaign Storm Conference Summit Elections Election "
    "Charter Statute Award Book Format Formula Year Eve Holiday Summer Winter Championship"
)


PORTFOLIOS: Final = listed(
    "foreign defence defense interior justice finance prime deputy vice special chief acting former senior first "
    "second third oil energy information transport health education economy labour labor trade agriculture "
    "culture home internal external national state general under assistant high interim permanent executive "
    "managing regional military political humanitarian resident late then retired lord security police army navy "
    "rebel opposition joint personal principal honorary alternate"
)


def find_whole(words: list[str], run: Run) -> Piece | None:
    """Return the run as one piece where a list knows it."""
    text = join(words)
    if text in lexicon.words("not_names"):
        return piece_of(run, 0, len(words), "other", "no-name")
    if text in lexicon.places() or f"The {text}" in lexicon.places():
        return piece_of(run, 0, len(words), "place", "gazetteer")
    if text in lexicon.organisations():
        return piece_of(run, 0, len(words), "group", "known-organisation")
    if words[0] in lexicon.words("heads") and len(words) > 2 and words[1] == "of":  # noqa: PLR2004 - a small count, told by its line
        return None
    if words[-1] not in lexicon.words("heads") and any(
        word in AGREEMENT_HEADS and (number + 1 == len(words) or words[number + 1] in {"of", "on", "for"})
        for number, word in enumerate(words)
    ):
        return piece_of(run, 0, len(words), "agreement", "agreement-head")
    return None


def known_at(words: list[str], position: int) -> tuple[int, Sort] | None:
    """Return the size and sort of the longest listed name that begins at `position`."""
    for size in range(min(5, len(words) - position), 0, -1):
        text = join(words[position : position + size])
        if text in lexicon.places():
            return size, "place"
        if text in lexicon.organisations():
            return size, "group"
    return None


def cut_plain(words: list[str], run: Run) -> list[Piece]:
    """Cut a run without a title: the first cue that knows it decides."""
    while words and words[-1] in CONNECTORS:
        words = words[:-1]
    if not words:
        return []
    core = words[: _core_end(words)]
    for cue in _CUES:
        pieces = cue(words, core, run)
        if pieces is not None:
            return pieces
    return [piece_of(run, 0, len(words), "", "capitals")]


CONNECTORS: Final = frozenset({"of", "for", "in", "on", "to", "and", "the", "&", "'s", "’s"})


def _core_end(words: list[str]) -> int:
    """Return where the head of a name ends: before its `of`, `for`, `in` or `on`."""
    return next((number for number, word in enumerate(words) if number and word in _AFTER_CORE), len(words))


_AFTER_CORE: Final = frozenset({"of", "for", "in", "on", "to"})


def _one(run: Run, words: list[str], sort: Sort, rule: str) -> list[Piece]:
    return [piece_of(run, 0, len(words), sort, rule)]


def _cut_listed(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    del core
    if is_pair(words):
        return _one(run, words, "other", "two-names")
    known = known_at(words, 0)
    if known and known[0] == len(words):
        return _one(run, words, known[1], "gazetteer" if known[1] == "place" else "known-organisation")
    return None


def _cut_heading(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Leave out words in capitals only, a heading: DEATH TOLL."""
    del core
    is_heading = len(words) > 1 and all(word.isupper() and len(word) > 1 and word.isalpha() for word in words)
    is_known = any(word in lexicon.organisations() for word in words)
    return _one(run, words, "other", "heading") if is_heading and not is_known else None


def _cut_event(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    is_event = core[-1] in EVENT_HEADS or (core[0] in _EVENT_OPENERS and len(words) > 1)
    is_numbered = core[-1] in {"I", "II", "III", "IV"} and any(
        word in lexicon.places() or word in EVENT_HEADS for word in core[:-1]
    )
    return _one(run, words, "other", "event-name") if is_event or is_numbered else None


_EVENT_OPENERS: Final = listed(
    "Operation Resolution Battle Siege Protocol Treaty Chapter Article Annex Section Paragraph Phase Stage Grade "
    "Category"
)


def _cut_place(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    if core[-1] == "Republic" and "People" in core[1:]:
        return _one(run, words, "group", "organisation-head")
    return _one(run, words, "place", "place-head") if is_place_shape(core, words) else None


def _cut_headed(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Know organisations by their head: `Sons of Dawn`, `Army of the Covenant`, `Awaris`, in small letters no name."""
    heads = lexicon.words("heads")
    if core[-1] in FOLLOWERS and len(core) < len(words):
        return _one(run, words, "group", "organisation-head")
    if len(words) == 1 and core[-1] in heads:
        return _one(run, words, "other", "head-alone")
    is_headed = core[-1].split("-")[0] in heads or (len(core) < len(words) and any(word in heads for word in core))
    is_headed = is_headed or (len(core) < len(words) and words[-1] in heads)
    if not is_headed:
        return None
    return _cut_owner(words, core, run) or _one(run, words, "group", "organisation-head")


_LED: Final = listed("Cabinet Government Army Forces Administration Faction Militia Party Group Brigades Brigade Wing")
_ARMED: Final = listed("Brigades Brigade Battalions Battalion Forces Wing Units")


def _cut_owner(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Cut `Army of Khalifa Haftar`, `Brigades of Hamas`: whose it is, is another name."""
    start = len(core) + (2 if words[len(core) + 1 : len(core) + 2] == ["the"] else 1)
    rest = words[start:]
    if words[len(core) : len(core) + 1] != ["of"] or not rest or (core[-1] not in _LED and len(core) < 2):  # noqa: PLR2004 - a small count, told by its line
        return None
    body = [piece_of(run, 0, len(core), "group", "organisation-head")] if len(core) > 1 else []
    known = known_at(rest, 0)
    if core[-1] in _ARMED and len(core) > 1 and known == (len(rest), "group"):
        return [*body, piece_of(run, start, len(words), "group", "known-organisation")]
    is_headed = any(word in lexicon.words("heads") or word in lexicon.words("place_heads") for word in rest)
    is_given = rest[0] in lexicon.words("first_names") or (len(core) > 1 and _may_be_person(rest))
    if len(rest) > 1 and is_given and not known and not is_headed:
        return [*body, piece_of(run, start, len(words), "person", "after-of")]
    return None


def _may_be_person(words: list[str]) -> bool:
    """Tell whether two words that no list knows, and that are no common nouns by their form, may be a person's name."""
    lists = (lexicon.proper_names(), lexicon.words("acts"), lexicon.words("place_heads"), OPENINGS, COMPASS)
    return (
        len(words) == 2  # noqa: PLR2004 - a given name and a surname
        and all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words)
        and not any(word in names for word in words for names in lists)
        and not any(ABSTRACT.search(word) or word.casefold() in lexicon.words("starters") for word in words)
        and not re.search(r"(?:s|men|an|ian|ish|ese)$", words[1])
        and not re.search(r"(?:an|ian|ish|ese|ic|al)$", words[0])
    )


def _cut_single(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    del core
    if len(words) == 1 and run.has_the and words[0] in lexicon.words("place_heads"):
        return _one(run, words, "other", "head-alone")
    return [single_word(words[0], run)] if len(words) == 1 else None


_MEDIA: Final = listed("Radio Agence Televisión Télévision Canal Diario Jornal Agencia")


def _cut_foreign(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Know organisations by the head that other languages put first: `Liwa al-Haqq`, and by `SLA-Abdul Wahid`."""
    is_articled = words[0] in {"El", "La", "Los", "Las", "Le", "Les"} and len(words) > 2  # noqa: PLR2004 - a small count, told by its line
    if is_articled and words[1].casefold() in lexicon.words("foreign_heads") | FOREIGN_HEADS:
        return [piece_of(run, 1, len(words), "group", "organisation-head")]
    if words[0] in _MEDIA or words[:2] == ["Task", "Force"]:
        return _one(run, words, "group", "organisation-head")
    opening = words[0].casefold().replace("’", "").replace("'", "").removeprefix("al-")
    is_foreign = words[0].casefold() in FOREIGN_HEADS and any(word in FOREIGN for word in words)
    if is_foreign or (opening in lexicon.words("foreign_heads") and words[1] not in lexicon.words("heads")):
        return _one(run, words, "group", "organisation-head")
    prefix = re.match(r"([A-Z]{2,7})s?[-‑/][A-Z]", words[0])
    if prefix and prefix.group(1) not in lexicon.country_names() and core == words:
        return _one(run, words, "group", "acronym")
    return None


def _cut_described(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Leave out peoples and offices: `South Sudanese`, `Western Foreign`."""
    del core
    demonyms = lexicon.demonyms()
    faith = next((number for number, word in enumerate(words) if word not in _FAITHS), 0)
    if faith and known_at(words, faith) == (len(words) - faith, "place"):
        return [piece_of(run, faith, len(words), "place", "gazetteer")]
    if join(words) in demonyms or (words[-1] in demonyms and words[0] in COMPASS | {"Middle"}):
        return []
    if all(word in demonyms or word in _PORTFOLIO_WORDS for word in words):
        return []
    return None


def _cut_first_word(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Cut a first word off: a people's, `Italian Gualtiero Sorel`, `Afghan LSA`, or one that opens the sentence."""
    del core
    demonyms = lexicon.demonyms()
    if demonyms.get(words[0]) and len(words) > 2 and words[1] in lexicon.words("first_names"):  # noqa: PLR2004 - a small count, told by its line
        return [piece_of(run, 1, len(words), "", "capitals")]
    known = known_at(words, 1)
    rest, sort = known or (0, "")
    is_open = run.is_initial and not any(
        words[0] in names for names in (lexicon.words("first_names"), lexicon.proper_names())
    )
    is_opening = is_open and sort == "place" and words[0].isalpha() and not words[0].isupper()
    if rest == len(words) - 1 and (words[0] in demonyms or is_opening):
        return [piece_of(run, 1, len(words), sort, "known-organisation" if sort == "group" else "gazetteer")]
    if words[0] in demonyms and words[0] not in lexicon.words("first_names") and len(words) == 2:  # noqa: PLR2004 - a small count, told by its line
        single = single_word(words[1], run)
        return [piece_of(run, 1, 2, single.sort, single.rule if single.sort else "after-demonym")]
    return None


_FAITHS: Final = listed("Roman Catholic Protestant Christian Orthodox Muslim Shia Shiite Sunni Hindu Buddhist Jewish")
_PORTFOLIO_WORDS: Final = frozenset(word.capitalize() for word in PORTFOLIOS)


def _cut_several(words: list[str], core: list[str], run: Run) -> list[Piece] | None:
    """Cut listed names off each other, `U.N. Syria`, and a listed place off a person: `Syria Geir Pedersen`."""
    del core
    found: list[Piece] = []
    position = 0
    while position < len(words):
        known = known_at(words, position)
        if not known:
            break
        rule = "gazetteer" if known[1] == "place" else "known-organisation"
        found.append(piece_of(run, position, position + known[0], known[1], rule))
        position += known[0]
    if found and position == len(words):
        return found
    rest = words[position:]
    if len(found) == 1 and found[0].sort == "place" and rest[0] in lexicon.words("first_names") and len(rest) > 1:
        return [*found, piece_of(run, position, len(words), "", "capitals")]
    return None


_CUES: Final = (
    _cut_listed,
    _cut_heading,
    _cut_event,
    _cut_place,
    _cut_headed,
    _cut_single,
    _cut_foreign,
    _cut_described,
    _cut_first_word,
    _cut_several,
)
