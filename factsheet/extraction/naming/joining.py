"""Stage 4: which words may belong to a name, and when `of`, `for`, `in` and `and` go on with it."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.reading.article import Article, Sentence, Token

PARTICLES: Final = listed("bin ibn al el de del della der den van von da dos das du la le ould bint ben y ul ud uz ter")
FUNCTION: Final = listed(
    "the a an in on at of for by with from to after before since until during as if when while where although "
    "though but and or nor yet so because he she it they we you i his her its their our my your this that these "
    "those there here who which what whose how why not no all both each every some many most several few other "
    "another such more meanwhile however also then now still just only even once under over between among against "
    "across around near along through despite without within about into according instead rather perhaps unlike "
    "besides beyond following including was were is are has had have will would could should may might can did do "
    "does said says whether either neither one two three four five six seven eight nine ten eleven twelve twenty "
    "thirty forty fifty hundred"
)
_TO: Final = listed("Mission Delegation Ambassador Envoy Representative Adviser Advisor Assistant Observer")
_IN: Final = listed(
    "Mission Operation Force Cooperation Co-operation Stabilization Stabilisation Verification Support Assistance "
    "Presence Observatory Office Court Coalition Congregation"
)
_ON: Final = listed(
    "Commission Committee Conference Council Group Institute Protocol Convention Treaty Rapporteur Foundation "
    "Panel Representative Agreement Mission Centre Center Adviser Authority Initiative Office"
)
FOLLOWERS: Final = listed(
    "Voice Doctors Physicians Lawyers Reporters "
    "Sons Daughters Knights Lions Guardians Defenders Friends Brothers Partisans Followers Companions Mothers Sword"
)
AGREEMENT_WORDS: Final = frozenset(
    {"Agreement", "Protocol", "Treaty", "Memorandum", "Declaration", "Accord", "Accords", "Convention", "Pact"}
)
_PLACE_OF: Final = listed(
    "Republic Gulf Strait Straits Kingdom Sultanate State City Sea Bay Cape Isle Isles Islands Valley Province "
    "Governorate Horn Union Port Rock Bank Coast Emirate Duchy Territory Bridge Temple Church Tower Castle House "
    "Palace Battle Siege Treaty Declaration Memorandum Charter Government Duke Bosnia Cessation"
)
ABSTRACT: Final = re.compile(r"(?:tion|sion|ity|ment|ness|ice|dom|ty|ship|ism|ance|ence|ogy|cy|ure)$")
FIELDS: Final = listed(
    "Truth Food Peace Law Foreign Defence Defense Black Red Green Blue Health Human Women Water Trade Art Land "
    "Families Widows Relief Rescue Fire Search Safety Home Science Youth Information Energy Transport"
)
_LOW_NAME: Final = re.compile(r"(?:al|wal|wa|el|an|ad|as|ar|ash|at|az|ez|ul|ud|bin|abu|l|d)[-'’‑][A-ZÀ-Þ]")
TURNED: Final = re.compile(
    r"[-‐‑](?:[a-z]\w*ed|led|run|held|born|style|language|speaking|wide|built|made|era|old|like|level|majority|to|type|friendly|leaning|only|free)$"
)
_PREFIXED: Final = re.compile(
    r"(?:Pro|Anti|Non|Post|Pre|Ex|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)[-‐‑](?!balaka)"
)
_QAEDA: Final = re.compile(r"(?:[Aa]l-)?Qa['’]?[ei][iy]?da|State")


def is_name_word(token: Token) -> bool:
    """Tell whether a token may be a word of a name."""
    text = token.text
    if text[0].isupper():
        return text != "I" and not _PREFIXED.match(text) and not TURNED.search(text)
    return bool(_LOW_NAME.match(text)) and not TURNED.search(text)


def joins(article: Article, word: str, words: list[str], following: int, sentence: Sentence) -> bool:  # noqa: PLR0911 - a ladder of cues, one a line
    """Tell whether a small word goes on with a name, by the words before it and the name word that follows."""
    heads, roles = lexicon.words("heads"), lexicon.words("roles")
    is_headed = any(each in heads for each in words)
    is_role = (
        words[-1].casefold() in roles
        or words[-1].endswith("-General")
        or (len(words) > 1 and " ".join(words[-2:]).casefold() in roles)
    )
    if word in {"of", "for", "on"} and words[-1] in AGREEMENT_WORDS:
        return True
    if word == "of" and words[-1] in FOLLOWERS:
        return True
    if (
        word == "of"
        and len(words) > 1
        and (words[-1] in lexicon.words("acts") or ABSTRACT.search(words[-1]))
        and words[0] not in lexicon.words("first_names")
    ):
        return True
    if word == "of":
        is_open = is_headed or is_role or words[-1] in _PLACE_OF or words[-1] in lexicon.words("place_heads")
        return is_open and not _is_of_person(article, following)
    if word == "for":
        return (is_headed and words[-1] not in lexicon.places()) or is_role or words[-2:] == ["of", "State"]
    if word == "to":
        return words[-1] in _TO or (words[-1] in heads and article.tokens[following].text in _AIMS)
    if word == "on":
        return any(each in _ON for each in words)
    if word == "in" and _QAEDA.fullmatch(words[-1]):
        return article.tokens[following - 1].text == "the"
    if word == "in":
        return _joins_in(article, words, following)
    return _joins_and(article, words, following, sentence)


def _is_of_person(article: Article, following: int) -> bool:
    """Tell whether an `of` tells of someone by people and trade: the Contact Group of South African lawyer X."""
    texts = [token.text for token in article.tokens[following : following + 3]]
    for size in (1, 2):
        if " ".join(texts[:size]) in lexicon.demonyms() and len(texts) > size and texts[size].islower():
            return texts[size] in lexicon.words("roles")
    return False


_QUARTERS: Final = listed("North South East West Northern Southern Eastern Western Central")
_AIMS: Final = listed(
    "Protect Support Save Defend Free Stop End Restore Liberate Promote Combat Fight Prevent Abolish Ban Monitor "
    "Investigate"
)
_MOVES: Final = listed(
    "Movement Front Union Rally Party Alliance Coalition Army Forces Congress League Resistance Council Organization "
    "Organisation Brigades Authority Initiative"
)


def _joins_in(article: Article, words: list[str], following: int) -> bool:
    """Tell whether `in` goes on with a name: Mission of Support in Mali, Movement for Justice in Chad."""
    if any(each in _IN for each in words):
        return "of" in words or "for" in words or words[-1] in _IN
    is_moved = any(each in _MOVES for each in words) and ("for" in words or ("of" in words and words[-1] not in _MOVES))
    return is_moved and article.tokens[following].text in lexicon.country_names()


def _may_share(article: Article, words: list[str], following: int) -> bool:
    """Tell whether two aims share a `for`: Front for Change and Concord."""
    after = article.tokens[following].text
    lists = (lexicon.words("first_names"), lexicon.proper_names(), lexicon.words("heads"))
    return (
        "for" in words
        and words[-2] in {"for", "the"}
        and any(word in lexicon.words("heads") for word in words[:-2])
        and not after.isupper()
        and not any(word in names for word in (after, words[-1]) for names in lists)
        and not is_name_word(article.tokens[min(following + 1, len(article.tokens) - 1)])
    )


def _joins_and(article: Article, words: list[str], following: int, sentence: Sentence) -> bool:  # noqa: PLR0911 - a ladder of cues, one a line
    """Tell whether `and` goes on with a name: Foreign Affairs and Expatriates, Justice and Equality Movement."""
    heads, acts = lexicon.words("heads"), lexicon.words("acts")
    after = article.tokens[following].text
    whole = " ".join([*words[-2:], "and", after])
    if whole in lexicon.places() or f"{words[-1]} and {after}" in lexicon.places():
        return True
    if any(each in AGREEMENT_WORDS for each in words[:-1]) or (
        len(words) > 2 and _may_share(article, words, following)  # noqa: PLR2004 - a small count, told by its line
    ):
        return True
    if "for" in words and "," in words:
        return after in acts or bool(ABSTRACT.search(after))
    if ("of" in words or "for" in words) and (after in acts or after in lexicon.words("demonyms")):
        return words[-1] in acts or bool(ABSTRACT.search(words[-1])) or words[-1] in FIELDS
    if article.tokens[min(following + 1, len(article.tokens) - 1)].text == "Affairs":
        return True
    if words[-1] in _QUARTERS and after in _QUARTERS and any(word in heads for word in words):
        return True
    if words[-1] not in acts and words[-1] not in FIELDS and not ABSTRACT.search(words[-1]):
        return False
    if words[-1] in heads and words[-1] not in acts and words[-1] != "Intelligence":
        return False
    position = following
    while position < sentence.last and is_name_word(article.tokens[position]):
        position += 1
    last = article.tokens[position - 1].text
    return (
        last.split("-")[0] in heads
        or last in AGREEMENT_WORDS
        or (after in acts and position - following == 1 and len(words) > 1)
    )
