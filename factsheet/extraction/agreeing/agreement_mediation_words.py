"""Stage 8: the words by which a text tells that someone mediates, guarantees or witnesses."""

import re
from typing import Final


def _one_of(words: str) -> str:
    """Return a pattern for any of some words."""
    return "(?:" + "|".join(words.split()) + ")"


DONE: Final = _one_of(
    r"mediated brokered facilitated hosted chaired sponsored overseen guaranteed shepherded moderated "
    r"midwifed convened presided\s+over organi[sz]ed steered arbitrated coordinated "
    r"arranged witnessed underwritten"
)
WHO: Final = _one_of(
    r"mediators? facilitators? guarantors? brokers? hosts? intermediar(?:y|ies) go-betweens? "
    r"co-chairs? moderators? sponsors? peacemakers? witness(?:es)? arbiters? "
    r"mediating\s+(?:party|parties|power|country|countries)"
)
OFFICE: Final = _one_of(
    r"auspices mediation aegis sponsorship facilitation patronage good\s+offices supervision "
    r"chairmanship stewardship shuttle\s+diplomacy guarantees? guidance diplomacy umbrella"
)
NAME: Final = r"(?:(?:[A-ZÀ-Þ]\.){2,}|[A-ZÀ-Þ][\w’']*(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w’']*){0,3})"
BY: Final = re.compile(
    rf"\b(?i:{DONE})(?:\s+and\s+{DONE})*\s+(?:jointly\s+|mainly\s+|largely\s+|in\s+part\s+|personally\s+)*(?:(?:over|since|in|for|during|at|through)\s+[^.;,]{{3,40}}?\s+)?by\s+"
    r"|\b(?:talks|negotiations|mediation|efforts?|process|mediating\s+delegation|initiative|diplomacy)\s+(?:\w+\s+){0,3}(?:led|held)\s+by\s+"
    r"|\bnegotiated\s+(?:(?:last|this|in|over|at)\s+[\w\s]{3,20}?\s+)?by\s+(?!(?:the\s+)?(?:government|parties|two|sides|rebels))"
    r"|\bnegotiated\s+by\s+(?=(?:the\s+)?(?:mediators?|envoys?)\b)"
    r"|\b(?:shuttle\s+diplomacy|mediation|facilitation|good\s+offices)\s+by\s+"
    r"|\b(?:drawn\s+up|drafted|devised|crafted|engineered|orchestrated|forged)\s+by\s+"
    r"|\b(?:drawn|brought|coaxed|persuaded|lured|led)\s+(?:in)?to\s+(?:the\s+)?(?:peace\s+)?(?:talks|negotiations|table|negotiating\s+table)\s+by\s+"
)
UNDER: Final = re.compile(
    rf"\b(?:under|through|thanks\s+to|with|by|via|after|following)\s+(?:the\s+)?(?:joint\s+|active\s+|direct\s+|personal\s+|months?\s+of\s+|weeks?\s+of\s+|days\s+of\s+)*{OFFICE}\s+(?:of|by|from)\s+"
    r"|\bguaranteed\s+by\s+"
)
HELPED: Final = re.compile(
    r"\b(?:with|thanks\s+to|owing\s+to|due\s+to|because\s+of|through|after|following|by)\s+(?:the\s+)?(?:active\s+|direct\s+|tireless\s+|joint\s+|considerable\s+|diplomatic\s+|personal\s+|mediation\s+)*(?:help|efforts?|intervention|intercession|assistance|work)\s+(?:of|from|by)\s+"
)
BESIDE: Final = re.compile(
    r"\b(?:mediators?|facilitators?|guarantors?|brokers?|go-betweens?)\s+(?:from\s+|of\s+(?!(?:the\s+)?[^.;,]{0,40}?\b(?:agreement|accord|deal|process|truce|ceasefire|pact|talks)\b)|were\s+|was\s+|are\s+|is\s+|include\s+|included\s+|such\s+as\s+|led\s+by\s+)?(?=(?:the\s+)?(?:East\s+African\s+|regional\s+)?[A-ZÀ-Þ])"
    r"|\b(?:mediator|facilitator|go-between)(?:\s+at\s+the\s+talks|\s+in\s+the\s+\w+)?,\s+(?=(?:the\s+|former\s+)?(?:[a-z]+\s+)?[A-ZÀ-Þ])"
)
THANKED: Final = re.compile(
    r"\b(?:commend(?:s|ed)?|thank(?:s|ed|ing)?|praise[sd]?|praising|congratulate[sd]?|salut(?:e|es|ed)|applaud(?:s|ed)?|laud(?:s|ed)?|grateful\s+to|tribute\s+to|credit(?:ed|s)?|(?:gratitude|appreciation|thanks)\s+to)\s+(?P<who>(?:(?!\b(?:thank|commend|prais|congratul)\w*\b)[^.;]){3,200}?),?\s+(?:for|with|on)\s+(?:(?:its|his|her|their|the|all)\s+)?(?:\w+\s+){0,3}?(?:facilitat|mediat|host|broker|role|efforts|work|support|bringing|leadership|diplomacy|good\s+offices)"
)
EXPLAINED: Final = re.compile(
    rf",\s+(?:(?:the|a|its|an?)\s+(?:\w+\s+){{0,2}}(?:mediator|facilitator|broker|go-between|guarantor)\b|hosts?\s+(?:of|to)\s+the\s+talks|whose\s+(?:country|government|organi[sz]ation|mediation)\s+(?:has\s+|had\s+)?(?:{DONE}|led\b))"
)
NATIONAL: Final = re.compile(
    rf"(?P<who>{NAME}(?:(?:\s*,\s+|\s+and\s+|-|/){NAME})*)(?:['’]s?)?\s+(?:(?:peace|chief|joint|lead|special|senior|state|international)\s+)*(?:mediators?|facilitators?|brokers?|go-betweens?|mediation|facilitation|auspices|supervision|good\s+offices|intermediar(?:y|ies)|sponsorship|patronage|shuttle\s+diplomacy|guarantees?|guarantors?|hospitality|hosts)\b"
)
ANNOUNCED: Final = re.compile(r"\bannounced\b[^.;]{0,40}?\bby\s+")
ACTING: Final = re.compile(
    rf"\bwith\s+(?P<who>[^.;]{{3,90}}?)\s+(?:(?:acting|serving|standing|present)\s+)?as\s+(?:the\s+|joint\s+|co-|an?\s+)?(?:[Cc]hief\s+|[Ll]ead\s+)?[“\"]?(?i:{WHO}|friends)\b|\bwith\s+(?P<who2>[^.;]{{3,60}}?)\s+(?:mediating|facilitating|brokering|as\s+witness)\b"
)
ACTIVE: Final = re.compile(
    rf"(?<![-‑])\b(?:mediated|brokered|facilitated|arranged|sponsored|sponsors|mediating|brokering|facilitating|mediates|brokers|facilitates|chaired|hosted|hosts|hosting|witnessed|convened|presided\s+over|guarantees|guaranteed|moderated|arbitrated)\b(?!\s+(?:[\w-]+\s+){{0,2}}by\b)"
    r"|\bpreside[sd]\b(?!\s+over)|\b(?:led|leads|leading)\s+(?:the\s+)?(?:[A-Z][\w’']*\s+){0,3}(?:mediation|talks|negotiations|efforts)\b"
    r"|\b(?:help(?:ed|s|ing)?|work(?:ed|ing))\s+(?:the\s+\w+\s+|both\s+\w+\s+)?(?:to\s+)?(?:broker|mediate|negotiate|bring|end|secure|forge|seal|reach|overcome|resolve|bridge|settle|arrange|find|narrow|clinch)\b"
    r"|\b(?:used|offered|lent|put)\s+(?:its|his|her|their)\s+good\s+offices\b|\bshuttl(?:ed|ing)\s+between\b"
    r"|\bbrought\s+(?:the\s+|both\s+)?(?:two\s+|warring\s+|rival\s+)*(?:sides|parties|men|rivals|leaders|enemies|foes|factions)\b"
    r"|\b(?:coax(?:ed|ing)|persuad(?:ed|ing)|cajol(?:ed|ing)|bringing|brought|got)\s+[^.;,]{2,40}?\s+(?:in)?to\s+the\s+(?:negotiating\s+|peace\s+)?table\b"
    r"|\bsigned\s+(?:it\s+|the\s+\w+\s+)?as\s+(?:an?\s+)?(?:witness(?:es)?|guarantors?)\b|\b(?:won|earned)\s+(?:\w+\s+)?(?:praise|credit|thanks)\s+for\b"
    r"|\b(?:coax|nudg|push|prod|prodd|steer|urg)(?:ed|ing)\s+(?:the\s+|both\s+)?(?:two\s+)?(?:sides|parties|rivals|factions|foes)\s+(?:towards?|into)\b"
    r"|\b(?:steered|shepherded|oversaw|guided|conducted)\s+(?:the\s+)?(?:\w+\s+)?(?:talks|negotiations|process|mediation)\b"
    r"|\bbrought\s+(?:the\s+)?(?:two|pair|them|both)\s+(?:\w+\s+)?together\b|\b(?:persuaded|convinced|induced|coaxed)\b"
    r"|\bnegotiated\b(?!\s+(?:\w+\s+){0,3}by\b)"
    r"|\blending\s+a\s+(?:helping\s+)?hand\b"
    r"|\bplay(?:ed|s|ing)\s+(?:a|an|the)\s+(?:\w+\s+){0,3}role\b"
    rf"|\b(?:act|acts|acted|acting|serve|serves|served|serving|stand|stands|stood)\s+as\s+(?:the\s+|an?\s+|joint\s+|co-)*(?:\w+\s+)?{WHO}\b"
    rf"|\b(?:is|are|was|were|be|been|remain(?:s|ed)?|bec[ao]me)\s+(?:the\s+|an?\s+|its\s+|joint\s+|one\s+of\s+the\s+)?(?:\w+\s+)?{WHO}\b"
)
AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+|also\s+)?$")
ABSOLUTE: Final = re.compile(r"\bwith\s+|,\s+(?:and\s+)?|\bas\s+(?:an?\s+|the\s+)?[\w-]+\s+and\s+|^")
SIGNAL: Final = re.compile(
    r"mediat|broker|facilit|host|chair|sponsor|overs|guarant|shepherd|moderat|midwif|conven|presid|organi|steer|arbitr|coordinat"
    r"|arrang|witness|\bled\b|-led|lead|held|shuttl|offices|auspices|aegis|patronage|supervis|umbrella|stewardship|diplomacy"
    r"|help|effort|thank|commend|prais|grat|tribut|salut|applaud|laud|credit|interven|interces|assist|work|negotiated\s|role\b|table"
    r"|brought|coax|cajol|persuad|hand\b|praise|credit|mediat|chief|intermediar|go-between|announced|backed|supported|hospitality|draw|draft|devis|craft|engineer|forg|convinc|induc|guided|oversaw|conducted|lured|underwrit|peacemaker",
    re.IGNORECASE,
)
TOGETHER: Final = re.compile(r"\bbrought\s+[^.;]{2,30}?\s+together\b")
WEAK: Final = re.compile(
    r"(?:persuad|convinc|induc|coax|help|work|play|host|witness|led|lead|brought|convened|guarantee|stand|stood|is|are|was|were|be|been|remain|bec)"
)
HYPHEN: Final = re.compile(
    rf"(?P<who>{NAME}(?:(?:\s+and\s+(?:the\s+)?|-|/){NAME})*)[-‑](?:(?:brokered|mediated|sponsored|facilitated|hosted|guaranteed|chaired|negotiated|moderated|supervised|led|backed|supported|assisted)\s+)"
)
STRONG_HYPHEN: Final = re.compile(r"[-‑](?:brokered|mediated|facilitated|hosted|guaranteed|moderated)\s")
TALKS: Final = re.compile(
    r"(?:(?!and\b)[a-z-]+\s+){0,2}(?:peace\s+)?(?:talks|negotiations|agreement|accord|deal|truce|cease-?fire|pact|settlement|treaty|process|mediation|efforts?|consultations|initiative|dialogue|memorandum|protocol|cessation|roadmap)\b"
)
NOT_BETWEEN: Final = re.compile(
    r"\b(?:agreements?|accords?|deal|truce|cease-?fire|pact|talks|negotiations|settlement|treaty|signed|reached|agreed|said|told|that|which|announced|declared|because|although|while)\b"
)
LEAD_WORDS: Final = re.compile(
    r"^(?:(?:The|A|An|Under|With|Through|After|Despite|Joint|Chief|Following|Thanks|But|And|By|In)\s+)+"
)
JOINED: Final = re.compile(r"\s+(?:together|along|jointly)\s+with\s+|\s+alongside\s+")
SEVERAL: Final = re.compile(
    r",\s+(?:(?:the|both|all|co-)\s*)*(?:mediators|facilitators|brokers|guarantors|co-chairs|sponsors|intermediaries)\s+(?:of|in|to|at)\b"
)
