"""Stage 6: the forms of numbers, their bounds, and the words around them that tell what befell whom."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from typing import Final

from factsheet.extraction.counting.numbers import NUMBER, TENS, UNITS

LOW: Final = r"at\s+(?:the\s+very\s+)?least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|(?:well\s+|far\s+)?more\s+than|(?:well\s+|just\s+)?over|upwards?\s+of|in\s+excess\s+of|above|a\s+minimum\s+of|exceed(?:s|ed|ing)|as\s+few\s+as|not\s+fewer\s+than|slightly\s+(?:more\s+than|over)|a\s+little\s+(?:more\s+than|over)|north\s+of"
HIGH: Final = r"up\s+to|as\s+many\s+as|as\s+much\s+as|fewer\s+than|less\s+than|(?:just\s+)?under|below|nearly|almost|close\s+to|no\s+more\s+than|not\s+more\s+than|at\s+most|a\s+maximum\s+of|just\s+short\s+of|approaching|nearing|just\s+shy\s+of|slightly\s+(?:less\s+than|fewer\s+than|under)|a\s+little\s+(?:less\s+than|under)|not\s+quite|not\s+even|not\s+exceed(?:ing)?|barely|scarcely|hardly"
NEAR: Final = r"about|some|around|roughly|approximately|an?\s+estimated|estimated|circa|in\s+the\s+region\s+of|perhaps|approx\.?|in\s+the\s+order\s+of"
PLAIN: Final = r"another|an\s+additional|a\s+further|additional|further|just|only|exactly|a\s+total\s+of|a\s+record|an\s+average\s+of|other|all|a\s+combined|a\s+reported"
DEFINITE: Final = (
    r"the(?:\s+(?:other|first|last|remaining|same|final))?|these|those|his|her|their|its|our|both|any|every|each"
)
MODIFIERS: Final = rf"(?P<mod>(?:(?:{LOW}|{HIGH}|{NEAR}|{PLAIN}|{DEFINITE})\s+)*)"
MONEY: Final = r"(?P<sign>[<>≥≤~]\s?)?(?P<money>(?:US\s?|[AC])?[$€£]\s?|(?:USD|EUR|GBP)\s?)?"
AGAIN: Final = r"(?:\s\((?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\)(?=\s[a-z]))?"
SECOND: Final = rf"(?:\s*[-–—]\s*|\s+(?:and|or)\s+|\s+to\s+(?:(?:more\s+than|over|nearly|almost|about|around|as\s+many\s+as|some)\s+)?)(?:[$€£])?(?P<n2>{NUMBER})"
AFTER: Final = r"(?P<percent>\s?(?:%|per\s?cent\b|percent\b|pct\b|percentage\s+points?\b))?(?P<plus>\+|\s*-?plus\b|\s+or\s+more\b)?(?P<strong>-(?:strong|member)\b)?(?P<odd>-odd\b)?(?P<orso>\s+or\s+so\b)?"
QUANTITY: Final = re.compile(
    rf"(?<![\w./:])(?<!\w-)(?<!\d,)(?P<between>between\s+|from\s+|anywhere\s+between\s+)?{MODIFIERS}{MONEY}(?P<n1>{NUMBER}){AGAIN}(?:{SECOND})?{AFTER}(?![\w/]|[.,:]\d|-(?!strong|member|odd))",
    re.IGNORECASE,
)
HAS_NUMBER: Final = re.compile(
    rf"\d|\b(?:{'|'.join([*UNITS, *TENS])}|half|quarters?|dozen|hundred|thousand|million|billion)", re.IGNORECASE
)
VAGUE: Final = re.compile(
    r"\b(?P<mod>(?:at\s+least|more\s+than|many|about|some|perhaps|up\s+to)\s+)?(?P<v>(?:tens|hundreds|dozens|scores|thousands)\s+of\s+(?:thousands|millions|hundreds)|dozens|scores|hundreds|thousands|millions|several\s+(?:dozen|hundred|thousand|million|hundred\s+thousand)|a\s+few\s+(?:dozen|hundred|thousand)s?|tens(?=\s+of\s+[a-z])|several)\b",
    re.IGNORECASE,
)
RATIO: Final = re.compile(
    rf"(?:(?P<mod>{HIGH}|{LOW}|{NEAR})\s+)?\b(?P<a>{NUMBER})\s+(?:in\s+every|in|out\s+of(?:\s+every)?)\s+(?P<b>ten|five|four|three|two|100|10|\d{{1,3}})\b(?=[\s,.;])",
    re.IGNORECASE,
)
OUT_OF: Final = re.compile(r"\b(?:in|of)\s+(?:every\s+)?(?:ten|five|four|three|two|\d)", re.IGNORECASE)
CLOCK: Final = re.compile(
    r"\s?(?:[ap]\.?m\b\.?|GMT|UTC|local\s+time|o['’]clock|hours\s+(?:GMT|local)|noon)", re.IGNORECASE
)
NUMBERED: Final = re.compile(
    r"(?:\b(?:no\.?|(?<!who\s)(?<!which\s)(?<!they\s)number|nos\.|resolutions?|articles?|art\.|sections?|para(?:graph)?s?\.?|chapters?|page|pp?\.|unit|unscr|res\.|brigade|division|battalion|regiment|checkpoint|task\s+force|sector|flight|room|channel|route|highway|camp|aged?(?:\s+between|\s+from)?|turned|zone|area|group|track|step|phase|psalm|version|vol\.|formula|minsk|since|until|of\s+them,|top)\s+|[#§№]\s?|\b[A-Z]{1,4}-)$",
    re.IGNORECASE,
)
GOVERNS: Final = re.compile(
    r"\b(?:control|controls|controlled|authority|power|sovereignty|sway|hold|grip|rule|flew|fly|flying|dispute|war|spread|jurisdiction|hand|hands|handed|handing|turn|turned|turning|take|takes|took|taken|taking|clash|clashed|row|outrage|anger|concern|grief)\s+$"
)
NUMBER_OF: Final = re.compile(
    r"\bnumber\s+of\s+(?:(?:its|the|their|his)\s+)?(?P<unit>(?:(?!at\b|to\b|as\b|is\b|was\b|in\b|on\b|who\b|killed\b|sent\b|held\b|(?!displaced|wounded|injured|armed|detained)\w+ed\b)[\w-]+\s+){1,4})(?:[\w,-]+\s+){0,14}?(?:at|to|as|is|was|of)\s+(?:\w+\s+){0,3}$"
)
FORCE_OF: Final = re.compile(
    r"\b(?P<unit>force|army|contingent|convoy|crowd|garrison|militia|fleet|deployment|population|city|town|batch|group)\s+(?:of|numbers|numbered|numbering)\s+$"
)
STATE_OF: Final = re.compile(
    r"\b(?P<unit>(?i:wounded|injured|dead|missing|casualties|victims|fatalities))\b[^.;]{0,60}?\b(?:are|were|is|at|to|numbers?|numbered|total(?:l?ed)?)\s+(?:now\s+)?$"
)
OF_WHOLE: Final = re.compile(
    rf"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|some\s+|about\s+|an?\s+[a-z]+ed\s+)?(?:[\w-]+['’]s\s+)?{NUMBER}(?=\s+[A-Za-z])",
    re.IGNORECASE,
)
PART_BEFORE: Final = re.compile(
    rf"\b(?!one\s){NUMBER}\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|some\s+|about\s+)?$", re.IGNORECASE
)
PART_OF: Final = re.compile(r"\b(?:including|among\s+them|of\s+whom|of\s+which|of\s+them)\W+(?:[\w-]+,?\s+){0,8}$")
OF_THEM: Final = re.compile(r"\s*of\s+(?:them|whom|these|those)\b")
SAID_BEFORE: Final = re.compile(
    r"\b(?:acknowledges?|acknowledged|admits?|claimed|counted|reported|admitted|counts?|gives?|gave|claims?|lists?|says?|said|estimates?)\s+$"
)
BY_COUNT: Final = re.compile(r"\s+by\s+(?:the|some|his|their)\s+(?:count|estimate|tally|reckoning)")
ENDS: Final = re.compile(r"\s*(?:[.;,)]|today\b|$)")
LABELLED: Final = re.compile(r"^\W{0,3}(?P<label>[A-Z][\w'’ -]{2,60}):\s+(?:[a-z]+\s+){0,2}$")
SPEAKS: Final = re.compile(r"\s+(?:said|say|says|told|tell|added|confirmed|reported|warned|claimed|estimated?)\b")
_AGE: Final = re.compile(r"[A-Z][\w.'’-]+,\s$")
JOINED: Final = re.compile(r"\b(?:and|while|with)\s+(?:\w+\s+){0,3}$")
MOVED: Final = re.compile(
    r"\b(?:rose|risen|rising|rises|climbed|climbing|grew|grown|fell|fallen|dropped|jumped|soared|increased|swelled|went|gone|up|down|cut|reduced)\s+(?:from|by)\s+(?:\w+\s+){0,2}$"
)
_AFTER_UNIT: Final = re.compile(r"\s+or\s+(?P<way>more|fewer|less)\b")


def is_label(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a clock time or the name of something: resolution 2254, Division 30."""
    is_age = text[end : end + 1] == "," and _AGE.search(text, max(0, start - 24), start)
    return bool(is_age or CLOCK.match(text, end) or NUMBERED.search(text, max(0, start - 24), start))


def bound_after(text: str, end: int, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Return the bounds with what follows the noun: `100 people or more`."""
    match = _AFTER_UNIT.match(text, end)
    if not match or low != high:
        return low, high
    return (low, None) if match.group("way") == "more" else (None, high)


TOLL: Final = re.compile(r"\btoll\s+[^.;]{0,140}?(?:from|to|at|of|is|was|reached)\s+(?:\w+\s+){0,3}$")
VERBS_BEFORE: Final = re.compile(
    r"\b(?:including|of\s+whom|of\s+which|among\s+them|and\s+receive[ds]?|while\s+\w+ing|killed|killing|kill|wounded|wounding|injured|injuring|displaced|displacing|captured|arrested|detained|evacuated|rescued|freed|released|toll\s+[^.;]{0,60}?(?:to|at|of|is|was|reached)|number\s+[^.;]{0,60}?(?:at|to|as|is|was|of)|total(?:s|led|ed)?|leaving|left|destroyed|abducted|lost|rose\s+to|risen\s+to|up\s+from|(?:ranks|strength|membership|size)\s+[^.;]{0,30}?(?:at|to|of)|(?:speaks?|spoken?)\s+of|against|down\s+to|(?:who|which|they|rebels|fighters|troops|guerrillas)\s+number(?:s|ed)?|numbering|estimated\s+(?:by\s+(?:[\w.]+\s+){1,5}|\w+\s+)?at|(?:put|puts|putting)\s+(?:[\w-]+\s+){1,6}at|(?:runs?|ran|ranged?|ranges|var(?:y|ies|ied))\s+from|down\s+from|(?:fell|rose|dropped|climbed|declined|increased|grew)\b[^.;]{0,40}?\bfrom|compared\s+(?:with|to)|men\s+to|people\s+to|fighters\s+to)\s+(?:\w+\s+){0,3}[\x22\u201c]?$"
)
HIT: Final = re.compile(
    r"\b(?:(?:arrest|deaths?|killing|release|execution|capture|abduction|kidnapping|loss|bodies|murder|return|surrender|detention)\s+of|including|among\s+them|receive[ds]?|freed|released|exchanged\s+for|handed\s+over|destroyed|killed|killing|captured|capturing|seized|arrested|wounded|wounding|abducted|freed|shot\s+down|lost|eliminated|detained|kidnapped|destroying)\s+(?:at\s+least\s+|about\s+|some\s+)?(?:[^.;:()]{3,60}?(?:,|\band)\s+)?$"
)
WHO_NUMBER: Final = re.compile(r"\b(?P<unit>[A-Za-z]+s),?\s+(?:who|which)\s+number(?:s|ed)?\s+(?:\w+\s+){0,2}$")
DISPLACED: Final = re.compile(r"\b(?:displac\w+|uproot\w+|homeless)\s+(?:\w+\s+){0,3}$")
WERE: Final = re.compile(
    r"\s+(?:are|were|remain)\s+(?:still\s+|now\s+|held\s+)?(?:in|at|under)\s|\s+(?:were|are|was)\s+(?:women|children|civilians|men|girls|boys|minors|foreigners|soldiers|policemen|police|teenagers)\b"
)
LATER: Final = re.compile(
    r"\s+(?:of|and)\s+[^,.;]{3,60}?\s(?:were|was|have\s+been|had\s+been)\s+(?:killed|wounded|injured|captured|arrested|detained|freed|kidnapped)\b"
)
ELLIPSIS: Final = re.compile(r"(?:,|\band)\s+$")
OTHER_SIDE: Final = re.compile(r"(?:,|\band)\s+(?:the\s+)?[a-z]+s\s+$")
IN_PLACE: Final = re.compile(r"\s+in\s+[A-Z]")
BEFELL_BEFORE: Final = re.compile(
    r"\b(?:(?:are|were)\s+in|lost|killed|wounded|injured|arrested|detained|captured|died|dead|displaced)\b"
)
BEFELL: Final = re.compile(r"\s+(?:was|were|is|has|have|had|died|dead)\b")
VERBS_AFTER: Final = re.compile(
    r"(?:\s+more\b)?,?\s*(?:of\s+(?:them|whom|these|those)\b|(?:(?:may|might|could|will|would)\s+(?:be\s+|have\s+)?|(?:have|has|had)\s+(?:been\s+)?|were\s+|was\s+|are\s+|been\s+)*(?:others?\s+)?(?:more\s+)?(?:(?:been|were|still|being|since|already|critically|seriously|badly|also|reported|feared)\s+)*(?:killed|dead|wounded|injured|missing|died|die|displaced|arrested|detained|captured|hurt|fled|fell|disappeared|vanished|gone|arrived|deployed|forced|driven|uprooted|slain|shot|hanged|executed|treated|resettled|abducted|kidnapped|homeless|surrendered|evacuated|hospitali[sz]ed|freed|released|rescued|held|trapped|crossed|returned|sought|taken|lack|need|require|face|remain)\b)"
)
