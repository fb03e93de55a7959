"""Stage 8: the words that tell who signs, who mediates and what else happens to an agreement."""

import re
from typing import Final

SIGN: Final = re.compile(
    r"\b(?:signed|signs?|signing|initials?|reached|reach|concluded|struck|agreed|agree|agrees|brokered|declared|announced|mediated|inked|clinched|initialled|initialed|sealed|finali[sz]ed|negotiated|entered\s+into|put\s+their\s+(?:names|signatures)|endorsed|adopted|approved|proclaimed|accepted|ratified|made)\b"
)
OTHER_VERB: Final = re.compile(
    r"\b(?:collapsed|broke|broken|breaking|ended|ending|began|begun|expired|failed|violated|walked|attacked|came|come|comes|took|takes|take|lapsed|erupted|killed|met|said|told|resumed|fell|rejected|started|launched|seized|withdrew|welcomed|called|demanded|arrived|will|would|must|is\s+to|are\s+to|be|visited|formed|founded|dissolved)\b"
)
MEDIATED: Final = re.compile(
    r"\b(?:mediated|brokered|facilitated|hosted|chaired|sponsored|overseen|guaranteed|shepherded|moderated|midwifed|(?:talks|negotiations|mediation|efforts?|process)\s+(?:\w+\s+){0,3}led|convened|supervised|presided\s+over|organi[sz]ed|steered|arbitrated|coordinated|arranged)\s+(?:jointly\s+|mainly\s+|largely\s+|in\s+part\s+)?(?:(?:over|since|in|for|during)\s+[^.;,]{3,40}?\s+)?by\s+|\bnegotiated\s+by\s+(?=(?:the\s+)?(?:mediators?|envoys?)\b)"
    r"|\b(?:under|through|thanks\s+to)\s+(?:the\s+)?(?:joint\s+)?(?:auspices|mediation|aegis|sponsorship|facilitation|patronage|good\s+offices|supervision|chairmanship|leadership)\s+(?:of|by|from)\s+"
    r"|\b(?:with|through|after|following|by)\s+(?:the\s+)?(?:active\s+|direct\s+)?(?:help|mediation|facilitation|efforts?|intervention)\s+(?:of|from|by)\s+"
    r"|\b(?:mediators?|facilitators?|guarantors?|brokers?)\s+(?:from\s+|of\s+|were\s+|was\s+|are\s+|is\s+|include\s+|included\s+|such\s+as\s+|led\s+by\s+)?(?=(?:the\s+)?[A-ZÀ-Þ])"
)
THANKED: Final = re.compile(
    r"\b(?:commend(?:s|ed)?|thank(?:s|ed)?|praise[sd]?|congratulate[sd]?|tribute\s+to|(?:gratitude|appreciation)\s+to)\s+(?P<who>[^.;]{3,200}?),?\s+for\s+(?:(?:its|his|her|their|the)\s+)?(?:\w+\s+){0,3}?(?:facilitat|mediat|host|broker|role|efforts)"
)
EXPLAINED: Final = re.compile(
    r",\s+(?:(?:the|a|its|an?)\s+(?:chief\s+|lead\s+|main\s+|joint\s+)?(?:mediator|facilitator|broker|go-between)\b|hosts?\s+(?:of|to)\s+the\s+talks|whose\s+(?:country|government|organi[sz]ation)\s+(?:has\s+|had\s+)?(?:hosted|mediated|brokered|facilitated))"
)
NATIONAL: Final = re.compile(
    r"\b(?P<who>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(?:peace\s+)?(?:mediators?|facilitators?|brokers?|mediation)\b"
)
ACTING: Final = re.compile(
    r"\bwith\s+(?P<who>[^.;]{3,90}?)\s+(?:(?:acting|serving|standing|present)\s+)?as\s+(?:the\s+|joint\s+|co-)?[“\"]?(?:guarantors?|mediators?|facilitators?|brokers?|hosts?|intermediar(?:y|ies)|co-chairs?|moderators?|sponsors?|friends)\b|\bwith\s+(?P<who2>[^.;]{3,60}?)\s+(?:mediating|facilitating|brokering|as\s+witness)\b"
)
ACTIVE: Final = re.compile(
    r"\b(?:(?:has|have|had|also|who|jointly|together|helped|successfully|is|was|been|were)\s+)*(?:mediated|brokered|facilitated|mediating|chaired|hosted|helped\s+(?:to\s+)?(?:broker|mediate|negotiate)|served\s+as\s+(?:a\s+)?(?:mediators?|facilitators?|guarantors?)|acted\s+as\s+(?:an?\s+)?(?:mediators?|facilitators?|guarantors?|intermediar(?:y|ies))|(?:is|are|was|were)\s+(?:the\s+)?(?:mediators?|guarantors?|facilitators?)|led\s+(?:the\s+)?(?:mediation|talks|negotiations)|presided\s+over)\b(?!\s+by\b)"
)
HYPHEN: Final = re.compile(
    r"\b(?P<who>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?(?:-[A-Z][\w.]*)?(?:\s+and\s+[A-Z][\w.]+)?)[-‑](?:brokered|mediated|led|sponsored|facilitated|hosted|guaranteed|chaired|backed)\b"
)
PEACE: Final = re.compile(
    r"\b(?:talks|negotiations|agreement|accord|deal|truce|cease-?fire|mediat\w+|broker\w+|ceremony|pact|text|memorandum|settlement|treaty|signing|hostilities|peace\s+process|rounds?)\b",
    re.IGNORECASE,
)
ENVOY: Final = re.compile(r"\b(?:envoy|mediator|facilitator|representative|negotiator|broker)\b", re.IGNORECASE)
EFFECT: Final = re.compile(
    r"\b(?:took\s+effect|came\s+into\s+(?:force|effect)|entered\s+into\s+force|went\s+into\s+effect|began|begins|started|takes?\s+effect)\b"
)
