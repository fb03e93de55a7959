"""Stage 6: the forms of numbers, their bounds, and the words around them that tell what befell whom."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from typing import Final

from factsheet.extraction.numbers import NUMBER

LOW: Final = r"at\s+(?:the\s+very\s+)?least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|(?:well\s+|far\s+)?more\s+than|(?:well\s+|just\s+)?over|upwards?\s+of|in\s+excess\s+of|above|a\s+minimum\s+of|exceed(?:s|ed|ing)"
HIGH: Final = r"up\s+to|as\s+many\s+as|as\s+much\s+as|fewer\s+than|less\s+than|(?:just\s+)?under|below|nearly|almost|close\s+to|no\s+more\s+than|not\s+more\s+than|at\s+most|a\s+maximum\s+of|just\s+short\s+of"
NEAR: Final = r"about|some|around|roughly|approximately|an?\s+estimated|estimated|circa|in\s+the\s+region\s+of"
PLAIN: Final = r"another|an\s+additional|a\s+further|additional|further|just|only|exactly|a\s+total\s+of|a\s+record|an\s+average\s+of|other|all|barely|a\s+combined|a\s+reported"
DEFINITE: Final = (
    r"the(?:\s+(?:other|first|last|remaining|same|final))?|these|those|his|her|their|its|our|both|any|every|each"
)
MODIFIERS: Final = rf"(?P<mod>(?:(?:{LOW}|{HIGH}|{NEAR}|{PLAIN}|{DEFINITE})\s+)*)"
MONEY: Final = r"(?P<money>(?:US)?[$€£]\s?)?"
SECOND: Final = rf"(?:\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?:[$€£])?(?P<n2>{NUMBER})"
AFTER: Final = r"(?P<percent>\s?(?:%|per\s?cent\b|percent\b|percentage\s+points?\b))?(?P<plus>\+|\s*-?plus\b|\s+or\s+more\b)?(?P<strong>-strong\b)?(?P<orso>\s+or\s+so\b)?"
QUANTITY: Final = re.compile(
    rf"(?<![\w./:-])(?P<between>between\s+|from\s+|anywhere\s+between\s+)?{MODIFIERS}{MONEY}(?P<n1>{NUMBER})(?:{SECOND})?{AFTER}(?![\w/]|[.,:]\d|-(?!strong))",
    re.IGNORECASE,
)
VAGUE: Final = re.compile(
    r"\b(?P<mod>(?:at\s+least|more\s+than|many|about|some|perhaps|up\s+to)\s+)?(?P<v>(?:tens|hundreds|dozens|scores|thousands)\s+of\s+(?:thousands|millions|hundreds)|dozens|scores|hundreds|thousands|millions|several\s+(?:dozen|hundred|thousand|million|hundred\s+thousand)|a\s+few\s+(?:dozen|hundred|thousand)|several)\b",
    re.IGNORECASE,
)
RATIO: Final = re.compile(
    rf"(?:(?P<mod>{HIGH}|{LOW}|{NEAR})\s+)?\b(?P<a>{NUMBER})\s+(?:in\s+every|in|out\s+of(?:\s+every)?)\s+(?P<b>ten|five|four|three|two|100|10|\d{{1,3}})\b(?=\s)",
    re.IGNORECASE,
)
OUT_OF: Final = re.compile(r"\b(?:in|of)\s+(?:every\s+)?(?:ten|five|four|three|two|\d)", re.IGNORECASE)
CLOCK: Final = re.compile(
    r"\s?(?:[ap]\.?m\b\.?|GMT|UTC|local\s+time|o['’]clock|hours\s+(?:GMT|local)|noon)", re.IGNORECASE
)
NUMBERED: Final = re.compile(
    r"(?:\b(?:no\.?|number|nos\.|resolutions?|articles?|art\.|sections?|para(?:graph)?s?\.?|chapters?|page|pp?\.|unit|flight|room|channel|route|highway|camp|aged?|turned|zone|area|group|track|step|phase|psalm|version|vol\.|formula|minsk|at\s+around|since|until|of\s+them,|top)\s+|[#§№]\s?|\b[A-Z]{1,4}-)$",
    re.IGNORECASE,
)
GOVERNS: Final = re.compile(
    r"\b(?:control|controls|controlled|authority|power|sovereignty|sway|hold|grip|rule|flew|fly|flying|dispute|war|spread|jurisdiction)\s+$"
)
NUMBER_OF: Final = re.compile(
    r"\bnumber\s+of\s+(?:(?:its|the|their|his)\s+)?(?P<unit>(?:(?!at\b|to\b|as\b|is\b|was\b|in\b|on\b|who\b|killed\b)[\w-]+\s+){1,4})(?:[\w-]+\s+){0,5}?(?:at|to|as|is|was|of)\s+(?:\w+\s+){0,3}$"
)
TOLL: Final = re.compile(r"\btoll\s+[^.;]{0,60}?(?:to|at|of|is|was|reached)\s+(?:\w+\s+){0,3}$")
VERBS_BEFORE: Final = re.compile(
    r"\b(?:killed|killing|kill|wounded|wounding|injured|injuring|displaced|displacing|captured|arrested|detained|evacuated|rescued|freed|released|toll\s+[^.;]{0,60}?(?:to|at|of|is|was|reached)|number\s+[^.;]{0,60}?(?:at|to|as|is|was|of)|total(?:s|led|ed)?|leaving|left|destroyed|abducted|lost|rose\s+to|risen\s+to|up\s+from|(?:ranks|strength|membership|size)\s+[^.;]{0,30}?(?:at|to|of)|(?:speaks?|spoke)\s+of|estimated\s+at|down\s+from|compared\s+(?:with|to)|men\s+to|people\s+to|fighters\s+to)\s+(?:\w+\s+){0,3}$"
)
HIT: Final = re.compile(
    r"\b(?:destroyed|killed|killing|captured|capturing|seized|arrested|wounded|wounding|abducted|freed|shot\s+down|lost|eliminated|detained|kidnapped|destroying)\s+(?:at\s+least\s+|about\s+|some\s+)?$"
)
VERBS_AFTER: Final = re.compile(
    r"\s*(?:(?:have|has|had)\s+(?:been\s+)?|were\s+|was\s+|are\s+|been\s+)*(?:others?\s+)?(?:more\s+)?(?:(?:been|were|still|being|since|already|critically|seriously|badly|also|reported|feared)\s+)*(?:killed|dead|wounded|injured|missing|died|displaced|arrested|detained|captured|hurt|fled|abducted|kidnapped|homeless|surrendered|evacuated|hospitali[sz]ed|freed|released|rescued|held|trapped|crossed|returned|sought|taken|lack|need|require|face|remain)\b"
)
