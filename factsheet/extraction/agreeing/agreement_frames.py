"""Stage 8: the words that tell who signs, when, and what else happens to an agreement."""

import re
from typing import Final

SIGN: Final = re.compile(
    r"\b(?:(?:Signed|Reached|Concluded|Agreed|Negotiated)(?=\s+(?:by|in|on|at|after|between|under|last)\b)|signed|signs?|signing|signature|observed?|observes|concludes?|reaches|seals|strikes|declares|announces|put\s+to\s+paper|initials?|reached|reach|concluded|struck(?!\s+(?:down|off|out|a\s+blow))|agreed|agree|agrees|brokered|declared|declare|announced|announce|mediated|inked|clinched|initialled|initialed|sealed|finali[sz]ed|negotiated|entered\s+into|put\s+(?:their|his|her|its)\s+(?:names?|signatures?)|shook\s+hands\s+on|endorsed|adopted|approved|proclaimed|accepted|ratified|made|came\s+to(?=\s+(?:an?|the|terms)\b)|secured|formali[sz]ed|confirmed|cut|arranged|agreeing|reaching|declaring|announcing|(?:hammered|worked|thrashed)\s+out|forged|penned|sealing|signing\s+off\s+on)\b"
)
SIGNED: Final = re.compile(
    r"(?:[Ss]igned|signs?|signing|signature|penned|inked|clinched|sealed|struck|concluded|finali[sz]ed|put\s|shook|entered)"
)
NOT_BINDING: Final = re.compile(
    r"(?:mediated|brokered|negotiated|endorsed|adopted|approved|ratified|made|secured|confirmed|arranged|forged)$"
)
NOT_DATING: Final = re.compile(r"(?:observed?|observes|endorsed|approved|ratified|made|secured|confirmed)$")
TELLING: Final = re.compile(r"(?:announced?|declared?|proclaimed|announces|declares|announcing|declaring)$")
OTHER_VERB: Final = re.compile(
    r"\b(?:collapsed|broke|broken|breaking|ended|ending|began|begun|expired|failed|violated|walked|attacked|came(?!\s+to\b)|come|comes|took|takes|take|lapsed|erupted|killed|met|said|told|resumed|starts|begins|fell|rejected|started|launched|seized|withdrew|welcomed|called|demanded|arrived|will|would|must|is\s+to|are\s+to|be|visited|formed|founded|dissolved)\b"
)
EFFECT: Final = re.compile(
    r"\b(?:(?:had\s+)?begun|followed(?=\s+(?:in|on)\b)|took\s+(?:effect|force|hold)|(?:came|come|comes)\s+into\s+(?:force|effect)|entered\s+into\s+(?:force|effect)|went\s+into\s+(?:effect|force)|in\s+(?:effect|force|place)\s+(?:since|from|as\s+of)|began|begins|started|takes?\s+effect|has\s+held)\b"
)
COMING: Final = re.compile(
    r"\b(?:will|would|shall|to)\s+(?:take\s+(?:effect|hold)|(?:come|go|enter)\s+into\s+(?:force|effect)|begin|start)\b"
    r"|\b(?:takes\s+effect|(?:comes|goes|enters)\s+into\s+(?:force|effect)|begins|starts)\b"
)
BEHALF: Final = re.compile(
    r"\b(?:signed|initiall?ed|signing|signs)\s+(?:(?:it|the\s+\w+)\s+)?for\s+(?:the\s+)?(?=\w)|(?:\bof\s+)?(?<=\b)on\s+behalf\s+of\s+"
)
ECHO: Final = re.compile(
    r"\b(?:[Ii]t|[Tt]his)\s+(?:was|has\s+been|had\s+been|is)\s+(?:\w+ly\s+)?(?:signed|initiall?ed|concluded|reached|agreed|brokered|mediated|sealed|struck|announced|declared)\b"
    r"|\b(?:signed|initiall?ed|sealed|endorsed|reached|put\s+their\s+names?\s+to|put\s+their\s+signatures?\s+to|agreed\s+on)\s+it\b"
    r"|\b(?:signed|initiall?ed)\s+(?:on\s+behalf\s+of|for)\b"
    r"|\b[Tt]he\s+(?:signing|signature|signatories|signing\s+ceremony)\b|\b(?:day|yesterday|week)['’]s\s+(?:signing|ceremony)\b"
    r"|\b[Tt]he\s+(?:document|text|paper|papers|documents)\s+(?:\w+\s+){0,2}(?:signed|initiall?ed|agreed|sealed|witnessed)\b"
    r"|\b[Ss]igned\s+(?:by|in|on|at|yesterday|today|last)\b|\bagreed\s+on\s+it\b|\b[Tt]he\s+ceremony\b"
)
AGREED: Final = re.compile(r"\b(?:agreed|pledged|promised|undertook)\b")
OTHER_PAPER: Final = re.compile(
    r"\bsign\w*\s+(?:\w+\s+){0,4}(?:laws?|decrees?|bills?|orders?|petitions?|letters?|contracts?|budget|resolution|cheque|autographs?)\b"
)
OBLIGED: Final = re.compile(
    r"\b(?:oblig|requir|commit|bind|bound|call|order)\w*\s+(?:on\s+)?(?P<one>[^.;,]{3,60}?)\s+to\s+[^.;]{3,90}?\s+and\s+(?P<other>[^.;,]{3,60}?)\s+to\s"
)
WILL: Final = re.compile(
    r",\s+(?:[^.;,]{3,60},\s+)?(?P<one>[^.;,]{3,60}?)\s+(?:will|would|must|is\s+to|are\s+to)\s+[^.;]{3,120}?\s+(?:and|while)\s+(?P<other>[^.;,]{3,60}?)\s+(?:will|would|must|is\s+to|are\s+to)\s"
)
AS_WITNESS: Final = re.compile(r"\s+(?:it\s+|the\s+\w+\s+)?as\s+(?:an?\s+)?(?:witness|guarantor)")
SIGNATORIES: Final = re.compile(r"\bsignatories\s+(?:to\s+[^.;,]{3,40}\s+)?(?:were|are|include|included)\s+")
PEACE: Final = re.compile(
    r"\b(?:shuttl\w+|talks|negotiations|conference|go-betweens?|intermediar(?:y|ies)|witness(?:es)?|agreements?|accords?|deal|truce|cease-?fires?|mediat\w+|broker\w+|facilitat\w+|guarant\w+|ceremony|pact|text|negotiat\w+|memorandum|settlement|treaty|signing|hostilities|peace|rounds?|presid\w+|dialogue|sides|parties|rivals|war|diplomacy|good\s+offices|differences)\b",
    re.IGNORECASE,
)
ENVOY: Final = re.compile(r"\b(?:envoy|mediator|facilitator|representative|negotiator|broker)\b", re.IGNORECASE)
