"""Stage 7: the words that credit: verbs of saying, those who speak, and papers that speak for them."""

from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed

SAYING: Final = listed(
    "said says say told tells added adds claimed claims claim announced announces reported reports report stated "
    "states declared denied denies confirmed confirms warned warns insisted insists insist argued noted notes "
    "stressed explained tweeted wrote replied estimated estimates estimate puts put acknowledged admitted admits admit "
    "asserted alleged alleges accused maintained maintains quoted quotes believe believes showed shows show suggested "
    "suggests suggest indicated indicates indicate documented recorded counted registered verified listed "
    "revealed found lists counts records documents acknowledges calculated gave gives predicted testified "
    "recalled remarked observed briefed disclosed give continued specified clarified assessed assesses emphasized "
    "emphasised underscored highlighted cautioned commented reiterated informed posted pointed concluded fear fears "
    "feared expects expect projected projects identified speak speaks spoke read reads cited cites contended conceded "
    "reckon reckons reckoned think thinks thought credit credits certified logged tallied ascribed ascribes assured "
    "count acknowledge announce warn deny argue contend concede maintain allege predict "
    "calculates maintains values valued spoken verify"
)
# Verbs that go on with what was told, to the same hearers; a new "he said" may be said to others.
CONTINUING: Final = listed("added adds claimed claims continued noted stressed")
PARTICIPLES: Final = listed(
    "saying adding claiming noting stating warning estimating alleging announcing confirming reporting insisting "
    "stressing explaining asserting pointing"
)
# Participles that make a passive of themselves: `20 people were reported killed` credits no one.
PASSIVES: Final = listed("was were is are been be being has-been")
TURNING: Final = listed(
    "claims reports warns insists states said says "
    "added adds warned reported claimed wrote stated declared insisted noted announced confirmed explained "
    "continued told tweeted stressed argued replied recalled acknowledged admitted"
)
MONITOR_NOUNS: Final = listed(
    "officials official authorities police government army military rebels residents witnesses activists ministry "
    "monitors groups group figures data estimates sources source media researchers doctors medics analysts "
    "experts spokesman spokeswoman spokesperson statement report doctor witness resident analyst journalist "
    "lawyer activist researcher expert diplomat teacher nurse soldier survivors lawyers agencies agency diplomats "
    "commander leaders investigators prosecutors relatives campaigners villagers refugees workers organisations "
    "organizations observers militants insurgents union council commission reports mediators reporters "
    "journalists news television radio newspaper studies study survey tally count census records "
    "statistics assessment toll locals commanders officers officer spokesmen spokespeople communique document "
    "documents hospital hospitals medic monitor investigator prosecutor mediator observer wing branch mission office "
    "headquarters administration paramedics rescuers responders briefers defectors captives prisoners pilots farmers"
)
BODY_WORDS: Final = listed(
    "group movement party organisation organization militia faction army ministry agency office rebels "
    "observatory network monitor front alliance council commission government mission watchdog bank union court "
    "coalition military police charity committee command force forces brigade service bureau fund programme program "
    "department directorate administration federation league society centre center institute"
)
PERSON_WORDS: Final = listed(
    "spokesman spokeswoman spokesperson official commander leader minister president envoy general colonel chief "
    "source doctor witness resident officer soldier medic captain negotiator mediator"
)
NO_SOURCES: Final = listed(
    "which whom resolution resolutions agreement accord law constitution commandments plan terms schedule deal treaty "
    "principle principles protocol rules size need needs age results"
)
_THINGS: Final = listed(
    "rockets drones missiles shells bombs strikes airstrikes attacks clashes talks protests elections losses weapons "
    "tanks vehicles jets days weeks months years hours gunshots explosions blasts raids negotiations houses homes sides"
)
RELAYED: Final = listed("relayed carried broadcast aired quoted published cited shared read")
ISSUED: Final = listed("issued released compiled prepared produced published supplied provided circulated conducted")
_HEARERS: Final = listed("parliament lawmakers reporters journalists envoys diplomats mediators ministers congress")
PAPERS: Final = listed("statement statements report communique communiqué document press release note tweet message")
RECORDS: Final = listed(
    "figures data estimates statistics records numbers count counts tally estimate toll survey study census findings "
    "assessment assessments statement statements report reports release releases documents communique communiqué"
)


def is_person_word(word: str) -> bool:
    """Tell whether a noun names a single person by a role."""
    return word in PERSON_WORDS or (word in lexicon.words("roles") and not word.endswith("s"))


def can_speak(text: str) -> bool:
    """Tell whether a phrase without a name is of those who say things."""
    words = [word.casefold().strip(".,") for word in text.split()]
    if any(word in MONITOR_NOUNS or word in BODY_WORDS or word in lexicon.words("roles") for word in words):
        return True
    is_many = bool(words) and words[-1].endswith("s") and words[-1].isalpha() and words[-1] not in _THINGS
    return is_many and len(words) <= 3  # noqa: PLR2004 - a small count, told by its line


def can_hear(text: str) -> bool:
    """Tell whether a phrase without a name is of those who pass on what they are told."""
    words = {word.casefold().strip(".,") for word in text.split()}
    return bool(words & _HEARERS) or is_medium(text)


def is_medium(text: str) -> bool:
    """Tell whether a name or phrase is of a medium, which passes on what others say."""
    return any(word.casefold().strip(".,") in lexicon.words("media") for word in text.split())
